#include <gmock/gmock.h>

#include <map>

#include "averment/comparison.hpp"
#include "averment/searcher.hpp"
#include "random_reports.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Counted soldiers{"soldiers", "", "Arthos", "", ""};

MadeClaim told(std::uint64_t number, const std::string& source, Category category = Category::killed) {
  return {.category = category, .low = number, .high = number, .source = source, .counted = soldiers};
}

MadeReport report(const std::string& id, const std::string& published, const std::vector<MadeClaim>& claims) {
  MadeReport made(id, "one two three four of " + id);
  made.published(published);
  for (const MadeClaim& claim : claims) made.claim(" ", claim);
  return made;
}

std::string bounds(const ClaimRecord& record) { return std::to_string(record.claim.low.value_or(0)); }

/// "conflicting 300 r1 - 350 r2": with what is added.
std::string line(const ComparedPair& pair) {
  const auto figure = [](const ClaimRecord& record, const std::shared_ptr<const ClaimRecord>& added) {
    return bounds(record) + (added ? "+" + bounds(*added) : "") + " " + record.report;
  };
  return std::string(name_of(pair.comparison.relation)) + " " + figure(*pair.a, pair.added_a) + " - " +
         figure(*pair.b, pair.added_b);
}

std::vector<std::string> lines(const ConflictAnswer& answer) {
  std::vector<std::string> lines;
  for (const PairGroup& group : answer.widest)
    for (const ComparedPair& pair : group.widest) lines.push_back(line(pair));
  return lines;
}

std::vector<std::string> conflicts(const TestIndex& index, const std::string& query = "",
                                   const ConflictOptions& options = {}) {
  return lines(Searcher(index.folder()).conflicts(parse_query(query), options));
}

TEST(Conflicts, GroupsAndPairsStandByTheWidestGap) {
  TestIndex index({report("r1", "2025-02-01", {told(300, "Qarth"), told(40, "Qarth", Category::wounded)}),
                   report("r2", "2025-02-02", {told(330, "Arthos"), told(90, "Arthos", Category::wounded)}),
                   report("r3", "2025-02-03", {told(300, "Corin")})});
  EXPECT_THAT(conflicts(index), ElementsAre("conflicting 40 r1 - 90 r2", "conflicting 300 r1 - 330 r2",
                                            "conflicting 330 r2 - 300 r3", "same 300 r1 - 300 r3"));
}

TEST(Conflicts, OneClaimOfAPairMatchesTheQuery) {
  TestIndex index({report("r1", "2025-02-01", {told(300, "Qarth")}), report("r2", "2025-02-02", {told(330, "Arthos")}),
                   report("r3", "2025-02-03", {told(360, "Corin")})});
  EXPECT_THAT(conflicts(index, "source:Qarth"),
              ElementsAre("conflicting 300 r1 - 360 r3", "conflicting 300 r1 - 330 r2"));
  EXPECT_THAT(conflicts(index, "category:captured"), IsEmpty());
}

TEST(Conflicts, KilledAndWoundedOfOneReportAreAddedUp) {
  const std::vector<MadeClaim> both = {told(300, "Qarth"), told(2700, "Qarth", Category::wounded)};
  TestIndex index({report("r1", "2025-02-01", both),
                   report("r2", "2025-02-02", {told(5000, "Arthos", Category::killed_or_wounded)}),
                   report("r3", "2025-02-03", {told(10, "Corin"), told(20, "Qarth", Category::wounded)})});
  EXPECT_THAT(conflicts(index, "category:killed_or_wounded"), ElementsAre("conflicting 300+2700 r1 - 5000 r2"));
  EXPECT_THAT(conflicts(index, "n:2700"), testing::Contains("conflicting 300+2700 r1 - 5000 r2"))
      << "a summand matches";
}

TEST(Conflicts, RelationsAreChosenAndCounted) {
  TestIndex index({report("r1", "2025-02-01", {told(300, "Qarth")}), report("r2", "2025-02-02", {told(330, "Qarth")}),
                   report("r3", "2025-02-03", {told(300, "Corin"), told(7, "Corin", Category::captured)})});
  const ConflictAnswer answer = Searcher(index.folder()).conflicts({}, {});
  EXPECT_EQ(answer.total, 3u);
  EXPECT_EQ(answer.groups, 1u);
  EXPECT_THAT(answer.relations, ElementsAre(std::pair(Relation::same, 1u), std::pair(Relation::conflicting, 1u),
                                            std::pair(Relation::updates, 1u)));
  EXPECT_THAT(conflicts(index, "", {.relations = {Relation::updates}}), ElementsAre("updates 300 r1 - 330 r2"));
}

TEST(Conflicts, WhatIsNotComparableIsShownOnlyWhereAskedFor) {
  MadeClaim part = told(120, "Corin");
  part.counted.part = "wounded";
  TestIndex index({report("r1", "2025-02-01", {told(300, "Qarth")}), report("r2", "2025-02-02", {part})});
  EXPECT_THAT(conflicts(index), IsEmpty());
  const ConflictAnswer answer = Searcher(index.folder()).conflicts({}, {.relations = {Relation::not_comparable}});
  ASSERT_EQ(answer.total, 1u);
  EXPECT_EQ(answer.widest.at(0).widest.at(0).comparison.reason, Reason::part_of_group);
}

TEST(Conflicts, ALimitKeepsTheWidestAndCountsAll) {
  std::vector<MadeReport> reports;
  for (int i = 0; i < 20; ++i)
    reports.push_back(report("r" + std::to_string(10 + i), "2025-02-01",
                             {told(static_cast<std::uint64_t>(100 + i), "source " + std::to_string(i))}));
  TestIndex index(reports);
  const std::vector<std::string> all = conflicts(index);
  ASSERT_EQ(all.size(), 190u);
  for (const std::uint32_t limit : {0u, 1u, 7u, 189u}) {
    const ConflictAnswer answer = Searcher(index.folder()).conflicts({}, {.limit = limit});
    EXPECT_EQ(answer.total, 190u);
    EXPECT_EQ(lines(answer), std::vector<std::string>(all.begin(), all.begin() + limit));
  }
}

TEST(Conflicts, EachGroupIsKeptToItsWidest) {
  const MadeClaim wounded = told(40, "Qarth", Category::wounded), more = told(50, "Arthos", Category::wounded);
  TestIndex index({report("r1", "2025-02-01", {told(300, "Qarth"), wounded}), report("r2", "2025-02-02", {more}),
                   report("r3", "2025-02-03", {told(330, "Corin")}), report("r4", "2025-02-04", {told(310, "Doria")})});
  EXPECT_THAT(conflicts(index, "", {.group_limit = 1}),
              ElementsAre("conflicting 40 r1 - 50 r2", "conflicting 300 r1 - 330 r3"));
  const ConflictAnswer answer = Searcher(index.folder()).conflicts({}, {.group_limit = 1});
  EXPECT_EQ(answer.total, 4u);
  EXPECT_EQ(answer.widest.at(1).count, 3u);
}

TEST(Conflicts, PairsFromCopiesSaySo) {
  MadeReport copy("r2", "one two three four of r1");
  copy.published("2025-02-02").claim(" ", told(330, "Corin"));
  TestIndex index(
      {report("r1", "2025-02-01", {told(300, "Qarth")}), copy, report("r3", "2025-02-03", {told(360, "Arthos")})});
  const ConflictAnswer answer = Searcher(index.folder()).conflicts({}, {});
  std::map<std::string, bool> copies;
  for (const ComparedPair& pair : answer.widest.at(0).widest) copies[line(pair)] = pair.copies;
  EXPECT_EQ(copies, (std::map<std::string, bool>{{"conflicting 300 r1 - 330 r2", true},
                                                 {"conflicting 300 r1 - 360 r3", false},
                                                 {"conflicting 330 r2 - 360 r3", false}}));
}

TEST(Related, AClaimHasThoseWhoSaySoTooWhoRepeatItAndWhoDiffer) {
  MadeReport copy("r5", "one two three four of r1");
  copy.published("2025-02-05").claim(" ", told(300, "Doria"));
  TestIndex index({report("r1", "2025-02-01", {told(300, "Qarth")}), report("r2", "2025-02-02", {told(300, "Qarth")}),
                   report("r3", "2025-02-03", {told(300, "Corin")}), report("r4", "2025-02-04", {told(360, "Arthos")}),
                   copy, report("r6", "2025-02-06", {told(300, "")})});
  Searcher searcher(index.folder());
  const std::string id = searcher.report("r1")->claims.at(0).claim_id;
  const RelatedClaims related = searcher.related(id).value();
  const auto reports = [](const std::vector<RelatedClaims::Related>& list) {
    std::vector<std::string> ids;
    for (const RelatedClaims::Related& one : list) ids.push_back(one.claim.report);
    return ids;
  };
  EXPECT_THAT(reports(related.said_too), ElementsAre("r3"));
  EXPECT_THAT(reports(related.repeated), ElementsAre("r2", "r5", "r6"));
  EXPECT_THAT(reports(related.differing), ElementsAre("r4"));
  EXPECT_FALSE(searcher.related("0123456789abcdef"));
}

class ConflictProperties : public testing::Test {
 protected:
  ConflictProperties() : seed_(std::random_device()()), random_(seed_), reports_(random_.reports(60)) {
    std::printf("seed %u\n", seed_);
  }

  static std::vector<std::string> sorted(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  unsigned seed_;
  RandomReports random_;
  std::vector<MadeReport> reports_;
};

std::string key_of(const ComparedPair& pair) {
  std::vector<std::string> ids = {pair.a->claim_id, pair.b->claim_id};
  std::sort(ids.begin(), ids.end());
  return ids[0] + " " + ids[1] + " " + std::string(name_of(pair.comparison.relation)) + " " +
         std::string(name_of(pair.comparison.reason));
}

/// Of claims, without sums.
std::vector<std::string> keys_of(const ConflictAnswer& answer) {
  std::vector<std::string> keys;
  for (const PairGroup& group : answer.widest)
    for (const ComparedPair& pair : group.widest)
      if (!pair.added_a && !pair.added_b) keys.push_back(key_of(pair));
  return keys;
}

TEST_F(ConflictProperties, PairsAreThoseOfComparingEveryClaimWithEveryOther) {
  TestIndex index(reports_);
  Searcher searcher(index.folder());
  for (int round = 0; round < 20; ++round) {
    const Query query = random_.query(1);
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    std::vector<ClaimRecord> all;
    searcher.each_claim({}, {}, [&](const ClaimRecord& record) { all.push_back(record); });
    std::set<std::string> wanted;
    searcher.each_claim(query, {}, [&](const ClaimRecord& record) { wanted.insert(record.claim_id); });
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        if (!wanted.contains(all[i].claim_id) && !wanted.contains(all[k].claim_id)) continue;
        const ComparedPair pair{compare(all[i], all[k]),
                                std::make_shared<const ClaimRecord>(all[i]),
                                std::make_shared<const ClaimRecord>(all[k]),
                                {},
                                {}};
        if (pair.comparison.relation != Relation::not_comparable) expected.push_back(key_of(pair));
      }
    ASSERT_EQ(sorted(keys_of(searcher.conflicts(query))), sorted(expected));
  }
}

TEST_F(ConflictProperties, NeitherTheOrderOfReportsNorSeveralIndexesMatter) {
  TestIndex one(reports_), first, second;
  for (std::size_t i = reports_.size(); i-- > 0;) (i % 2 ? first : second).put(reports_[i]);
  first.commit();
  second.commit();
  std::reverse(reports_.begin(), reports_.end());
  TestIndex reversed(reports_);
  Searcher searcher(one.folder()), of_reversed(reversed.folder()), of_both({first.folder(), second.folder()});
  for (const std::uint32_t limit : {5u, 100000u}) {
    const std::vector<std::string> expected = lines(searcher.conflicts({}, {.limit = limit}));
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(lines(of_reversed.conflicts({}, {.limit = limit})), expected);
    EXPECT_EQ(lines(of_both.conflicts({}, {.limit = limit})), expected);
  }
}

TEST_F(ConflictProperties, RemovingAReportRemovesExactlyItsPairs) {
  TestIndex index(reports_);
  const auto pairs = [&] { return Searcher(index.folder()).conflicts({}, {}); };
  for (int round = 0; round < 5; ++round) {
    const std::string gone = "r" + std::to_string(1000 + random_.number(60));
    std::vector<std::string> expected;
    for (const PairGroup& group : pairs().widest)
      for (const ComparedPair& pair : group.widest)
        if (pair.a->report != gone && pair.b->report != gone) expected.push_back(line(pair));
    index.remove(gone);
    index.commit();
    ASSERT_EQ(sorted(lines(pairs())), sorted(expected)) << gone;
  }
}

}  // namespace
}  // namespace averment
