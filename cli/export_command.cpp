// averment export: everything that matches, without a cap.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

/// What the default of --modality keeps back is not to be overlooked.
void tell_of_other_modalities(const Options& options, Searcher& searcher, const Query& query) {
  if (!options.filter.modality) return;
  ClaimFilter all = options.filter;
  all.modality.reset();
  const std::uint64_t others = searcher.count_claims(query, all) - searcher.count_claims(query, options.filter);
  if (others > 0)
    std::cerr << fmt::format("averment: {} of another modality left out; --modality all has them\n",
                             counted(others, "claim"));
}

int run(const Options& options) {
  const Format format = options.format.value_or(Format::jsonl);
  if (format == Format::table || format == Format::json) throw UsageError("--format: export prints jsonl, csv or tsv");
  const Query query = query_of(options);
  Searcher searcher = open_searcher(options);
  RecordWriter writer(std::cout, format, "", options);
  std::uint64_t written = 0;
  const auto write = [&](const auto& record) {
    writer.write(to_json(record));
    ++written;
  };
  if (options.what == ExportWhat::reports)
    searcher.each_report(query, options.filter, write);
  else if (options.what == ExportWhat::mentions)
    searcher.each_mention(query, options.filter, write);
  else
    searcher.each_claim(query, options.filter, write);
  std::cout.flush();
  if (options.what == ExportWhat::claims) tell_of_other_modalities(options, searcher, query);
  return written == 0 ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Prints everything that matches, in the order of report ids, without a cap.
Reports are printed as `averment index -` reads them.

  averment export --what claims --format csv > claims.csv
  averment export --what reports outlet:Yonhap | averment index --db other -)";

}  // namespace

Command export_command() {
  return {
      .name = "export",
      .usage = "[OPTION]... [QUERY]",
      .summary = "print all reports, claims or mentions that match",
      .description = description,
      .options = {"db", "query-limit", "what", "modality", "match", "derived", "format", "fields", "raw", "lexicons"},
      .most_arguments = any_number,
      .run = run,
      .takes_query = true};
}

}  // namespace averment::cli
