// Conditions on a report's fields as Xapian queries, without weight.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>

#include "averment/field.hpp"
#include "searcher/name_resolver.hpp"

namespace averment {

/// More names than this are looked for in the packed facets instead of by a term each.
inline constexpr std::size_t most_name_terms = 500;

/// The field of the report has one of the names.
Xapian::Query reports_with(Field field, const NameIds& ids);

/// The field of the report has no value.
Xapian::Query reports_without(Field field);

/// Published wholly within [first_day, last_day], YYYYMMDD.
Xapian::Query reports_published(const Xapian::Database& database, std::uint32_t first_day, std::uint32_t last_day);

/// One of the terms prefix + id; an id of 0 is absence.
Xapian::Query any_name(std::string_view prefix, const NameIds& ids);

Xapian::Query weightless(const Xapian::Query& query);

}  // namespace averment
