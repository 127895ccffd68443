// Files and folders → claims, without an index.
#include <chrono>
#include <map>

#include "averment/evaluation.hpp"
#include "indexer/report_source.hpp"
#include "language/report_analyzer.hpp"
#include "searcher/records.hpp"
#include "store/code_points.hpp"
#include "store/sha256.hpp"

namespace averment {
namespace {

constexpr std::chrono::milliseconds between_looks{50};

class Reading {
 public:
  Reading(const IngestOptions& options, const std::filesystem::path& lexicons,
          const std::function<void(const Rejection&)>& rejected)
      : options_(options), rejected_(rejected), analyzer_(load_knowledge(lexicons)) {}

  ReadReports run() {
    Doorbell doorbell;
    const IngestScope everything;
    const MemoryBudget budget;
    ReportSource source(options_, everything, budget, "", doorbell);
    while (!source.at_end() && !interrupted()) {
      if (std::optional<SourceItem> item = source.try_pop())
        take(std::move(*item));
      else
        doorbell.wait(between_looks);
    }
    for (auto& [id, report] : reports_) {
      read_.texts.emplace(id, std::move(report.text));
      std::move(report.claims.begin(), report.claims.end(), std::back_inserter(read_.claims));
    }
    return std::move(read_);
  }

 private:
  struct ReadReport {
    ReadReports::Text text;
    std::vector<ClaimRecord> claims;
  };

  bool interrupted() {
    if (options_.interrupted) read_.interrupted = options_.interrupted();
    return read_.interrupted;
  }

  void take(SourceItem item) {
    if (auto* checked = std::get_if<CheckedReport>(&item)) analyze(std::move(checked->report));
    if (auto* rejection = std::get_if<FileRejection>(&item)) {
      ++read_.rejected;
      if (rejected_) rejected_(rejection->rejection);
    }
  }

  void analyze(Report report) {
    AnalyzedReport analyzed = analyzer_.analyze(std::move(report));
    const std::string id = analyzed.report.id;
    RecordedReport recorded{std::move(analyzed.report), "", {}, std::move(analyzed.claims)};
    recorded.sha256 = sha256(recorded.report.text);
    std::vector<ClaimRecord> claims = claim_records(recorded);
    reports_[id] = {{std::move(recorded.report.text), std::move(recorded.report.lang)}, std::move(claims)};
  }

  const IngestOptions& options_;
  const std::function<void(const Rejection&)>& rejected_;
  ReportAnalyzer analyzer_;
  std::map<std::string, ReadReport> reports_;
  ReadReports read_;
};

}  // namespace

ReadReports read_reports(const IngestOptions& options, const std::filesystem::path& lexicons,
                         const std::function<void(const Rejection&)>& rejected) {
  check_paths(options.paths);
  if (!options.standard_input && std::count(options.paths.begin(), options.paths.end(), "-") != 0)
    throw InputError("cannot read '-': no standard input was given");
  return Reading(options, lexicons, rejected).run();
}

}  // namespace averment
