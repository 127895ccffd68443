// averment index: reports in.
#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <mutex>

#include "averment/watcher.hpp"
#include "cli/alert_teller.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/last_words.hpp"
#include "cli/record_writer.hpp"
#include "cli/rejection_printer.hpp"
#include "cli/signals.hpp"
#include "cli/standard_input.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {
namespace {

void read_paths(std::istream& in, char end, std::vector<std::string>& paths) {
  for (std::string path; std::getline(in, path, end);)
    if (!path.empty()) paths.push_back(path);
}

std::vector<std::string> all_paths(const Options& options, std::istream& standard_input) {
  std::vector<std::string> paths = options.arguments;
  const char end = options.null_separated ? '\0' : '\n';
  if (options.files_from == "-") {
    read_paths(standard_input, end, paths);
  } else if (!options.files_from.empty()) {
    std::ifstream file(options.files_from);
    if (!file) throw InputError(fmt::format("cannot read {}: {}", options.files_from, std::strerror(errno)));
    read_paths(file, end, paths);
  }
  if (paths.empty() && options.files_from.empty())
    throw UsageError("nothing to index: name files or folders, - for JSON Lines on standard input, or --files-from");
  return paths;
}

/// One line on a terminal's standard error that rewrites itself a few times a second.
class Progress {
 public:
  void show(const IngestSummary& sum) {
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    shown_ = true;
    std::cerr << fmt::format("\r\033[K{}, {}, {} MB", counted(sum.indexed + sum.updated + sum.unchanged, "report"),
                             counted(sum.claims, "claim"), grouped(sum.bytes >> 20))
              << std::flush;
  }
  void clear() {
    const std::lock_guard lock(mutex_);
    if (shown_) std::cerr << "\r\033[K" << std::flush;
    shown_ = false;
  }

 private:
  std::mutex mutex_;  // programs that alerts run fail in another thread
  std::chrono::steady_clock::time_point last_{};
  bool shown_ = false;
};

void print_summary(const Options& options, const IngestSummary& sum) {
  const Format format = options.format.value_or(Format::table);
  if (format != Format::table) return write_one(std::cout, format, to_json(sum), options);
  if (options.quiet) return;
  std::cout << fmt::format("{}indexed {}, updated {}, unchanged {}, rejected {}, ", options.dry_run ? "dry run: " : "",
                           sum.indexed, sum.updated, sum.unchanged, sum.rejected);
  if (options.prune) std::cout << fmt::format("removed {}, ", sum.removed);
  std::cout << fmt::format("claims {}, ", sum.claims);
  if (sum.revision > 0) std::cout << fmt::format("revision {}, ", sum.revision);
  std::cout << fmt::format("{:.1f} s\n", sum.seconds);
}

IngestOptions ingest_options(const Options& options, std::istream& standard_input) {
  IngestOptions wanted;
  wanted.paths = all_paths(options, standard_input);
  wanted.standard_input = &standard_input;
  wanted.threads = options.threads;
  wanted.size_limit = options.size_limit;
  wanted.nesting_limit = options.nesting_limit;
  wanted.prune = options.prune;
  wanted.prune_whole_paths = options.yes;
  wanted.follow_links = options.follow_links;
  wanted.interrupted = interrupted;
  return wanted;
}

void say(Progress& progress, std::string_view what) {
  progress.clear();
  std::cerr << "averment: " << one_line(what) << std::endl;
}

bool wants_alerts(const Options& options) { return options.alerts || !options.exec.empty(); }

void observe(IngestObserver& observer, Progress& progress, AlertTeller& teller, const Options& options) {
  if (wants_alerts(options))
    observer.committed = [&progress, &teller](const Commit& commit) {
      progress.clear();
      teller.take(commit);
    };
  observer.rejected = [&progress](const Rejection& rejection) {
    progress.clear();
    print_rejection(rejection);
  };
  observer.warned = [&progress](const std::string& warning) { say(progress, warning); };
  if (!options.quiet && stderr_is_terminal())
    observer.progress = [&progress](const IngestSummary& so_far) { progress.show(so_far); };
}

/// However it ends: what was committed is told of.
IngestSummary finishing(AlertTeller& teller, const std::function<IngestSummary()>& work) {
  IngestSummary sum;
  try {
    sum = work();
  } catch (...) {
    teller.finish();
    throw;
  }
  teller.finish();
  return sum;
}

bool has_changed(const IngestSummary& sum) { return sum.indexed + sum.updated + sum.removed + sum.rejected > 0; }

/// A summary after the first pass, then after each batch in which something changed.
int go_on(const Options& options, const IngestOptions& ingest_options) {
  Progress progress;
  AlertTeller teller(options, [&progress](std::string_view what) { say(progress, what); });
  WatchObserver observer;
  observe(observer, progress, teller, options);
  observer.troubled = observer.warned;
  observer.unlocked = [&teller] { teller.hand_on(); };
  bool is_first = true;
  observer.taken = [&](const IngestSummary& sum) {
    progress.clear();
    if (is_first || has_changed(sum)) {
      print_summary(options, sum);
      std::cout << std::flush;
    }
    if (is_first && !sum.interrupted && !options.quiet) say(progress, "watching for changes; Ctrl-C ends it");
    is_first = false;
  };
  make_parent_folder(options);
  note_index(options.databases.front().string(), Use::written);
  WatchOptions wanted{.indexer = indexer_options(options), .ingest = ingest_options, .poll = options.poll};
  finishing(teller, [&] { return watch(options.databases.front(), wanted, observer); });
  return exit_interrupted;
}

int run(const Options& options) {
  if (options.watch && options.dry_run) throw UsageError("--watch and --dry-run do not go together");
  if (options.poll && !options.watch) throw UsageError("--poll is for --watch");
  if (wants_alerts(options)) {
    if (options.dry_run) throw UsageError("--alerts and --dry-run do not go together: nothing is committed");
    if (options.format == Format::csv || options.format == Format::tsv)
      throw UsageError("--alerts: csv and tsv hold one kind of row; take table or jsonl");
  }
  watch_for_interruption();
  StandardInput buffer;
  std::istream standard_input(&buffer);
  const IngestOptions wanted = ingest_options(options, standard_input);
  if (options.watch) return go_on(options, wanted);
  Progress progress;
  AlertTeller teller(options, [&progress](std::string_view what) { say(progress, what); });
  IngestObserver observer;
  observe(observer, progress, teller, options);
  const IngestSummary sum = finishing(teller, [&] {
    Indexer indexer = open_indexer(options);
    return ingest(indexer, wanted, observer);
  });
  progress.clear();
  print_summary(options, sum);
  if (sum.interrupted) return exit_interrupted;
  return sum.rejected > 0 ? exit_some_rejected : exit_done;
}

constexpr std::string_view description =
    R"(Reads reports into the index: text files (.txt, with or without front matter),
JSON Lines (.jsonl, .jsonl.gz), folders of them, - for JSON Lines on standard
input. A report whose id is in the index already replaces it; one whose content
is the same is left alone. A report that cannot be taken is named on standard
error as path:line: reason, and the others go on (exit 3). Ctrl-C keeps what is
committed (exit 130).

The last line counts what was done; --format json prints it as JSON.

--watch goes on after that: what is added to the paths, changed or, with
--prune, removed, is taken within a second or two, in batches, each counted in a
line of its own. Files that are still being written wait. A full disk, an index
that another program writes, or a bad report is said, and does not end it.

--alerts prints a line (or, with --format jsonl, a record) for each claim that
is new in a commit and that a saved query finds: `averment help saved`.

  averment index reports/ more.jsonl.gz
  averment index --watch --prune reports/
  find . -name '*.txt' -print0 | averment index --files-from - -0
  curl -s https://example.org/feed.jsonl | averment index -)";

}  // namespace

Command index_command() {
  return {.name = "index",
          .usage = "[OPTION]... PATH...",
          .summary = "read reports into an index: add, replace, skip the unchanged",
          .description = description,
          .options = {"db",           "files-from",  "null",       "follow-links",  "prune",         "yes",
                      "watch",        "poll",        "alerts",     "exec",          "no-claims",     "dry-run",
                      "threads",      "batch",       "size-limit", "nesting-limit", "mention-limit", "claim-limit",
                      "memory-limit", "query-limit", "wait",       "lexicons",      "quiet",         "format"},
          .most_arguments = any_number,
          .run = run};
}

}  // namespace averment::cli
