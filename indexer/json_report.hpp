// JSON → the raw fields of a report.
#pragma once

#include <string>
#include <string_view>

#include "indexer/raw_report.hpp"

namespace averment {

/// Reads one JSON object; keys that are not known are passed over without being held. Adds to what `raw` has already.
/// @throws InputError for what is no JSON object, is not UTF-8, or is nested deeper than so many levels.
void read_json(std::string_view json, RawReport& raw, std::size_t nesting_limit);

}  // namespace averment
