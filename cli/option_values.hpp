// Values of options: text → number, size, format, fields.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"

namespace averment::cli {

/// Each throws UsageError that says what was expected instead.
std::uint64_t to_number(std::string_view text, std::uint64_t least, std::uint64_t most);
/// Of seconds, which may have decimals: from 0.05 to 86400.
std::chrono::milliseconds to_time(std::string_view text, double least = 0.05);
void set_limit(QueryLimits& limits, std::string_view text);  ///< "depth=64"
std::uint64_t to_bytes(std::string_view text);               ///< Suffixes K, M, G: powers of 1024.
std::uint32_t to_limit(std::string_view text);               ///< "all": no_limit.
Format to_format(std::string_view text);
Coloring to_coloring(std::string_view text);
Match to_match(std::string_view text);
SearchOptions::Sort to_sort(std::string_view text);
Of to_of(std::string_view text);
ExportWhat to_export_what(std::string_view text);
std::vector<EntityType> to_entity_types(std::string_view text);  ///< Separated by commas.
std::vector<Relation> to_relations(std::string_view text);       ///< Separated by commas.
double to_share(std::string_view text);                          ///< From 0 to below 1, or a percentage.
double to_ratio(std::string_view text);                          ///< From 1 on.
std::uint32_t to_days(std::string_view text);
std::optional<Modality> to_modality(std::string_view text);  ///< "all": empty.
Field to_field(std::string_view text);
std::vector<Field> to_fields(std::string_view text);  ///< Separated by commas.

std::vector<std::string> split_list(std::string_view text);  ///< At commas; blanks around parts are dropped.

/// @throws UsageError where the field is no facet of `of`, with those that are.
void expect_facet(Field field, Of of);

/// @throws UsageError where facets are asked for in a format of rows that are all alike.
void expect_no_facets_in_rows(const Options& options);

}  // namespace averment::cli
