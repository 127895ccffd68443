// One input as several files of knowledge and a text: a line "%NAME" begins the file of that name, "%text" the text.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "language/knowledge_files.hpp"
#include "property.hpp"

namespace averment {

struct OwnFiles {
  std::vector<OwnFile> files;
  std::string text;
};

/// `path`: in front of each name, "lexicons/xx/". The built-in files of the names listed count for nothing; lines under
/// names that are not listed are left out.
inline OwnFiles own_files(std::string_view bytes, const std::string& path, std::span<const std::string_view> names) {
  OwnFiles own;
  for (const std::string_view name : names) own.files.push_back({path + std::string(name) + ".tsv", "#replace\n"});
  std::string* into = nullptr;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end);
    if (!line.starts_with('%')) {
      if (into) *into += line;
      continue;
    }
    const std::string_view name = line.substr(1, line.find_last_not_of("\r\n"));
    into = name == "text" ? &own.text : nullptr;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == name) into = &own.files[i].content;
  }
  return own;
}

}  // namespace averment
