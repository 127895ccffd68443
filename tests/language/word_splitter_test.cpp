#include "language/word_splitter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace averment {
namespace {

std::vector<std::string> words(std::string_view text) {
  static WordSplitter splitter;
  std::vector<Span> spans;
  splitter.split(text, spans);
  std::vector<std::string> words;
  for (const Span span : spans) words.emplace_back(text.substr(span.begin, span.size()));
  return words;
}

TEST(WordSplitter, EveryScriptIsSplitIntoItsWords) {
  const std::pair<std::string, std::vector<std::string>> table[] = {
      {"", {}},
      {" -- _ * ", {}},
      {"Kim Jong-un's troops", {"Kim", "Jong", "un", "troops"}},
      {"Kyiv’s 5,000 or 2.5 million", {"Kyiv", "5,000", "or", "2.5", "million"}},
      {"U.S. aid: don't stop", {"U.S", "aid", "don't", "stop"}},
      {"dead.The army.A spokesman", {"dead", "The", "army", "A", "spokesman"}},
      {"F-16 at 10:30, mail a@b.org", {"F", "16", "at", "10", "30", "mail", "a", "b", "org"}},
      {"“Málaga”—here", {"Málaga", "here"}},
      {"북한군 300명이 군", {"북한", "한군", "300", "명이", "군"}},
      {"士兵死亡", {"士兵", "死亡"}},
      {"ทหารเสียชีวิต", {"ทหาร", "เสีย", "ชีวิต"}},
      {"Тысячи солдат.", {"Тысячи", "солдат"}},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(words(text), expected) << text;
}

TEST(WordSplitter, TheShortWayFindsTheBoundariesOfIcu) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::string> alphabet{"a", "b", "A", "B",      "0", "1", ".",  ",", ";", ":",
                                          "'", "_", "-", "/",      "s", "!", "\"", "(", "@", "é",
                                          "Š", "Ж", "’", "\u00A0", "“", "—", "‘",  "…", "×"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t size = 1 + random() % 10; size > 0; --size) text += alphabet[random() % alphabet.size()];
    // The star belongs to no word, but sends the chunk to ICU.
    ASSERT_EQ(words(text), words(text + "★")) << text;
    ASSERT_EQ(words(text), words(text + " ★")) << text;
  }
}

TEST(WordSplitter, LatinAndCyrillicLettersAreLettersToIcuAsWell) {
  for (unsigned code = 0xC0; code < 0x500; ++code) {
    const std::string letter{static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
    for (const std::string& text : {"a" + letter + "b", letter + "’" + letter, "1" + letter + ".2"})
      EXPECT_EQ(words(text), words(text + "★")) << text;
  }
}

TEST(WordSplitter, LongStretchesWithoutBlanksAreSplitWithoutLosingAnything) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += i % 7 ? "军" : "，";
  std::size_t bytes = 0;
  for (const std::string& word : words(text)) bytes += word.size();
  EXPECT_EQ(bytes, 3u * (20'000 - 20'000 / 7 - 1));
  EXPECT_EQ(words(std::string(200'000, 'x')).size(), 1u);
}

TEST(WordSplitter, SpansAscendAndStayInsideAnyBytes) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  WordSplitter splitter;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t size = random() % 200; size > 0; --size) text += static_cast<char>(random());
    std::uint32_t last = 0;
    std::vector<Span> spans;
    splitter.split(text, spans);
    for (const Span span : spans) {
      ASSERT_LE(last, span.begin);
      ASSERT_LT(span.begin, span.end);
      ASSERT_LE(span.end, text.size());
      last = span.begin;
    }
  }
}

}  // namespace
}  // namespace averment
