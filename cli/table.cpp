// A table of text that fits a width: columns shrink, then the least important ones go.
#include "cli/table.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace averment::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_beside = 40;
constexpr std::size_t indent_of_beneath = 4;

}  // namespace

struct Table::Layout {
  std::vector<std::size_t> shown;   ///< Columns that stand in the row.
  std::vector<std::size_t> widths;  ///< Of those.
  std::optional<std::size_t> beneath;
  std::vector<std::size_t> dropped;
};

namespace {

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) +
         (widths.empty() ? 0 : (widths.size() - 1) * gap);
}

/// Takes from the widest column that can give, until all fit. False: they cannot.
bool shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least, std::size_t width) {
  while (total(widths) > width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    if (widest == widths.size()) return false;
    --widths[widest];
  }
  return true;
}

std::string cell_text(const Column& column, const std::string& cell, std::size_t width, bool last) {
  const std::string text = shortened(cell, width, column.cut);
  if (column.align == Column::Align::right) return padded_left(text, width);
  return last ? text : padded_right(text, width);
}

}  // namespace

void Table::add_row(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = one_line(cell);
  rows_.push_back({false, std::move(cells)});
}

void Table::add_heading(std::string text, std::string text_at_right) {
  rows_.push_back({true, {one_line(text), std::move(text_at_right)}});
}

std::size_t Table::natural_width(std::size_t column) const {
  std::size_t width = display_width(columns_[column].title);
  for (const Row& row : rows_)
    if (!row.heading) width = std::max(width, display_width(row.cells[column]));
  return width;
}

bool Table::is_filled(std::size_t column) const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [&](const Row& row) { return !row.heading && !row.cells[column].empty(); });
}

Table::Layout Table::lay_out(std::size_t width) const {
  Layout layout;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!columns_[i].only_if_filled || is_filled(i)) layout.shown.push_back(i);
  const auto beneath = std::find_if(columns_.begin(), columns_.end(),
                                    [](const Column& column) { return column.place == Column::Place::beneath; });
  if (beneath != columns_.end()) {
    const auto place = static_cast<std::size_t>(beneath - columns_.begin());
    std::size_t others = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (i != place) others += natural_width(i) + gap;
    if (others + least_beside > width) {
      layout.beneath = place;
      std::erase(layout.shown, place);
    }
  }
  while (true) {
    std::vector<std::size_t> least;
    layout.widths.clear();
    for (const std::size_t i : layout.shown) {
      const std::size_t natural = natural_width(i);
      layout.widths.push_back(natural);
      least.push_back(std::min(natural, std::max(columns_[i].least, display_width(columns_[i].title))));
    }
    if (shrink(layout.widths, least, width)) return layout;
    const auto weight = [&](std::size_t i) { return columns_[i].importance == 0 ? ~0u : columns_[i].importance; };
    const auto weakest = std::min_element(layout.shown.begin(), layout.shown.end(),
                                          [&](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
    if (weakest == layout.shown.end() || columns_[*weakest].importance == 0) return layout;
    layout.dropped.push_back(*weakest);
    layout.shown.erase(weakest);
  }
}

void Table::print(std::ostream& out, std::size_t width, const Style& style) const {
  const bool with_headings = std::any_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.heading; });
  const std::string indent(with_headings ? gap : 0, ' ');
  const Layout layout = lay_out(width - indent.size());
  const std::size_t heading_width = std::min(width, std::max(indent.size() + total(layout.widths), least_beside));
  const auto line = [&](const auto& cell_of) {
    std::string text = indent;
    for (std::size_t k = 0; k < layout.shown.size(); ++k) {
      if (k > 0) text.append(gap, ' ');
      const std::size_t column = layout.shown[k];
      text += cell_text(columns_[column], cell_of(column), layout.widths[k], k + 1 == layout.shown.size());
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
  };

  out << style.bold(line([&](std::size_t column) -> const std::string& { return columns_[column].title; })) << '\n';
  for (const Row& row : rows_) {
    if (row.heading) {
      const std::size_t right = display_width(row.cells[1]);
      const std::size_t left = heading_width > right + gap ? heading_width - right - gap : 0;
      out << '\n'
          << style.bold(padded_right(shortened(row.cells[0], left), left)) << std::string(gap, ' ') << row.cells[1]
          << '\n';
      continue;
    }
    out << line([&](std::size_t column) -> const std::string& { return row.cells[column]; }) << '\n';
    if (layout.beneath && !row.cells[*layout.beneath].empty())
      out << std::string(indent_of_beneath, ' ')
          << style.dim(shortened(row.cells[*layout.beneath], width - indent_of_beneath)) << '\n';
  }
  if (layout.dropped.empty()) return;
  out << style.dim("(no room for: ");
  for (std::size_t k = 0; k < layout.dropped.size(); ++k)
    out << style.dim((k > 0 ? ", " : "") + columns_[layout.dropped[k]].title);
  out << style.dim(")") << '\n';
}

}  // namespace averment::cli
