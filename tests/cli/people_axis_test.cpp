// Tests of cli/people_axis.cpp.
#include "cli/people_axis.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

Interval exactly(std::uint64_t number) { return {number, number}; }

TEST(PeopleAxisTest, NumbersThatLieCloseTogetherAreOnALinearAxisFromZero) {
  const PeopleAxis axis({exactly(100), exactly(400)}, 41);
  EXPECT_FALSE(axis.logarithmic());
  EXPECT_EQ(axis.first(), 0u);
  EXPECT_EQ(axis.last(), 400u);
  EXPECT_EQ(axis.scale(strokes(true)), "|0     100|      200|      300|      400|");
  EXPECT_EQ(axis.drawn(exactly(200), strokes(true)), ".         .         *         .         .");
}

TEST(PeopleAxisTest, NumbersFarApartAreOnALogarithmicAxis) {
  const PeopleAxis axis({exactly(3), {300, {}}, exactly(1000)}, 31);
  EXPECT_TRUE(axis.logarithmic());
  EXPECT_EQ(axis.scale(strokes(true)), "|1      10|      100|    1,000|");
  EXPECT_EQ(axis.drawn(exactly(100), strokes(true)), ".         .         *         .");
  EXPECT_FALSE(PeopleAxis({exactly(10), exactly(299)}, 31).logarithmic());
  EXPECT_TRUE(PeopleAxis({exactly(10), exactly(300)}, 31).logarithmic());
}

TEST(PeopleAxisTest, BoundsThatAreNotStatedAreArrowsToTheEnd) {
  const PeopleAxis axis({exactly(1), exactly(100)}, 21);
  EXPECT_EQ(axis.drawn({10, {}}, strokes(true)), ".         |--------->");
  EXPECT_EQ(axis.drawn({{}, 10}, strokes(true)), "<---------|         .");
  EXPECT_EQ(axis.drawn({1, 10}, strokes(true)), "|---------|         .");
  EXPECT_EQ(axis.drawn({10, {}}, strokes(false)), "·         ├─────────▶");
  EXPECT_EQ(axis.drawn({100, {}}, strokes(true)), ".         .         >");
  EXPECT_EQ(axis.drawn({}, strokes(true)), ".         .         .") << "no number is stated";
}

TEST(PeopleAxisTest, WhatIsAboutAndWhatIsDerivedLookDifferent) {
  const PeopleAxis axis({exactly(1), exactly(100)}, 21);
  EXPECT_EQ(axis.drawn({10, 10, true}, strokes(true)), ".         o         .");
  EXPECT_EQ(axis.drawn({10, 10, false, true}, strokes(true)), ".         #         .");
  EXPECT_EQ(axis.drawn({1, 10, false, true}, strokes(true)), "|=========|         .");
}

TEST(PeopleAxisTest, ZeroHasAPlaceOnALogarithmicAxis) {
  const PeopleAxis axis({exactly(0), exactly(1), exactly(1000)}, 31);
  EXPECT_TRUE(axis.logarithmic());
  EXPECT_EQ(axis.first(), 0u);
  EXPECT_EQ(axis.drawn(exactly(0), strokes(true)).front(), '*');
}

TEST(PeopleAxisTest, NumbersOnTheScaleGetShorterWhereThereIsNoRoom) {
  const PeopleAxis axis({exactly(1), exactly(100'000)}, 26);
  EXPECT_EQ(axis.scale(strokes(true)), "|1 10| 100|  1k| 10k|100k|");
}

TEST(PeopleAxisTest, EveryIntervalIsAsWideAsTheAxis) {
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::vector<std::vector<Interval>> sets{
      {}, {{}}, {exactly(0)}, {exactly(1)}, {exactly(most)}, {exactly(1), exactly(most)}, {{5, {}}, {{}, 7}}};
  for (const std::vector<Interval>& set : sets)
    for (const std::size_t columns : {2u, 24u, 80u}) {
      const PeopleAxis axis(set, columns);
      EXPECT_EQ(display_width(axis.scale(strokes(false))), columns);
      for (const Interval& interval : set) EXPECT_EQ(display_width(axis.drawn(interval, strokes(false))), columns);
    }
}

}  // namespace
}  // namespace averment::cli
