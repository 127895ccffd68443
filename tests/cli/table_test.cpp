// Tests of cli/table.cpp.
#include "cli/table.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace averment::cli {
namespace {

std::string printed(const Table& table, std::size_t width) {
  std::ostringstream out;
  table.print(out, width, Style());
  return out.str();
}

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

Table sample() {
  Table table({{.title = "category", .importance = 0},
               {.title = "figure", .align = Column::Align::right, .importance = 0},
               {.title = "source", .least = 10, .importance = 2},
               {.title = "report", .least = 8, .importance = 1, .cut = Cut::start}});
  table.add_row({"killed", "≥ 300", "National Intelligence Service", "a/long/path/001.txt"});
  table.add_row({"wounded", "~ 2,700", "병원", "002.txt"});
  return table;
}

TEST(Table, ColumnsAreAlignedByDisplayWidth) {
  EXPECT_EQ(printed(sample(), 100),
            "category   figure  source                         report\n"
            "killed      ≥ 300  National Intelligence Service  a/long/path/001.txt\n"
            "wounded   ~ 2,700  병원                           002.txt\n");
}

TEST(Table, TheWidestColumnsShrinkFirst) {
  EXPECT_EQ(printed(sample(), 50),
            "category   figure  source          report\n"
            "killed      ≥ 300  National Inte…  …g/path/001.txt\n"
            "wounded   ~ 2,700  병원            002.txt\n");
}

TEST(Table, TheLeastImportantColumnGoesWhereThereIsNoRoom) {
  EXPECT_EQ(printed(sample(), 36),
            "category   figure  source\n"
            "killed      ≥ 300  National Intelli…\n"
            "wounded   ~ 2,700  병원\n"
            "(no room for: report)\n");
}

TEST(Table, NoLineIsWiderThanAllowed) {
  for (std::size_t width = 40; width < 120; ++width) EXPECT_LE(widest_line(printed(sample(), width)), width);
}

TEST(Table, HeadingsStandAboveTheirIndentedRows) {
  Table table({{.title = "figure", .align = Column::Align::right}, {.title = "report"}});
  table.add_heading("NIS", "1 claim");
  table.add_row({"300", "001"});
  EXPECT_EQ(printed(table, 40),
            "  figure  report\n"
            "\n"
            "NIS                              1 claim\n"
            "     300  001\n");
}

TEST(Table, ALongColumnStandsBeneathItsRowWhereThereIsLittleRoom) {
  Table table({{.title = "figure"}, {.title = "sentence", .importance = 1, .place = Column::Place::beneath}});
  table.add_row({"300", "At least 300 soldiers were killed in the first three months, it said."});
  EXPECT_EQ(printed(table, 60),
            "figure  sentence\n"
            "300     At least 300 soldiers were killed in the first thre…\n");
  EXPECT_EQ(printed(table, 44),
            "figure\n"
            "300\n"
            "    At least 300 soldiers were killed in th…\n");
}

TEST(Table, AColumnThatNeedsContentIsLeftOutWithoutIt) {
  Table table({{.title = "figure"}, {.title = "via", .only_if_filled = true}});
  table.add_row({"300", ""});
  EXPECT_EQ(printed(table, 40), "figure\n300\n");
  table.add_row({"301", "Yonhap"});
  EXPECT_EQ(printed(table, 40), "figure  via\n300\n301     Yonhap\n");
}

TEST(Table, CellsAreOneLineEach) {
  Table table({{.title = "text"}});
  table.add_row({"two\nlines\033[31m"});
  EXPECT_EQ(printed(table, 40), "text\ntwo lines[31m\n");
}

}  // namespace
}  // namespace averment::cli
