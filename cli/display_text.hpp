// Text as a terminal shows it: how wide it is, cut to a width, free of what would drive the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace averment::cli {

/// Columns of a terminal: East Asian wide characters and emoji take two, marks none; counted by grapheme clusters.
std::size_t display_width(std::string_view text);

enum class Cut : std::uint8_t { end, start };

/// The text if it fits, else its beginning (or its end) and "…", together at most `width` columns.
std::string shortened(std::string_view text, std::size_t width, Cut cut = Cut::end);

/// With blanks in front or behind, up to `width` columns.
std::string padded_left(std::string_view text, std::size_t width);
std::string padded_right(std::string_view text, std::size_t width);

/// On one line: runs of white space become one blank, control characters vanish.
std::string one_line(std::string_view text);

/// Without control characters other than new line and tab: a report's text must not drive the terminal.
std::string without_controls(std::string_view text);

/// ASCII in place of it: letters without their marks, plain quotation marks and dashes, "?" for what has no likeness.
std::string as_ascii(std::string_view text);

/// 2700 → "2,700".
std::string grouped(std::uint64_t number);

/// "1 claim", "1,200 claims".
std::string counted(std::uint64_t number, std::string_view noun);

}  // namespace averment::cli
