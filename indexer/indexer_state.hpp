// What an Indexer consists of: how reports are analyzed, and where they go.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "averment/indexer.hpp"
#include "indexer/ingest_scope.hpp"
#include "indexer/memory_budget.hpp"
#include "indexer/report_store.hpp"
#include "language/analyzed_report.hpp"

namespace averment {

using Analyze = std::function<AnalyzedReport(Report)>;

struct Analysis {
  std::string version;
  std::string own_names;          ///< Packed.
  std::function<Analyze()> make;  ///< One for each thread.
};

struct Indexer::State {
  Analysis analysis;
  std::unique_ptr<ReportStore> store;
  Analyze analyze = nullptr;  ///< For put; made when first needed.
  MemoryBudget budget{};
};

Analysis analysis_for(const IndexerOptions& options);

/// What the index holds under the report's id, compared with the report.
struct Comparison {
  std::optional<StoredVersion> stored;
  bool same = false;
};

/// Also notes where a report that is the same has moved to.
Comparison compare(ReportStore& store, const Report& report, const std::string& content);

/// See averment/indexer.hpp.
IngestSummary ingest(Indexer::State& state, const IngestOptions& options, const IngestObserver& observer = {},
                     const IngestScope& scope = {});

}  // namespace averment
