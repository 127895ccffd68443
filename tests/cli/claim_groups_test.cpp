// Tests of cli/claim_groups.cpp.
#include "cli/claim_groups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace averment::cli {
namespace {

using testing::ElementsAre;

ClaimRecord claim_of(const std::string& source, const std::vector<std::string>& via = {}) {
  ClaimRecord record;
  if (!source.empty()) {
    record.claim.source.emplace();
    record.claim.source->name = source;
    record.claim.source->via = via;
  }
  return record;
}

TEST(ClaimGroups, TheLargestGroupComesFirstAndTiesGoByValue) {
  const std::vector<ClaimRecord> claims{claim_of("NIS"), claim_of("Kyiv"), claim_of("NIS"), claim_of("Army")};
  std::vector<std::string> values;
  for (const ClaimGroup& group : grouped_by(Field::source, claims)) values.push_back(group.value);
  EXPECT_THAT(values, ElementsAre("NIS", "Army", "Kyiv"));
  EXPECT_THAT(grouped_by(Field::source, claims).front().claims, ElementsAre(&claims[0], &claims[2]));
}

TEST(ClaimGroups, WhatIsAbsentHasABucketOfItsOwn) {
  EXPECT_THAT(values_of(claim_of(""), Field::source), ElementsAre("(none)"));
  EXPECT_THAT(values_of(claim_of(""), Field::outlet), ElementsAre("(unknown)"));
  EXPECT_THAT(values_of(claim_of("NIS"), Field::via), ElementsAre("(none)"));
}

TEST(ClaimGroups, AClaimStandsUnderEachOfItsVias) {
  EXPECT_THAT(values_of(claim_of("Ri", {"Chosun Ilbo", "Yonhap"}), Field::via), ElementsAre("Chosun Ilbo", "Yonhap"));
}

TEST(ClaimGroups, EveryFacetOfClaimsHasValues) {
  ClaimRecord record = claim_of("s", {"v"});
  record.outlet = record.lang = record.title = "x";
  record.published = "2025-02-19";
  record.claim.place = record.claim.group_name = record.claim.event_date = record.claim.rule = "x";
  for (const FieldInfo& row : all_fields()) {
    if (row.counts_claims) {
      EXPECT_NE(values_of(record, row.field).front().front(), '(') << row.name;
    }
  }
}

}  // namespace
}  // namespace averment::cli
