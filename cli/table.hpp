// A table of text that fits a width: columns shrink, then the least important ones go.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "cli/display_text.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {

struct Column {
  enum class Align : std::uint8_t { left, right };
  /// beneath: where less than 40 columns are left for it, it stands on a line of its own under the row.
  enum class Place : std::uint8_t { beside, beneath };

  std::string title;
  Align align = Align::left;
  std::size_t least = 8;    ///< It is not shrunk below this many columns.
  unsigned importance = 1;  ///< The least important column goes first where there is no room; 0 stays always.
  Cut cut = Cut::end;
  Place place = Place::beside;
  bool only_if_filled = false;  ///< Left out where no row has anything in it.
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add_row(std::vector<std::string> cells);                   ///< A cell for each column, on one line.
  void add_heading(std::string text, std::string text_at_right);  ///< Rows that follow belong to it.
  bool empty() const { return rows_.empty(); }

  /// Titles of columns that had no room are named in a last line.
  void print(std::ostream& out, std::size_t width, const Style& style) const;

 private:
  struct Row {
    bool heading = false;
    std::vector<std::string> cells;
  };
  struct Layout;
  std::size_t natural_width(std::size_t column) const;
  bool is_filled(std::size_t column) const;
  Layout lay_out(std::size_t width) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace averment::cli
