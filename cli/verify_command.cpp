// averment verify: is the index what it was when it was written?
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

void print(const std::vector<Damage>& damages, std::uint64_t reports) {
  for (const Damage& damage : damages)
    std::cout << one_line(fmt::format("{}: {}", damage.report.empty() ? "index" : damage.report, damage.what)) << '\n';
  std::cout << fmt::format("verified {}: {}\n", counted(reports, "report"),
                           damages.empty() ? "all is as it was written" : counted(damages.size(), "problem"));
}

int run(const Options& options) {
  Searcher searcher = open_searcher(options);
  const std::vector<Damage> damages = searcher.verify(!options.index_only);
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
              "Checks each report against its checksum, and reads the files again that reports\n"
              "came from. Exit 0 where all is as it was written, 4 where something is not.",
          .options = {"db", "index-only", "format", "fields", "raw"},
          .run = run};
}

}  // namespace averment::cli
