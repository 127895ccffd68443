// The texts that benchmarks run over.
#include "bench/timed_reports.hpp"

#include <chrono>

#include "averment/error.hpp"
#include "indexer/report_source.hpp"

namespace averment::bench {
namespace {

constexpr std::chrono::milliseconds between_looks{50};

void add(TimedReports& all, Report report) {
  all.bytes += report.text.size();
  Report& added = all.reports.emplace_back();
  added.id = std::move(report.id);
  added.text = std::move(report.text);
  added.entities = std::move(report.entities);
}

TimedReports read_once(const std::vector<std::string>& paths) {
  check_paths(paths);
  IngestOptions options;
  options.paths = paths;
  Doorbell doorbell;
  const IngestScope everything;
  const MemoryBudget budget;
  ReportSource source(options, everything, budget, "", doorbell);
  TimedReports all;
  while (!source.at_end()) {
    if (std::optional<SourceItem> item = source.try_pop()) {
      if (auto* checked = std::get_if<CheckedReport>(&*item)) add(all, std::move(checked->report));
    } else {
      doorbell.wait(between_looks);
    }
  }
  return all;
}

}  // namespace

TimedReports read_timed_reports(const std::vector<std::string>& paths, std::size_t least_bytes) {
  TimedReports all = read_once(paths);
  if (all.reports.empty()) throw InputError("there is no report to be read in '" + paths.front() + "'");
  const std::size_t once = all.reports.size();
  for (std::size_t next = 0; all.bytes < least_bytes || next % once != 0; ++next) add(all, Report(all.reports[next]));
  return all;
}

}  // namespace averment::bench
