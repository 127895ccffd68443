// averment search: ranked reports.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/facet_printer.hpp"
#include "cli/option_values.hpp"
#include "cli/record_table.hpp"
#include "cli/record_writer.hpp"
#include "cli/snippet_lines.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {
namespace {

constexpr std::uint32_t default_limit = 10;
constexpr std::uint32_t facet_rows = 20;

std::string place_of(const ReportHit& hit) {
  std::string line = hit.outlet.empty() ? "(unknown)" : hit.outlet;
  if (!hit.published.empty()) line += ", " + hit.published.substr(0, 10);
  return one_line(fmt::format("{} · {} · {} · {:.2f}", line, hit.report, counted(hit.claims, "claim"), hit.score));
}

void print_hit(const ReportHit& hit, std::uint32_t number, std::size_t width, const Style& style) {
  const std::string lead = fmt::format("{}. ", number);
  const std::string indent(lead.size(), ' ');
  const std::size_t room = width - lead.size();
  const std::string title = hit.title.empty() ? hit.report : one_line(hit.title);
  std::cout << '\n' << lead << style.bold(shortened(title, room)) << '\n';
  std::cout << indent << style.dim(shortened(place_of(hit), room)) << '\n';
  for (const std::string& line : snippet_lines(hit.snippet, room, style)) std::cout << indent << line << '\n';
}

void print_table(const Options& options, const ReportAnswer& answer) {
  const Style style = output_style(options);
  const std::size_t width = output_width(process_environment());
  const std::string query = options.query.empty() ? "" : fmt::format(" for {}", one_line(options.query));
  std::string range;
  if (answer.hits.size() < answer.total && !answer.hits.empty())
    range = fmt::format(", {} to {} shown", options.offset + 1, options.offset + answer.hits.size());
  std::cout << style.bold(counted(answer.total, "report")) << query << range << '\n';
  for (std::uint32_t i = 0; i < answer.hits.size(); ++i)
    print_hit(answer.hits[i], options.offset + i + 1, width, style);
  for (const Facet& facet : answer.facets) {
    std::cout << '\n';
    print_facet(std::cout, facet, "report", options.limit.value_or(facet_rows), width, style);
  }
}

void print_records(const Options& options, Format format, const ReportAnswer& answer) {
  RecordWriter writer(std::cout, format, "hits", options);
  writer.open({{"query", options.query}, {"total", answer.total}});
  for (const ReportHit& hit : answer.hits) writer.write(to_json(hit));
  if (format == Format::jsonl)
    for (const Facet& facet : answer.facets)
      for (const FacetValue& value : facet.values)
        std::cout << to_line(facet_json(info(facet.field).name, value)) << '\n';
  writer.close(options.facets.empty() ? Json::object() : Json{{"facets", facets_json(answer.facets)}});
}

int run(const Options& options) {
  const Format format = options.format.value_or(Format::table);
  for (const Field field : options.facets) expect_facet(field, Of::reports);
  expect_no_facets_in_rows(options);
  SearchOptions search;
  search.offset = options.offset;
  search.limit = options.limit.value_or(default_limit);
  search.sort = options.sort;
  search.facets = options.facets;
  search.claims = options.filter;
  const Query query = query_of(options);
  const ReportAnswer answer = open_searcher(options).search(query, search);
  if (format != Format::table)
    print_records(options, format, answer);
  else if (options.fields.empty())
    print_table(options, answer);
  else
    print_fields(std::cout, answer.hits, options);
  return answer.total == 0 ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Finds reports, the best match first (BM25), with the words that matched in bold
or *stars*. Conditions on claims hold where one claim of the report satisfies
all of them. `averment help query` explains queries.

  averment search drone strike date:2025-02
  averment search '"prisoners of war" -"exchange"' --facet outlet,source
  averment search category:captured --sort date --limit 50 --format jsonl)";

}  // namespace

Command search_command() {
  return {.name = "search",
          .usage = "[OPTION]... [QUERY]",
          .summary = "find reports, the best match first",
          .description = description,
          .options = {"db", "timeout", "query-limit", "facet", "sort", "limit", "offset", "modality", "match",
                      "derived", "format", "fields", "raw", "color", "lexicons"},
          .most_arguments = any_number,
          .run = run,
          .takes_query = true};
}

}  // namespace averment::cli
