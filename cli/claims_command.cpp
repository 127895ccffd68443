// averment claims: who said how many.
#include <fmt/format.h>

#include <iostream>

#include "cli/claim_table.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/facet_printer.hpp"
#include "cli/option_values.hpp"
#include "cli/record_table.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

void print_facet_tables(const ClaimAnswer& answer, const Options& options) {
  const Page page = page_for(options);
  for (const Facet& facet : answer.facets) {
    std::cout << '\n';
    print_facet(std::cout, facet, "claim", options.limit.value_or(default_groups), page.width, page.style);
  }
}

void print_facet_lines(const ClaimAnswer& answer) {
  for (const Facet& facet : answer.facets)
    for (const FacetValue& value : facet.values)
      std::cout << to_line(facet_json(info(facet.field).name, value)) << '\n';
}

void print_records(const ClaimAnswer& answer, const Options& options) {
  RecordWriter writer(std::cout, *options.format, "claims", options);
  writer.open({{"query", options.query}, {"total", answer.total}});
  for (const ClaimRecord& record : answer.hits) writer.write(to_json(record));
  if (options.format == Format::jsonl) print_facet_lines(answer);
  writer.close(options.facets.empty() ? Json::object() : Json{{"facets", facets_json(answer.facets)}});
}

int list_claims(const Options& options, Searcher& searcher, const Query& query) {
  ClaimOptions wanted;
  wanted.offset = options.offset;
  wanted.limit = limit_or(options, default_claims);
  wanted.facets = options.facets;
  wanted.filter = options.filter;
  const ClaimAnswer answer = searcher.claims(query, wanted);
  if (!is_table(options)) {
    print_records(answer, options);
  } else {
    if (options.fields.empty())
      print_claims(std::cout, answer, options, page_for(options));
    else
      print_fields(std::cout, answer.hits, options);
    print_facet_tables(answer, options);
  }
  return answer.total == 0 ? exit_nothing_found : exit_done;
}

Json group_with_claims(const ClaimGroup& group) {
  Json json = group_json({group.value, group.count});
  json["claims"] = Json::array();
  for (const ClaimRecord& record : group.claims) json["claims"].push_back(to_json(record));
  return json;
}

int group_claims(const Options& options, Searcher& searcher, const Query& query) {
  const Field by = options.by.front();
  if (is_table(options)) {
    const GroupedClaims grouped = searcher.grouped_claims(by, query, groups_for_table(options));
    const Page page = page_for(options);
    std::cout << page.style.bold(fmt::format("{}, by {}", claims_title(grouped.total, options), info(by).name))
              << "\n\n";
    if (grouped.groups > 0) print_groups(std::cout, grouped, by, options, page);
    return grouped.groups == 0 ? exit_nothing_found : exit_done;
  }
  GroupOptions wanted;
  wanted.claims = limit_or(options, no_limit);
  wanted.filter = options.filter;
  const GroupedClaims grouped = searcher.grouped_claims(by, query, wanted);
  RecordWriter writer(std::cout, Format::json, "groups", options);
  writer.open({{"query", options.query}, {"field", info(by).name}, {"total", grouped.total}});
  for (const ClaimGroup& group : grouped.largest) writer.write(group_with_claims(group));
  writer.close();
  return grouped.groups == 0 ? exit_nothing_found : exit_done;
}

/// The groups' counts alone, a row each.
int count_groups(const Options& options, Searcher& searcher, const Query& query) {
  const Facet facet = searcher.facet(options.by.front(), Of::claims, query, options.filter);
  RecordWriter writer(std::cout, *options.format, "groups", options);
  writer.open();
  for (const FacetValue& value : facet.values) writer.write(group_json(value));
  writer.close();
  return facet.values.empty() ? exit_nothing_found : exit_done;
}

int cross_claims(const Options& options, Searcher& searcher, const Query& query) {
  const std::vector<CrossCount> counts = searcher.cross(options.by[0], options.by[1], query, options.filter);
  if (is_table(options)) {
    const std::uint64_t total = searcher.count_claims(query, options.filter);
    const Page page = page_for(options);
    std::cout << page.style.bold(fmt::format("{}, by {} and {}", claims_title(total, options), info(options.by[0]).name,
                                             info(options.by[1]).name))
              << "\n\n";
    print_cross(std::cout, counts, options.by[0], options, page);
  } else {
    RecordWriter writer(std::cout, *options.format, "counts", options);
    writer.open({{"query", options.query}, {"fields", {info(options.by[0]).name, info(options.by[1]).name}}});
    for (const CrossCount& count : counts) writer.write(to_json(count));
    writer.close();
  }
  return counts.empty() ? exit_nothing_found : exit_done;
}

void check(const Options& options) {
  for (const Field field : options.facets) expect_facet(field, Of::claims);
  for (const Field field : options.by) expect_facet(field, Of::claims);
  expect_no_facets_in_rows(options);
  if (options.by.size() > 2) throw UsageError("--by takes one field or two");
  if (!options.by.empty() && !options.facets.empty()) throw UsageError("--by and --facet do not go together");
  if (!options.by.empty() && !options.fields.empty() && is_table(options))
    throw UsageError("--fields and --by do not go together in a table");
}

int run(const Options& options) {
  check(options);
  const Query query = query_of(options);
  Searcher searcher = open_searcher(options);
  if (options.by.empty()) return list_claims(options, searcher, query);
  if (options.by.size() == 2) return cross_claims(options, searcher, query);
  if (is_table(options) || options.format == Format::json) return group_claims(options, searcher, query);
  return count_groups(options, searcher, query);
}

constexpr std::string_view description =
    R"(Finds claims: each mention of a number of people killed, wounded, captured,
deployed ..., with the party that the text credits. Nothing here decides who is
right: sources that disagree make separate claims.

--by FIELD puts claims under each value of the field; two fields make a cross
table. A table shows the first 100 claims, or with --by 50 groups and 20 claims
in each, and says how many it left out; --limit all shows everything. The other
formats have no cap. With --by, jsonl, csv and tsv give the groups' counts.

  averment claims category:killed --by source
  averment claims 'category:killed source:NIS' --format jsonl
  averment claims 'n>=1000 category:deployed' --by source,outlet
  averment claims --modality denied)";

}  // namespace

Command claims_command() {
  return {.name = "claims",
          .usage = "[OPTION]... [QUERY]",
          .summary = "find claims: who said how many; --by source makes the table",
          .description = description,
          .options = {"db", "timeout", "query-limit", "by", "facet", "modality", "match", "derived", "limit", "offset",
                      "format", "fields", "raw", "color", "lexicons"},
          .most_arguments = any_number,
          .run = run,
          .takes_query = true};
}

}  // namespace averment::cli
