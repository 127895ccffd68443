#include "indexer/word_places.hpp"

#include <gtest/gtest.h>

#include <string>

namespace averment {
namespace {

TEST(WordPlacesTest, WordsHavePlacesInTheOrderInWhichTheyCome) {
  WordPlaces places;
  EXPECT_EQ(places.of("two"), 0u);
  EXPECT_EQ(places.of("dead"), 1u);
  EXPECT_EQ(places.of("two"), 0u);
  EXPECT_EQ(places.of(""), 2u);
  EXPECT_EQ(places.size(), 3u);
  EXPECT_EQ(places.word(1), "dead");
}

TEST(WordPlacesTest, ThousandsOfWordsKeepTheirPlaces) {
  std::vector<std::string> words;
  for (int number = 0; number < 5000; ++number) words.push_back(std::to_string(number * 7919));
  WordPlaces places;
  for (int round = 0; round < 2; ++round)
    for (std::uint32_t place = 0; place < words.size(); ++place) ASSERT_EQ(places.of(words[place]), place);
  EXPECT_EQ(places.size(), words.size());
}

}  // namespace
}  // namespace averment
