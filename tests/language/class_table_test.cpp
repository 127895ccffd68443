#include "language/class_table.hpp"

#include <gtest/gtest.h>

#include <string>

namespace averment {
namespace {

std::uint32_t classes(const ClassTable& table, std::string_view word) { return table.find(word, word_hash(word)); }

TEST(ClassTable, FindsWhatWasPutIn) {
  ClassTable table;
  EXPECT_EQ(classes(table, "one"), 0u);
  for (std::uint32_t i = 1; i <= 1000; ++i) table.add("word" + std::to_string(i), i);
  for (std::uint32_t i = 1; i <= 1000; ++i) EXPECT_EQ(classes(table, "word" + std::to_string(i)), i);
  EXPECT_EQ(classes(table, "word1001"), 0u);
  EXPECT_EQ(classes(table, ""), 0u);
}

TEST(ClassTable, AWordHasAllTheClassesItWasGiven) {
  ClassTable table;
  const std::string long_word(24, 'x');
  for (const std::string_view word : {std::string_view("rose"), std::string_view(long_word)}) {
    table.add(word, 1);
    table.add(word, 4);
    EXPECT_EQ(classes(table, word), 5u) << word;
  }
}

TEST(ClassTable, WordsOfOneHashAreKeptApart) {
  ClassTable table;
  table.add("a", 1);
  EXPECT_EQ(table.find("b", word_hash("a")), 0u);
}

TEST(ClassTable, ACopyGoesOnByItself) {
  ClassTable table;
  table.add("el", 1);
  ClassTable copy = table;
  copy.add("el", 2);
  EXPECT_EQ(classes(table, "el"), 1u);
  EXPECT_EQ(classes(copy, "el"), 3u);
}

}  // namespace
}  // namespace averment
