// averment compact: an index without waste.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"

namespace averment::cli {
namespace {

std::uint64_t bytes_on_disk(const Options& options) { return open_searcher(options).status().bytes_on_disk; }

int run(const Options& options) {
  const std::uint64_t before = bytes_on_disk(options);
  open_indexer(options).compact();
  constexpr double megabyte = 1e6;
  if (!options.quiet)
    std::cout << fmt::format("compacted: {:.1f} MB, was {:.1f} MB\n",
                             static_cast<double>(bytes_on_disk(options)) / megabyte,
                             static_cast<double>(before) / megabyte);
  return exit_done;
}

}  // namespace

Command compact_command() {
  return {.name = "compact",
          .usage = "[OPTION]...",
          .summary = "write an index anew, without the room that changes have left",
          .description =
              "Writes the index anew beside the old one and puts it in its place at once: it needs as much\n"
              "free room as the index takes. Searches go on meanwhile, other writers wait. Indexing does it by\n"
              "itself where the index has grown to over 1.5 times of what it needs.",
          .options = {"db", "wait", "quiet"},
          .most_arguments = 0,
          .run = run};
}

}  // namespace averment::cli
