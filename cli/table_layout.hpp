// Which columns of a table stand beside each other at a width, and how wide each is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/display_text.hpp"

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
  bool as_it_is = false;        ///< Cells are drawings, whose blanks count.
};

struct TableLayout {
  static constexpr std::size_t gap = 2;  ///< Blanks between columns.

  std::vector<std::size_t> shown;   ///< Columns that stand in the row.
  std::vector<std::size_t> widths;  ///< Of those.
  std::optional<std::size_t> beneath;
  std::vector<std::size_t> dropped;  ///< For want of room.

  std::size_t total() const;
};

/// `contents`: the width of each column's widest cell, 0 where all are empty.
TableLayout lay_out(const std::vector<Column>& columns, const std::vector<std::size_t>& contents, std::size_t width);

}  // namespace averment::cli
