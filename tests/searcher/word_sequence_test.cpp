#include "searcher/word_sequence.hpp"

#include <gtest/gtest.h>

#include "store/packing.hpp"

namespace averment {
namespace {

TEST(WordSequence, APhraseIsFoundWhereItsWordsStandSideBySide) {
  const std::string packed = pack_words({1, 2, 3, 0, 3, 4, 1, 2});
  EXPECT_TRUE(has_sequence(packed, {1}));
  EXPECT_TRUE(has_sequence(packed, {2, 3}));
  EXPECT_TRUE(has_sequence(packed, {4, 1, 2}));
  EXPECT_FALSE(has_sequence(packed, {1, 3}));
  EXPECT_FALSE(has_sequence(packed, {3, 3}));
  EXPECT_FALSE(has_sequence(packed, {1, 2, 4}));
  EXPECT_FALSE(has_sequence(pack_words({}), {1}));
  EXPECT_FALSE(has_sequence("abc", {1}));
}

TEST(WordSequence, NearCountsFromTheEndOfOneToTheBeginningOfTheOther) {
  const std::string packed = pack_words({9, 1, 2, 5, 6, 7, 3, 4, 9});
  EXPECT_TRUE(has_near(packed, {1, 2}, {5}, 1));
  EXPECT_FALSE(has_near(packed, {1, 2}, {3, 4}, 3));
  EXPECT_TRUE(has_near(packed, {1, 2}, {3, 4}, 4));
  EXPECT_TRUE(has_near(packed, {3, 4}, {1, 2}, 4));
  EXPECT_TRUE(has_near(packed, {9}, {1}, 1));
  EXPECT_TRUE(has_near(packed, {9}, {9}, 8));
  EXPECT_FALSE(has_near(packed, {9}, {9}, 7));
  EXPECT_FALSE(has_near(packed, {5}, {5}, 9)) << "a word is not near itself";
  EXPECT_FALSE(has_near(packed, {1}, {8}, 9));
}

TEST(WordSequence, NothingReachesFromTheTitleIntoTheText) {
  const std::string packed = pack_words({1, 2, 0, 3, 4});
  EXPECT_FALSE(has_sequence(packed, {2, 3}));
  EXPECT_FALSE(has_near(packed, {2}, {3}, 5));
  EXPECT_TRUE(has_near(packed, {3}, {4}, 1));
  EXPECT_TRUE(has_near(packed, {2}, {1}, 1));
}

}  // namespace
}  // namespace averment
