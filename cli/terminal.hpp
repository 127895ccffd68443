// Where output goes: its width, whether it is coloured, and the codes for that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace averment::cli {

/// How printed text stands out. Without colour, nothing is marked but what `star` marks.
class Style {
 public:
  explicit Style(bool colored = false) : colored_(colored) {}
  bool colored() const { return colored_; }
  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  /// A match: bold in colour, else between asterisks.
  std::string star(std::string_view text) const;

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
  bool colored_;
};

/// --color decides; for auto NO_COLOR, then CLICOLOR_FORCE, then whether `is_terminal` is one that can.
bool use_color(Coloring coloring, const Environment& environment, bool is_terminal);

/// COLUMNS, else the terminal's width; 110 where standard output is none.
std::size_t output_width(const Environment& environment);

/// LC_ALL, else LC_CTYPE, else LANG names a locale of UTF-8.
bool is_utf8(const Environment& environment);

bool stdout_is_terminal();
bool stderr_is_terminal();

Environment process_environment();

/// For standard output.
Style output_style(const Options& options);

}  // namespace averment::cli
