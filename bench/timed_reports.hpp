// The texts that benchmarks run over.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "averment/report.hpp"

namespace averment::bench {

struct TimedReports {
  std::vector<Report> reports;  ///< Id, text and entities alone: nothing that would spare a stage its work.
  std::size_t bytes = 0;        ///< Of all texts.
};

/// Files and folders as `averment index` takes them, repeated until there are `least_bytes` of text.
/// @throws InputError if a path does not exist or nothing can be read from any.
TimedReports read_timed_reports(const std::vector<std::string>& paths, std::size_t least_bytes);

}  // namespace averment::bench
