// What to tell a user who misspells a field, a category or a stake.
#include "searcher/field_names.hpp"

#include <numeric>
#include <utility>

#include "averment/claim.hpp"
#include "averment/field.hpp"

namespace averment {
namespace {

/// Levenshtein's distance.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view nearest(std::string_view written, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t longest = 32;
  if (written.size() > longest) return {};
  std::string_view best;
  std::size_t least = 3;  // More edits make another word.
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edits(written, candidate);
    if (distance >= least || distance * 2 > candidate.size()) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

std::vector<std::string_view> field_names() {
  std::vector<std::string_view> names;
  for (const FieldInfo& row : all_fields()) names.push_back(row.name);
  return names;
}

std::vector<std::string_view> category_names() {
  std::vector<std::string_view> names;
  for (auto number = static_cast<std::uint8_t>(Category::killed);
       number <= static_cast<std::uint8_t>(Category::survived); ++number)
    names.push_back(name_of(static_cast<Category>(number)));
  return names;
}

std::vector<std::string_view> stake_names() {
  std::vector<std::string_view> names;
  for (const Stake stake : {Stake::own_side, Stake::opposing_side, Stake::third_party, Stake::unknown})
    names.push_back(name_of(stake));
  return names;
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

}  // namespace averment
