// averment index: reports in.
#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
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
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    shown_ = true;
    std::cerr << fmt::format("\r\033[K{}, {}, {} MB", counted(sum.indexed + sum.updated + sum.unchanged, "report"),
                             counted(sum.claims, "claim"), grouped(sum.bytes >> 20))
              << std::flush;
  }
  void clear() {
    if (shown_) std::cerr << "\r\033[K" << std::flush;
    shown_ = false;
  }

 private:
  std::chrono::steady_clock::time_point last_{};
  bool shown_ = false;
};

void print_summary(const Options& options, const IngestSummary& sum) {
  const Format format = options.format.value_or(Format::table);
  if (format != Format::table) return write_one(std::cout, format, to_json(sum), options.fields);
  if (options.quiet) return;
  std::cout << fmt::format("{}indexed {}, updated {}, unchanged {}, rejected {}, ", options.dry_run ? "dry run: " : "",
                           sum.indexed, sum.updated, sum.unchanged, sum.rejected);
  if (options.prune) std::cout << fmt::format("removed {}, ", sum.removed);
  std::cout << fmt::format("claims {}, {:.1f} s\n", sum.claims, sum.seconds);
}

int run(const Options& options) {
  watch_for_interruption();
  StandardInput buffer;
  std::istream standard_input(&buffer);
  IngestOptions ingest_options;
  ingest_options.paths = all_paths(options, standard_input);
  ingest_options.standard_input = &standard_input;
  ingest_options.threads = options.threads;
  ingest_options.size_limit = options.size_limit;
  ingest_options.prune = options.prune;
  ingest_options.interrupted = interrupted;

  Progress progress;
  IngestObserver observer;
  observer.rejected = [&](const Rejection& rejection) {
    progress.clear();
    print_rejection(rejection);
  };
  observer.warned = [&](const std::string& warning) {
    progress.clear();
    std::cerr << "averment: " << one_line(warning) << '\n';
  };
  if (!options.quiet && stderr_is_terminal())
    observer.progress = [&](const IngestSummary& so_far) { progress.show(so_far); };

  Indexer indexer = open_indexer(options);
  const IngestSummary sum = ingest(indexer, ingest_options, observer);
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

  averment index reports/ more.jsonl.gz
  find . -name '*.txt' -print0 | averment index --files-from - -0
  curl -s https://example.org/feed.jsonl | averment index -)";

}  // namespace

Command index_command() {
  return {.name = "index",
          .usage = "[OPTION]... PATH...",
          .summary = "read reports into an index: add, replace, skip the unchanged",
          .description = description,
          .options = {"db", "files-from", "null", "prune", "no-claims", "dry-run", "threads", "size-limit", "lexicons",
                      "quiet", "format"},
          .most_arguments = any_number,
          .run = run};
}

}  // namespace averment::cli
