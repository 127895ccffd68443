// Counts the values of fields over reports or claims.
#include "searcher/facet_counter.hpp"

#include <algorithm>
#include <tuple>

#include "averment/error.hpp"
#include "searcher/calendar.hpp"
#include "searcher/claim_matcher.hpp"
#include "searcher/claim_test.hpp"
#include "searcher/deadline.hpp"
#include "searcher/matching.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

/// Categories and stakes are few: their id here is their number and one, so that 0 stays absence.
template <typename Value>
std::uint64_t id_of(Value value) {
  return static_cast<std::uint64_t>(value) + 1;
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

void values_of_claim(Field field, const PackedClaim& claim, const MatchedReport& report, IndexView& index,
                     std::vector<std::uint64_t>& values) {
  switch (field) {
    case Field::source:
      return values.push_back(claim.source);
    case Field::category:
      return values.push_back(id_of(claim.category));
    case Field::stake:
      return values.push_back(id_of(claim.stake));
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
      return values_of_report(field, report, index, values);
  }
}

std::string value_name(IndexView& index, Field field, std::uint64_t id) {
  if (id == 0) return std::string(info(field).absent);
  if (field == Field::category) return std::string(name_of(static_cast<Category>(id - 1)));
  if (field == Field::stake) return std::string(name_of(static_cast<Stake>(id - 1)));
  if (field == Field::date) return date_text(static_cast<std::uint32_t>(id));
  if (field == Field::month) return date_text(static_cast<std::uint32_t>(id * 100));
  return index.label(field, id);
}

void FacetCounter::add_reports(const std::vector<MatchSet>& sets, FacetColumns& columns) {
  const std::uint64_t matches = count(sets);
  std::vector<Count*> to_read;
  bool of_claims = false;
  for (Count& count : counts_) {
    if (const FacetColumn* column = columns.find(index_, count.field, matches)) {
      add_column(count, *column, sets);
    } else {
      to_read.push_back(&count);
      of_claims |= info(count.field).says_claim;
    }
  }
  if (to_read.empty()) return;
  walk(index_, sets, [&](const MatchedReport& report) {
    const std::vector<PackedClaim> claims = of_claims ? claims_of(report) : std::vector<PackedClaim>();
    for (Count* count : to_read) add_report(*count, report, claims);
  });
}

void FacetCounter::add_column(Count& count, const FacetColumn& column, const std::vector<MatchSet>& sets) {
  std::vector<std::uint64_t> numbers(column.values.size());
  for (std::size_t shard = 0; shard < sets.size(); ++shard)
    sets[shard].each([&](Xapian::docid number) { ++numbers[column.places[shard][number]]; });
  for (std::size_t place = 0; place < numbers.size(); ++place)
    if (numbers[place] != 0) count.of_value[column.values[place]] += numbers[place];
}

void FacetCounter::add_report(Count& count, const MatchedReport& report, const std::vector<PackedClaim>& claims) {
  values_.clear();
  if (!info(count.field).says_claim) {
    values_of_report(count.field, report, index_, values_);
  } else {
    for (const PackedClaim& claim : claims)
      if (counts(claim, filter_)) values_of_claim(count.field, claim, report, index_, values_);
    keep_once(values_);
  }
  for (const std::uint64_t value : values_) ++count.of_value[value];
}

void FacetCounter::add_claims(const MatchedReport& report, const std::vector<PackedClaim>& claims,
                              const std::vector<std::uint32_t>& places) {
  for (const std::uint32_t place : places)
    for (Count& count : counts_) {
      values_.clear();
      values_of_claim(count.field, claims[place], report, index_, values_);
      for (const std::uint64_t value : values_) ++count.of_value[value];
    }
}

std::vector<Facet> FacetCounter::facets() const {
  std::vector<Facet> facets;
  for (const Count& count : counts_) {
    Facet& facet = facets.emplace_back(Facet{count.field, {}});
    for (const auto& [value, number] : count.of_value)
      facet.values.push_back({value_name(index_, count.field, value), number});
    sort_in_time(facet.values, [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
  }
  return facets;
}

void CrossCounter::add_claims(const MatchedReport& report, const std::vector<PackedClaim>& claims,
                              const std::vector<std::uint32_t>& places) {
  std::vector<std::uint64_t> rows, columns;
  for (const std::uint32_t place : places) {
    rows.clear();
    columns.clear();
    values_of_claim(row_, claims[place], report, index_, rows);
    values_of_claim(column_, claims[place], report, index_, columns);
    for (const std::uint64_t row : rows)
      for (const std::uint64_t column : columns) ++counts_[{row, column}];
  }
}

std::vector<CrossCount> CrossCounter::counts() const {
  std::vector<CrossCount> counts;
  for (const auto& [values, count] : counts_)
    counts.push_back({value_name(index_, row_, values.first), value_name(index_, column_, values.second), count});
  sort_in_time(counts, [](const CrossCount& a, const CrossCount& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  });
  return counts;
}

}  // namespace averment
