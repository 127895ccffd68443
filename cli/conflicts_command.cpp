// averment conflicts: which claims agree, and how far apart the others are.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/comparison_records.hpp"
#include "cli/comparison_table.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/record_table.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

template <typename Visit>
void each_record(const ConflictAnswer& answer, const ComparisonOptions& options, const Visit& visit) {
  for (const PairGroup& group : answer.widest)
    for (const ComparedPair& pair : group.widest) visit(to_json(pair, options));
}

std::vector<Json> records(const ConflictAnswer& answer, const ComparisonOptions& options) {
  std::vector<Json> all;
  each_record(answer, options, [&](Json record) { all.push_back(std::move(record)); });
  return all;
}

void write(const ConflictAnswer& answer, const Options& options) {
  RecordWriter writer(std::cout, *options.format, "pairs", options);
  Json head{{"query", options.query}, {"total", answer.total}, {"groups", answer.groups}};
  for (const auto& [relation, count] : answer.relations) head["relations"][std::string(name_of(relation))] = count;
  head.update(to_json(options.comparison));
  writer.open(head);
  each_record(answer, options.comparison, [&](const Json& record) { writer.write(record); });
  writer.close();
  if (!options.limit && answer.total > default_pairs_of_records)
    std::cerr << fmt::format(
        "averment: the {} with the widest gap are written, of {}; --limit N, or all, writes more, and takes memory for "
        "them\n",
        counted(default_pairs_of_records, "pair"), grouped(answer.total));
}

int run(const Options& options) {
  const Query query = query_of(options);
  ConflictOptions wanted;
  wanted.comparison = options.comparison;
  wanted.relations = options.relations;
  wanted.limit = options.limit.value_or(is_table(options) ? default_pairs : default_pairs_of_records);
  if (is_table(options) && options.fields.empty() && options.limit != no_limit)
    wanted.group_limit = default_pairs_of_group;
  wanted.filter = options.filter;
  const ConflictAnswer answer = open_searcher(options).conflicts(query, wanted);
  if (!is_table(options))
    write(answer, options);
  else if (!options.fields.empty())
    print_record_table(std::cout, records(answer, options.comparison), options);
  else
    print_pairs(std::cout, answer, options, page_for(options));
  return answer.total == 0 ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Puts claims about the same people side by side, the widest gap first. One claim
of each pair matches the query; the other one may be anybody's. A pair is
  same         they state the same bounds
  compatible   what they allow overlaps, and what they state is not far apart
  divergent    it overlaps, but what they state is further apart than --ratio
  conflicting  no number satisfies both, approximations widened by --tolerance
  updates      one source, in a later report, with another figure
  not_comparable, with the reason, is shown only where --relation asks for it.
Killed and wounded of one source and report are added up where others give one
number of both. Nothing here decides who is right.

A table shows 50 pairs, 10 of a group, unless --limit asks for more; the other
formats have a million.

  averment conflicts category:killed_or_wounded
  averment conflicts source:NIS --relation conflicting,divergent
  averment conflicts --tolerance 20% --format jsonl)";

}  // namespace

Command conflicts_command() {
  return {.name = "conflicts",
          .usage = "[OPTION]... [QUERY]",
          .summary = "put claims about the same people side by side: who differs, and how far",
          .description = description,
          .options = {"db", "timeout", "query-limit", "relation", "tolerance", "ratio", "scale", "days", "event-days",
                      "derived", "modality", "match", "limit", "format", "fields", "raw", "color", "lexicons"},
          .most_arguments = any_number,
          .run = run,
          .takes_query = true};
}

}  // namespace averment::cli
