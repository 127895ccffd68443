// What holds of every answer, whatever the reports and the query: seeds are printed.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "averment/searcher.hpp"
#include "random_reports.hpp"
#include "searcher/claim_test.hpp"
#include "store/report_values.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

// A query's meaning, told again in the plainest way.
class Oracle {
 public:
  Oracle(const StoredReport& report, Of of, const ClaimFilter& filter) : report_(report), of_(of), filter_(filter) {
    for (const ClaimRecord& record : report.claims) claims_.push_back(record.claim);
    packed_ = packed_claims(claims_);
  }

  bool report_matches(const Query& query) const { return of_report(query); }

  std::vector<std::uint32_t> matching(const Query& query) const {
    std::vector<std::uint32_t> matching;
    for (std::uint32_t place = 0; place < claims_.size(); ++place)
      if (counts(packed_[place], filter_) && of_claim(query, place)) matching.push_back(place);
    return matching;
  }

 private:
  bool asks_claims(const Query& query) const {
    if (!query.children.empty())
      return std::any_of(query.children.begin(), query.children.end(),
                         [&](const Query& child) { return asks_claims(child); });
    switch (query.field) {
      case Field::source:
      case Field::category:
      case Field::stake:
      case Field::group:
      case Field::event_date:
        return query.kind != Query::Kind::word && query.kind != Query::Kind::phrase;
      case Field::place:
        return of_ == Of::claims;
      default:
        return query.kind == Query::Kind::number;
    }
  }

  static bool excludes_claims(const Query& query, const Oracle& oracle) {
    return (query.kind == Query::Kind::none_of && oracle.asks_claims(query)) ||
           std::any_of(query.children.begin(), query.children.end(),
                       [&](const Query& child) { return excludes_claims(child, oracle); });
  }

  bool some_claim(const std::vector<const Query*>& together) const {
    for (std::uint32_t place = 0; place < claims_.size(); ++place)
      if (counts(packed_[place], filter_) &&
          std::all_of(together.begin(), together.end(), [&](const Query* query) { return of_claim(*query, place); }))
        return true;
    return false;
  }

  bool of_report(const Query& query) const {
    const auto child = [&](const Query& part) { return of_report(part); };
    if (query.kind == Query::Kind::any_of) return std::any_of(query.children.begin(), query.children.end(), child);
    if (query.kind == Query::Kind::none_of) return std::none_of(query.children.begin(), query.children.end(), child);
    if (query.kind != Query::Kind::all_of) return asks_claims(query) ? some_claim({&query}) : report_leaf(query);
    std::vector<const Query*> together;
    return all_conjuncts(query, together) && (together.empty() || some_claim(together));
  }

  // Conjuncts of one AND, those of an AND inside it, too.
  bool all_conjuncts(const Query& query, std::vector<const Query*>& together) const {
    for (const Query& part : query.children) {
      if (part.kind == Query::Kind::all_of) {
        if (!all_conjuncts(part, together)) return false;
      } else if (asks_claims(part) && !excludes_claims(part, *this)) {
        together.push_back(&part);
      } else if (!of_report(part)) {
        return false;
      }
    }
    return true;
  }

  bool of_claim(const Query& query, std::uint32_t place) const {
    const auto child = [&](const Query& part) { return of_claim(part, place); };
    switch (query.kind) {
      case Query::Kind::all_of:
        return std::all_of(query.children.begin(), query.children.end(), child);
      case Query::Kind::any_of:
        return std::any_of(query.children.begin(), query.children.end(), child);
      case Query::Kind::none_of:
        return std::none_of(query.children.begin(), query.children.end(), child);
      default:
        return asks_claims(query) ? claim_leaf(query, place) : report_leaf(query);
    }
  }

  bool claim_leaf(const Query& query, std::uint32_t place) const {
    const Claim& claim = claims_[place];
    const std::string wanted = query.text.starts_with("(") ? "" : query.text;
    if (query.kind == Query::Kind::number)
      return ClaimTest{.kind = ClaimTest::Kind::number, .least = query.least, .most = query.most}.holds(packed_[place],
                                                                                                        filter_);
    if (query.kind == Query::Kind::dates) return from_december(claim.event_date);
    if (query.field == Field::source) return (claim.source ? claim.source->name : "") == wanted;
    if (query.field == Field::category) return name_of(claim.category) == wanted;
    if (query.field == Field::stake) return name_of(claim.stake) == wanted;
    if (query.field == Field::group) return claim.group_name == wanted;
    return claim.place == wanted;
  }

  static bool from_december(const std::string& date) { return date.size() > 4 ? date >= "2024-12" : date > "2024"; }

  std::string words() const { return " " + report_.report.title + " | " + report_.report.text + " "; }

  bool report_leaf(const Query& query) const {
    const std::string wanted = query.text.starts_with("(") ? "" : query.text;
    if (query.kind == Query::Kind::dates) return from_december(report_.report.published);
    if (query.kind == Query::Kind::word || query.kind == Query::Kind::phrase)
      return words().find(" " + query.text + " ") != std::string::npos;
    if (query.field == Field::outlet) return report_.report.outlet == wanted;
    if (wanted.empty()) return report_.mentions.empty();
    return !report_.mentions.empty() && report_.mentions[0].name == wanted;
  }

  const StoredReport& report_;
  Of of_;
  ClaimFilter filter_;
  std::vector<Claim> claims_;
  std::vector<PackedClaim> packed_;
};

class SearcherProperties : public testing::Test {
 protected:
  SearcherProperties()
      : seed_(std::random_device()()),
        random_(seed_),
        reports_(random_.reports(80)),
        index_(reports_),
        searcher_(index_.folder()) {
    std::printf("seed %u\n", seed_);
  }

  unsigned seed_;
  RandomReports random_;
  std::vector<MadeReport> reports_;
  TestIndex index_;
  Searcher searcher_;
};

TEST_F(SearcherProperties, AnswersAreThoseOfAPlainReadingOfEveryReport) {
  std::vector<StoredReport> all;
  searcher_.each_report({}, {}, [&](const StoredReport& report) { all.push_back(report); });
  ASSERT_EQ(all.size(), reports_.size());
  for (int round = 0; round < 300; ++round) {
    const Query query = random_.query(3);
    const ClaimFilter filter = random_.filter();
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    std::vector<std::string> expected, found, expected_claims, found_claims;
    for (const StoredReport& report : all) {
      if (Oracle(report, Of::reports, filter).report_matches(query)) expected.push_back(report.report.id);
      for (const std::uint32_t place : Oracle(report, Of::claims, filter).matching(query))
        expected_claims.push_back(report.report.id + "/" + std::to_string(report.claims[place].start));
    }
    searcher_.each_report(query, filter, [&](const StoredReport& report) { found.push_back(report.report.id); });
    searcher_.each_claim(query, filter, [&](const ClaimRecord& claim) {
      found_claims.push_back(claim.report + "/" + std::to_string(claim.start));
    });
    ASSERT_EQ(found, expected);
    ASSERT_EQ(found_claims, expected_claims);
    ASSERT_EQ(searcher_.search(query, {.limit = 3, .claims = filter}).total, expected.size());
    ASSERT_EQ(searcher_.search(query, {.limit = 100, .claims = filter}).hits.size(), expected.size());
    ASSERT_EQ(searcher_.claims(query, {.limit = 3, .filter = filter}).total, expected_claims.size());
  }
}

std::string month_of(const std::string& date) { return date.substr(0, 7); }

std::vector<std::string> values(Field field, const ClaimRecord& record) {
  const Claim& claim = record.claim;
  switch (field) {
    case Field::outlet:
      return {record.outlet};
    case Field::source:
      return {claim.source ? claim.source->name : ""};
    case Field::via:
      return claim.source && !claim.source->via.empty() ? claim.source->via : std::vector<std::string>{""};
    case Field::place:
      return {claim.place};
    case Field::category:
      return {std::string(name_of(claim.category))};
    case Field::stake:
      return {std::string(name_of(claim.stake))};
    case Field::group:
      return {claim.group_name};
    case Field::lang:
      return {record.lang};
    case Field::date:
      return {record.published};
    case Field::month:
      return {month_of(record.published)};
    case Field::event_date:
      return {claim.event_date};
    case Field::title:
      return {record.title};
    default:
      return {claim.rule};
  }
}

std::set<std::string> values(Field field, const StoredReport& report, const ClaimFilter& filter) {
  const std::pair<Field, EntityType> types[] = {{Field::person, EntityType::person},
                                                {Field::org, EntityType::organization},
                                                {Field::place, EntityType::place},
                                                {Field::unit, EntityType::unit}};
  std::set<std::string> found;
  for (const auto& [of_names, type] : types) {
    if (of_names != field) continue;
    for (const Mention& mention : report.mentions)
      if (mention.type == type) found.insert(mention.name);
    return found.empty() ? std::set<std::string>{""} : found;
  }
  if (field == Field::outlet) return {report.report.outlet};
  if (field == Field::lang) return {report.report.lang};
  if (field == Field::date) return {report.report.published};
  if (field == Field::month) return {month_of(report.report.published)};
  if (field == Field::title) return {report.report.title};
  for (const ClaimRecord& record : report.claims)
    if (!filter.modality || record.claim.modality == *filter.modality)
      for (const std::string& value : values(field, record)) found.insert(value);
  return found;
}

Counts counts_of(const Facet& facet) {
  Counts counts;
  for (const FacetValue& value : facet.values) counts[value.value] = value.count;
  return counts;
}

std::string named(Field field, const std::string& value) {
  return value.empty() ? std::string(info(field).absent) : value;
}

std::vector<std::string> ids_of(const ReportAnswer& answer) {
  std::vector<std::string> ids;
  for (const ReportHit& hit : answer.hits) ids.push_back(hit.report);
  return ids;
}

TEST_F(SearcherProperties, PagesAreTheWholeInPieces) {
  for (int round = 0; round < 100; ++round) {
    const Query query = random_.query(2);
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    for (const SearchOptions::Sort sort : {SearchOptions::Sort::relevance, SearchOptions::Sort::date}) {
      const ReportAnswer whole = searcher_.search(query, {.limit = 1000, .sort = sort});
      for (std::size_t i = 1; i < whole.hits.size(); ++i) {
        const ReportHit &earlier = whole.hits[i - 1], &next = whole.hits[i];
        const bool by_date = sort == SearchOptions::Sort::date;
        if (by_date && earlier.published == next.published) {
          ASSERT_LT(earlier.report, next.report);
        }
        if (by_date) {
          ASSERT_GE(earlier.published, next.published);
        }
        if (!by_date && earlier.score == next.score) {
          ASSERT_LT(earlier.report, next.report);
        }
        if (!by_date) {
          ASSERT_GE(earlier.score, next.score);
        }
      }
      std::vector<std::string> pieces;
      for (std::uint32_t offset = 0; offset < whole.hits.size(); offset += 3)
        for (const std::string& id : ids_of(searcher_.search(query, {.offset = offset, .limit = 3, .sort = sort})))
          pieces.push_back(id);
      ASSERT_EQ(pieces, ids_of(whole));
      const ReportAnswer plain = searcher_.search(query, {.limit = 5, .sort = sort, .snippets = false});
      ASSERT_EQ(ids_of(plain), ids_of(searcher_.search(query, {.limit = 5, .sort = sort})));
    }
  }
}

TEST_F(SearcherProperties, FacetCountsEqualAScanOfTheExports) {
  for (int round = 0; round < 20; ++round) {
    const Query query = random_.query(2);
    const ClaimFilter filter = random_.filter();
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    for (const FieldInfo& row : all_fields()) {
      SCOPED_TRACE(std::string(row.name));
      if (row.counts_reports) {
        Counts scanned;
        searcher_.each_report(query, filter, [&](const StoredReport& report) {
          for (const std::string& value : values(row.field, report, filter)) ++scanned[named(row.field, value)];
        });
        ASSERT_EQ(counts_of(searcher_.facet(row.field, Of::reports, query, filter)), scanned);
        const ReportAnswer answer = searcher_.search(query, {.facets = {row.field}, .claims = filter});
        ASSERT_EQ(counts_of(answer.facets.at(0)), scanned);
      }
      if (row.counts_claims) {
        Counts scanned;
        std::uint64_t total = 0;
        searcher_.each_claim(query, filter, [&](const ClaimRecord& claim) {
          ++total;
          for (const std::string& value : values(row.field, claim)) ++scanned[named(row.field, value)];
        });
        const ClaimAnswer answer = searcher_.claims(query, {.limit = 2, .facets = {row.field}, .filter = filter});
        ASSERT_EQ(counts_of(searcher_.facet(row.field, Of::claims, query, filter)), scanned);
        ASSERT_EQ(counts_of(answer.facets.at(0)), scanned);
        ASSERT_EQ(answer.total, total);
        Counts crossed;
        for (const CrossCount& count : searcher_.cross(row.field, Field::category, query, filter))
          crossed[count.row] += count.count;
        ASSERT_EQ(crossed, scanned);
      }
    }
  }
}

/// What GroupOptions::lines promises of a claim.
ClaimRecord line_of(const ClaimRecord& whole) {
  ClaimRecord line;
  line.report = whole.report;
  line.published = whole.published;
  line.outlet = whole.outlet;
  line.matched_as = whole.matched_as;
  const Claim& claim = whole.claim;
  line.claim.category = claim.category;
  line.claim.low = claim.low;
  line.claim.high = claim.high;
  line.claim.qualifier = claim.qualifier;
  line.claim.modality = claim.modality;
  line.claim.share = claim.share;
  if (!claim.low && !claim.high && !claim.share) line.figure = whole.figure;
  if (claim.derived) line.claim.derived = {claim.derived->low, claim.derived->high, {}};
  line.claim.group = claim.group;
  line.claim.group_name = claim.group_name;
  if (!claim.source) return line;
  line.claim.source.emplace();
  if (claim.source->name.empty()) line.claim.source->source = claim.source->source;
  line.claim.source->name = claim.source->name;
  line.claim.source->via = claim.source->via;
  return line;
}

TEST_F(SearcherProperties, LinesOfGroupsSayWhatWholeClaimsSay) {
  for (int round = 0; round < 20; ++round) {
    const Query query = random_.query(2);
    const ClaimFilter filter = random_.filter();
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    const GroupedClaims whole = searcher_.grouped_claims(Field::source, query, {.claims = 3, .filter = filter});
    const GroupedClaims lines =
        searcher_.grouped_claims(Field::source, query, {.claims = 3, .lines = true, .filter = filter});
    ASSERT_EQ(lines.largest.size(), whole.largest.size());
    for (std::size_t group = 0; group < whole.largest.size(); ++group) {
      ASSERT_EQ(lines.largest[group].value, whole.largest[group].value);
      ASSERT_EQ(lines.largest[group].claims.size(), whole.largest[group].claims.size());
      for (std::size_t i = 0; i < whole.largest[group].claims.size(); ++i) {
        const ClaimRecord expected = line_of(whole.largest[group].claims[i]);
        const ClaimRecord& line = lines.largest[group].claims[i];
        ASSERT_EQ(line.claim, expected.claim);
        ASSERT_EQ(std::tie(line.report, line.published, line.outlet, line.figure, line.matched_as),
                  std::tie(expected.report, expected.published, expected.outlet, expected.figure, expected.matched_as));
      }
    }
  }
}

TEST_F(SearcherProperties, AFurtherConditionOnlyNarrows) {
  for (int round = 0; round < 100; ++round) {
    const Query query = random_.query(2);
    Query narrower{.kind = Query::Kind::all_of};
    narrower.children = {query, random_.query(1)};
    SCOPED_TRACE(to_string(narrower) + "   seed " + std::to_string(seed_));
    ASSERT_LE(searcher_.search(narrower).total, searcher_.search(query).total);
    ASSERT_LE(searcher_.claims(narrower).total, searcher_.claims(query).total);
  }
}

// `scores`: with them, in their order. They weigh words by how many reports have them, which for several forms of one
// word is an estimate that depends on how reports are shared out among indexes.
std::string printed(Searcher& searcher, const Query& query, bool scores) {
  std::vector<std::string> hits;
  for (const ReportHit& hit : searcher.search(query, {.limit = 100}).hits)
    hits.push_back(hit.report + (scores ? "=" + std::to_string(hit.score) : ""));
  if (!scores) std::sort(hits.begin(), hits.end());
  std::string all;
  for (const std::string& hit : hits) all += hit + " ";
  for (const ClaimRecord& claim : searcher.claims(query).hits) all += claim.claim_id + " ";
  for (const FacetValue& value : searcher.facet(Field::source, Of::claims, query).values)
    all += value.value + "=" + std::to_string(value.count) + " ";
  return all;
}

TEST_F(SearcherProperties, NeitherTheOrderOfIndexingNorSeveralIndexesChangeAnswers) {
  std::vector<MadeReport> other_order = reports_;
  for (std::size_t left = other_order.size(); left > 1; --left)
    std::swap(other_order[left - 1], other_order[random_.number(static_cast<unsigned>(left))]);
  const TestIndex other(other_order);
  Searcher other_searcher(other.folder());
  const std::size_t half = reports_.size() / 2;
  const TestIndex first({reports_.begin(), reports_.begin() + half}), second({reports_.begin() + half, reports_.end()});
  Searcher halves({first.folder(), second.folder()});
  for (int round = 0; round < 50; ++round) {
    const Query query = random_.query(3);
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    ASSERT_EQ(printed(other_searcher, query, true), printed(searcher_, query, true));
    ASSERT_EQ(printed(halves, query, false), printed(searcher_, query, false));
  }
}

}  // namespace
}  // namespace averment
