// averment corroborate: who says so, and who only repeats it.
#include <iostream>

#include "cli/command.hpp"
#include "cli/comparison_records.hpp"
#include "cli/comparison_table.hpp"
#include "cli/database.hpp"
#include "cli/record_table.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

CorroborationOptions wanted_of(const Options& options) {
  CorroborationOptions wanted;
  wanted.comparison = options.comparison;
  wanted.limit = limit_or(options, default_clusters);
  wanted.filter = options.filter;
  if (!is_table(options) || !options.fields.empty()) return wanted;
  if (options.limit != no_limit) wanted.figures = default_figures;
  wanted.claims = 1;
  return wanted;
}

int run(const Options& options) {
  const Query query = query_of(options);
  const CorroborationAnswer answer = open_searcher(options).corroborate(query, wanted_of(options));
  if (!is_table(options)) {
    RecordWriter writer(std::cout, *options.format, "corroborations", options);
    Json head{{"query", options.query}, {"total", answer.total}};
    head.update(to_json(options.comparison));
    writer.open(head);
    for (const Corroboration& cluster : answer.clusters) writer.write(to_json(cluster));
    writer.close();
  } else if (!options.fields.empty()) {
    print_fields(std::cout, answer.clusters, options);
  } else {
    print_clusters(std::cout, answer, options, page_for(options));
  }
  return answer.total == 0 ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Puts together the claims of one category about the same people, where one of
them matches the query, and counts who says so: mentions, reports, reports that
are distinct (near-duplicates once), outlets, independent origins and parties,
of all of them and of those whose figures agree. Two claims are independent only
where the heads of their chains of attribution differ and their reports are no
near-duplicates; an origin that nobody can tell ("officials", the report itself)
is never independent. The best supported come first.

A table shows 30 clusters and 6 figures of each; the other formats have no cap.

  averment corroborate category:killed
  averment corroborate source:NIS --format jsonl)";

}  // namespace

Command corroborate_command() {
  return {.name = "corroborate",
          .usage = "[OPTION]... [QUERY]",
          .summary = "count who says so independently, and who only repeats it",
          .description = description,
          .options = {"db", "timeout", "query-limit", "tolerance", "ratio", "scale", "days", "event-days", "derived",
                      "match", "limit", "format", "fields", "raw", "color", "lexicons"},
          .most_arguments = any_number,
          .run = run,
          .takes_query = true};
}

}  // namespace averment::cli
