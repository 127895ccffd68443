// Reads inputs in a thread of its own: what comes out is checked, hashed and ready to be analyzed.
#pragma once

#include <thread>

#include "indexer/bounded_queue.hpp"
#include "indexer/doorbell.hpp"
#include "indexer/ingest_scope.hpp"
#include "indexer/input_files.hpp"
#include "indexer/memory_budget.hpp"
#include "indexer/reading.hpp"

namespace averment {

/// A report that was read, with its content_hash and analysis_bytes.
struct CheckedReport {
  Report report;
  std::string content;
  std::size_t analysis_bytes = 0;
  std::string shown;  ///< Its file's path as the user knows it.
};

/// A rejection with the absolute path of the file it concerns.
struct FileRejection {
  Rejection rejection;
  std::string file;
};

using SourceItem = std::variant<CheckedReport, FileRejection, Warning, PartlyRead>;

class ReportSource {
 public:
  /// Begins to read at once, and rings where there is something to take.
  ReportSource(const IngestOptions& options, const IngestScope& scope, const MemoryBudget& budget,
               std::string analysis_version, Doorbell& doorbell);
  ~ReportSource();  ///< Stops reading.

  std::optional<SourceItem> try_pop() { return queue_.try_pop(); }
  bool at_end() { return queue_.at_end(); }
  void stop();

 private:
  void read_all();
  bool read(const InputFile& file);
  void read_lines(const InputFile& file, const Place& place, const Sink& sink);
  void read_as(const InputFile& file, const Place& place, const Sink& sink);
  bool hand_on(ReadItem item, const Place& place);
  bool push(SourceItem item, std::size_t bytes);

  const IngestOptions& options_;
  const IngestScope& scope_;
  const MemoryBudget& budget_;
  const std::uint64_t size_limit_;
  std::string analysis_version_;
  Doorbell& doorbell_;
  BoundedQueue<SourceItem> queue_;
  std::jthread thread_;
};

}  // namespace averment
