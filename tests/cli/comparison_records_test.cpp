#include "cli/comparison_records.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "cli/comparison_table.hpp"
#include "tests/cli/json_keys.hpp"

namespace averment::cli {
namespace {

using testing::ElementsAreArray;

ComparedPair a_pair() {
  ComparedPair pair;
  pair.a = pair.b = std::make_shared<ClaimRecord>();
  return pair;
}

TEST(ComparisonRecords, APairHasTheKeysOfTheContract) {
  const Json json = to_json(a_pair(), ComparisonOptions());
  EXPECT_THAT(keys(json), ElementsAreArray({"schema", "relation", "reason", "claim_a", "claim_b", "ratio", "tolerance",
                                            "same_party", "same_origin", "gap", "added_a", "added_b", "copies"}));
  EXPECT_EQ(json["claim_a"]["schema"], "averment/claim/1");
  EXPECT_TRUE(json["same_party"].is_null());
  EXPECT_TRUE(json["added_a"].is_null());
}

TEST(ComparisonRecords, APairSaysHowItWasCompared) {
  ComparedPair pair = a_pair();
  pair.comparison = {Relation::divergent, Reason::far_apart, 5000.0 / 3, true, false};
  pair.added_b = std::make_shared<ClaimRecord>();
  const Json json = to_json(pair, {.tolerance = 0.2, .ratio = 1.5});
  EXPECT_EQ(json["relation"], "divergent");
  EXPECT_EQ(json["reason"], "far_apart");
  EXPECT_EQ(json["ratio"], 1.5);
  EXPECT_EQ(json["tolerance"], 0.2);
  EXPECT_EQ(json["same_party"], true);
  EXPECT_EQ(json["same_origin"], false);
  EXPECT_EQ(json["gap"], 1666.667);
  EXPECT_TRUE(json["added_b"].is_object());
  pair.comparison.gap = std::numeric_limits<double>::infinity();
  EXPECT_TRUE(to_json(pair, {})["gap"].is_null());
}

TEST(ComparisonRecords, AClusterHasItsCountsAndTheOutermostBounds) {
  Corroboration cluster;
  cluster.counted = {"soldiers", "", "Arthos", "", ""};
  cluster.support = {4, 3, 2, 2, 1, 1};
  FigureSupport figure;
  figure.claims.resize(2);
  figure.claims[0].claim.low = 300;
  figure.claims[1].claim.low = 310;
  figure.claims[1].claim.high = 320;
  cluster.figures = {figure};
  const Json json = to_json(cluster);
  EXPECT_THAT(keys(json), ElementsAreArray({"schema", "category", "kind", "part", "side", "place", "first_date",
                                            "last_date", "mentions", "reports", "near_duplicate_clusters", "outlets",
                                            "independent_origins", "parties", "figures"}));
  EXPECT_EQ(json["independent_origins"], 1);
  EXPECT_EQ(json["near_duplicate_clusters"], 2);
  EXPECT_TRUE(json["part"].is_null());
  EXPECT_EQ(json["figures"][0]["low"], 300);
  EXPECT_EQ(json["figures"][0]["high"], 320);
  EXPECT_EQ(json["figures"][0]["claims"].size(), 2u);
}

TEST(ComparisonTable, PeopleAreNamedByTheirSideOrElseTheirPlace) {
  EXPECT_EQ(people_text(Category::killed, {"soldiers", "wounded", "Arthos", "Kursk", "Russia"}),
            "wounded soldiers of Arthos, killed");
  EXPECT_EQ(people_text(Category::killed, {"people", "", "", "Mirova", ""}), "people at Mirova, killed");
  EXPECT_EQ(people_text(Category::missing, {"people", "", "", "", ""}), "people, missing");
}

TEST(ComparisonTable, HowItWasComparedIsSaid) {
  EXPECT_EQ(comparison_text({.tolerance = 0.125, .ratio = 1.5, .scale = 20, .days = 30, .event_days = 1}),
            "tolerance 12.5 %, ratio 1.5, scale 20, 30 days before a report, 1 day for people told by their place");
}

}  // namespace
}  // namespace averment::cli
