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

TEST(ReportValuesTest, AFieldOfClaimsHasAllTheirValuesAndAbsenceWhereSomeHaveNone) {
  const std::vector<Claim> claims = {credited_to("NIS", {"Yonhap", "AP"}), Claim{}, credited_to("NIS")};
  const auto facets = facet_names({}, {}, claims);
  EXPECT_THAT(names_of(facets, Field::source), testing::ElementsAre("", "NIS"));
  EXPECT_THAT(names_of(facets, Field::via), testing::ElementsAre("", "AP", "Yonhap"));
  EXPECT_THAT(names_of(facets, Field::group), testing::ElementsAre("", "soldiers"));
  EXPECT_THAT(names_of(facets, Field::category), testing::ElementsAre("killed"));
}

TEST(ReportValuesTest, WhereEveryClaimHasAValueAbsenceIsNone) {
  EXPECT_THAT(names_of(facet_names({}, {}, {credited_to("NIS")}), Field::source), testing::ElementsAre("NIS"));
}

TEST(ReportValuesTest, OfAReportsPlacesAClaimsPlaceIsNoneButItHasALabel) {
  Claim claim;
  claim.place = "Kursk";
  const auto facets = facet_names({}, {{{0, 4}, EntityType::place, "Kyiv"}}, {claim});
  EXPECT_THAT(names_of(facets, Field::place), testing::ElementsAre("Kyiv"));
  EXPECT_THAT(names_of(labelled_names(facets, {claim}), Field::place), testing::ElementsAre("Kursk", "Kyiv"));
}

TEST(ReportValuesTest, ADateIsCutOffItsTime) {
  Report report;
  report.published = "2025-02-19T10:00Z";
  EXPECT_THAT(names_of(facet_names(report, {}, {}), Field::date), testing::ElementsAre("2025-02-19"));
}

TEST(ReportValuesTest, PackedClaimsNameTheSourceAsCalledAndAsWritten) {
  Claim claim = credited_to("NIS", {"Yonhap"});
  claim.share = ShareWord::most;
  claim.event_date = "2025-02";
  claim.derived = Derived{1, 2, "rule"};
  const PackedClaim packed = packed_claims({claim})[0];
  EXPECT_EQ(packed.source, schema::name_id("NIS"));
  EXPECT_EQ(packed.source_written, schema::name_id(name_key("the NIS")));
  EXPECT_EQ(packed.via, std::vector{schema::name_id("Yonhap")});
  EXPECT_TRUE(packed.is_share);
  EXPECT_EQ(packed.event_day, 20250200u);
  EXPECT_EQ(packed.derived_high, 2u);
  EXPECT_EQ(packed.low, std::nullopt);
}

}  // namespace
}  // namespace averment
