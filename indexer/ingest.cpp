// Reads files and folders into an index: reader → analyzers → writer, in the order of the input.
#include <chrono>
#include <deque>
#include <map>
#include <unordered_map>

#include "indexer/analyzer_pool.hpp"
#include "indexer/input_files.hpp"
#include "indexer/pruning.hpp"
#include "indexer/report_source.hpp"

namespace averment {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_jobs_a_thread = 512;  // a commit takes as long as analyzing some hundred
constexpr std::chrono::milliseconds between_looks{50};
constexpr std::uint64_t warnings_of_a_kind = 3;

unsigned thread_count(unsigned wanted, const MemoryBudget& budget) {
  const unsigned threads = wanted != 0 ? wanted : std::thread::hardware_concurrency();
  return static_cast<unsigned>(std::clamp<std::size_t>(threads, 1, budget.threads));
}

/// Shows the first few warnings of each kind, and counts the others.
class Warnings {
 public:
  explicit Warnings(const IngestObserver& observer) : observer_(observer) {}

  void add(const Warning& warning) {
    if (++counts_[warning.kind] > warnings_of_a_kind) return;
    const std::string place = warning.path + (warning.line == 0 ? "" : ":" + std::to_string(warning.line));
    show(place + ": " + warning.detail + "; it is left out");
  }
  void show_counts() {
    for (const auto& [kind, count] : counts_)
      if (count > warnings_of_a_kind)
        show(std::to_string(count - warnings_of_a_kind) + " more of this kind (" + kind + ")");
  }

  void show(const std::string& text) {
    if (observer_.warned) observer_.warned(text);
  }

 private:
  const IngestObserver& observer_;
  std::map<std::string, std::uint64_t> counts_;
};

/// A job between reading and writing.
struct Begun {
  std::shared_ptr<Job> job;
  std::string id;
  Origin origin;
  std::string shown;      // the path as the user knows it
  std::size_t bytes = 0;  // analysis_bytes
  bool replaces = false;
};

class Ingest {
 public:
  Ingest(Indexer::State& state, const IngestOptions& options, const IngestScope& scope, const IngestObserver& observer)
      : options_(options),
        observer_(observer),
        budget_(state.budget),
        store_(*state.store),
        warnings_(observer),
        pruning_(store_),
        threads_(thread_count(options.threads, budget_)),
        source_(options, scope, budget_, state.analysis.version, doorbell_),
        analyzers_(state.analysis, threads_, doorbell_) {
    if (scope.files)
      for (const InputFile& file : *scope.files) pruning_.look_after(file.path.string());
    else
      for (const std::string& path : options.paths) pruning_.look_after(path);
    for (const std::string& path : scope.gone) pruning_.look_after_gone(path);
    for (const std::string& path : scope.kept) pruning_.keep_file(path);
    store_.when_committed([this](std::uint64_t revision) {
      summary_.revision = revision;
      tell_of_commit(revision);
      give_back(budget_);
    });
  }
  ~Ingest() { store_.when_committed({}); }

  IngestSummary run() {
    while (!at_end() && !interrupted()) {
      // Each for all that is there, for then it has the processor's cache to itself.
      const bool wrote = take_steps(&Ingest::write_next), began = take_steps(&Ingest::begin_next);
      if (!wrote && !began && !analyzers_.help()) doorbell_.wait(between_looks);
      show_progress();
    }
    if (summary_.interrupted)
      while (write_next()) continue;  // what is analyzed
    else if (options_.prune)
      prune();
    store_.commit();
    warnings_.show_counts();
    summary_.seconds = std::chrono::duration<double>(Clock::now() - started_).count();
    if (observer_.progress) observer_.progress(summary_);
    return summary_;
  }

 private:
  /// As many as there are. False: there was none.
  bool take_steps(bool (Ingest::*step)()) {
    bool took = false;
    while (!interrupted() && (this->*step)()) {
      took = true;
      show_progress();
    }
    return took;
  }

  bool at_end() { return begun_.empty() && !waiting_ && source_.at_end(); }

  bool interrupted() {
    if (!summary_.interrupted && options_.interrupted) summary_.interrupted = options_.interrupted();
    if (summary_.interrupted) source_.stop();
    return summary_.interrupted;
  }

  void show_progress() {
    const Clock::time_point now = Clock::now();
    if (!observer_.progress || now - shown_ < between_looks) return;
    shown_ = now;
    summary_.seconds = std::chrono::duration<double>(now - started_).count();
    observer_.progress(summary_);
  }

  /// Takes what was read last, if there is room. False: nothing was taken.
  bool begin_next() {
    if (begun_.size() >= most_jobs_a_thread * threads_) return false;
    if (waiting_) return begin_waiting();
    std::optional<SourceItem> item = source_.try_pop();
    if (!item) return false;
    if (auto* warning = std::get_if<Warning>(&*item)) warnings_.add(*warning);
    if (auto* rejection = std::get_if<FileRejection>(&*item)) reject(rejection->rejection, rejection->file);
    if (auto* file = std::get_if<PartlyRead>(&*item)) pruning_.keep_file(file->path);
    if (auto* checked = std::get_if<CheckedReport>(&*item)) take(std::move(*checked));
    return true;
  }

  void take(CheckedReport checked) {
    const Report& report = checked.report;
    summary_.bytes += report.text.size();
    const auto begun = latest_.find(report.id);
    bool same = false, replaces = true;
    if (begun != latest_.end()) {
      same = begun->second->content == checked.content;
    } else {
      const Comparison comparison = compare(store_, report, checked.content);
      same = comparison.same && !options_.again.contains(report.id);
      replaces = comparison.stored.has_value();
      if (comparison.stored) pruning_.keep(comparison.stored->number);
    }
    if (same) {
      ++summary_.unchanged;
      return;
    }
    try {
      check_room(budget_, checked.analysis_bytes);
    } catch (const InputError& error) {
      return reject({checked.shown, report.origin.line, error.what()}, report.origin.path);
    }
    waiting_ = {std::make_shared<Job>(), report.id, report.origin, checked.shown, checked.analysis_bytes, replaces};
    waiting_->job->report = std::move(checked.report);
    waiting_->job->content = std::move(checked.content);
    begin_waiting();
  }

  /// False: there is not memory enough as long as others are under way.
  bool begin_waiting() {
    if (!begun_.empty() && bytes_begun_ + waiting_->bytes > budget_.begun) return false;
    bytes_begun_ += waiting_->bytes;
    analyzers_.begin(waiting_->job);
    latest_[waiting_->id] = waiting_->job;
    begun_.push_back(std::move(*waiting_));
    waiting_.reset();
    return true;
  }

  /// Writes the report that was begun first, if it is analyzed. False: it is not, or there is none.
  bool write_next() {
    if (begun_.empty() || !begun_.front().job->done) return false;
    const Begun next = std::move(begun_.front());
    begun_.pop_front();
    bytes_begun_ -= next.bytes;
    if (const auto latest = latest_.find(next.id); latest->second == next.job) latest_.erase(latest);
    if (next.job->built)
      write(next);
    else
      reject({next.shown, next.origin.line, next.job->failure}, next.origin.path);
    if (next.bytes > budget_.unused) give_back(budget_);
    return true;
  }

  void write(const Begun& next) {
    const std::uint64_t claims = next.job->built->claims;
    next.job->built->is_new = !next.replaces;
    const auto [committed, is_first] = note_committed(next);
    try {
      store_.put(std::move(*next.job->built));
    } catch (const InputError& error) {
      if (is_first) written_.erase(committed);
      return reject({next.shown, next.origin.line, error.what()}, next.origin.path);
    }
    ++(next.replaces ? summary_.updated : summary_.indexed);
    summary_.claims += claims;
  }

  using Written = std::map<std::string, std::vector<std::string>>;

  /// Of a report that is written twice before a commit, what the version before both claimed counts.
  std::pair<Written::iterator, bool> note_committed(const Begun& next) {
    if (!observer_.committed || written_.contains(next.id)) return {written_.end(), false};
    std::vector<std::string> claims;
    if (next.replaces)
      if (const std::optional<StoredVersion> stored = store_.find(next.id)) claims = store_.claims_of(stored->number);
    return written_.emplace(next.id, std::move(claims));
  }

  void tell_of_commit(std::uint64_t revision) {
    if (written_.empty() || !observer_.committed) return;
    Commit commit{revision, {}};
    for (auto& [id, claims] : written_) commit.reports.push_back({id, std::move(claims)});
    written_.clear();
    observer_.committed(commit);
  }

  void reject(const Rejection& rejection, const std::string& file) {
    ++summary_.rejected;
    pruning_.keep_file(file);
    if (observer_.rejected) observer_.rejected(rejection);
  }

  void prune() {
    const Pruning::Gone gone = pruning_.gone(store_, options_.prune_whole_paths);
    for (const std::uint32_t number : gone.numbers) {
      store_.remove(number);
      ++summary_.removed;
    }
    for (const auto& [path, reports] : gone.spared)
      warnings_.show("nothing is left of '" + path + "', from which the index has " + std::to_string(reports) +
                     " reports: they stay, as its disk may not be mounted; --prune --yes removes them");
  }

  const IngestOptions& options_;
  const IngestObserver& observer_;
  const MemoryBudget& budget_;
  ReportStore& store_;
  IngestSummary summary_;
  Warnings warnings_;
  Pruning pruning_;
  const Clock::time_point started_ = Clock::now();
  Clock::time_point shown_;
  std::deque<Begun> begun_;
  std::optional<Begun> waiting_;                                  // the next one
  std::unordered_map<std::string, std::shared_ptr<Job>> latest_;  // of the reports begun, the last one of each id
  Written written_;  // since the last commit, with the claims of the version before
  std::size_t bytes_begun_ = 0;
  unsigned threads_;
  Doorbell doorbell_;
  ReportSource source_;
  AnalyzerPool analyzers_;
};

}  // namespace

IngestSummary ingest(Indexer& indexer, const IngestOptions& options, const IngestObserver& observer) {
  return ingest(indexer.state(), options, observer);
}

IngestSummary ingest(Indexer::State& state, const IngestOptions& options, const IngestObserver& observer,
                     const IngestScope& scope) {
  if (!scope.growing) check_paths(options.paths);  // else one that has vanished just now is a rejection like others
  if (!options.standard_input && std::count(options.paths.begin(), options.paths.end(), "-") != 0)
    throw InputError("cannot index '-': no standard input was given");
  return Ingest(state, options, scope, observer).run();
}

}  // namespace averment
