#include "searcher/word_sequence.hpp"

#include <gtest/gtest.h>

#include "store/vocabulary.hpp"

namespace averment {
namespace {

TEST(WordSequence, APhraseIsFoundWhereItsWordsStandSideBySide) {
  const std::string packed = pack_words({1, 2, 3, 0, 3, 4, 1, 2});
  EXPECT_TRUE(has_sequence(packed, pack_words({1})));
  EXPECT_TRUE(has_sequence(packed, pack_words({2, 3})));
  EXPECT_TRUE(has_sequence(packed, pack_words({4, 1, 2})));
  EXPECT_FALSE(has_sequence(packed, pack_words({1, 3})));
  EXPECT_FALSE(has_sequence(packed, pack_words({3, 3})));
  EXPECT_FALSE(has_sequence(packed, pack_words({1, 2, 4})));
  EXPECT_FALSE(has_sequence(pack_words({}), pack_words({1})));
}

TEST(WordSequence, NumbersThatEndAlikeAreNotTaken) {
  const std::string packed = pack_words({0x85, 0x4000, 0x181});
  EXPECT_TRUE(has_sequence(packed, pack_words({0x4000, 0x181})));
  EXPECT_FALSE(has_sequence(packed, pack_words({1})));
  EXPECT_FALSE(has_sequence(packed, pack_words({3})));
  EXPECT_TRUE(has_sequence(pack_words({0x85, 1}), pack_words({1})));
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
  EXPECT_FALSE(has_sequence(packed, pack_words({2, 3})));
  EXPECT_FALSE(has_near(packed, {2}, {3}, 5));
  EXPECT_TRUE(has_near(packed, {3}, {4}, 1));
  EXPECT_TRUE(has_near(packed, {2}, {1}, 1));
}

}  // namespace
}  // namespace averment
