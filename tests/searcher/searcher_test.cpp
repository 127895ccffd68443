#include "averment/searcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"
#include "test_index.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string canonical(const std::string& name, NameRole role) {
  const Aliases aliases{KnowledgeFiles()};
  return aliases.resolve(name, role).value_or(CanonicalName{name, EntityType::person, ""}).name;
}

const std::string ministry = "Gaza's Hamas-run health ministry";

std::vector<MadeReport> reports() {
  const std::string nis = canonical("NIS", NameRole::source);
  return {
      MadeReport("a1", "The agency said 300 soldiers were killed and 2,700 wounded near Kursk.")
          .outlet("Daily Post")
          .published("2025-01-13")
          .title("Heavy losses")
          .mention(EntityType::place, "Kursk", "Kursk")
          .claim("300", MadeClaim{.category = Category::killed,
                                  .low = 300,
                                  .high = 300,
                                  .source = nis,
                                  .group = "north korean soldiers",
                                  .event_date = "2025-01"})
          .claim("2,700", MadeClaim{.category = Category::wounded,
                                    .low = 2700,
                                    .high = 2700,
                                    .source = nis,
                                    .group = "north korean soldiers",
                                    .place = "Kursk"}),
      MadeReport("b2", "Some soldier, killed or not: at least 63 died in Gaza, the ministry said. Naïve Málaga.")
          .outlet("Evening Star")
          .published("2025-02")
          .title("Soldiers in Gaza")
          .mention(EntityType::place, "Gaza", "Gaza")
          .mention(EntityType::organization, "ministry", ministry)
          .claim("63", MadeClaim{.category = Category::killed,
                                 .low = 63,
                                 .high = {},
                                 .qualifier = Qualifier::at_least,
                                 .source = ministry,
                                 .group = "people",
                                 .via = {"Wire Service"}}),
      MadeReport("c3", "Nobody was hurt. Dozens may die, Wire Service wrote; a force of war-torn men.")
          .outlet("Wire Service")
          .published("2024-12-31T10:00:00")
          .claim("Dozens", MadeClaim{.category = Category::killed,
                                     .qualifier = Qualifier::vague,
                                     .source = "Wire Service",
                                     .modality = Modality::forecast})
          .claim("men", MadeClaim{.category = Category::wounded, .low = 5, .high = 8, .qualifier = Qualifier::range}),
      MadeReport("d4", "북한군 300명이 사망했다.", "ko")
          .published("2025-01-20")
          .mention(EntityType::person, "북한", "Kim Jong-un")
          .claim("300", MadeClaim{.category = Category::killed, .low = 300, .high = 300, .event_date = "2025-01-19"}),
      MadeReport("e5", "Los soldados murieron en Málaga.", "es").outlet("El Diario").published("2023"),
  };
}

class SearcherTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { index_ = new TestIndex(reports()); }
  static void TearDownTestSuite() { delete index_; }

  Searcher searcher_{index_->folder()};
  static TestIndex* index_;
};

TestIndex* SearcherTest::index_ = nullptr;

// The ids of all hits, sorted.
std::string ids(Searcher& searcher, const std::string& query, const ClaimFilter& filter = {}) {
  const ReportAnswer answer = searcher.search(parse_query(query), {.limit = 100, .claims = filter});
  std::vector<std::string> ids;
  for (const ReportHit& hit : answer.hits) ids.push_back(hit.report);
  EXPECT_EQ(answer.total, ids.size()) << query;
  std::sort(ids.begin(), ids.end());
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : " ") + id;
  return all;
}

// Report and figure of all claims, in order.
std::string figures(Searcher& searcher, const std::string& query, const ClaimFilter& filter = {}) {
  const ClaimAnswer answer = searcher.claims(parse_query(query), {.filter = filter});
  std::string all;
  for (const ClaimRecord& hit : answer.hits) all += (all.empty() ? "" : " ") + hit.report + ":" + hit.figure;
  EXPECT_EQ(answer.total, answer.hits.size()) << query;
  return all;
}

// Names as written are kept as what differs from the entities' own names: every mixture of the two.
TEST(Searcher, AsisFindsReportsThatWriteANameSoWhateverItMeans) {
  const std::vector<std::string> names = {"Kim", "the Kim", "Kim Jong-un", "Kursk", "KURSK", "Kursk Oblast"};
  const std::vector<EntityType> types = {EntityType::person, EntityType::organization, EntityType::place,
                                         EntityType::unit, EntityType::nationality};
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
  std::vector<MadeReport> reports;
  std::map<std::string, std::string> expected;  // ids by key
  for (int number = 100; number < 200; ++number) {
    std::string text;
    for (const std::string& name : names) text += name + "; ";
    MadeReport& report = reports.emplace_back(std::to_string(number), text);
    std::set<std::string> written;
    for (unsigned mentions = 1 + random() % 3; mentions > 0; --mentions) {
      const std::string name = pick(names);
      report.mention(pick(types), name, pick(names));
      written.insert(name_key(name));
    }
    for (const std::string& key : written) expected[key] += (expected[key].empty() ? "" : " ") + std::to_string(number);
  }
  const TestIndex index(reports);
  Searcher searcher(index.folder());
  for (const std::string& name : names)
    EXPECT_EQ(ids(searcher, "asis:\"" + name + '"'), expected[name_key(name)]) << name;
}

TEST_F(SearcherTest, FindsReports) {
  const std::pair<std::string, std::string> table[] = {
      {"", "a1 b2 c3 d4 e5"},
      {"soldier", "a1 b2"},
      {"Soldiers", "a1 b2"},
      {"soldado", "e5"},
      {"killed soldiers", "a1 b2"},
      {"\"soldiers were killed\"", "a1"},
      {"\"soldier were killed\"", ""},
      {"\"soldiers were\" OR nobody", "a1 c3"},
      {"soldiers -\"soldiers were\"", "b2"},
      {"\"losses the agency\"", ""},
      {"losses", "a1"},
      {"malaga", "b2 e5"},
      {"MÁLAGA", "b2 e5"},
      {"naive", "b2"},
      {"war-torn", "c3"},
      {"torn-war", ""},
      {"북한군", "d4"},
      {"한국군", ""},
      {"300", "a1 d4"},
      {"sold*", "a1 b2 e5"},
      {"soldie*", "a1 b2"},
      {"북한*", "d4"},
      {"zz*", ""},
      {"agency near/3 soldiers", "a1"},
      {"agency near/2 soldiers", ""},
      {"soldiers near/3 agency", "a1"},
      {"nobody OR soldados", "c3 e5"},
      {"-soldiers", "c3 d4 e5"},
      {"*", "a1 b2 c3 d4 e5"},
      {"outlet:\"Daily Post\"", "a1"},
      {"outlet:post", "a1"},
      {"outlet:po", ""},
      {"outlet:po*", "a1"},
      {"outlet:(unknown)", "d4"},
      {"lang:es", "e5"},
      {"lang:KO", "d4"},
      {"date:2025", "a1 b2 d4"},
      {"date:2025-01", "a1 d4"},
      {"date:2025-01-13..2025-01-19", "a1"},
      {"date:2025-02-01..2025-02-28", "b2"},
      {"date:2025-02-01..2025-02-27", ""},
      {"date:2024-12-31..2025-01-13", "a1 c3"},
      {"date:..2024", "c3 e5"},
      {"date:2025-01-14..", "b2 d4"},
      {"date:(unknown)", ""},
      {"title:loss", "a1"},
      {"title:soldiers", "b2"},
      {"title:sol*", "b2"},
      {"title:soldiers*", "b2"},
      {"title:\"gaza soldiers\"", "b2"},
      {"title:(none)", "c3 d4 e5"},
      {"place:Kursk", "a1"},
      {"place:(none)", "c3 d4 e5"},
      {"org:ministry", "b2"},
      {"person:\"Kim Jong\"", "d4"},
      {"person:(none)", "a1 b2 c3 e5"},
      {"source:\"health ministry\"", "b2"},
      {"source:\"ministry health\"", ""},
      {"source:(none)", "c3 d4"},
      {"source:NIS", "a1"},
      {"source:\"National Intelligence Service\"", "a1"},
      {"via:wire", "b2"},
      {"via:(none)", "a1 c3 d4"},
      {"group:soldier", "a1"},
      {"group:\"soldiers korean\"", "a1"},
      {"group:sold*", "a1"},
      {"group:(none)", "c3 d4"},
      {"category:killed", "a1 b2 d4"},
      {"category:wounded", "a1 c3"},
      {"category:kill*", "a1 b2 d4"},
      {"category:killed n>=300", "a1 d4"},
      {"category:killed n>=2000", ""},
      {"category:wounded n>=2000", "a1"},
      {"event_date:2025-01", "a1 d4"},
      {"event_date:2025-01-19", "d4"},
      {"event_date:(none)", "a1 b2 c3"},
      {"rule:by-hand", "a1 b2 c3 d4"},
      {"rule:by-*", "a1 b2 c3 d4"},
      {"by:\"Wire Service\"", "c3"},
      {"asis:ministry", "b2"},
      {"asis:\"Kim Jong-un\"", ""},
      {"asis:북한", "d4"},
      // Conditions on claims are asked of one claim, excluded ones of none.
      {"category:killed source:NIS n:300", "a1"},
      {"category:wounded source:NIS n:300", ""},
      {"category:wounded -source:NIS", "c3"},
      {"-category:killed", "c3 e5"},
      {"-(category:killed n:300)", "b2 c3 e5"},
      {"category:killed (source:NIS OR source:ministry)", "a1 b2"},
      {"n:2700 (category:killed OR soldados)", ""},
      {"n:2700 (category:killed OR agency)", "a1"},
      {"(category:wounded n:2700) OR soldados", "a1 e5"},
      {"agency OR category:wounded", "a1 c3"},
      // What a report has itself is enough where it makes no claim.
      {"murieron (category:killed OR lang:es)", "e5"},
  };
  for (const auto& [query, expected] : table) EXPECT_EQ(ids(searcher_, query), expected) << query;
}

TEST_F(SearcherTest, FindsClaims) {
  const std::pair<std::string, std::string> table[] = {
      {"", "c3:men a1:300 a1:2,700 d4:300 b2:63"},
      {"soldiers", "a1:300 a1:2,700 b2:63"},
      {"category:killed", "a1:300 d4:300 b2:63"},
      {"category:killed source:NIS", "a1:300"},
      {"-category:killed", "c3:men a1:2,700"},
      {"-source:NIS", "c3:men d4:300 b2:63"},
      {"source:(none)", "c3:men d4:300"},
      {"soldiers -source:NIS", "b2:63"},
      {"place:Kursk", "a1:2,700"},
      {"place:(none)", "c3:men a1:300 d4:300 b2:63"},
      {"n>=300", "a1:300 a1:2,700 d4:300"},
      {"outlet:\"Evening Star\" OR n:300", "a1:300 d4:300 b2:63"},
      {"by:\"Wire Service\"", "c3:men"},
      {"asis:\"Gaza's Hamas-run health ministry\"", "b2:63"},
      {"asis:ministry", ""},
      {"date:2025-01", "a1:300 a1:2,700 d4:300"},
      {"\"soldiers were\" category:wounded", "a1:2,700"},
      {"person:kim", "d4:300"},
  };
  for (const auto& [query, expected] : table) EXPECT_EQ(figures(searcher_, query), expected) << query;
}

TEST_F(SearcherTest, TheFilterSaysWhichClaimsCount) {
  EXPECT_EQ(figures(searcher_, "category:killed", {.modality = {}}), "c3:Dozens a1:300 d4:300 b2:63");
  EXPECT_EQ(figures(searcher_, "", {.modality = Modality::forecast}), "c3:Dozens");
  EXPECT_EQ(ids(searcher_, "category:killed", {.modality = Modality::forecast}), "c3");
  EXPECT_EQ(figures(searcher_, "n>=1000", {.modality = {}, .match = Match::possible}), "c3:Dozens a1:2,700 b2:63");
  EXPECT_EQ(figures(searcher_, "n:6..7", {.match = Match::possible}), "c3:men");
  EXPECT_EQ(figures(searcher_, "n>=60", {.match = Match::certain}), "a1:300 a1:2,700 d4:300 b2:63");
}

TEST_F(SearcherTest, ByTellsTheRoleThatMatched) {
  const ClaimAnswer answer =
      searcher_.claims(parse_query("by:\"Wire Service\""), {.filter = {.modality = std::nullopt}});
  ASSERT_EQ(answer.hits.size(), 2u);
  EXPECT_EQ(answer.hits[0].matched_as, "source,outlet");
  EXPECT_EQ(answer.hits[1].matched_as, "outlet");
  EXPECT_EQ(searcher_.claims(parse_query("by:ministry")).hits.at(0).matched_as, "source");
  EXPECT_EQ(searcher_.claims(parse_query("source:ministry")).hits.at(0).matched_as, "");
}

TEST_F(SearcherTest, AClaimRecordCountsInCodePointsAndHasAStableId) {
  const ClaimRecord record = searcher_.claims(parse_query("lang:ko")).hits.at(0);
  EXPECT_EQ(record.figure, "300");
  EXPECT_EQ(record.start, 4u);
  EXPECT_EQ(record.end, 7u);
  EXPECT_EQ(record.claim.figure.begin, 10u);
  EXPECT_EQ(record.sentence, "북한군 300명이 사망했다.");
  EXPECT_EQ(record.claim_id.size(), 16u);
  ASSERT_TRUE(searcher_.claim(record.claim_id));
  EXPECT_EQ(searcher_.claim(record.claim_id)->report, "d4");
  EXPECT_FALSE(searcher_.claim("0000000000000000"));
}

TEST_F(SearcherTest, AReportIsGivenWhole) {
  const std::optional<StoredReport> report = searcher_.report("a1");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->report.title, "Heavy losses");
  EXPECT_EQ(report->claims.size(), 2u);
  EXPECT_EQ(report->mentions.size(), 1u);
  EXPECT_FALSE(searcher_.report("absent"));
}

TEST_F(SearcherTest, PagesJoinToTheWholeAndTotalsStay) {
  std::vector<std::string> paged;
  for (std::uint32_t offset = 0; offset < 6; offset += 2) {
    const ClaimAnswer page = searcher_.claims({}, {.offset = offset, .limit = 2});
    EXPECT_EQ(page.total, 5u);
    for (const ClaimRecord& hit : page.hits) paged.push_back(hit.claim_id);
  }
  std::vector<std::string> whole;
  for (const ClaimRecord& hit : searcher_.claims({}).hits) whole.push_back(hit.claim_id);
  EXPECT_EQ(paged, whole);
  EXPECT_EQ(searcher_.search({}, {.offset = 3, .limit = 10}).hits.size(), 2u);
  EXPECT_EQ(searcher_.search({}, {.limit = 0}).total, 5u);
}

TEST_F(SearcherTest, HitsAreRankedTiesById) {
  const auto order = [&](const std::string& query, SearchOptions::Sort sort) {
    std::string all;
    for (const ReportHit& hit : searcher_.search(parse_query(query), {.sort = sort}).hits) all += hit.report + " ";
    return all;
  };
  EXPECT_EQ(order("", SearchOptions::Sort::relevance), "a1 b2 c3 d4 e5 ");
  EXPECT_EQ(order("", SearchOptions::Sort::date), "b2 d4 a1 c3 e5 ");
  EXPECT_EQ(order("outlet:post OR gaza", SearchOptions::Sort::relevance), "b2 a1 ");
}

TEST_F(SearcherTest, SnippetsShowWordsOrTheClaim) {
  const ReportHit words = searcher_.search(parse_query("wounded")).hits.at(0);
  EXPECT_EQ(words.claims, 2u);
  EXPECT_GT(words.score, 0);
  ASSERT_EQ(words.snippet.highlights.size(), 1u);
  const Span mark = words.snippet.highlights[0];
  EXPECT_EQ(words.snippet.text.substr(mark.begin, mark.size()), "wounded");
  const ReportHit claim = searcher_.search(parse_query("n:2700")).hits.at(0);
  const Span figure = claim.snippet.highlights.at(0);
  EXPECT_EQ(claim.snippet.text.substr(figure.begin, figure.size()), "2,700");
  EXPECT_TRUE(searcher_.search(parse_query("outlet:post -wounded OR lang:es")).hits.at(0).snippet.highlights.empty());
}

std::string shown(const Facet& facet) {
  std::string all;
  for (const FacetValue& value : facet.values) all += value.value + "=" + std::to_string(value.count) + " ";
  return all;
}

TEST_F(SearcherTest, FacetsCountReportsOrClaims) {
  const std::tuple<Field, Of, std::string, std::string> table[] = {
      {Field::category, Of::claims, "", "killed=3 wounded=2 "},
      {Field::category, Of::reports, "", "killed=3 wounded=2 "},
      {Field::source, Of::claims, "lang:ko OR outlet:wire", "(none)=2 "},
      {Field::via, Of::claims, "", "(none)=4 Wire Service=1 "},
      {Field::outlet, Of::reports, "", "(unknown)=1 Daily Post=1 El Diario=1 Evening Star=1 Wire Service=1 "},
      {Field::outlet, Of::claims, "date:2025-01", "Daily Post=2 (unknown)=1 "},
      {Field::lang, Of::reports, "", "en=3 es=1 ko=1 "},
      {Field::place, Of::reports, "", "(none)=3 Gaza=1 Kursk=1 "},
      {Field::place, Of::claims, "", "(none)=4 Kursk=1 "},
      {Field::date, Of::reports, "", "2023=1 2024-12-31=1 2025-01-13=1 2025-01-20=1 2025-02=1 "},
      {Field::event_date, Of::claims, "", "(none)=3 2025-01=1 2025-01-19=1 "},
      {Field::title, Of::claims, "soldiers", "Heavy losses=2 Soldiers in Gaza=1 "},
      {Field::person, Of::reports, "", "(none)=4 Kim Jong-un=1 "},
      {Field::group, Of::reports, "category:wounded", "(none)=1 north korean soldiers=1 "},
      {Field::rule, Of::claims, "", "by-hand=5 "},
  };
  for (const auto& [field, of, query, expected] : table)
    EXPECT_EQ(shown(searcher_.facet(field, of, parse_query(query))), expected) << info(field).name << " " << query;
  const ReportAnswer answer = searcher_.search(parse_query("soldiers"), {.facets = {Field::outlet, Field::category}});
  ASSERT_EQ(answer.facets.size(), 2u);
  EXPECT_EQ(shown(answer.facets[1]), "killed=2 wounded=1 ");
}

TEST_F(SearcherTest, WhatIsNoFacetIsRefused) {
  for (const Field field : {Field::person, Field::org, Field::unit, Field::by, Field::asis})
    EXPECT_THROW(searcher_.facet(field, Of::claims, {}), QueryError);
  EXPECT_THROW(searcher_.facet(Field::by, Of::reports, {}), QueryError);
  EXPECT_THROW(searcher_.cross(Field::source, Field::person, {}), QueryError);
  EXPECT_THROW(searcher_.search({}, {.facets = {Field::asis}}), QueryError);
}

TEST_F(SearcherTest, TwoFieldsAreCrossed) {
  std::string all;
  for (const CrossCount& count : searcher_.cross(Field::category, Field::lang, {}))
    all += count.row + "/" + count.column + "=" + std::to_string(count.count) + " ";
  EXPECT_EQ(all, "killed/en=2 killed/ko=1 wounded/en=2 ");
}

TEST_F(SearcherTest, ExportsGoInTheOrderOfReportIds) {
  std::vector<std::string> seen;
  searcher_.each_report(parse_query("date:2024.."), {},
                        [&](const StoredReport& report) { seen.push_back(report.report.id); });
  EXPECT_THAT(seen, ElementsAre("a1", "b2", "c3", "d4"));
  seen.clear();
  searcher_.each_claim(parse_query("-source:NIS"), {},
                       [&](const ClaimRecord& claim) { seen.push_back(claim.report + ":" + claim.figure); });
  EXPECT_THAT(seen, ElementsAre("b2:63", "c3:men", "d4:300"));
  seen.clear();
  searcher_.each_mention({}, {},
                         [&](const MentionRecord& mention) { seen.push_back(mention.text + "=" + mention.name); });
  EXPECT_THAT(seen, ElementsAre("Kursk=Kursk", "Gaza=Gaza", "ministry=" + ministry, "북한=Kim Jong-un"));
}

TEST_F(SearcherTest, StatusIsTheIndexInNumbers) {
  const Status status = searcher_.status();
  EXPECT_EQ(status.reports, 5u);
  EXPECT_EQ(status.claims, 6u);
  EXPECT_EQ(status.first_date, "2023");
  EXPECT_EQ(status.last_date, "2025-02");
  EXPECT_EQ(status.revision, 1u);
  EXPECT_EQ(status.analysis_version, "test");
  EXPECT_GT(status.bytes_on_disk, 1000u);
  EXPECT_EQ(status.languages.front(), (std::pair<std::string, std::uint64_t>("en", 3)));
  EXPECT_THAT(status.languages_without_claims, testing::Contains("ko"));
  EXPECT_THAT(status.languages_without_claims, testing::Not(testing::Contains("en")));
}

TEST_F(SearcherTest, TwoIndexesAreAskedAsOne) {
  const TestIndex other({MadeReport("a0", "More soldiers.")
                             .outlet("Other")
                             .claim("More", MadeClaim{.category = Category::deployed, .source = "Another ministry"}),
                         MadeReport("a1", "Soldiers under the same id.").outlet("Daily Post")});
  Searcher both({index_->folder(), other.folder()});
  EXPECT_EQ(ids(both, "soldiers"), "a0 a1 a1 b2");
  EXPECT_EQ(ids(both, "source:ministry"), "a0 b2");
  EXPECT_EQ(figures(both, "source:ministry OR place:kursk"), "a1:2,700 b2:63 a0:More");
  EXPECT_EQ(ids(both, "\"soldiers under\""), "a1");
  EXPECT_EQ(shown(both.facet(Field::outlet, Of::reports, parse_query("soldiers"))),
            "Daily Post=2 Evening Star=1 Other=1 ");
  std::vector<std::string> seen;
  both.each_report({}, {}, [&](const StoredReport& report) { seen.push_back(report.report.id); });
  EXPECT_THAT(seen, ElementsAre("a0", "a1", "a1", "b2", "c3", "d4", "e5"));
  EXPECT_EQ(both.status().reports, 7u);
}

TEST_F(SearcherTest, QueriesThatTheIndexCannotAnswerAreErrors) {
  Query number_of_nothing{.kind = Query::Kind::value, .text = "yesterday", .field = Field::date};
  EXPECT_THROW(searcher_.search(number_of_nothing), QueryError);
  EXPECT_THROW(searcher_.search({.kind = Query::Kind::value, .text = "slain", .field = Field::category}), QueryError);
  EXPECT_THROW(searcher_.search({.kind = Query::Kind::near}), QueryError);
  EXPECT_THROW(searcher_.search({.kind = Query::Kind::word, .text = "..."}), QueryError);
  EXPECT_THROW(searcher_.search({.kind = Query::Kind::dates, .field = Field::date, .first = "soon"}), QueryError);
  Query deep{.kind = Query::Kind::word, .text = "a"};
  for (int level = 0; level < 100; ++level) {
    Query outer{.kind = Query::Kind::none_of};
    outer.children.push_back(std::move(deep));
    deep = std::move(outer);
  }
  EXPECT_THROW(searcher_.search(deep), QueryError);
}

TEST(Searcher, AMissingIndexIsAnError) {
  try {
    Searcher("/nonexistent/index");
    FAIL() << "no error";
  } catch (const IndexError& error) {
    EXPECT_EQ(error.reason(), IndexError::Reason::missing);
  }
}

TEST(Searcher, AnEmptyIndexAnswersEverythingWithNothing) {
  const TestIndex index;
  Searcher searcher(index.folder());
  for (const std::string query :
       {"", "a", "\"a b\"", "ab*", "source:x", "-a", "date:2025", "title:(none)", "a near/2 b"}) {
    EXPECT_EQ(searcher.search(parse_query(query)).total, 0u) << query;
    EXPECT_EQ(searcher.claims(parse_query(query)).total, 0u) << query;
  }
  EXPECT_TRUE(searcher.facet(Field::source, Of::claims, {}).values.empty());
  EXPECT_EQ(searcher.status().reports, 0u);
  EXPECT_TRUE(searcher.verify().empty());
}

TEST(Searcher, FollowsWhatAWriterCommitsUnderneath) {
  TestIndex index({MadeReport("r0", "Soldiers came.")});
  Searcher searcher(index.folder());
  for (int number = 1; number <= 20; ++number) {
    index.write(
        {MadeReport("r" + std::to_string(number), "Soldiers came.")
             .outlet("Outlet " + std::to_string(number))
             .claim("came", MadeClaim{.category = Category::deployed, .source = "S" + std::to_string(number)})});
    ASSERT_EQ(searcher.search(parse_query("soldiers")).total, static_cast<std::uint64_t>(number + 1));
    ASSERT_EQ(searcher.claims(parse_query("source:s*")).total, static_cast<std::uint64_t>(number));
    ASSERT_EQ(searcher.facet(Field::outlet, Of::reports, {}).values.size(), static_cast<std::size_t>(number + 1));
  }
  index.remove("r3");
  index.commit();
  EXPECT_EQ(ids(searcher, "outlet:3"), "");
}

TEST(Searcher, AnExportGoesOnWhileAWriterCommits) {
  std::vector<MadeReport> many;
  for (int number = 100; number < 300; ++number)
    many.push_back(MadeReport("r" + std::to_string(number), "Report of soldiers " + std::to_string(number)));
  TestIndex index(many);
  Searcher searcher(index.folder());
  std::vector<std::string> seen;
  searcher.each_report(parse_query("soldiers"), {}, [&](const StoredReport& report) {
    seen.push_back(report.report.id);
    if (seen.size() % 20 == 0)  // Every report is written anew, so that no block of the old state is left.
      for (int round = 0; round < 3; ++round) index.write(many);
  });
  ASSERT_EQ(seen.size(), 200u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

TEST(Searcher, EveryAnswerIsOfOneCommittedStateWhileAWriterIsBusy) {
  constexpr std::uint64_t batch = 20;
  const auto batch_of = [](int round) {
    std::vector<MadeReport> reports;
    for (std::uint64_t number = 0; number < batch; ++number)
      reports.push_back(
          MadeReport("r" + std::to_string(number), "Soldiers came " + std::to_string(round))
              .outlet("Outlet " + std::to_string(round))
              .claim("came", MadeClaim{.category = Category::deployed, .source = "S" + std::to_string(round)}));
    return reports;
  };
  TestIndex index(batch_of(0));
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int round = 1; !done; ++round) index.write(batch_of(round));
  });
  Searcher searcher(index.folder());
  for (int question = 0; question < 100; ++question) {
    try {
      const ReportAnswer reports = searcher.search(parse_query("soldiers"), {.facets = {Field::outlet}});
      const ClaimAnswer claims = searcher.claims(parse_query("soldiers"), {.limit = 5, .facets = {Field::source}});
      EXPECT_EQ(reports.total, batch);
      EXPECT_EQ(claims.total, batch);
      // All of a batch, or nothing of it.
      EXPECT_EQ(reports.facets.at(0).values.size(), 1u);
      EXPECT_EQ(claims.facets.at(0).values.size(), 1u);
    } catch (const IndexError& error) {
      EXPECT_EQ(error.reason(), IndexError::Reason::changing) << error.what();
    }
  }
  done = true;
  writer.join();
}

TEST(Searcher, HostileQueriesAreAnsweredSoon) {
  std::string common;
  for (int word = 0; word < 200'000; ++word) common += "a b a c a d ";
  std::vector<MadeReport> many = {MadeReport("huge", common)};
  std::string all_words;
  for (int word = 0; word < 2000; ++word) all_words += "zz" + std::to_string(word) + " ";
  many.push_back(MadeReport("words", all_words));
  TestIndex index(many);
  Searcher searcher(index.folder());
  EXPECT_THROW(searcher.search(parse_query("zz*")), QueryError);
  std::string phrase = "\"";
  for (int word = 0; word < 31; ++word) phrase += "a ";
  const auto begin = std::chrono::steady_clock::now();
  searcher.search(parse_query(phrase + "z\""));
  searcher.search(parse_query("a near/1 z"));
  searcher.search(parse_query("\"a b\" near/1000 \"z a\""));
  searcher.search(parse_query(std::string(16, '-') + "a"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace averment
