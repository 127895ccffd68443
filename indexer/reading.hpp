// What readers hand on: reports, what could not be one, and what was left out of one.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>

#include "averment/indexer.hpp"
#include "averment/report.hpp"

namespace averment {

/// Something of a report was not understood and left out; the report is taken.
struct Warning {
  std::string kind;    ///< "date": only the first few of a kind are worth showing.
  std::string detail;  ///< "its date 'NaN' is none that can be read"
  std::string path;    ///< As in Rejection.
  std::uint64_t line = 0;
};

/// Not all of a file was read: its end is still being written, or its beginning was read before.
struct PartlyRead {
  std::string path;  ///< Absolute.
};

using ReadItem = std::variant<Report, Rejection, Warning, PartlyRead>;

/// Takes an item; false: stop reading.
using Sink = std::function<bool(ReadItem item)>;

/// Where a reader is.
struct Place {
  std::string shown;             ///< The path as the user knows it: for Rejection and Warning.
  std::string absolute;          ///< For Origin; empty for standard input.
  std::uint64_t size_limit = 0;  ///< Bytes of one report.
  bool grows = false;            ///< The file may be being written: a last line that has no end yet waits.
  std::size_t nesting_limit = IngestOptions().nesting_limit;  ///< Of a report's JSON.
};

}  // namespace averment
