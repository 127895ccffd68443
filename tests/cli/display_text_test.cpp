// Tests of cli/display_text.cpp.
#include "cli/display_text.hpp"

#include <gtest/gtest.h>

namespace averment::cli {
namespace {

TEST(DisplayText, WidthCountsColumnsOfATerminal) {
  const std::pair<const char*, std::size_t> table[] = {{"", 0},
                                                       {"plain", 5},
                                                       {"café", 4},
                                                       {"cafe\u0301", 4},
                                                       {"북한", 4},
                                                       {"東京 NHK", 8},
                                                       {"👩‍👩‍👧", 2},
                                                       {"≥ 300", 5},
                                                       {"a\u200bb", 2}};
  for (const auto& [text, width] : table) EXPECT_EQ(display_width(text), width) << text;
}

TEST(DisplayText, LettersAndPunctuationOfPrintTakeOneColumnAlsoUnderMarks) {
  for (const char* text : {"\u00a0", "\u00bf", "\u00c0", "\u00ff", "\u0100", "\u02ff", "\u2010", "\u2026", "\u2027"}) {
    EXPECT_EQ(display_width(text), 1u) << text;
    EXPECT_EQ(display_width(std::string(text) + "\u0301"), 1u) << text;
    EXPECT_EQ(shortened(std::string(text) + text + text, 2), text + std::string("…"));
  }
  for (const char* text : {"\u0080", "\u009f", "\u00ad", "\u0301", "\u200b"}) EXPECT_EQ(display_width(text), 0u);
}

TEST(DisplayText, TextIsCutBetweenCharactersAsReadersSeeThem) {
  EXPECT_EQ(shortened("short", 5), "short");
  EXPECT_EQ(shortened("longer", 5), "long…");
  EXPECT_EQ(shortened("two words", 5), "two…");
  EXPECT_EQ(shortened("북한군 병사", 6), "북한…");
  EXPECT_EQ(shortened("북한군 병사", 5), "북한…");
  EXPECT_EQ(shortened("e\u0301e\u0301e\u0301", 2), "e\u0301…");
  EXPECT_EQ(shortened("reports/2025/one.txt", 9, Cut::start), "…/one.txt");
  EXPECT_EQ(shortened("anything", 0), "");
  EXPECT_EQ(shortened("anything", 1), "…");
}

TEST(DisplayText, AsciiKeepsWhatHasALikeness) {
  EXPECT_EQ(as_ascii("plain"), "plain");
  EXPECT_EQ(as_ascii("Volodímir Zelenski – café"), "Volodimir Zelenski - cafe");
  EXPECT_EQ(as_ascii("≥ 300 “dead”…"), ">= 300 \"dead\"...");
  EXPECT_EQ(as_ascii("Łódź, Straße"), "Lodz, Strasse");
  EXPECT_EQ(as_ascii("東京"), "??");
}

TEST(DisplayText, PaddingFillsUpToTheWidthAndNeverCuts) {
  EXPECT_EQ(padded_left("7", 3), "  7");
  EXPECT_EQ(padded_right("북", 3), "북 ");
  EXPECT_EQ(padded_right("long", 3), "long");
}

TEST(DisplayText, OneLineHasNeitherBreaksNorTerminalCodes) {
  EXPECT_EQ(one_line("  a\n\tb\u00a0 c "), "a b c");
  EXPECT_EQ(one_line("\033[31mred\007"), "[31mred");
  EXPECT_EQ(one_line("a\u009b31mb"), "a31mb");
  EXPECT_EQ(one_line("bad \xff byte"), "bad \xff byte");
}

TEST(DisplayText, AReportKeepsItsLinesButCannotDriveTheTerminal) {
  EXPECT_EQ(without_controls("a\n\tb\033]0;title\007\r\n"), "a\n\tb]0;title\n");
}

TEST(DisplayText, NumbersHaveTheirThousandsApart) {
  const std::pair<std::uint64_t, const char*> table[] = {
      {0, "0"}, {999, "999"}, {1000, "1,000"}, {12345, "12,345"}, {1234567, "1,234,567"}};
  for (const auto& [number, text] : table) EXPECT_EQ(grouped(number), text);
  EXPECT_EQ(counted(1, "claim"), "1 claim");
  EXPECT_EQ(counted(2700, "claim"), "2,700 claims");
}

}  // namespace
}  // namespace averment::cli
