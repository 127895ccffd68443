// Analyzes reports in several threads, of which the caller's is one.
#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include "indexer/bounded_queue.hpp"
#include "indexer/doorbell.hpp"
#include "indexer/indexer_state.hpp"

namespace averment {

/// One report on its way from reading to writing.
struct Job {
  Report report;                       ///< Gone once it is analyzed.
  std::string content;                 ///< content_hash
  std::optional<BuiltDocument> built;  ///< Set when done, unless it failed.
  std::string failure;                 ///< Why it cannot be indexed.
  std::atomic<bool> done = false;
};

class AnalyzerPool {
 public:
  /// `threads`: with the caller's, at least 1. Rings whenever a job is done.
  AnalyzerPool(const Analysis& analysis, unsigned threads, Doorbell& doorbell);
  ~AnalyzerPool();  ///< Waits for the jobs that are begun, and leaves the others.

  void begin(std::shared_ptr<Job> job);

  /// Does the job that waits longest, or some of them, in the calling thread. False: none waits.
  bool help();

 private:
  void work(const Analyze& analyze);

  Doorbell& doorbell_;
  Analyze own_analyze_;
  BoundedQueue<std::shared_ptr<Job>> queue_;
  std::vector<std::jthread> threads_;
};

}  // namespace averment
