// A table of chosen keys of records: what --fields asks for.
#pragma once

#include <ostream>
#include <vector>

#include "cli/options.hpp"
#include "cli/records.hpp"

namespace averment::cli {

/// A column for each of options.fields, as CSV would have it; numbers are right-aligned.
void print_record_table(std::ostream& out, const std::vector<Json>& records, const Options& options);

template <typename Record>
void print_fields(std::ostream& out, const std::vector<Record>& records, const Options& options) {
  std::vector<Json> json;
  json.reserve(records.size());
  for (const Record& record : records) json.push_back(to_json(record));
  print_record_table(out, json, options);
}

}  // namespace averment::cli
