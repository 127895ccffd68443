// Analyzes reports in several threads, of which the caller's is one.
#include "indexer/analyzer_pool.hpp"

#include <limits>
#include <new>

namespace averment {
namespace {

// Of text, by the caller's thread if it is the only one: analysis and Xapian drive each other out of the processor's
// cache where they take turns report by report. With others, the caller's is the one that writes, and must not be late.
constexpr std::size_t most_bytes_at_once = 512 << 10;

void run(Job& job, const Analyze& analyze) {
  try {
    job.built = build_document(analyze(std::move(job.report)), job.content);
  } catch (const InputError& error) {
    job.failure = error.what();
  } catch (const std::bad_alloc&) {
    job.failure = "there is not memory enough to analyze it";
  } catch (const std::exception& error) {  // a fault of ours in one report must not end the run
    job.failure = std::string("it cannot be analyzed: ") + error.what();
  }
  job.report = {};
}

}  // namespace

AnalyzerPool::AnalyzerPool(const Analysis& analysis, unsigned threads, Doorbell& doorbell)
    : doorbell_(doorbell), own_analyze_(analysis.make()), queue_(std::numeric_limits<std::size_t>::max()) {
  try {
    for (unsigned i = 1; i < threads; ++i) threads_.emplace_back([this, analyze = analysis.make()] { work(analyze); });
  } catch (...) {
    queue_.close();  // or those already begun would be waited for in vain
    throw;
  }
}

AnalyzerPool::~AnalyzerPool() {
  queue_.close();
  queue_.clear();
}

void AnalyzerPool::begin(std::shared_ptr<Job> job) { queue_.push(std::move(job), 0); }

bool AnalyzerPool::help() {
  const std::size_t enough = threads_.empty() ? most_bytes_at_once : 1;
  std::size_t bytes = 0;
  while (bytes < enough) {
    const std::optional<std::shared_ptr<Job>> job = queue_.try_pop();
    if (!job) break;
    bytes += (*job)->report.text.size() + 1;
    run(**job, own_analyze_);
    (*job)->done = true;
  }
  return bytes != 0;
}

void AnalyzerPool::work(const Analyze& analyze) {
  while (const std::optional<std::shared_ptr<Job>> job = queue_.pop()) {
    run(**job, analyze);
    (*job)->done = true;
    doorbell_.ring();
  }
}

}  // namespace averment
