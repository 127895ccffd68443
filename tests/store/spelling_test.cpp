#include "store/spelling.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/store/damage.hpp"

namespace averment {
namespace {

std::vector<std::string_view> words_of(const std::vector<SearchToken>& tokens) {
  std::vector<std::string_view> words;
  for (const SearchToken& token : tokens) words.push_back(token.word);
  return words;
}

struct Example {
  std::string text;
  std::vector<SearchToken> tokens;
};

const Example examples[] = {
    {"", {}},
    {" \n", {}},
    {"Two dead", {{{0, 3}, "two", ""}, {{4, 8}, "dead", ""}}},
    {"(US) O'Neill: \"dead\".", {{{1, 3}, "us", ""}, {{5, 12}, "o'neill", ""}, {{15, 19}, "dead", ""}}},
    {"Séoul, ÉTÉ\r\n", {{{0, 6}, "seoul", ""}, {{8, 13}, "ete", ""}}},
    {"a  b\t\xFF", {{{0, 1}, "a", ""}, {{3, 4}, "b", ""}}},
    {"Iphone iPhone", {{{0, 6}, "iphone", ""}, {{7, 13}, "iphone", ""}}},
    // As Korean words give pairs of syllables, and as no analyzer should.
    {"가나다", {{{0, 6}, "가나", ""}, {{3, 9}, "나다", ""}}},
    {"abc", {{{2, 3}, "c", ""}, {{0, 1}, "a", ""}, {{0, 3}, "abc", ""}}},
};

TEST(SpellingTest, TheTextComesBack) {
  for (const auto& [text, tokens] : examples)
    EXPECT_EQ(spelled(spelling_of(text, tokens), words_of(tokens)), text) << text;
}

TEST(SpellingTest, AnyTextComesBackFromTheWordsThatAreSearchedFor) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::string> pieces = {"a",      "B",      "é",    "É",      "ß",    "ﬁ",   "İ",    "σς",
                                           "Привет", "북한군", "東京", "한",     "שלום", "ก",   "🙂", "e\u0301",
                                           "\u200d", "’",      "'s",   "1,200",  "3.5",  "-",   ".",    ", ",
                                           " ",      "\n",     "\t",   "\u00a0", "\xFF", "the", "U.S.", "NATO"};
  SearchAnalyzer analyzer;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned size = random() % 30; size > 0; --size) text += pieces[random() % pieces.size()];
    const std::vector<SearchToken> tokens = analyzer.analyze(text, random() % 2 ? "en" : "");
    ASSERT_EQ(spelled(spelling_of(text, tokens), words_of(tokens)), text);
  }
}

TEST(SpellingTest, WordsAfterABlankInSmallLettersWithACapitalAndInCapitalsTakeAByte) {
  const std::vector<SearchToken> tokens = {{{1, 4}, "the", ""}, {{5, 8}, "man", ""}, {{9, 12}, "who", ""}};
  EXPECT_EQ(spelling_of(" the Man WHO", tokens).size(), tokens.size());
}

TEST(SpellingTest, DamagedSpellingsAreRefusedOrGiveSomeTextButNeverCrash) {
  for (const auto& [text, tokens] : examples) {
    const std::vector<std::string_view> words = words_of(tokens);
    const auto read = [&](std::string_view bytes) { spelled(bytes, words); };
    flip_bits(spelling_of(text, tokens), read);
    cut_short(spelling_of(text, tokens), read);
    read_noise(read);
  }
}

TEST(SpellingTest, ASpellingOfFewerWordsIsDamage) {
  const std::vector<std::string_view> words = {"two", "dead"};
  EXPECT_EQ(refusals(spelling_of("", {}), [&](std::string_view bytes) { spelled(bytes, words); }), 1u);
}

}  // namespace
}  // namespace averment
