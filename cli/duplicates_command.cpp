// averment duplicates: reports that are copies of one another.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/copy_text.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/record_writer.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

constexpr std::uint32_t default_clusters = 50;

void print_table(const std::vector<CopyCluster>& clusters, std::size_t shown, const Options& options) {
  const Style style = output_style(options);
  std::size_t reports = 0;
  for (const CopyCluster& cluster : clusters) reports += cluster.reports.size();
  std::cout << style.bold(fmt::format("{} of {}", counted(clusters.size(), "cluster"), counted(reports, "report")))
            << "\n\n";
  Table table({{.title = "shared", .align = Column::Align::right, .least = 6, .importance = 0},
               {.title = "outlet", .least = 12, .importance = 1},
               {.title = "date", .least = 10, .importance = 2},
               {.title = "report", .least = 20, .importance = 0, .cut = Cut::start},
               {.title = "title", .least = 20, .importance = 3}});
  for (std::size_t i = 0; i < shown; ++i) {
    const CopyCluster& cluster = clusters[i];
    table.add_heading(one_line(cluster.reports.front().title), counted(cluster.reports.size(), "report"));
    for (const CopyRecord& copy : cluster.reports)
      table.add_row({&copy == &cluster.reports.front() ? "" : fmt::format("{} %", shared_percent(copy.shared)),
                     copy.outlet.empty() ? "(unknown)" : one_line(copy.outlet), copy.published.substr(0, 10),
                     one_line(copy.report), one_line(copy.title)});
  }
  if (!table.empty()) table.print(std::cout, output_width(process_environment()), style);
  if (shown < clusters.size())
    std::cout << style.dim(fmt::format("({}; --limit all)", counted(clusters.size() - shown, "more cluster"))) << '\n';
}

void write_records(const std::vector<CopyCluster>& clusters, std::size_t shown, const Options& options) {
  RecordWriter writer(std::cout, *options.format, "copies", options);
  writer.open({{"query", options.query}, {"clusters", clusters.size()}});
  for (std::size_t i = 0; i < shown; ++i)
    for (const CopyRecord& copy : clusters[i].reports) {
      Json json = to_json(copy);
      json["cluster"] = i + 1;
      writer.write(json);
    }
  writer.close();
}

int run(const Options& options) {
  const Query query = query_of(options);
  Searcher searcher = open_searcher(options);
  const std::vector<CopyCluster> clusters = searcher.duplicates(query, options.filter);
  const std::size_t shown = std::min<std::size_t>(clusters.size(), limit_or(options, default_clusters));
  if (is_table(options))
    print_table(clusters, shown, options);
  else
    write_records(clusters, shown, options);
  return clusters.empty() ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Finds reports that are copies of one another, syndicated or lightly edited:
each shares three fifths of its runs of four words with another one of its
cluster. `shared` compares it with the cluster's earliest report.

A table shows the 50 largest clusters; the other formats have no cap.

  averment duplicates
  averment duplicates 'date:2025-02 category:killed' --format csv)";

}  // namespace

Command duplicates_command() {
  return {.name = "duplicates",
          .usage = "[OPTION]... [QUERY]",
          .summary = "find copies: reports that share most of their words",
          .description = description,
          .options = {"db", "timeout", "query-limit", "limit", "format", "fields", "raw", "color", "lexicons"},
          .most_arguments = any_number,
          .run = run,
          .takes_query = true};
}

}  // namespace averment::cli
