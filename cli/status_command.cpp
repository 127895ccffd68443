// averment status: an index in numbers.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

void line(std::string_view name, const std::string& value) {
  std::cout << fmt::format("{:<24}{}\n", name, one_line(value));
}

std::string languages_text(const Status& status) {
  std::vector<std::string> parts;
  for (const auto& [language, reports] : status.languages)
    parts.push_back(fmt::format("{} {}", language.empty() ? "(unknown)" : language, grouped(reports)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string size_text(std::uint64_t bytes) {
  return bytes < (1u << 20) ? fmt::format("{} kB", grouped((bytes + 1023) >> 10))
                            : fmt::format("{} MB", grouped(bytes >> 20));
}

void print(const Status& status) {
  line("index", status.directory);
  line("reports", grouped(status.reports));
  line("claims", grouped(status.claims));
  line("published", status.first_date.empty() ? "(unknown)" : status.first_date + " to " + status.last_date);
  line("languages", languages_text(status));
  if (!status.languages_without_claims.empty())
    line("figures are not read in", fmt::format("{}", fmt::join(status.languages_without_claims, ", ")));
  line("on disk", size_text(status.bytes_on_disk));
  line("revision", std::to_string(status.revision) + (status.committed.empty() ? "" : ", " + status.committed));
  line("schema version", std::to_string(status.schema_version));
  line("analysis version", status.analysis_version);
}

int run(const Options& options) {
  const Status status = open_searcher(options).status();
  const Format format = options.format.value_or(Format::table);
  if (format == Format::table)
    print(status);
  else
    write_one(std::cout, format, to_json(status), options);
  return exit_done;
}

}  // namespace

Command status_command() {
  return {.name = "status",
          .usage = "[OPTION]...",
          .summary = "say what an index holds",
          .description = "Says what an index holds, how large it is, and under which versions it was made.",
          .options = {"db", "format", "fields", "raw"},
          .run = run};
}

}  // namespace averment::cli
