#include "store/fingerprint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

namespace averment {
namespace {

ReportWords words_of(const std::string& text) {
  ReportWords words;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    const WrittenWord form(word, word);
    const auto known = std::find(words.forms.begin(), words.forms.end(), form);
    words.sequence.push_back(static_cast<std::uint32_t>(known - words.forms.begin()) + 1);
    if (known == words.forms.end()) words.forms.push_back(form);
  }
  return words;
}

std::string text_of(const std::vector<int>& words) {
  std::string text;
  for (const int word : words) text += "w" + std::to_string(word) + " ";
  return text;
}

std::size_t bands_in_common(const std::string& one, const std::string& other) {
  const std::vector<std::uint32_t> a = bands_of(one), b = bands_of(other);
  std::size_t common = 0;
  for (std::size_t i = 0; i < a.size(); ++i) common += a[i] == b[i];
  return common;
}

TEST(FingerprintTest, RunsAreOfFourWordsOrOfAllThereAre) {
  EXPECT_TRUE(runs_of({}).empty());
  EXPECT_EQ(runs_of({1, 2}).size(), 1u);
  EXPECT_EQ(runs_of({1, 2, 3, 4, 5}).size(), 2u);
  EXPECT_EQ(runs_of({1, 1, 1, 1, 1, 1}).size(), 1u) << "each once";
  EXPECT_NE(runs_of({1, 2, 3, 4}), runs_of({1, 2, 4, 3}));
}

TEST(FingerprintTest, WhatIsSharedIsShareOfAllRuns) {
  EXPECT_DOUBLE_EQ(shared({1, 2, 3}, {2, 3, 4}), 0.5);
  EXPECT_DOUBLE_EQ(shared({1, 2}, {1, 2}), 1);
  EXPECT_DOUBLE_EQ(shared({1}, {2}), 0);
  EXPECT_DOUBLE_EQ(shared({}, {}), 0);
}

TEST(FingerprintTest, WithoutWordsThereIsNone) {
  EXPECT_EQ(fingerprint({}), "");
  EXPECT_TRUE(bands_of("").empty());
  EXPECT_TRUE(bands_of("short").empty());
  EXPECT_EQ(bands_of(fingerprint(words_of("one"))).size(), 12u);
}

TEST(FingerprintTest, TheOrderInWhichFormsAreNumberedDoesNotMatter) {
  ReportWords one = words_of("a b c d e f g"), other = one;
  std::reverse(other.forms.begin(), other.forms.end());
  for (std::uint32_t& place : other.sequence) place = 8 - place;
  EXPECT_EQ(fingerprint(one), fingerprint(other));
}

// A fifth of the runs of 300 words changed: of a thousand such pairs, all but a few agree in some band.
TEST(FingerprintTest, EditedCopiesAgreeInSomeBandAndOthersInNone) {
  std::mt19937 random(7);
  int found = 0, strangers = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<int> words(300);
    for (int& word : words) word = static_cast<int>(random() % 100000);
    std::vector<int> edited = words, other = words;
    for (int i = 0; i < 15; ++i) edited[random() % edited.size()] = -1 - i;
    for (int& word : other) word = static_cast<int>(random() % 100000);
    const std::string print = fingerprint(words_of(text_of(words)));
    found += bands_in_common(print, fingerprint(words_of(text_of(edited)))) > 0;
    strangers += bands_in_common(print, fingerprint(words_of(text_of(other)))) > 0;
  }
  EXPECT_GE(found, 298);
  EXPECT_EQ(strangers, 0);
}

}  // namespace
}  // namespace averment
