// What every report has in a field of one value, kept in memory.
#include "searcher/facet_columns.hpp"

#include <cstdlib>
#include <unordered_map>

#include "searcher/deadline.hpp"
#include "store/packing.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace slot = schema::slot;

bool has_one_value(Field field) {
  return field == Field::outlet || field == Field::lang || field == Field::date || field == Field::month;
}

bool is_of_date(Field field) { return field == Field::date || field == Field::month; }

/// Days and months are their own ids: YYYYMMDD, YYYYMM, with 00 for what is not stated.
std::uint64_t date_value(Field field, const std::string& digits) {
  const std::uint64_t day = std::strtoull(digits.c_str(), nullptr, 10);
  return field == Field::date ? day : day / 100;
}

void values_in(Field field, const std::string& packed, std::vector<std::uint64_t>& values) {
  if (is_of_date(field))
    values.push_back(date_value(field, packed));
  else
    unpack_values(packed, field, values);
}

Xapian::valueno slot_of(Field field) { return is_of_date(field) ? slot::date : schema::names_slot(field); }

FacetColumn read_column(const IndexView& index, Field field) {
  FacetColumn column{{0}, {}};
  std::unordered_map<std::uint64_t, std::uint32_t> known{{0, 0}};
  std::vector<std::uint64_t> values;
  for (const Shard& shard : index.shards()) {
    std::vector<std::uint32_t>& places = column.places.emplace_back(shard.database.get_lastdocid() + std::size_t{1});
    const auto end = shard.database.valuestream_end(slot_of(field));
    for (auto at = shard.database.valuestream_begin(slot_of(field)); at != end; ++at) {
      check_time();
      values.clear();
      values_in(field, *at, values);
      if (values.empty()) continue;
      const auto [place, is_new] = known.try_emplace(values.front(), static_cast<std::uint32_t>(column.values.size()));
      if (is_new) column.values.push_back(values.front());
      places[at.get_docid()] = place->second;
    }
  }
  return column;
}

}  // namespace

const FacetColumn* FacetColumns::find(const IndexView& index, Field field, std::uint64_t matches) {
  if (!has_one_value(field)) return nullptr;
  if (revision_ != index.revision()) {
    columns_.clear();
    asked_.clear();
    revision_ = index.revision();
  }
  if (const auto known = columns_.find(field); known != columns_.end()) return &known->second;
  // Reading the whole column pays as soon as as many reports as there are have been asked for one by one.
  asked_[field] += matches;
  if (asked_[field] < index.database().get_doccount() / 2) return nullptr;
  return &columns_.emplace(field, read_column(index, field)).first->second;
}

void values_of_report(Field field, const MatchedReport& report, IndexView& index, std::vector<std::uint64_t>& values) {
  const std::size_t before = values.size();
  if (field == Field::title) {
    const std::string title = unpack_heading(report.value(slot::heading)).title;
    values.push_back(schema::name_id(title));
    index.note_label(field, values.back(), title);
  } else {
    values_in(field, report.value(slot_of(field)), values);
  }
  if (values.size() == before) values.push_back(0);
}

}  // namespace averment
