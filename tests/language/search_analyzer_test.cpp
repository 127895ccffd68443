#include "language/search_analyzer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace averment {
namespace {

using testing::ElementsAre;

std::vector<std::string> stems(std::string_view text, std::string_view lang) {
  static SearchAnalyzer analyzer;
  std::vector<std::string> stems;
  for (const SearchToken& token : analyzer.analyze(text, lang)) stems.push_back(token.stem);
  return stems;
}

TEST(SearchAnalyzer, WordsAreStemmedByTheLanguageOfTheText) {
  EXPECT_THAT(stems("Soldiers wounded", "en"), ElementsAre("soldier", "wound"));
  EXPECT_THAT(stems("soldados heridos", "es"), ElementsAre("sold", "her"));
  EXPECT_THAT(stems("солдаты погибли", "ru"), ElementsAre("солдат", "погибл"));
  EXPECT_THAT(stems("l'armée", "fr"), stems("armées", "fr"));
  EXPECT_THAT(stems("Soldiers wounded", ""), ElementsAre("soldiers", "wounded"));
  EXPECT_THAT(stems("Soldiers wounded", "lovins"), ElementsAre("soldiers", "wounded"));
  EXPECT_THAT(stems("북한군", "ko"), ElementsAre("북한", "한군"));
}

TEST(SearchAnalyzer, AQueryWithoutAccentsMeetsTheWordWithThem) {
  EXPECT_EQ(stems("Malaga", "es"), stems("Málaga", "es"));
  EXPECT_EQ(stems("Málaga", ""), stems("MALAGA", ""));
}

TEST(SearchAnalyzer, TokensKnowTheirPlaceInTheText) {
  SearchAnalyzer analyzer;
  const std::string text = "“Kyiv’s dead”";
  const std::vector<SearchToken> tokens = analyzer.analyze(text, "en");
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(text.substr(tokens[0].span.begin, tokens[0].span.size()), "Kyiv");
  EXPECT_EQ(text.substr(tokens[1].span.begin, tokens[1].span.size()), "dead");
}

TEST(SearchAnalyzer, StemOfAFoldedWordIsTheStemOfItsToken) {
  SearchAnalyzer analyzer;
  for (const char* lang : {"", "en", "es", "fr", "ru", "xx"})
    for (const SearchToken& token : analyzer.analyze("killing naciones armées солдаты 1990s don’t U.S.", lang))
      if (token.word.find_first_of("'.") == token.word.npos) {
        EXPECT_FALSE(analyzer.stem(token.word, lang).empty());
      }
  EXPECT_EQ(analyzer.stem("soldiers", "en"), "soldier");
}

TEST(SearchAnalyzer, TokensAreAtMost64BytesAndHoldNoNul) {
  SearchAnalyzer analyzer;
  const std::string text = std::string(300, 'x') + '\0' + "y " + std::string(300, '\xD0') + " \xEF\xB7\xBA";
  for (const SearchToken& token : analyzer.analyze(text, "en")) {
    EXPECT_LE(token.word.size(), 64u);
    EXPECT_LE(token.stem.size(), 64u);
    EXPECT_EQ(token.word.find('\0'), token.word.npos);
    EXPECT_FALSE(token.word.empty());
  }
}

}  // namespace
}  // namespace averment
