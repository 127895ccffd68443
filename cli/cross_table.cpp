// Claims counted by two fields, as a table with sums.
#include <fmt/format.h>

#include <map>

#include "cli/claim_table.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

constexpr std::size_t widest_cell = 16;
constexpr std::size_t widest_row_name = 36;
constexpr std::size_t gap = 2;

/// A row of the table, or its columns' names with their sums.
struct Line {
  std::string name;
  std::uint64_t sum = 0;
  std::vector<std::uint64_t> counts;
};

/// The names with their sums, the largest first.
std::vector<Line> sums(const std::vector<CrossCount>& counts, const std::string CrossCount::*name) {
  std::map<std::string, std::uint64_t> totals;
  for (const CrossCount& count : counts) totals[count.*name] += count.count;
  std::vector<Line> sorted;
  for (const auto& [key, sum] : totals) sorted.push_back({key, sum, {}});
  std::stable_sort(sorted.begin(), sorted.end(), [](const Line& a, const Line& b) { return a.sum > b.sum; });
  return sorted;
}

std::vector<Line> counted_rows(const std::vector<CrossCount>& counts, const std::vector<Line>& columns) {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < columns.size(); ++i) place[columns[i].name] = i;
  std::vector<Line> rows = sums(counts, &CrossCount::row);
  std::map<std::string, Line*> by_name;
  for (Line& row : rows) {
    row.counts.resize(columns.size());
    by_name[row.name] = &row;
  }
  for (const CrossCount& count : counts) by_name[count.row]->counts[place[count.column]] += count.count;
  return rows;
}

/// What stands from `first` on, as one line.
void merge_rows(std::vector<Line>& rows, std::size_t first) {
  if (first >= rows.size()) return;
  Line merged{fmt::format("({} more)", rows.size() - first), 0, std::vector<std::uint64_t>(rows[0].counts.size())};
  for (std::size_t i = first; i < rows.size(); ++i) {
    merged.sum += rows[i].sum;
    for (std::size_t k = 0; k < merged.counts.size(); ++k) merged.counts[k] += rows[i].counts[k];
  }
  rows.resize(first);
  rows.push_back(std::move(merged));
}

void merge_columns(std::vector<Line>& columns, std::vector<Line>& rows, std::size_t first) {
  if (first >= columns.size()) return;
  Line merged{"(others)", 0, {}};
  for (std::size_t i = first; i < columns.size(); ++i) merged.sum += columns[i].sum;
  for (Line& row : rows) {
    std::uint64_t sum = 0;
    for (std::size_t i = first; i < columns.size(); ++i) sum += row.counts[i];
    row.counts.resize(first);
    row.counts.push_back(sum);
  }
  columns.resize(first);
  columns.push_back(std::move(merged));
}

/// How many of the columns fit, with room for (others) where not all do.
std::size_t columns_that_fit(const std::vector<Line>& columns, std::size_t width) {
  constexpr std::size_t others = 8;
  std::size_t used = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    used += gap + std::min(widest_cell, display_width(columns[i].name));
    if (used + (i + 1 < columns.size() ? gap + others : 0) > width) return i;
  }
  return columns.size();
}

std::size_t name_width(const std::vector<Line>& rows, Field row) {
  std::size_t width = display_width(info(row).name);
  for (const Line& line : rows) width = std::max(width, display_width(line.name));
  return std::min(width, widest_row_name);
}

void add_line(Table& table, const Line& line, std::size_t width) {
  std::vector<std::string> cells{shortened(line.name, width)};
  for (const std::uint64_t count : line.counts) cells.push_back(count == 0 ? "·" : grouped(count));
  cells.push_back(grouped(line.sum));
  table.add_row(std::move(cells));
}

}  // namespace

void print_cross(std::ostream& out, const std::vector<CrossCount>& counts, Field row, const Options& options,
                 const Page& page) {
  std::vector<Line> columns = sums(counts, &CrossCount::column);
  std::vector<Line> rows = counted_rows(counts, columns);
  Line total{"total", 0, {}};
  for (const Line& line : rows) total.sum += line.sum;
  merge_rows(rows, options.limit.value_or(default_groups));
  const std::size_t names = name_width(rows, row);
  const std::size_t taken = names + gap + std::max<std::size_t>(5, grouped(total.sum).size());
  merge_columns(columns, rows, columns_that_fit(columns, page.width - std::min(page.width, taken)));
  for (const Line& line : columns) total.counts.push_back(line.sum);

  std::vector<Column> layout{{.title = std::string(info(row).name), .least = names, .importance = 0}};
  for (const Line& line : columns)
    layout.push_back({.title = shortened(line.name, widest_cell), .align = Column::Align::right, .importance = 0});
  layout.push_back({.title = "total", .align = Column::Align::right, .importance = 0});
  Table table(std::move(layout));
  for (const Line& line : rows) add_line(table, line, names);
  add_line(table, total, names);
  table.print(out, page.width, page.style);
}

}  // namespace averment::cli
