// averment entities: who and what the reports name, and which names may be one entity's.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/record_table.hpp"
#include "cli/record_writer.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

using Align = Column::Align;

constexpr std::uint32_t default_rows = 50;

/// What --offset and --limit leave.
template <typename Record>
std::vector<Record> page_of(const std::vector<Record>& all, const Options& options) {
  const std::uint32_t limit = limit_or(options, default_rows);
  const std::size_t first = std::min<std::size_t>(options.offset, all.size());
  const std::size_t count = std::min<std::size_t>(limit, all.size() - first);
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

void print_table(const Table& table, std::size_t shown, std::size_t all, const Options& options) {
  const Style style = output_style(options);
  if (!table.empty()) table.print(std::cout, output_width(process_environment()), style);
  if (shown < all)
    std::cout << style.dim(fmt::format("({} of {} shown; --limit all)", grouped(shown), grouped(all))) << '\n';
}

std::string joined(const std::vector<std::string>& parts) {
  return one_line(fmt::format("{}", fmt::join(parts, "; ")));
}

std::string evidence_text(const MergeProposal& proposal) {
  std::vector<std::string_view> kinds;
  for (const MergeEvidence evidence : proposal.evidence) kinds.push_back(name_of(evidence));
  return fmt::format("{}", fmt::join(kinds, ", "));
}

Table entity_table(const std::vector<EntityRecord>& entities) {
  Table table({{.title = "name", .least = 20, .importance = 0},
               {.title = "type", .least = 6, .importance = 3},
               {.title = "reports", .align = Align::right, .least = 7, .importance = 0},
               {.title = "mentions", .align = Align::right, .least = 8, .importance = 2},
               {.title = "written", .least = 20, .importance = 1}});
  for (const EntityRecord& entity : entities)
    table.add_row({one_line(entity.name), std::string(name_of(entity.type)), grouped(entity.reports),
                   grouped(entity.mentions), joined(entity.variants)});
  return table;
}

Table merge_table(const std::vector<MergeProposal>& proposals) {
  Table table({{.title = "score", .align = Align::right, .least = 5, .importance = 0},
               {.title = "type", .least = 6, .importance = 2},
               {.title = "name", .least = 18, .importance = 0},
               {.title = "reports", .align = Align::right, .least = 7, .importance = 3},
               {.title = "alias", .least = 18, .importance = 0},
               {.title = "reports", .align = Align::right, .least = 7, .importance = 3},
               {.title = "evidence", .least = 15, .importance = 6},
               {.title = "both in", .align = Align::right, .least = 7, .importance = 4},
               {.title = "found with", .least = 16, .importance = 5},
               {.title = "in report", .least = 10, .importance = 1, .only_if_filled = true}});
  for (const MergeProposal& one : proposals)
    table.add_row({fmt::format("{:.2f}", one.score), std::string(name_of(one.type)), one_line(one.name),
                   grouped(one.name_reports), one_line(one.alias), grouped(one.alias_reports), evidence_text(one),
                   grouped(one.shared_reports), joined(one.shared_names), one_line(one.report)});
  return table;
}

/// A line of aliases.tsv: no tab and no line's end may stand in a column.
std::string alias_line(const MergeProposal& one) {
  const std::string_view type = one.type == EntityType::organization ? "organization" : name_of(one.type);
  std::string line =
      fmt::format("{}\t{}\t{}\t{}\tany\tproposed", one_line(one.name), type, one_line(one.alias), one_line(one.party));
  return one.report.empty() ? line : line + "\t\t" + one_line(one.report);
}

template <typename Record>
void write_records(const std::vector<Record>& records, std::size_t all, std::string_view what, const Options& options) {
  RecordWriter writer(std::cout, *options.format, what, options);
  writer.open({{"query", options.query}, {"total", all}});
  for (const Record& record : records) writer.write(to_json(record));
  writer.close();
}

template <typename Record>
int print(const std::vector<Record>& all, std::string_view what, Table (*table)(const std::vector<Record>&),
          const Options& options) {
  const std::vector<Record> page = page_of(all, options);
  if (!is_table(options))
    write_records(page, all.size(), what, options);
  else if (!options.fields.empty())
    print_fields(std::cout, page, options);
  else
    print_table(table(page), page.size(), all.size(), options);
  return all.empty() ? exit_nothing_found : exit_done;
}

int suggest(const Options& options, Searcher& searcher, const Query& query) {
  const std::vector<MergeProposal> proposals = searcher.merges(query, options.entities);
  if (options.format != Format::tsv || !options.fields.empty()) return print(proposals, "merges", merge_table, options);
  for (const MergeProposal& one : page_of(proposals, options)) std::cout << alias_line(one) << '\n';
  return proposals.empty() ? exit_nothing_found : exit_done;
}

int run(const Options& options) {
  const Query query = query_of(options);
  Searcher searcher = open_searcher(options);
  if (options.suggest) return suggest(options, searcher, query);
  return print(searcher.entities(query, options.entities), "entities", entity_table, options);
}

constexpr std::string_view description =
    R"(Lists who and what the matching reports name, each under its one name, with
the number of reports and mentions and the spellings that the reports use.

--suggest proposes pairs of names that may be one entity's, the likeliest first,
with the evidence. Nothing is merged by it, and a surname alone is no evidence.
With --format tsv the proposals are lines of aliases.tsv. Put them into
DIR/gazetteer/aliases.tsv, write `asserted` in place of `proposed` where they
are one, `rejected` where they are two, and index again with --lexicons DIR. A
pair that is rejected is not proposed again.

A table shows the first 50 rows; the other formats have no cap.

  averment entities --type person
  averment entities --named Zelensky
  averment entities --suggest
  averment entities --suggest --format tsv >> DIR/gazetteer/aliases.tsv)";

}  // namespace

Command entities_command() {
  return {.name = "entities",
          .usage = "[OPTION]... [QUERY]",
          .summary = "list who and what is named; --suggest proposes names that are one",
          .description = description,
          .options = {"db", "timeout", "query-limit", "suggest", "type", "named", "lexicons", "limit", "offset",
                      "format", "fields", "raw", "color"},
          .most_arguments = any_number,
          .run = run,
          .takes_query = true};
}

}  // namespace averment::cli
