// averment verify: is the index what it was when it was written?
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/last_words.hpp"
#include "cli/record_writer.hpp"
#include "cli/rejection_printer.hpp"

namespace averment::cli {
namespace {

void print(const std::vector<Damage>& damages, std::uint64_t reports) {
  for (const Damage& damage : damages)
    std::cout << one_line(fmt::format("{}: {}", damage.report.empty() ? "index" : damage.report, damage.what)) << '\n';
  std::cout << fmt::format("verified {}: {}\n", counted(reports, "report"),
                           damages.empty() ? "all is as it was written" : counted(damages.size(), "problem"));
}

/// Replaces the damaged reports by what the paths hold now, and what has changed there. Nothing is removed: what is not
/// found again stays as it is.
void repair(const std::vector<Damage>& damages, const Options& options) {
  IngestOptions wanted{.paths = options.repair_from};
  for (const Damage& damage : damages)
    if (!damage.report.empty()) wanted.again.insert(damage.report);
  IngestObserver observer;
  observer.rejected = print_rejection;
  Indexer indexer = open_indexer(options);
  const IngestSummary sum = ingest(indexer, wanted, observer);
  std::cerr << fmt::format("averment: {} replaced or added again; what is left is named\n",
                           counted(sum.indexed + sum.updated, "report"));
}

int run(const Options& options) {
  Searcher searcher = open_searcher(options);
  std::vector<Damage> damages = searcher.verify(!options.index_only);
  if (!damages.empty() && !options.repair_from.empty()) {
    repair(damages, options);
    note_index(options.databases.front().string(), Use::read);
    damages = searcher.verify(!options.index_only);
  }
  const Format format = options.format.value_or(Format::table);
  if (format == Format::table) {
    print(damages, searcher.status().reports);
  } else {
    RecordWriter writer(std::cout, format, "damages", options);
    writer.open({{"total", damages.size()}});
    for (const Damage& damage : damages) writer.write(to_json(damage));
    writer.close();
  }
  return damages.empty() ? exit_done : exit_no_index;
}

}  // namespace

Command verify_command() {
  return {.name = "verify",
          .usage = "[OPTION]...",
          .summary = "check an index against its checksums and the files it came from",
          .description =
              "Checks each report, its words, names and claims, and all lists of them against\n"
              "their checksums, and reads the files again that reports came from. Exit 0 where\n"
              "all is as it was written, 4 where something is not.\n\n"
              "--repair PATH reads damaged reports anew from there, then checks again. What is\n"
              "not found there stays as it is. Damage of the index as a whole needs a new one.",
          .options = {"db", "index-only", "repair", "lexicons", "wait", "format", "fields", "raw"},
          .run = run};
}

}  // namespace averment::cli
