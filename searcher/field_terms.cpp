// Conditions on a report's fields as Xapian queries, without weight.
#include "searcher/field_terms.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>

#include "searcher/all_reports.hpp"
#include "searcher/calendar.hpp"
#include "searcher/slot_filter.hpp"
#include "store/packing.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using Xapian::Query;
namespace prefix = schema::prefix;

std::string_view prefix_of(Field field) {
  switch (field) {
    case Field::outlet:
      return prefix::outlet;
    case Field::lang:
      return prefix::lang;
    case Field::person:
      return prefix::person;
    case Field::org:
      return prefix::org;
    case Field::place:
      return prefix::place;
    case Field::unit:
      return prefix::unit;
    default:
      break;
  }
  assert(!"a field whose names are terms of the report");
  return {};
}

/// Reports whose names in the field pass the test.
Query names_filter(Field field, std::function<bool(const NameIds&)> passes) {
  const SlotTest test = [field, passes = std::move(passes)](std::string_view packed) {
    NameIds names;
    unpack_values(packed, field, names);
    return passes(names);
  };
  return slot_filter(schema::names_slot(field), [test](const Xapian::Database&) { return test; });
}

Query all_but(const Query& query) { return Query(Query::OP_AND_NOT, all_reports(), query); }

/// The fewest terms for the days from first to last: years, months and days, each wholly within. So a report dated by
/// its month alone is found where the whole month is asked for.
class DateCover {
 public:
  DateCover(std::uint32_t first, std::uint32_t last) : first_(first), last_(last) {}

  void add_year(unsigned year) {
    if (within(year * 10000, prefix::year, year)) return;
    for (unsigned month = 1; month <= 12; ++month) add_month(year, month);
  }

  Query query() const {
    return terms_.empty() ? Query::MatchNothing : weightless(Query(Query::OP_OR, terms_.begin(), terms_.end()));
  }

 private:
  void add_month(unsigned year, unsigned month) {
    const std::uint32_t number = year * 10000 + month * 100;
    if (within(number, prefix::month, year * 100 + month)) return;
    for (unsigned day = 1; day <= days_in_month(year, month); ++day) within(number + day, prefix::day, number + day);
  }

  /// True: there is nothing left to do for this stretch of days.
  bool within(std::uint32_t number, std::string_view prefix, unsigned digits) {
    const std::uint32_t begin = first_day(number), end = last_day(number);
    if (end < first_ || begin > last_) return true;
    if (begin < first_ || end > last_) return false;
    std::string text = std::to_string(digits);
    const std::size_t size = prefix == prefix::year ? 4 : prefix == prefix::month ? 6 : 8;
    terms_.push_back(std::string(prefix) + std::string(size - std::min(size, text.size()), '0') + text);
    return true;
  }

  std::uint32_t first_, last_;
  std::vector<std::string> terms_;
};

}  // namespace

Query weightless(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

Query any_name(std::string_view prefix, const NameIds& ids) {
  std::vector<std::string> terms;
  for (const std::uint64_t id : ids) terms.push_back(schema::term(prefix, id));
  return terms.empty() ? Query::MatchNothing : weightless(Query(Query::OP_OR, terms.begin(), terms.end()));
}

Query reports_with(Field field, const NameIds& ids) {
  if (ids.size() <= most_name_terms) return any_name(prefix_of(field), ids);
  return names_filter(field, [ids](const NameIds& names) {
    return std::any_of(names.begin(), names.end(), [&](std::uint64_t name) { return contains(ids, name); });
  });
}

Query reports_without(Field field) {
  switch (field) {
    case Field::outlet:
    case Field::lang:
      return any_name(prefix_of(field), {0});
    case Field::title:
      return weightless(Query(std::string(prefix::untitled)));
    case Field::date:
      return all_but(Query(Query::OP_VALUE_GE, schema::slot::date, "0"));
    default:
      return all_but(names_filter(field, [](const NameIds& names) { return !names.empty(); }));
  }
}

Query reports_published(const Xapian::Database& database, std::uint32_t first_day, std::uint32_t last_day) {
  DateCover cover(first_day, last_day);
  const std::string years(prefix::year);
  for (auto term = database.allterms_begin(years); term != database.allterms_end(years); ++term)
    cover.add_year(static_cast<unsigned>(std::strtoul((*term).c_str() + years.size(), nullptr, 10)));
  return cover.query();
}

}  // namespace averment
