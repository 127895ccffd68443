// Which columns of a table stand beside each other at a width, and how wide each is.
#include "cli/table_layout.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace averment::cli {
namespace {

constexpr std::size_t least_beside = 40;

class Fitting {
 public:
  Fitting(const std::vector<Column>& columns, const std::vector<std::size_t>& contents, std::size_t width)
      : columns_(columns), contents_(contents), width_(width) {}

  TableLayout run() {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!columns_[i].only_if_filled || contents_[i] > 0) layout_.shown.push_back(i);
    place_beneath();
    while (!shrink() && drop_weakest()) {
    }
    return std::move(layout_);
  }

 private:
  std::size_t natural(std::size_t column) const {
    return std::max(contents_[column], display_width(columns_[column].title));
  }

  std::size_t least(std::size_t column) const {
    return std::min(natural(column), std::max(columns_[column].least, display_width(columns_[column].title)));
  }

  void place_beneath() {
    std::size_t others = 0;
    std::optional<std::size_t> candidate;
    for (const std::size_t i : layout_.shown) {
      if (columns_[i].place == Column::Place::beneath)
        candidate = i;
      else
        others += natural(i) + TableLayout::gap;
    }
    if (!candidate || others + least_beside <= width_) return;
    layout_.beneath = candidate;
    std::erase(layout_.shown, *candidate);
  }

  /// Takes from the widest column that can give, until all fit. False: they cannot.
  bool shrink() {
    layout_.widths.clear();
    for (const std::size_t i : layout_.shown) layout_.widths.push_back(natural(i));
    while (layout_.total() > width_) {
      std::size_t* widest = nullptr;
      for (std::size_t k = 0; k < layout_.shown.size(); ++k) {
        std::size_t& width = layout_.widths[k];
        if (width > least(layout_.shown[k]) && (!widest || width > *widest)) widest = &width;
      }
      if (!widest) return false;
      --*widest;
    }
    return true;
  }

  bool drop_weakest() {
    const auto weight = [&](std::size_t column) {
      const unsigned importance = columns_[column].importance;
      return importance == 0 ? std::numeric_limits<unsigned>::max() : importance;
    };
    const auto weakest = std::min_element(layout_.shown.begin(), layout_.shown.end(),
                                          [&](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
    if (weakest == layout_.shown.end() || columns_[*weakest].importance == 0) return false;
    layout_.dropped.push_back(*weakest);
    layout_.shown.erase(weakest);
    return true;
  }

  const std::vector<Column>& columns_;
  const std::vector<std::size_t>& contents_;
  const std::size_t width_;
  TableLayout layout_;
};

}  // namespace

std::size_t TableLayout::total() const {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + (widths.empty() ? 0 : widths.size() - 1) * gap;
}

TableLayout lay_out(const std::vector<Column>& columns, const std::vector<std::size_t>& contents, std::size_t width) {
  return Fitting(columns, contents, width).run();
}

}  // namespace averment::cli
