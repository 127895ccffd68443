#include "language/word_map.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(WordMap, FindsWhatWasPutIn) {
  WordMap<int> map;
  EXPECT_EQ(map.find("one"), nullptr);
  for (int i = 0; i < 1000; ++i) map["word" + std::to_string(i)] = i;
  for (int i = 0; i < 1000; ++i) {
    const int* found = map.find("word" + std::to_string(i));
    ASSERT_NE(found, nullptr) << i;
    EXPECT_EQ(*found, i);
  }
  EXPECT_EQ(map.find("word1000"), nullptr);
  EXPECT_EQ(map.find(""), nullptr);
}

TEST(WordMap, AValueIsMadeOnce) {
  WordMap<int> map;
  map["killed"] += 1;
  map["killed"] += 1;
  EXPECT_EQ(*map.find("killed"), 2);
}

TEST(WordMap, WordsOfOneHashAreKeptApart) {
  WordMap<int> map;
  map["a"] = 1;
  EXPECT_EQ(map.find("b", word_hash("a")), nullptr);
}

}  // namespace
}  // namespace averment
