#include "language/word_folding.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(WordFolding, CaseIsFoldedAndCompatibleFormsMadeOne) {
  const std::pair<std::string, std::string> table[] = {
      {"Kyiv", "kyiv"}, {"STRASSE", "strasse"}, {"Straße", "strasse"}, {"ＮＩＳ", "nis"},
      {"ﬁre", "fire"},  {"Сеул", "сеул"},       {"don’t", "don't"},    {"①", "1"},
  };
  for (const auto& [written, folded] : table) EXPECT_EQ(case_fold(written), folded) << written;
}

TEST(WordFolding, LatinAndGreekLettersLoseTheirAccentsAndOtherScriptsKeepTheirs) {
  const std::pair<std::string, std::string> table[] = {
      {"málaga", "malaga"}, {"łódź", "lodz"},   {"søren", "soren"},       {"erdoğan", "erdogan"},
      {"αθήνα", "αθηνα"},   {"белый", "белый"}, {"шёл", "шел"},           {"북한", "북한"},
      {"パリ", "パリ"},     {"plain", "plain"}, {"cafe\xCC\x81", "cafe"},
  };
  for (const auto& [written, plain] : table) EXPECT_EQ(without_accents(written), plain) << written;
}

TEST(WordFolding, ALongWordIsCutBetweenCharactersAndStaysDistinct) {
  EXPECT_EQ(shortened(std::string(64, 'x')), std::string(64, 'x'));
  const std::string long_word = shortened(std::string(65, 'x'));
  EXPECT_EQ(long_word.size(), 64u);
  EXPECT_NE(long_word, shortened(std::string(66, 'x')));
  std::string cyrillic = "x";
  for (int i = 0; i < 60; ++i) cyrillic += "ж";
  EXPECT_EQ(shortened(cyrillic).substr(0, 47), cyrillic.substr(0, 47));
  EXPECT_EQ(shortened(cyrillic).size(), 63u);
}

}  // namespace
}  // namespace averment
