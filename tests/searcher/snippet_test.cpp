#include "searcher/snippet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "language/utf8.hpp"

namespace averment {
namespace {

// With the marks as [ ].
std::string marked(const Snippet& snippet) {
  std::string out = snippet.text;
  for (auto mark = snippet.highlights.rbegin(); mark != snippet.highlights.rend(); ++mark) {
    out.insert(mark->end, "]");
    out.insert(mark->begin, "[");
  }
  return out;
}

std::string snippet(const std::string& text, const std::set<std::string>& stems, const std::string& lang = "en") {
  static SearchAnalyzer analyzer;
  SearchedText searched;
  searched.stems = stems;
  return marked(make_snippet(text, lang, searched, analyzer));
}

TEST(Snippet, MarksWordsByTheirStemsOnOneLine) {
  EXPECT_EQ(snippet("Two soldiers\n\twere  wounded.", {"soldier", "wound"}), "Two [soldiers] were [wounded].");
  EXPECT_EQ(snippet("Kyiv’s “Soldiers”", {"soldier", "kyiv"}), "[Kyiv]’s “[Soldiers]”");
  EXPECT_EQ(snippet("북한군이 왔다", {"북한", "한군"}, "ko"), "[북한군]이 왔다");
}

TEST(Snippet, WithoutAMatchItIsTheBeginning) {
  EXPECT_EQ(snippet("\n  A short text.\n", {"absent"}), "A short text.");
  EXPECT_EQ(snippet("", {"absent"}), "");
}

TEST(Snippet, TheWindowHasTheMostDifferentWordsAndIsCutBetweenWords) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "nothing of note here ";
  const std::string text = "A soldier. " + filler + ". The soldier was wounded near the river. " + filler;
  const std::string found = snippet(text, {"soldier", "wound", "river"});
  EXPECT_THAT(found, testing::HasSubstr("The [soldier] was [wounded] near the [river]."));
  EXPECT_THAT(found, testing::StartsWith("… "));
  EXPECT_THAT(found, testing::EndsWith(" …"));
  EXPECT_LE(count_characters(found), 220u);
  EXPECT_THAT(found, testing::Not(testing::HasSubstr(" …e")));
}

TEST(Snippet, AClaimIsShownAroundItsFigure) {
  const std::string text = "The ministry said 300 were killed.";
  EXPECT_EQ(marked(make_snippet(text, Span{18, 21})), "The ministry said [300] were killed.");
}

TEST(Snippet, AnyScriptIsCutBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "士兵死亡";
  const std::string found = snippet(text, {"死亡"}, "zh");
  EXPECT_THAT(found, testing::HasSubstr("[死亡]"));
  EXPECT_LE(count_characters(found), 400u);
  EXPECT_EQ(found.find("\xEF\xBF\xBD"), found.npos);
}

TEST(Snippet, AHugeTextTakesNoLongerThanALargeOne) {
  std::string text(64 << 20, 'x');
  for (std::size_t at = 9; at < text.size(); at += 10) text[at] = ' ';
  const auto begin = std::chrono::steady_clock::now();
  snippet(text, {"absent"});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

}  // namespace
}  // namespace averment
