#include "searcher/word_sequence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

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

TEST(WordSequence, PhrasesAreFoundAsAPlainSearchOfTheNumbersFindsThem) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::uint32_t> some = {0, 1, 2, 5, 0x7f, 0x80, 0x81, 0x85, 0x105, 0x4000, 0x4080, 0x4085, 0x200000};
  const auto numbers = [&](std::size_t count) {
    std::vector<std::uint32_t> made;
    while (made.size() < count) made.push_back(some[random() % some.size()]);
    return made;
  };
  int found = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::vector<std::uint32_t> all = numbers(random() % 60), words = numbers(1 + random() % 3);
    const bool expected = std::search(all.begin(), all.end(), words.begin(), words.end()) != all.end();
    ASSERT_EQ(has_sequence(pack_words(all), pack_words(words)), expected);
    found += expected;
  }
  EXPECT_GT(found, 1000);
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
