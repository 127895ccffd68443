// Counts the values of fields over reports or claims.
#include "searcher/facet_counter.hpp"

#include <algorithm>
#include <tuple>

#include "averment/error.hpp"
#include "searcher/claim_test.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

/// Categories are few: their id here is their number and one, so that 0 stays absence.
std::uint64_t category_id(Category category) { return static_cast<std::uint64_t>(category) + 1; }

void values_of_report(Field field, const std::vector<PackedFacet>& report, std::vector<std::uint64_t>& values) {
  for (const PackedFacet& facet : report)
    if (facet.field == field) values.push_back(facet.name);
}

void keep_once(std::vector<std::uint64_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

void check_facet(Field field, Of of) {
  const FieldInfo& row = info(field);
  if (of == Of::reports ? row.counts_reports : row.counts_claims) return;
  const std::string name(row.name);
  if (row.counts_reports)
    throw QueryError(0, name + " is no facet of claims: count it over reports, or count the source of claims");
  throw QueryError(0, name + " is no facet, it only asks: count source or outlet");
}

void values_of_claim(Field field, const PackedClaim& claim, const std::vector<PackedFacet>& report,
                     std::vector<std::uint64_t>& values) {
  switch (field) {
    case Field::source:
      return values.push_back(claim.source);
    case Field::category:
      return values.push_back(category_id(claim.category));
    case Field::group:
      return values.push_back(claim.group);
    case Field::place:
      return values.push_back(claim.place);
    case Field::rule:
      return values.push_back(claim.rule);
    case Field::event_date:
      return values.push_back(claim.event_date);
    case Field::via:
      values.insert(values.end(), claim.via.begin(), claim.via.end());
      if (claim.via.empty()) values.push_back(0);
      return keep_once(values);
    default:
      return values_of_report(field, report, values);
  }
}

std::string value_name(IndexView& index, Field field, std::uint64_t id) {
  if (id == 0) return std::string(info(field).absent);
  if (field == Field::category) return std::string(name_of(static_cast<Category>(id - 1)));
  return index.label(field, id);
}

void FacetCounter::add_report(const std::vector<PackedFacet>& report, const std::vector<PackedClaim>& claims) {
  for (Count& count : counts_) {
    values_.clear();
    if (!info(count.field).says_claim) values_of_report(count.field, report, values_);
    if (info(count.field).says_claim)
      for (const PackedClaim& claim : claims)
        if (counts(claim, filter_)) values_of_claim(count.field, claim, report, values_);
    keep_once(values_);
    for (const std::uint64_t value : values_) ++count.of_value[value];
  }
}

void FacetCounter::add_claim(const PackedClaim& claim, const std::vector<PackedFacet>& report) {
  for (Count& count : counts_) {
    values_.clear();
    values_of_claim(count.field, claim, report, values_);
    for (const std::uint64_t value : values_) ++count.of_value[value];
  }
}

std::vector<Facet> FacetCounter::facets(IndexView& index) const {
  std::vector<Facet> facets;
  for (const Count& count : counts_) {
    Facet& facet = facets.emplace_back(Facet{count.field, {}});
    for (const auto& [value, number] : count.of_value)
      facet.values.push_back({value_name(index, count.field, value), number});
    std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
  }
  return facets;
}

void CrossCounter::add_claim(const PackedClaim& claim, const std::vector<PackedFacet>& report) {
  std::vector<std::uint64_t> rows, columns;
  values_of_claim(row_, claim, report, rows);
  values_of_claim(column_, claim, report, columns);
  for (const std::uint64_t row : rows)
    for (const std::uint64_t column : columns) ++counts_[{row, column}];
}

std::vector<CrossCount> CrossCounter::counts(IndexView& index) const {
  std::vector<CrossCount> counts;
  for (const auto& [values, count] : counts_)
    counts.push_back({value_name(index, row_, values.first), value_name(index, column_, values.second), count});
  std::sort(counts.begin(), counts.end(), [](const CrossCount& a, const CrossCount& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  });
  return counts;
}

std::vector<PackedFacet> facets_of(const Xapian::Document& report) {
  return unpack_facets(report.get_value(schema::slot::facets));
}

}  // namespace averment
