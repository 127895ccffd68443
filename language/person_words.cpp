// What words beside a person, and the person's first name, tell: man or woman.
#include "language/person_words.hpp"

#include <algorithm>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"

namespace averment {
namespace {

Gender gender_named(std::string_view name) {
  if (name == "m") return Gender::male;
  if (name == "f") return Gender::female;
  throw InputError("\"" + std::string(name) + "\" is no gender: m or f");
}

std::string_view column(const Row& row, std::size_t index) {
  return index < row.size() ? row[index] : std::string_view();
}

}  // namespace

PersonWords::PersonWords(const KnowledgeFiles& files, std::string_view language) {
  files.each_row("lexicons/" + std::string(language) + "/genders.tsv", 2, [this](const Row& row) {
    const Gender gender = gender_named(row[0]);
    for (std::string_view words = row[1]; !words.empty();) {
      const std::size_t end = std::min(words.find(' '), words.size());
      words_.emplace(words.substr(0, end), gender);
      words.remove_prefix(std::min(words.size(), end + 1));
    }
  });
  files.each_row("gazetteer/titles.tsv", 2, [this](const Row& row) {
    const std::string key = words_key(row[0]);
    if (!column(row, 2).empty() && key.find(' ') == key.npos) words_.emplace(key, gender_named(row[2]));
  });
  files.each_row("gazetteer/first_names.tsv", 1, [this](const Row& row) {
    if (!column(row, 1).empty()) first_names_.emplace(words_key(row[0]), gender_named(row[1]));
  });
}

Gender PersonWords::of_words(std::string_view words) const {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (const auto known = words_.find(std::string(words.substr(0, end))); known != words_.end()) return known->second;
    words.remove_prefix(std::min(words.size(), end + 1));
  }
  return Gender::unknown;
}

Gender PersonWords::of_name(std::string_view name) const {
  // In "Kim Jong-un" the surname stands first.
  const std::size_t blank = name.find(' ');
  if (blank == name.npos || name.find('-', blank) != name.npos) return Gender::unknown;
  const auto known = first_names_.find(words_key(name.substr(0, blank)));
  return known == first_names_.end() ? Gender::unknown : known->second;
}

}  // namespace averment
