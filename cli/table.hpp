// A table of text that fits a width: columns shrink, then the least important ones go.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "cli/table_layout.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)), contents_(columns_.size()) {}

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
  std::string line(const std::vector<std::string>& cells, const TableLayout& layout) const;
  void print_dropped(std::ostream& out, const TableLayout& layout, const Style& style) const;

  std::vector<Column> columns_;
  std::vector<std::size_t> contents_;  // The width of each column's widest cell.
  std::vector<Row> rows_;
  bool with_headings_ = false;
};

}  // namespace averment::cli
