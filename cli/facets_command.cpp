// averment facets: a field's values with their counts.
#include <fmt/format.h>

#include <iostream>

#include "cli/claim_table.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/facet_printer.hpp"
#include "cli/option_values.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

int run(const Options& options) {
  const Field field = to_field(options.arguments.front());
  const Of of = options.of.value_or(info(field).says_claim ? Of::claims : Of::reports);
  expect_facet(field, of);
  const Query query = query_of(options);
  const Facet facet = open_searcher(options).facet(field, of, query, options.filter);
  const Format format = options.format.value_or(Format::table);
  if (format == Format::table) {
    print_facet(std::cout, facet, of == Of::claims ? "claim" : "report", options.limit.value_or(default_groups),
                output_width(process_environment()), output_style(options));
  } else {
    RecordWriter writer(std::cout, format, "values", options);
    writer.open(
        {{"query", options.query}, {"field", info(field).name}, {"of", of == Of::claims ? "claims" : "reports"}});
    const std::size_t limit = std::min<std::size_t>(options.limit.value_or(no_limit), facet.values.size());
    for (std::size_t i = 0; i < limit; ++i) writer.write(facet_json(info(field).name, facet.values[i]));
    writer.close();
  }
  return facet.values.empty() ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Counts a field's values over the reports or claims that match, the most frequent
first. What has no value is counted as (none), or (unknown) where there must be
one. A table shows the first 50 values; the other formats have no cap.

  averment facets source category:killed
  averment facets outlet --of claims --format csv)";

}  // namespace

Command facets_command() {
  return {.name = "facets",
          .usage = "[OPTION]... FIELD [QUERY]",
          .summary = "count a field's values",
          .description = description,
          .options = {"db", "timeout", "query-limit", "of", "modality", "match", "derived", "limit", "format", "fields",
                      "raw", "color", "lexicons"},
          .least_arguments = 1,
          .most_arguments = any_number,
          .run = run,
          .takes_query = true,
          .arguments_before_query = 1};
}

}  // namespace averment::cli
