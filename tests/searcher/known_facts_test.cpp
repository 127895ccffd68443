// What is known of real reports and of the corpus: whose figures differ, who repeats whom.
#include <gmock/gmock.h>

#include <filesystem>

#include "averment/comparison.hpp"
#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::Contains;
using testing::Not;

const std::filesystem::path sources = AVERMENT_SOURCE_DIR;

/// "divergent 300+2700 NIS (r1) - 5000 Kyiv (r2)", either way round.
std::vector<std::string> pairs_of(Searcher& searcher, const std::string& query, const ConflictOptions& options = {}) {
  const auto number = [](const ClaimRecord& record) {
    const Claim& claim = record.claim;
    return std::to_string(claim.low ? *claim.low : claim.high ? *claim.high : 0);
  };
  const auto figure = [&](const ClaimRecord& record, const std::shared_ptr<const ClaimRecord>& added) {
    return number(record) + (added ? "+" + number(*added) : "") + " " +
           (record.claim.source ? record.claim.source->name : "(none)") + " (" + record.report.substr(0, 3) + ")";
  };
  std::vector<std::string> lines;
  for (const PairGroup& group : searcher.conflicts(parse_query(query), options).widest)
    for (const ComparedPair& pair : group.widest) {
      std::string a = figure(*pair.a, pair.added_a), b = figure(*pair.b, pair.added_b);
      if (b < a) std::swap(a, b);
      std::string flags = pair.comparison.same_origin == true  ? ", same origin"
                          : pair.comparison.same_party == true ? ", same party"
                                                               : "";
      lines.push_back(std::string(name_of(pair.comparison.relation)) + " " + a + " - " + b + flags);
    }
  return lines;
}

std::optional<Corroboration> cluster_of(Searcher& searcher, Category category, const std::string& kind,
                                        const std::string& side) {
  for (const Corroboration& cluster : searcher.corroborate({}).clusters)
    if (cluster.category == category && cluster.counted.kind == kind && cluster.counted.side == side &&
        cluster.counted.part.empty())
      return cluster;
  return {};
}

class Indexed {
 public:
  explicit Indexed(const std::filesystem::path& reports) {
    Indexer indexer(folder_ / "index");
    ingest(indexer, {.paths = {reports.string()}});
    indexer.commit();
  }
  Searcher searcher() const { return Searcher(folder_ / "index"); }

 private:
  TemporaryFolder folder_;
};

class SeedFacts : public testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path seeds = sources / "../shared/seeds";
    if (!std::filesystem::exists(seeds)) GTEST_SKIP() << "there are no seeds in " << seeds;
    indexed_.emplace(seeds);
  }
  std::optional<Indexed> indexed_;
};

TEST_F(SeedFacts, KyivAgreesWithItselfAndNotWithItsIntelligence) {
  Searcher searcher = indexed_->searcher();
  const auto pairs = pairs_of(searcher, "category:killed_or_wounded");
  EXPECT_THAT(pairs, Contains("same 5000 Government of Ukraine (001) - 5000 Government of Ukraine (002), same origin"));
  EXPECT_THAT(pairs, Contains("conflicting 4000 Ukrainian intelligence (000) - 5000 Government of Ukraine (001), same "
                              "party"));
  EXPECT_THAT(pairs, Contains("conflicting 4000 Ukrainian intelligence (000) - 5000 Government of Ukraine (002), same "
                              "party"));
}

TEST_F(SeedFacts, TheNisSumIsAFloorBelowKyivsNumber) {
  Searcher searcher = indexed_->searcher();
  const std::string nis = "National Intelligence Service (South Korea)";
  EXPECT_THAT(pairs_of(searcher, "category:killed"),
              Contains("compatible 300 " + nis + " (001) - 300 " + nis + " (004), same origin"));
  EXPECT_THAT(pairs_of(searcher, "category:killed_or_wounded"),
              Contains("divergent 300+2700 " + nis + " (001) - 5000 Government of Ukraine (002)"));
}

TEST_F(SeedFacts, TwoThirdsHaveADenominatorAndAFloorThatIsAskedForByName) {
  Searcher searcher = indexed_->searcher();
  const Query of_zelensky = parse_query("category:killed source:Zelensky");
  const ClaimAnswer answer = searcher.claims(of_zelensky);
  ASSERT_EQ(answer.total, 1u);
  const ClaimRecord& share = answer.hits.at(0);
  EXPECT_EQ(searcher.claim(share.share_of)->claim.low, 4000u);
  EXPECT_EQ(share.claim.derived->low, 2667u);
  EXPECT_EQ(share.claim.derived->high, std::nullopt);
  const Query large = parse_query("category:killed source:Zelensky n>=2000");
  EXPECT_EQ(searcher.count_claims(large), 0u);
  EXPECT_EQ(searcher.count_claims(large, {.derived = true}), 1u);

  ConflictOptions derived;
  derived.comparison.derived = true;
  const std::string pair =
      "divergent 0 Volodymyr Zelensky (000) - 300 National Intelligence Service (South Korea) (004)";
  EXPECT_THAT(pairs_of(searcher, "category:killed", derived), Contains(pair));
  EXPECT_THAT(pairs_of(searcher, "category:killed"), Not(Contains(pair)));
}

TEST_F(SeedFacts, KilledNorthKoreanSoldiersHaveTwoIndependentOrigins) {
  Searcher searcher = indexed_->searcher();
  const auto cluster = cluster_of(searcher, Category::killed, "soldiers", "North Korea");
  ASSERT_TRUE(cluster);
  EXPECT_EQ(cluster->support.mentions, 3u);
  EXPECT_EQ(cluster->support.reports, 3u);
  EXPECT_EQ(cluster->support.origins, 2u);
  EXPECT_EQ(cluster->support.parties, 2u);
}

TEST_F(SeedFacts, ThePrisonersOwnComradesAreNotTheWholeContingent) {
  Searcher searcher = indexed_->searcher();
  for (const std::string& line : pairs_of(searcher, "source:Ri category:killed"))
    EXPECT_THAT(line, Not(testing::HasSubstr("National Intelligence"))) << line;
}

const Indexed& corpus() {
  static const Indexed indexed(sources / "corpus/reports");
  return indexed;
}

TEST(CorpusFacts, KyivsNumberIsRepeatedAndStandsAboveTheNisSum) {
  Searcher searcher = corpus().searcher();
  const std::string nis = "National Intelligence Service (South Korea)";
  const auto pairs = pairs_of(searcher, "category:killed_or_wounded Kursk");
  EXPECT_THAT(pairs, Contains("same 5000 Government of Ukraine (mw-) - 5000 Government of Ukraine (sr-), same origin"));
  EXPECT_THAT(pairs, Contains("divergent 300+2700 " + nis + " (hc-) - 5000 Government of Ukraine (mw-)"));
  EXPECT_THAT(pairs_of(searcher, "category:killed source:NIS"),
              Contains("same 300 " + nis + " (hc-) - 300 " + nis + " (tpr), same origin"));
}

TEST(CorpusFacts, KilledNorthKoreanSoldiersHaveTwoIndependentOrigins) {
  Searcher searcher = corpus().searcher();
  const auto cluster = cluster_of(searcher, Category::killed, "soldiers", "North Korea");
  ASSERT_TRUE(cluster);
  EXPECT_EQ(cluster->support.origins, 2u);
  EXPECT_EQ(cluster->support.parties, 2u);
  EXPECT_GT(cluster->support.mentions, cluster->support.origins) << "most only repeat the NIS";
}

TEST(CorpusFacts, AGovernorAndAMinistryOfOneReportDiffer) {
  Searcher searcher = corpus().searcher();
  EXPECT_THAT(pairs_of(searcher, "category:killed source:\"Petar Dusan\""),
              Contains("conflicting 118 Ministerio del Interior (di-) - 140 Petar Dusan (di-)"));
}

TEST(CorpusFacts, StakesAreSearchedAndCounted) {
  Searcher searcher = corpus().searcher();
  const ClaimAnswer answer = searcher.claims(parse_query("stake:opposing_side"), {.facets = {Field::stake}});
  ASSERT_GT(answer.total, 0u);
  for (const ClaimRecord& record : answer.hits) {
    EXPECT_EQ(record.claim.source->party, "Ukraine");
    EXPECT_EQ(record.claim.counted.side, "North Korea");
  }
  EXPECT_EQ(answer.facets.at(0).values, (std::vector<FacetValue>{{"opposing_side", answer.total}}));
  EXPECT_GT(searcher.count_claims(parse_query("stake:third_party source:NIS")), 0u);
  EXPECT_EQ(searcher.count_claims(parse_query("stake:own_side source:NIS")), 0u);
}

}  // namespace
}  // namespace averment
