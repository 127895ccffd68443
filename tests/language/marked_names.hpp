// Texts of the tests with their names marked: "[Olga Brandt|person] left."
#pragma once

#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

struct MarkedReport {
  struct Name {
    Span span;
    EntityType type = EntityType::person;
  };

  std::string text;
  std::vector<Name> names;
};

inline MarkedReport unmark(std::string_view line) {
  MarkedReport report;
  while (!line.empty()) {
    const std::size_t open = line.find('[');
    report.text += line.substr(0, open);
    if (open == line.npos) break;
    const std::size_t bar = line.find('|', open), close = line.find(']', open);
    if (bar >= close || close == line.npos) throw std::runtime_error("no |type] in " + std::string(line));
    const std::optional<EntityType> type = entity_type(line.substr(bar + 1, close - bar - 1));
    if (!type) throw std::runtime_error("no such type: " + std::string(line));
    const auto begin = static_cast<std::uint32_t>(report.text.size());
    report.text += line.substr(open + 1, bar - open - 1);
    report.names.push_back({{begin, static_cast<std::uint32_t>(report.text.size())}, *type});
    line.remove_prefix(close + 1);
  }
  return report;
}

/// One report a line; lines that begin with # are comments.
inline std::vector<MarkedReport> read_marked(const std::string& path) {
  std::vector<MarkedReport> reports;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') reports.push_back(unmark(line));
  if (reports.empty()) throw std::runtime_error("nothing in " + path);
  return reports;
}

}  // namespace averment
