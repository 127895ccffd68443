#include "evaluation/claim_agreement.hpp"

#include <gtest/gtest.h>

#include "tests/evaluation/sample_claims.hpp"

namespace averment {
namespace {

bool same_bounds(GoldBounds gold, std::optional<std::uint64_t> low, std::optional<std::uint64_t> high) {
  GoldClaim claim = gold_claim();
  claim.bounds = gold;
  ClaimRecord found = found_claim();
  found.claim.low = low;
  found.claim.high = high;
  return same_value(claim, found.claim);
}

TEST(ClaimAgreement, BothBoundsMustBeTheGolds) {
  EXPECT_TRUE(same_bounds({300, 300}, 300, 300));
  EXPECT_FALSE(same_bounds({300, 300}, 301, 300));
  EXPECT_FALSE(same_bounds({300, 300}, 300, {}));
  EXPECT_TRUE(same_bounds({300, {}}, 300, {}));
  EXPECT_FALSE(same_bounds({300, {}}, 300, 300));
  EXPECT_TRUE(same_bounds({{}, {}}, {}, {}));
  EXPECT_TRUE(same_bounds({300.4, 300.4}, 300, 300)) << "half a person is none";
}

TEST(ClaimAgreement, AnAcceptedValueIsAsGood) {
  GoldClaim gold = gold_claim();
  gold.accept_value = {{299, {}}, {{}, 301}};
  Claim found = found_claim().claim;
  EXPECT_TRUE(same_value(gold, found));
  found.low.reset();
  found.high = 301;
  EXPECT_TRUE(same_value(gold, found));
  found.high = 299;
  EXPECT_FALSE(same_value(gold, found));
}

bool same_shares(std::optional<Share> gold, std::optional<Share> found) {
  GoldClaim claim = gold_claim();
  claim.share = gold;
  ClaimRecord record = found_claim();
  record.claim.share = found;
  return same_value(claim, record.claim);
}

TEST(ClaimAgreement, SharesAgreeWithinAHundredth) {
  EXPECT_TRUE(same_shares(0.667, 2.0 / 3));
  EXPECT_FALSE(same_shares(0.667, 0.65));
  EXPECT_FALSE(same_shares(0.667, std::nullopt));
  EXPECT_FALSE(same_shares(std::nullopt, 0.5));
  EXPECT_TRUE(same_shares(ShareWord::most, ShareWord::most));
  EXPECT_FALSE(same_shares(ShareWord::most, ShareWord::nearly_all));
  EXPECT_FALSE(same_shares(ShareWord::most, 0.8));
}

TEST(ClaimAgreement, AllFiveMayBeReadAsFive) {
  EXPECT_TRUE(same_shares(1.0, std::nullopt));
  EXPECT_TRUE(same_shares(std::nullopt, 1.0));
  EXPECT_FALSE(same_shares(0.995, std::nullopt));
}

struct SourceRow {
  const char *gold, *gold_name, *found, *found_name;
  bool same;
};

TEST(ClaimAgreement, PartiesAreTheSameByTheWordsThatTellThemApart) {
  const SourceRow table[] = {
      {"", "", "", "", true},
      {"", "", "police", "police", false},
      {"police", "police", "", "", false},
      {"the NIS", "the NIS", "The NIS", "", true},
      {"the NIS’s", "", "NIS", "", true},
      {"Kim's", "", "Kim", "", true},
      {"Zelenský", "", "ZELENSKY", "", true},
      {"Mr. Lee", "", "Rep. Lee Seong-kweun", "", true},
      {"he", "Rep. Lee Seong-kweun", "Lee", "", true},
      {"he", "Ri", "she", "Baek", false},
      {"the army", "the army", "the army spokesman", "", true},
      {"officials", "officials", "officials", "officials", true},
      {"officials", "", "two officials", "", true},  // of words that tell nothing all are compared
      {"officials", "", "local police", "", false},
      {"the interior ministry", "", "the defence ministry", "", false},
      {"health ministry", "", "health officials", "", true},  // "officials" tells nothing
      {"police and medics", "", "medics", "", true},
  };
  for (const SourceRow& row : table) {
    GoldClaim gold = gold_claim();
    gold.source = row.gold;
    gold.source_name = row.gold_name;
    std::optional<Attribution> found;
    if (*row.found) found = credited(row.found, row.found_name);
    EXPECT_EQ(same_source(gold, found), row.same) << row.gold << " | " << row.found;
  }
}

TEST(ClaimAgreement, AnAcceptedSourceIsAsGoodAndMayBeNone) {
  GoldClaim gold = gold_claim();
  gold.source = gold.source_name = "the ministry";
  gold.accept_source = {"Besmir"};
  EXPECT_TRUE(same_source(gold, credited("Besmir")));
  EXPECT_FALSE(same_source(gold, std::nullopt));
  gold.accept_source.push_back("");
  EXPECT_TRUE(same_source(gold, std::nullopt));
}

TEST(ClaimAgreement, GroupsAreTheSameWithoutTheirArticles) {
  GoldClaim gold = gold_claim();
  Claim found = found_claim().claim;
  EXPECT_TRUE(same_group(gold, found));
  gold.group = "the North Korean soldiers";
  EXPECT_FALSE(same_group(gold, found));
  found.group = "NORTH KOREAN SOLDIERS";
  EXPECT_TRUE(same_group(gold, found));
  found.group = "soldiers";
  EXPECT_FALSE(same_group(gold, found));
}

}  // namespace
}  // namespace averment
