#include "store/code_points.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

constexpr std::string_view text = "aé€😀b";  // 1, 2, 3, 4, 1 bytes

TEST(CodePointsTest, CountsWhatStandsBeforeAByteInAnyOrder) {
  CodePoints points(text);
  EXPECT_EQ(points.before(0), 0u);
  EXPECT_EQ(points.before(3), 2u);
  EXPECT_EQ(points.before(10), 4u);
  EXPECT_EQ(points.before(11), 5u);
  EXPECT_EQ(points.before(1), 1u);
}

TEST(CodePointsTest, FindsTheByteOfACodePointInAnyOrder) {
  CodePoints points(text);
  EXPECT_EQ(points.byte_of(3), 6u);
  EXPECT_EQ(points.byte_of(5), 11u);
  EXPECT_EQ(points.byte_of(1), 1u);
}

TEST(CodePointsTest, ThereIsNoByteBehindTheTextsEnd) {
  CodePoints points(text);
  EXPECT_EQ(points.byte_of(6), std::nullopt);
  EXPECT_EQ(points.byte_of(4), 10u);
  EXPECT_EQ(CodePoints("").byte_of(0), 0u);
  EXPECT_EQ(CodePoints("").byte_of(1), std::nullopt);
}

}  // namespace
}  // namespace averment
