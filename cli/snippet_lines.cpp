// A snippet in lines of a width, its matches marked.
#include "cli/snippet_lines.hpp"

#include <algorithm>

#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

/// The text at [begin, end) with those parts of it marked that highlights cover.
std::string marked(const Snippet& snippet, std::size_t begin, std::size_t end, const Style& style) {
  std::string out;
  for (const Span& match : snippet.highlights) {
    const std::size_t first = std::max<std::size_t>(match.begin, begin);
    const std::size_t last = std::min<std::size_t>(match.end, end);
    if (first >= last) continue;
    out += without_controls(snippet.text.substr(begin, first - begin));
    out += style.star(without_controls(snippet.text.substr(first, last - first)));
    begin = last;
  }
  return out + without_controls(snippet.text.substr(begin, end - begin));
}

/// Codes of colour take no room, asterisks do.
std::size_t shown_width(const Snippet& snippet, std::size_t begin, std::size_t end, const Style& style) {
  return display_width(style.colored() ? without_controls(snippet.text.substr(begin, end - begin))
                                       : marked(snippet, begin, end, style));
}

}  // namespace

std::vector<std::string> snippet_lines(const Snippet& snippet, std::size_t width, const Style& style) {
  std::vector<std::string> lines;
  std::size_t used = 0;
  for (std::size_t begin = 0; begin < snippet.text.size();) {
    const std::size_t end = std::min(snippet.text.find(' ', begin), snippet.text.size());
    const std::size_t needed = shown_width(snippet, begin, end, style);
    if (lines.empty() || used + 1 + needed > width) {
      lines.emplace_back();
      used = 0;
    } else {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += marked(snippet, begin, end, style);
    used += needed;
    begin = end + 1;
  }
  return lines;
}

}  // namespace averment::cli
