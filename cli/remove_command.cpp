// averment remove: reports out of an index.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

int run(const Options& options) {
  open_searcher(options);  // Removing from an index that is not there must not create it.
  Indexer indexer = open_indexer(options);
  std::uint64_t removed = 0;
  for (const std::string& id : options.arguments) {
    if (indexer.remove(id))
      ++removed;
    else
      std::cerr << one_line(fmt::format("averment: there is no report '{}'", id)) << '\n';
  }
  indexer.commit();
  if (!options.quiet) std::cout << fmt::format("removed {}\n", removed);
  return removed == options.arguments.size() ? exit_done : exit_nothing_found;
}

}  // namespace

Command remove_command() {
  return {.name = "remove",
          .usage = "[OPTION]... ID...",
          .summary = "take reports out of an index",
          .description =
              "Takes reports with these ids out of the index, and their claims with them.\n"
              "Exit 1 where one of them is not there; the others are removed.",
          .options = {"db", "wait", "quiet"},
          .least_arguments = 1,
          .most_arguments = any_number,
          .run = run};
}

}  // namespace averment::cli
