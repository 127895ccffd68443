#include <gmock/gmock.h>

#include "averment/comparison.hpp"
#include "averment/searcher.hpp"
#include "random_reports.hpp"

namespace averment {
namespace {

using testing::ElementsAre;

struct Say {
  std::uint64_t number;
  std::string source;
  std::string report;
  std::string text;  ///< Copies have the same.
  std::string party = {};
  std::string outlet = {};
};

std::vector<MadeReport> reports_of(const std::vector<Say>& all) {
  std::vector<MadeReport> reports;
  for (const Say& say : all) {
    MadeClaim claim{.low = say.number, .high = say.number, .source = say.source, .party = say.party};
    claim.counted = {"soldiers", "", "Arthos", "", ""};
    reports.push_back(MadeReport(say.report, "one two three " + say.text).published("2025-02-01").outlet(say.outlet));
    reports.back().claim(" ", claim);
  }
  return reports;
}

Corroboration only_cluster(const std::vector<Say>& all) {
  TestIndex index(reports_of(all));
  const CorroborationAnswer answer = Searcher(index.folder()).corroborate({});
  EXPECT_EQ(answer.total, 1u);
  return answer.clusters.at(0);
}

Support support(const std::vector<Say>& all) { return only_cluster(all).support; }

TEST(Corroboration, TwoOriginsInTwoReportsAreIndependent) {
  EXPECT_EQ(support({{300, "Qarth", "r1", "a", "Qarth", "Daily"}, {300, "Corin", "r2", "b", "Corin", "Wire"}}),
            (Support{2, 2, 2, 2, 2, 2}));
}

TEST(Corroboration, AnEchoIsNotIndependent) {
  EXPECT_EQ(support({{300, "Qarth", "r1", "a"}, {300, "Qarth", "r2", "b"}}).origins, 1u) << "one origin twice";
  EXPECT_EQ(support({{300, "Qarth", "r1", "a"}, {300, "Corin", "r2", "a"}}).origins, 1u) << "copies of one report";
  EXPECT_EQ(support({{300, "Qarth", "r1", "a"}, {300, "", "r2", "b"}}).origins, 1u) << "an unknown origin";
  EXPECT_EQ(support({{300, "", "r1", "a"}, {300, "", "r2", "b"}}).origins, 0u) << "nobody can tell of any";
}

TEST(Corroboration, CopiesAreOneClusterOfReports) {
  const Support counted = support({{300, "Qarth", "r1", "a", "", "Daily"}, {300, "Qarth", "r2", "a", "", "Wire"}});
  EXPECT_EQ(counted.reports, 2u);
  EXPECT_EQ(counted.clusters, 1u);
  EXPECT_EQ(counted.outlets, 2u);
}

TEST(Corroboration, IndependentAreAsManyAsCanBeChosenTogether) {
  // Corin speaks only in a copy of where Qarth speaks, but Qarth speaks elsewhere, too.
  EXPECT_EQ(support({{300, "Qarth", "r1", "a"}, {300, "Qarth", "r2", "b"}, {300, "Corin", "r3", "a"}}).origins, 2u);
  EXPECT_EQ(support({{300, "Qarth", "r1", "a"}, {300, "Corin", "r2", "a"}, {300, "Doria", "r3", "a"}}).origins, 1u);
}

TEST(Corroboration, FiguresThatAgreeAreCountedOnTheirOwn) {
  const Corroboration cluster =
      only_cluster({{300, "Qarth", "r1", "a"}, {300, "Corin", "r2", "b"}, {900, "Doria", "r3", "c"}});
  EXPECT_EQ(cluster.support.origins, 3u);
  EXPECT_EQ(cluster.figure_count, 2u);
  EXPECT_EQ(cluster.figures.at(0).support.origins, 2u);
  EXPECT_EQ(cluster.figures.at(0).claims.size(), 2u);
  EXPECT_EQ(cluster.figures.at(1).claims.at(0).claim.low, 900u);
  EXPECT_EQ(cluster.first_date, "2025-02-01");
}

TEST(Corroboration, AnyTwoFiguresThatAreCountedTogetherAgree) {
  const auto claim = [](std::uint64_t number, const std::string& source, const std::string& report) {
    MadeClaim made{.low = number, .high = number, .qualifier = Qualifier::approx, .source = source};
    made.counted = {"soldiers", "", "Arthos", "", ""};
    return MadeReport(report, "one two " + report).published("2025-02-01").claim(" ", made);
  };
  TestIndex index({claim(100, "Qarth", "r1"), claim(115, "Corin", "r2"), claim(130, "Doria", "r3")});
  const Corroboration cluster = Searcher(index.folder()).corroborate({}).clusters.at(0);
  ASSERT_EQ(cluster.figures.size(), 2u) << "100 and 115 agree, 115 and 130 do, 100 and 130 do not";
  EXPECT_EQ(cluster.figures.at(0).claims.size(), 2u);
  EXPECT_EQ(cluster.figures.at(1).claims.at(0).claim.low, 130u);
}

TEST(Corroboration, TheQueryChoosesWhichClustersButNotWhoIsInThem) {
  TestIndex index(reports_of({{300, "Qarth", "r1", "a"}, {300, "Corin", "r2", "b"}}));
  Searcher searcher(index.folder());
  EXPECT_EQ(searcher.corroborate(parse_query("source:Qarth")).clusters.at(0).support.mentions, 2u);
  EXPECT_EQ(searcher.corroborate(parse_query("source:Doria")).total, 0u);
}

TEST(Corroboration, LimitsLeaveTotalsAsTheyAre) {
  TestIndex index(reports_of({{300, "Qarth", "r1", "a"}, {300, "Corin", "r2", "b"}, {900, "Doria", "r3", "c"}}));
  const CorroborationAnswer answer = Searcher(index.folder()).corroborate({}, {.limit = 1, .figures = 1, .claims = 1});
  EXPECT_EQ(answer.total, 1u);
  EXPECT_EQ(answer.clusters.at(0).figure_count, 2u);
  EXPECT_EQ(answer.clusters.at(0).figures.size(), 1u);
  EXPECT_EQ(answer.clusters.at(0).figures.at(0).claims.size(), 1u);
  EXPECT_EQ(answer.clusters.at(0).support.mentions, 3u);
  EXPECT_TRUE(Searcher(index.folder()).corroborate({}, {.limit = 0}).clusters.empty());
}

std::vector<std::string> lines(const CorroborationAnswer& answer) {
  std::vector<std::string> lines;
  for (const Corroboration& cluster : answer.clusters) {
    const Support& s = cluster.support;
    std::string line = std::string(name_of(cluster.category)) + " " + cluster.counted.kind + " " + cluster.counted.side;
    for (const std::uint64_t count : {s.mentions, s.reports, s.clusters, s.outlets, s.origins, s.parties})
      line += " " + std::to_string(count);
    for (const FigureSupport& figure : cluster.figures)
      for (const ClaimRecord& record : figure.claims) line += " " + record.claim_id;
    lines.push_back(line);
  }
  return lines;
}

TEST(CorroborationProperties, TheOrderOfReportsDoesNotMatterAndEveryMentionIsCountedOnce) {
  const unsigned seed = std::random_device()();
  std::printf("seed %u\n", seed);
  RandomReports random(seed);
  std::vector<MadeReport> reports = random.reports(60);
  TestIndex one(reports);
  std::reverse(reports.begin(), reports.end());
  TestIndex reversed(reports);
  const CorroborationAnswer answer = Searcher(one.folder()).corroborate({});
  EXPECT_EQ(lines(Searcher(reversed.folder()).corroborate({})), lines(answer));
  EXPECT_EQ(answer.total, answer.clusters.size());
  std::set<std::string> seen;
  std::uint64_t mentions = 0;
  for (const Corroboration& cluster : answer.clusters) {
    const Support& s = cluster.support;
    mentions += s.mentions;
    EXPECT_LE(s.origins, s.clusters);
    EXPECT_LE(s.clusters, s.reports);
    EXPECT_LE(s.reports, s.mentions);
    for (const FigureSupport& figure : cluster.figures) {
      EXPECT_LE(figure.support.origins, s.origins);
      for (const ClaimRecord& record : figure.claims) EXPECT_TRUE(seen.insert(record.claim_id).second);
    }
  }
  EXPECT_EQ(seen.size(), mentions);
}

}  // namespace
}  // namespace averment
