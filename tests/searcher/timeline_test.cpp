// Tests of searcher/timeline.cpp: dates, lanes and their order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/searcher.hpp"
#include "tests/searcher/test_index.hpp"

namespace averment {
namespace {

using testing::ElementsAre;

std::vector<std::string> dates(const Timeline& timeline) {
  std::vector<std::string> all;
  for (const TimelineClaim& claim : timeline.claims)
    all.push_back((claim.date.empty() ? "-" : claim.date) + " " + timeline.lanes.at(claim.lane).value);
  return all;
}

std::vector<std::string> lanes(const Timeline& timeline) {
  std::vector<std::string> all;
  for (const TimelineLane& lane : timeline.lanes) all.push_back(lane.value + " " + std::to_string(lane.count));
  return all;
}

TEST(TimelineTest, TheEventsDateCountsBeforeTheReports) {
  const TestIndex index({MadeReport("a", "5 and 6")
                             .published("2025-02-19T10:00:00Z")
                             .claim("5", MadeClaim{.low = 5, .high = 5, .event_date = "2025-01"})
                             .claim("6", MadeClaim{.low = 6, .high = 6})});
  const Timeline timeline = Searcher(index.folder()).timeline(Field::source, {});
  ASSERT_EQ(timeline.claims.size(), 2u);
  EXPECT_EQ(timeline.claims[0].date, "2025-01");
  EXPECT_EQ(timeline.claims[0].date_from, DateFrom::event_date);
  EXPECT_EQ(timeline.claims[1].date, "2025-02-19");
  EXPECT_EQ(timeline.claims[1].date_from, DateFrom::published);
}

TEST(TimelineTest, ClaimsAreInOrderOfDateAcrossLanes) {
  const TestIndex index({
      MadeReport("c", "1").published("2025-03-01").claim("1", MadeClaim{.source = "NIS"}),
      MadeReport("b", "1").published("2025").claim("1", MadeClaim{.source = "Kyiv"}),
      MadeReport("a", "1").published("2025-03").claim("1", MadeClaim{.source = "NIS"}),
      MadeReport("d", "1").published("2025-02-28").claim("1", MadeClaim{}),
  });
  const Timeline timeline = Searcher(index.folder()).timeline(Field::source, {});
  EXPECT_THAT(dates(timeline), ElementsAre("2025 Kyiv", "2025-02-28 (none)", "2025-03 NIS", "2025-03-01 NIS"));
  EXPECT_THAT(lanes(timeline), ElementsAre("NIS 2", "(none) 1", "Kyiv 1"));
}

TEST(TimelineTest, UndatedClaimsHaveALaneOfTheirOwnAndKeepTheirValue) {
  const TestIndex index({
      MadeReport("a", "1").claim("1", MadeClaim{.source = "NIS"}),
      MadeReport("b", "1").claim("1", MadeClaim{.source = "Kyiv"}),
      MadeReport("c", "1").published("2025-03-01").claim("1", MadeClaim{.source = "NIS"}),
  });
  const Timeline timeline = Searcher(index.folder()).timeline(Field::source, {});
  EXPECT_THAT(dates(timeline), ElementsAre("2025-03-01 NIS", "- (undated)", "- (undated)"));
  EXPECT_THAT(lanes(timeline), ElementsAre("NIS 1", "(undated) 2"));
  EXPECT_TRUE(timeline.lanes.back().undated);
  EXPECT_EQ(timeline.claims[1].date_from, std::nullopt);
  EXPECT_EQ(timeline.claims[1].value, "NIS");
  EXPECT_EQ(timeline.claims[2].value, "Kyiv");
  EXPECT_EQ(timeline.lanes_in_all, 2u);
}

TEST(TimelineTest, AClaimWithSeveralValuesStandsInEachLane) {
  const TestIndex index(
      {MadeReport("a", "1").published("2025-03-01").claim("1", MadeClaim{.source = "NIS", .via = {"x", "y"}}),
       MadeReport("b", "1").claim("1", MadeClaim{.source = "NIS", .via = {"x", "y"}})});
  const Timeline timeline = Searcher(index.folder()).timeline(Field::via, {});
  EXPECT_EQ(timeline.total, 2u);
  EXPECT_EQ(timeline.in_lanes, 4u);
  EXPECT_THAT(dates(timeline), ElementsAre("2025-03-01 x", "2025-03-01 y", "- (undated)", "- (undated)"));
  EXPECT_THAT(lanes(timeline), ElementsAre("x 1", "y 1", "(undated) 2"));
  EXPECT_NE(timeline.claims[2].value, timeline.claims[3].value);
}

TEST(TimelineTest, LanesAndClaimsBeyondTheLimitsAreCountedAlone) {
  std::vector<MadeReport> reports;
  for (const char* id : {"a", "b", "c"})
    reports.push_back(MadeReport(id, "1").published("2025-03-01").claim("1", MadeClaim{.source = "NIS"}));
  reports.push_back(MadeReport("d", "1").published("2025-03-01").claim("1", MadeClaim{.source = "Kyiv"}));
  reports.push_back(MadeReport("e", "1").claim("1", MadeClaim{.source = "Kyiv"}));
  const TestIndex index(reports);
  const Timeline timeline = Searcher(index.folder()).timeline(Field::source, {}, {.groups = 1, .claims = 2});
  EXPECT_THAT(lanes(timeline), ElementsAre("NIS 3", "(undated) 1"));
  EXPECT_EQ(timeline.claims.size(), 3u);
  EXPECT_EQ(timeline.lanes_in_all, 3u);
  EXPECT_EQ(timeline.in_lanes, 5u);
}

TEST(TimelineTest, AFieldThatClaimsAreNotCountedByIsAnError) {
  const TestIndex index({MadeReport("a", "1")});
  EXPECT_THROW(Searcher(index.folder()).timeline(Field::person, {}), QueryError);
}

}  // namespace
}  // namespace averment
