// averment diff: which claims are new, gone or other than before.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/figure_text.hpp"
#include "cli/option_values.hpp"
#include "cli/record_writer.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

constexpr std::uint32_t default_changes = 100;

/// @throws UsageError
std::uint64_t since(const Options& options, Searcher& searcher) {
  const std::string& text = options.since;
  if (text.empty())
    throw UsageError("diff needs --since REV or --since DATE: `averment status` tells the newest revision");
  const bool is_number = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? to_number(text, 0, ~std::uint64_t{0} >> 1) : searcher.revision_before(text);
}

std::string_view sign(const ClaimChange& change) {
  using Kind = ClaimChange::Kind;
  return change.kind == Kind::added ? "+" : change.kind == Kind::removed ? "-" : "~";
}

std::string source_text(const ClaimRecord& record) {
  const std::optional<Attribution>& source = record.claim.source;
  return !source ? "(none)" : one_line(source->called());
}

/// "300 -> 400" of what is altered.
std::string in_both(const ClaimChange& change, const std::function<std::string(const ClaimRecord&)>& text) {
  if (!change.before) return text(*change.after);
  if (!change.after) return text(*change.before);
  const std::string before = text(*change.before), after = text(*change.after);
  return before == after ? after : fmt::format("{} -> {}", before, after);
}

Table table_of(const std::vector<ClaimChange>& changes, std::size_t shown) {
  Table table({{.title = "", .least = 1, .importance = 0},
               {.title = "category", .least = 9, .importance = 0},
               {.title = "figure", .align = Column::Align::right, .least = 10, .importance = 0},
               {.title = "group", .least = 16, .importance = 3},
               {.title = "source", .least = 16, .importance = 2},
               {.title = "report", .least = 20, .importance = 1, .cut = Cut::start},
               {.title = "revision", .align = Column::Align::right, .least = 8, .importance = 4}});
  for (std::size_t i = 0; i < shown; ++i) {
    const ClaimChange& change = changes[i];
    table.add_row({std::string(sign(change)),
                   in_both(change, [](const ClaimRecord& r) { return std::string(name_of(r.claim.category)); }),
                   in_both(change, [](const ClaimRecord& r) { return figure_text(r); }),
                   in_both(change, [](const ClaimRecord& r) { return one_line(r.claim.group); }),
                   in_both(change, source_text), one_line(change.report), std::to_string(change.revision.number)});
  }
  return table;
}

void print_table(const ClaimDiff& diff, std::uint64_t first, const Options& options) {
  const std::vector<ClaimChange>& changes = diff.changes;
  const auto of = [&](ClaimChange::Kind kind) {
    return std::count_if(changes.begin(), changes.end(),
                         [&](const ClaimChange& change) { return change.kind == kind; });
  };
  using Kind = ClaimChange::Kind;
  const Style style = output_style(options);
  std::cout << style.bold(fmt::format("{} added, {} removed, {} altered since revision {}; the newest is {}",
                                      counted(static_cast<std::uint64_t>(of(Kind::added)), "claim"),
                                      grouped(static_cast<std::uint64_t>(of(Kind::removed))),
                                      grouped(static_cast<std::uint64_t>(of(Kind::altered))), first,
                                      diff.newest.number))
            << '\n';
  const std::size_t shown = std::min<std::size_t>(changes.size(), limit_or(options, default_changes));
  const Table table = table_of(changes, shown);
  if (!table.empty()) std::cout << '\n';
  if (!table.empty()) table.print(std::cout, output_width(process_environment()), style);
  if (shown < changes.size())
    std::cout << style.dim(fmt::format("({}; --limit all)", counted(changes.size() - shown, "more change"))) << '\n';
}

int run(const Options& options) {
  Searcher searcher = open_searcher(options);
  const std::uint64_t first = since(options, searcher);
  const ClaimDiff diff = searcher.diff(first);
  if (is_table(options)) {
    print_table(diff, first, options);
  } else {
    RecordWriter writer(std::cout, *options.format, "changes", options);
    writer.open({{"since", first}, {"revision", diff.newest.number}});
    const std::size_t shown = std::min<std::size_t>(diff.changes.size(), limit_or(options, default_changes));
    for (std::size_t i = 0; i < shown; ++i) writer.write(to_json(diff.changes[i]));
    writer.close();
  }
  return diff.changes.empty() ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Lists the claims that reports make now and did not make at a revision, or
before a day: added (+), removed (-) and altered (~), with the report that
caused each and the last revision that changed it. A claim is altered where its
report now gives another figure, bound, place ... with the same category, group
and source. Each commit is a revision; `averment status` tells the newest. What
the last 2,000 changed is kept.

Exit status 0 if something changed, 1 if nothing did.

  averment diff --since 12
  averment diff --since 2025-02-19 --format jsonl)";

}  // namespace

Command diff_command() {
  return {.name = "diff",
          .usage = "--since REV|DATE [OPTION]...",
          .summary = "say which claims are new, gone or altered since a revision or a day",
          .description = description,
          .options = {"db", "since", "limit", "format", "fields", "raw", "color"},
          .run = run};
}

}  // namespace averment::cli
