// Words of a text that may be broken over lines, as records and names have them.
#include "language/one_line.hpp"

namespace averment {

std::string in_one_line(std::string_view written) {
  std::string line;
  line.reserve(written.size());
  for (const char c : written) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace averment
