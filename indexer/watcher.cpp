// Keeps an index up to date with files and folders as they change: first pass, batches, and tries after failures.
#include "averment/watcher.hpp"

#include <algorithm>
#include <sstream>
#include <thread>

#include "indexer/index_writer.hpp"
#include "indexer/indexer_state.hpp"
#include "indexer/jsonl_reader.hpp"
#include "indexer/watched_files.hpp"
#include "store/database.hpp"

namespace averment {
namespace {

using Clock = WatchedFiles::Clock;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds between_looks{50};
constexpr unsigned most_doublings = 6;
constexpr Milliseconds most_wait_for_lock{1000};

bool may_pass(IndexError::Reason reason) {
  using Reason = IndexError::Reason;
  return reason == Reason::locked || reason == Reason::failed || reason == Reason::changing;
}

std::string seconds(Milliseconds time) {
  std::ostringstream text;
  text << static_cast<double>(time.count()) / 1000 << " s";
  return text.str();
}

void add(IngestSummary& all, const IngestSummary& one) {
  all.indexed += one.indexed;
  all.updated += one.updated;
  all.unchanged += one.unchanged;
  all.rejected += one.rejected;
  all.removed += one.removed;
  all.claims += one.claims;
  all.bytes += one.bytes;
  all.seconds += one.seconds;
  all.interrupted |= one.interrupted;
  all.revision = std::max(all.revision, one.revision);
}

class Watcher {
 public:
  Watcher(const std::filesystem::path& index, const WatchOptions& options, const WatchObserver& observer)
      : index_(index),
        options_(options),
        observer_(observer),
        state_{analysis_for(options.indexer), nullptr, nullptr, MemoryBudget(options.indexer)},
        files_(options.ingest, options.poll, [&observer](const std::string& warning) {
          if (observer.warned) observer.warned(warning);
        }) {}

  IngestSummary run() {
    files_.start();
    while (!interrupted()) {
      if (Clock::now() >= next_try_) {
        if (all_is_due_)
          take_all();
        else if (batch_is_due())
          take_batch();
      }
      if (!interrupted()) files_.wait(between_looks);
    }
    sum_.interrupted = true;
    return sum_;
  }

 private:
  bool interrupted() {
    interrupted_ = interrupted_ || sum_.interrupted || (options_.ingest.interrupted && options_.ingest.interrupted());
    return interrupted_;
  }

  bool batch_is_due() {
    const Clock::time_point now = Clock::now();
    if (options_.ingest.prune && files_.any_gone(now)) return true;
    return files_.any_changed() &&
           (now - files_.last_change() >= options_.quiet || now - files_.first_change() >= options_.longest_wait);
  }

  void take_all() {
    IngestOptions options = options_.ingest;
    options.paths = files_.present_paths();
    IngestScope everything;
    everything.growing = true;
    everything.tails = files_.tails();
    for (const auto& [path, tail] : everything.tails) *tail = {};
    if (!try_ingest(options, everything, true)) return;
    files_.all_taken();
    all_is_due_ = false;
  }

  void take_batch() {
    if (!index_exists(index_)) {  // somebody removed it: what changed would be all that the new one has
      all_is_due_ = true;
      return;
    }
    const WatchedFiles::Batch batch = files_.batch();
    if (batch.files.empty() && batch.gone.empty()) return files_.taken(batch);
    const IngestScope scope{.files = batch.files, .gone = batch.gone, .kept = batch.partly, .growing = true};
    IngestOptions options = options_.ingest;
    const bool one_report_each = std::none_of(batch.files.begin(), batch.files.end(),
                                              [](const InputFile& file) { return file.format != InputFormat::text; });
    const auto most = static_cast<unsigned>(std::max<std::size_t>(1, batch.files.size()));
    if (one_report_each && (options.threads == 0 || options.threads > most))
      options.threads = std::min(most, std::max(1u, std::thread::hardware_concurrency()));
    if (try_ingest(options, scope, false)) files_.taken(batch);
  }

  /// False: it did not work out, and is to be tried again.
  bool try_ingest(const IngestOptions& options, const IngestScope& scope, bool may_compact) {
    IngestSummary summary;
    try {
      auto writer = std::make_unique<IndexWriter>(index_, state_.analysis.version, state_.analysis.own_names);
      writer->commit_after(options_.indexer.batch);
      writer->keep_to(state_.budget);
      if (!may_compact) writer->never_compact();
      state_.store = std::move(writer);
      summary = ingest(state_, options, observer_, scope);
      state_.store.reset();
    } catch (const IndexError& error) {
      state_.store.reset();
      if (observer_.unlocked) observer_.unlocked();
      if (!may_pass(error.reason())) throw;
      wait_after(error);
      return false;
    }
    if (observer_.unlocked) observer_.unlocked();
    failures_ = 0;
    add(sum_, summary);
    if (observer_.taken) observer_.taken(summary);
    return true;
  }

  void wait_after(const IndexError& error) {
    Milliseconds wait = options_.retry * (1u << std::min(failures_, most_doublings));
    const bool is_locked = error.reason() == IndexError::Reason::locked;
    if (is_locked) wait = std::min(wait, most_wait_for_lock);
    if (observer_.troubled && !(is_locked && failures_ > 0))
      observer_.troubled(std::string(error.what()) + "; what changed is kept in mind and tried again in " +
                         seconds(wait));
    ++failures_;
    next_try_ = Clock::now() + wait;
  }

  const std::filesystem::path index_;
  const WatchOptions& options_;
  const WatchObserver& observer_;
  Indexer::State state_;
  WatchedFiles files_;
  IngestSummary sum_;
  bool all_is_due_ = true;
  bool interrupted_ = false;
  unsigned failures_ = 0;
  Clock::time_point next_try_;
};

}  // namespace

IngestSummary watch(const std::filesystem::path& index, const WatchOptions& options, const WatchObserver& observer) {
  const std::vector<std::string>& paths = options.ingest.paths;
  check_paths(paths);
  if (std::count(paths.begin(), paths.end(), "-") != 0)
    throw InputError("cannot watch '-': name files or folders, standard input does not change");
  if (options.indexer.dry_run) throw InputError("cannot watch in a dry run: nothing would be written");
  return Watcher(index, options, observer).run();
}

}  // namespace averment
