// Which names are found with an entity: two entities in like company may be one.
#include "searcher/shared_names.hpp"

#include <algorithm>
#include <iterator>

namespace averment {
namespace {

constexpr std::size_t reports_read = 50;  // of one entity: its company is known by then
constexpr std::size_t few_reports = 20;

}  // namespace

/// Of a name in every twentieth report, or in many, nothing follows.
SharedNames::SharedNames(const EntityTable& table)
    : table_(table), most_reports_(std::clamp<std::size_t>(table.reports().size() / 20, 2, few_reports)) {}

bool SharedNames::is_seldom(std::uint32_t entity) const {
  const TableEntity& named = table_.entities()[entity];
  return named.type != EntityType::nationality && named.type != EntityType::date &&
         named.reports.size() <= most_reports_;
}

const std::vector<std::uint32_t>& SharedNames::company(std::uint32_t entity) {
  const auto [known, added] = company_.try_emplace(entity);
  std::vector<std::uint32_t>& company = known->second;
  if (!added) return company;
  // By id, so that the order of indexing does not show.
  std::vector<std::uint32_t> reports = table_.entities()[entity].reports;
  const std::size_t read = std::min(reports_read, reports.size());
  std::partial_sort(reports.begin(), reports.begin() + static_cast<std::ptrdiff_t>(read), reports.end(),
                    [&](std::uint32_t a, std::uint32_t b) { return table_.reports()[a].id < table_.reports()[b].id; });
  for (std::size_t at = 0; at < read; ++at)
    for (const std::uint32_t other : table_.reports()[reports[at]].entities)
      if (other != entity && is_seldom(other)) company.push_back(other);
  std::sort(company.begin(), company.end());
  company.erase(std::unique(company.begin(), company.end()), company.end());
  return company;
}

void SharedNames::put_seldom_first(std::vector<std::uint32_t>& entities) const {
  std::sort(entities.begin(), entities.end(), [&](std::uint32_t a, std::uint32_t b) {
    const TableEntity &one = table_.entities()[a], &other = table_.entities()[b];
    if (one.reports.size() != other.reports.size()) return one.reports.size() < other.reports.size();
    return one.name < other.name;
  });
}

std::vector<std::uint32_t> SharedNames::of(std::uint32_t entity, std::uint32_t other) {
  const std::vector<std::uint32_t> first = company(entity);
  const std::vector<std::uint32_t>& second = company(other);
  std::vector<std::uint32_t> shared;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
  put_seldom_first(shared);
  return shared;
}

std::vector<std::uint32_t> SharedNames::with_report(std::uint32_t entity, std::uint32_t report, std::uint32_t but) {
  const std::vector<std::uint32_t>& company = this->company(entity);
  const std::vector<std::uint32_t>& named = table_.reports()[report].entities;
  std::vector<std::uint32_t> shared;
  std::set_intersection(company.begin(), company.end(), named.begin(), named.end(), std::back_inserter(shared));
  std::erase(shared, but);
  put_seldom_first(shared);
  return shared;
}

}  // namespace averment
