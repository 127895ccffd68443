#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/evaluation.hpp"
#include "tests/evaluation/sample_claims.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClaimComparison, FiguresThatOverlapMeet) {
  struct Row {
    std::uint32_t start, end;
    bool meets;
  };
  for (const Row& row :
       {Row{10, 13, true}, Row{0, 11, true}, Row{12, 20, true}, Row{13, 15, false}, Row{5, 10, false}}) {
    ClaimRecord found = found_claim();
    found.start = row.start;
    found.end = row.end;
    EXPECT_EQ(compare_claims({gold_claim()}, {found}).pairs.size(), row.meets) << row.start << ".." << row.end;
  }
}

TEST(ClaimComparison, ReportAndCategoryMustBeTheSame) {
  ClaimRecord elsewhere = found_claim(), other = found_claim();
  elsewhere.report = "b";
  other.claim.category = Category::wounded;
  const ClaimComparison comparison = compare_claims({gold_claim()}, {elsewhere, other});
  EXPECT_THAT(comparison.pairs, IsEmpty());
  EXPECT_THAT(comparison.missed, ElementsAre(0));
  EXPECT_THAT(comparison.spurious, ElementsAre(0, 1));
  EXPECT_EQ(comparison.scores.found, 2u) << "reports without gold count";
}

TEST(ClaimComparison, AnAcceptedCategoryMeetsTheGold) {
  GoldClaim gold = gold_claim();
  gold.accept_category = {Category::killed_or_wounded};
  ClaimRecord found = found_claim();
  found.claim.category = Category::killed_or_wounded;
  EXPECT_EQ(compare_claims({gold}, {found}).pairs.size(), 1u);
}

TEST(ClaimComparison, EachClaimIsUsedOnce) {
  const ClaimComparison comparison = compare_claims({gold_claim()}, {found_claim(), found_claim()});
  EXPECT_EQ(comparison.pairs.size(), 1u);
  EXPECT_THAT(comparison.spurious, ElementsAre(1));
}

TEST(ClaimComparison, ThePairThatAgreesInValueComesFirstThenInSourceThenTheLongerOverlap) {
  GoldClaim gold = gold_claim();
  gold.source = gold.source_name = "police";
  ClaimRecord wide = found_claim(), credited_one = found_claim(), valued = found_claim();
  wide.claim.low = credited_one.claim.low = 299;
  credited_one.claim.source = credited("police");
  wide.end = 13;
  credited_one.end = valued.end = 11;
  EXPECT_EQ(compare_claims({gold}, {wide, credited_one, valued}).pairs.at(0).found, 2u);
  EXPECT_EQ(compare_claims({gold}, {wide, credited_one}).pairs.at(0).found, 1u);
  ClaimRecord narrow = wide;
  narrow.end = 11;
  EXPECT_EQ(compare_claims({gold}, {narrow, wide}).pairs.at(0).found, 1u);
  EXPECT_EQ(compare_claims({gold}, {wide, wide}).pairs.at(0).found, 0u) << "of equals the first one";
}

TEST(ClaimComparison, OptionalGoldCountsNeitherWhenFoundNorWhenMissed) {
  GoldClaim optional = gold_claim(), absent = gold_claim();
  optional.optional = absent.optional = true;
  absent.report = "b";
  const ClaimComparison comparison = compare_claims({optional, absent}, {found_claim()});
  EXPECT_EQ(comparison.pairs.size(), 1u);
  EXPECT_THAT(comparison.missed, IsEmpty());
  EXPECT_THAT(comparison.spurious, IsEmpty());
  EXPECT_EQ(comparison.scores.gold, 0u);
  EXPECT_EQ(comparison.scores.found, 0u);
  EXPECT_EQ(comparison.scores.detected, Rates{});
}

TEST(ClaimComparison, NothingAtAllScoresNothing) {
  const ClaimScores scores = compare_claims({}, {}).scores;
  EXPECT_EQ(scores.detected, Rates{});
  EXPECT_EQ(scores.source_given_detected, 0);
  EXPECT_THAT(scores.by_category, IsEmpty());
}

/// One case for each rule of matching; the figures were worked out by another program than this one.
TEST(ClaimComparison, TheScoresOfASmallSetAreAsRecorded) {
  const std::filesystem::path folder = AVERMENT_SOURCE_DIR "/tests/evaluation/scored";
  const ClaimScores scores =
      compare_claims(read_gold_claims(folder / "gold.jsonl"), read_claim_records(folder / "found.jsonl")).scores;
  EXPECT_EQ(scores.gold, 10u);
  EXPECT_EQ(scores.found, 10u);
  EXPECT_EQ(scores.detected, (Rates{0.8, 0.8, 0.8, 8}));
  EXPECT_EQ(scores.valued, (Rates{0.7, 0.7, 0.7, 7}));
  EXPECT_EQ(scores.attributed, (Rates{0.6, 0.6, 0.6, 6}));
  EXPECT_EQ(scores.source_given_detected, 0.875);
  EXPECT_EQ(scores.qualifier_given_detected, 0.75);
  EXPECT_EQ(scores.modality_given_detected, 0.875);
  std::vector<std::string> categories;
  for (const CategoryRates& row : scores.by_category)
    categories.push_back(std::string(name_of(row.category)) + " " + std::to_string(row.gold) + " " +
                         std::to_string(row.detected.hits));
  EXPECT_THAT(categories, ElementsAre("captured 1 0", "detained 0 0", "displaced 1 1", "killed 6 5",
                                      "killed_or_wounded 0 0", "missing 0 0", "wounded 2 2"));
  EXPECT_EQ(scores.by_category[3].detected, (Rates{1.25, 0.8333, 1, 5}))
      << "a hit counts for the gold's category, what is found for its own";
}

TEST(ClaimComparison, RatesHaveFourDecimals) {
  const std::vector<GoldClaim> gold(3, gold_claim());
  EXPECT_EQ(compare_claims(gold, {found_claim()}).scores.detected, (Rates{1, 0.3333, 0.5, 1}));
}

}  // namespace
}  // namespace averment
