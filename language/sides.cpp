// Who fights whom, and so what stake the source of a figure has in it.
#include "language/sides.hpp"

#include <algorithm>

#include "language/knowledge_files.hpp"

namespace averment {
namespace {

constexpr std::string_view separator = "; ";

std::vector<std::string> parties(std::string_view column) {
  std::vector<std::string> names;
  while (!column.empty()) {
    const std::size_t end = std::min(column.find(separator), column.size());
    if (end > 0) names.emplace_back(column.substr(0, end));
    column.remove_prefix(std::min(end + separator.size(), column.size()));
  }
  return names;
}

bool among(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Sides::Sides(const KnowledgeFiles& files) {
  files.each_row("gazetteer/sides.tsv", 3, [this](const Row& row) {
    conflicts_.push_back({parties(row[1]), parties(row[2])});
  });
}

Stake Sides::stake(const Claim& claim) const {
  return stake(claim.source ? std::string_view(claim.source->party) : std::string_view(), claim.counted.side);
}

Stake Sides::stake(std::string_view party, std::string_view side) const {
  if (party.empty() || side.empty()) return Stake::unknown;
  if (party == side) return Stake::own_side;
  bool allied = false, listed = false;
  for (const auto& [one, other] : conflicts_) {
    if ((among(one, party) && among(other, side)) || (among(other, party) && among(one, side)))
      return Stake::opposing_side;
    allied |= (among(one, party) && among(one, side)) || (among(other, party) && among(other, side));
    listed |= among(one, side) || among(other, side);
  }
  return allied ? Stake::own_side : listed ? Stake::third_party : Stake::unknown;
}

}  // namespace averment
