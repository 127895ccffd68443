// Names that differ from each other by a slip of the pen.
#include "language/near_names.hpp"

#include <algorithm>
#include <array>

#include "language/gazetteer.hpp"

namespace averment {
namespace {

constexpr std::size_t letters_a_slip = 6;
constexpr std::size_t longest_word = 30;

/// Damerau's distance, in which two neighbours that changed places are one edit (optimal string alignment).
std::size_t edits(std::string_view a, std::string_view b) {
  std::array<std::array<std::uint8_t, longest_word + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto &row = rows[i % 3], &above = rows[(i + 2) % 3], &two_above = rows[(i + 1) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
      int least = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = std::min(least, two_above[j - 2] + 1);
      row[j] = static_cast<std::uint8_t>(least);
    }
  }
  return rows[a.size() % 3][b.size()];
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Calls `take(pattern, word)` for each word that may be mistaken: "* of health", "ministry of *".
template <typename Take>
void each_pattern(std::string_view key, EntityType type, const Take& take) {
  if (key.find(' ') == key.npos && type == EntityType::person) return;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    const std::string_view word = key.substr(begin, end - begin);
    const bool last = end == key.size();
    if (word.size() + 1 >= letters_a_slip && (last || type != EntityType::person))
      take(std::string(1, static_cast<char>('0' + static_cast<int>(type))) + std::string(key.substr(0, begin)) + "*" +
               std::string(key.substr(end)),
           word);
    begin = end + 1;
  }
}

}  // namespace

bool is_slip(std::string_view word, std::string_view other) {
  const std::size_t longer = std::max(word.size(), other.size()), shorter = std::min(word.size(), other.size());
  const std::size_t most = longer / letters_a_slip;
  if (word == other || most == 0 || longer - shorter > most || longer > longest_word) return false;
  return !has_digit(word) && !has_digit(other) && edits(word, other) <= most;
}

void NearNames::add(std::string_view key, EntityType type, std::uint32_t value) {
  each_pattern(key, type, [&](std::string pattern, std::string_view word) {
    std::vector<Entry>& alike = entries_[std::move(pattern)];
    if (alike.size() <= most_alike) alike.push_back({std::string(word), value});
  });
}

std::vector<std::uint32_t> NearNames::find(std::string_view key, EntityType type, const Gazetteer& gazetteer) const {
  std::vector<std::uint32_t> values;
  each_pattern(key, type, [&](const std::string& pattern, std::string_view word) {
    const auto alike = entries_.find(pattern);
    if (alike == entries_.end() || alike->second.size() > most_alike) return;
    for (const Entry& entry : alike->second)
      if (is_slip(word, entry.word) && (!gazetteer.find(word) || !gazetteer.find(entry.word)))
        values.push_back(entry.value);
  });
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace averment
