#include "store/report_values.hpp"

#include <gmock/gmock.h>

#include "language/names.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

std::vector<std::string> names_of(const std::vector<FacetName>& facets, Field field) {
  std::vector<std::string> names;
  for (const FacetName& facet : facets)
    if (facet.field == field) names.push_back(facet.name);
  return names;
}

Claim credited_to(const std::string& source, std::vector<std::string> via = {}) {
  Claim claim;
  claim.source = Attribution{"the " + source, source, "", "", "said", false, std::move(via)};
  claim.group_name = "soldiers";
  return claim;
}

TEST(ReportValuesTest, NamesOfClaimsAreThoseThatTheyHave) {
  Claim placed = credited_to("NIS", {"Yonhap", "AP"});
  placed.place = "Kursk";
  const auto names = claim_names({placed, Claim{}});
  EXPECT_THAT(names_of(names, Field::source), testing::ElementsAre("NIS"));
  EXPECT_THAT(names_of(names, Field::via), testing::ElementsAre("Yonhap", "AP"));
  EXPECT_THAT(names_of(names, Field::group), testing::ElementsAre("soldiers"));
  EXPECT_THAT(names_of(names, Field::place), testing::ElementsAre("Kursk"));
}

TEST(ReportValuesTest, WhatAReportDoesNotStateIsLeftOut) {
  Report report;
  report.lang = "en";
  EXPECT_EQ(facet_names(report), (std::vector<FacetName>{{Field::lang, "en"}}));
}

TEST(ReportValuesTest, MentionsOfOneTypeAreOneField) {
  const auto names = mentioned_names({{{0, 4}, EntityType::place, "Kyiv"}, {{5, 9}, EntityType::date, "2025"}});
  EXPECT_EQ(names, (std::vector<FacetName>{{Field::place, "Kyiv"}}));
}

TEST(ReportValuesTest, PackedClaimsNameTheSourceAsCalledAndAsWritten) {
  Claim claim = credited_to("NIS", {"Yonhap"});
  claim.share = ShareWord::most;
  claim.event_date = "2025-02";
  claim.derived = Derived{1, 2, "rule"};
  claim.counted = {"soldiers", "wounded", "North Korea", "Kursk", "Russia"};
  claim.source->party = "South Korea";
  claim.stake = Stake::third_party;
  const PackedClaim packed = packed_claims({claim})[0];
  EXPECT_EQ(packed.source, schema::name_id("NIS"));
  EXPECT_EQ(packed.source_written, schema::name_id(name_key("the NIS")));
  EXPECT_EQ(packed.via, std::vector{schema::name_id("Yonhap")});
  EXPECT_TRUE(packed.is_share);
  EXPECT_EQ(packed.event_day, 20250200u);
  EXPECT_EQ(packed.derived_high, 2u);
  EXPECT_EQ(packed.low, std::nullopt);
  EXPECT_EQ(packed.counted.kind, schema::name_id("soldiers"));
  EXPECT_EQ(packed.counted.part, schema::name_id("wounded"));
  EXPECT_EQ(packed.counted.side, schema::name_id("North Korea"));
  EXPECT_EQ(packed.counted.place, schema::name_id("Kursk"));
  EXPECT_EQ(packed.counted.country, schema::name_id("Russia"));
  EXPECT_EQ(packed.source_party, schema::name_id("South Korea"));
  EXPECT_EQ(packed.stake, Stake::third_party);
  EXPECT_FALSE(packed.nameless_source);
}

}  // namespace
}  // namespace averment
