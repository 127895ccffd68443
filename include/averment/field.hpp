// The fields that queries address and facets count.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace averment {

/// In the order in which help lists them.
enum class Field : std::uint8_t {
  outlet,
  source,
  by,
  via,
  person,
  org,
  place,
  unit,
  category,
  group,
  lang,
  date,
  month,
  event_date,
  title,
  rule,
  stake,
  asis
};

/// Of what a field is counted: reports, or the claims in them.
enum class Of : std::uint8_t { reports, claims };

struct FieldInfo {
  Field field;
  std::string_view name;     ///< As queries write it.
  std::string_view meaning;  ///< One line, for help.
  bool counts_reports;       ///< It can be a facet of reports.
  bool counts_claims;        ///< It can be a facet of claims.
  bool says_claim;           ///< It says something of a claim rather than of the report around it.
  std::string_view absent;   ///< The bucket of what has no value: "(none)" or "(unknown)".
};

std::span<const FieldInfo> all_fields();
const FieldInfo& info(Field field);
std::optional<Field> field(std::string_view name);

}  // namespace averment
