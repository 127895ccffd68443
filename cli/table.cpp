// A table of text that fits a width: columns shrink, then the least important ones go.
#include "cli/table.hpp"

#include <algorithm>
#include <utility>

namespace averment::cli {
namespace {

constexpr std::size_t gap = TableLayout::gap;
constexpr std::size_t least_heading = 40;
constexpr std::size_t indent_of_beneath = 4;

std::string cell_text(const Column& column, const std::string& cell, std::size_t width) {
  const std::string text = shortened(cell, width, column.cut);
  return column.align == Column::Align::right ? padded_left(text, width) : padded_right(text, width);
}

std::string heading_line(const std::vector<std::string>& cells, std::size_t width, const Style& style) {
  const std::size_t right = display_width(cells[1]);
  const std::size_t left = width > right + gap ? width - right - gap : 0;
  return style.bold(padded_right(shortened(cells[0], left), left)) + std::string(gap, ' ') + cells[1];
}

}  // namespace

void Table::add_row(std::vector<std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!columns_[i].as_it_is) cells[i] = one_line(cells[i]);
    contents_[i] = std::max(contents_[i], display_width(cells[i]));
  }
  rows_.push_back({false, std::move(cells)});
}

void Table::add_heading(std::string text, std::string text_at_right) {
  rows_.push_back({true, {one_line(text), std::move(text_at_right)}});
  with_headings_ = true;
}

std::string Table::line(const std::vector<std::string>& cells, const TableLayout& layout) const {
  std::string text(with_headings_ ? gap : 0, ' ');
  for (std::size_t k = 0; k < layout.shown.size(); ++k) {
    if (k > 0) text.append(gap, ' ');
    text += cell_text(columns_[layout.shown[k]], cells[layout.shown[k]], layout.widths[k]);
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void Table::print(std::ostream& out, std::size_t width, const Style& style) const {
  const std::size_t indent = with_headings_ ? gap : 0;
  const TableLayout layout = lay_out(columns_, contents_, width - indent);
  const std::size_t heading_width = std::min(width, std::max(indent + layout.total(), least_heading));

  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  out << style.bold(line(titles, layout)) << '\n';
  for (const Row& row : rows_) {
    if (row.heading) {
      out << '\n' << heading_line(row.cells, heading_width, style) << '\n';
      continue;
    }
    out << line(row.cells, layout) << '\n';
    if (layout.beneath && !row.cells[*layout.beneath].empty())
      out << std::string(indent_of_beneath, ' ')
          << style.dim(shortened(row.cells[*layout.beneath], width - indent_of_beneath)) << '\n';
  }
  print_dropped(out, layout, style);
}

void Table::print_dropped(std::ostream& out, const TableLayout& layout, const Style& style) const {
  if (layout.dropped.empty()) return;
  std::string titles;
  for (const std::size_t column : layout.dropped)
    titles += std::string(titles.empty() ? "" : ", ") + columns_[column].title;
  out << style.dim("(no room for: " + titles + ")") << '\n';
}

}  // namespace averment::cli
