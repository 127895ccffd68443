// Claims in groups by a field.
#include "cli/claim_groups.hpp"

#include <map>
#include <set>

namespace averment::cli {
namespace {

using Values = std::set<std::string>;

Values vias(const Claim& claim) {
  return claim.source ? Values(claim.source->via.begin(), claim.source->via.end()) : Values();
}

/// What a claim has in a field that facets of claims count.
Values stated_values(const ClaimRecord& record, Field field) {
  const Claim& claim = record.claim;
  switch (field) {
    case Field::outlet:
      return {record.outlet};
    case Field::source:
      return {claim.source ? claim.source->name : ""};
    case Field::via:
      return vias(claim);
    case Field::place:
      return {claim.place};
    case Field::category:
      return {std::string(name_of(claim.category))};
    case Field::group:
      return {claim.group_name};
    case Field::lang:
      return {record.lang};
    case Field::date:
      return {record.published.substr(0, 10)};
    case Field::month:
      return {record.published.size() < 7 ? "" : record.published.substr(0, 7)};
    case Field::event_date:
      return {claim.event_date};
    case Field::title:
      return {record.title};
    case Field::rule:
      return {claim.rule};
    default:
      return {};
  }
}

}  // namespace

std::vector<std::string> values_of(const ClaimRecord& record, Field field) {
  Values values = stated_values(record, field);
  values.erase("");
  if (values.empty()) return {std::string(info(field).absent)};
  return {values.begin(), values.end()};
}

std::vector<ClaimGroup> grouped_by(Field field, const std::vector<ClaimRecord>& claims) {
  std::map<std::string, std::vector<const ClaimRecord*>> groups;
  for (const ClaimRecord& record : claims)
    for (const std::string& value : values_of(record, field)) groups[value].push_back(&record);
  std::vector<ClaimGroup> sorted;
  for (auto& [value, members] : groups) sorted.push_back({value, std::move(members)});
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const ClaimGroup& a, const ClaimGroup& b) { return a.claims.size() > b.claims.size(); });
  return sorted;
}

std::uint64_t count_claims(Searcher& searcher, const Query& query, const ClaimFilter& filter) {
  ClaimOptions options;
  options.limit = 0;
  options.filter = filter;
  return searcher.claims(query, options).total;
}

}  // namespace averment::cli
