// Compared claims as tables.
#include "cli/comparison_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "cli/figure_text.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

using Align = Column::Align;

std::string for_query(const Options& options) {
  return options.query.empty() ? std::string() : fmt::format(" for {}", one_line(options.query));
}

std::string figure_of(const ClaimRecord& record, const std::shared_ptr<const ClaimRecord>& added,
                      const Options& options) {
  const std::string figure = figure_text(record, options.filter.derived);
  return added ? fmt::format("{} + {}", figure, figure_text(*added, options.filter.derived)) : figure;
}

std::string gap_text(double gap) {
  if (!std::isfinite(gap)) return "from 0";
  return gap >= 100 ? fmt::format("{}×", grouped(static_cast<std::uint64_t>(gap))) : fmt::format("{:.2f}×", gap);
}

std::string flags_text(const ComparedPair& pair) {
  std::vector<std::string_view> flags;
  if (pair.comparison.same_origin == true)
    flags.push_back("same origin");
  else if (pair.comparison.same_party == true)
    flags.push_back("same party");
  if (pair.copies) flags.push_back("copies");
  return fmt::format("{}", fmt::join(flags, ", "));
}

/// "own_side" is Kyiv's of Ukraine's dead.
std::string source_with_stake(const ClaimRecord& record) {
  const std::string source = source_text(record);
  const Stake stake = record.claim.stake;
  return stake == Stake::own_side        ? source + " (own side)"
         : stake == Stake::opposing_side ? source + " (opponent)"
                                         : source;
}

Table pair_table() {
  return Table({{.title = "relation", .least = 12, .importance = 0},
                {.title = "gap", .align = Align::right, .least = 5, .importance = 5},
                {.title = "figure", .align = Align::right, .least = 10, .importance = 0},
                {.title = "source", .least = 18, .importance = 0},
                {.title = "against", .align = Align::right, .least = 10, .importance = 0},
                {.title = "source", .least = 18, .importance = 0},
                {.title = "note", .least = 11, .importance = 4, .only_if_filled = true},
                {.title = "reason", .least = 11, .importance = 1},
                {.title = "reports", .least = 20, .importance = 2, .place = Column::Place::beneath}});
}

std::string report_text(const ClaimRecord& record) {
  return record.published.empty() ? record.report
                                  : fmt::format("{} ({})", record.report, record.published.substr(0, 10));
}

std::vector<std::string> cells(const ComparedPair& pair, const Options& options) {
  std::string relation(name_of(pair.comparison.relation));
  return {relation,
          pair.comparison.gap > 1 ? gap_text(pair.comparison.gap) : std::string(),
          figure_of(*pair.a, pair.added_a, options),
          source_with_stake(*pair.a),
          figure_of(*pair.b, pair.added_b, options),
          source_with_stake(*pair.b),
          flags_text(pair),
          std::string(name_of(pair.comparison.reason)),
          fmt::format("{} against {}", report_text(*pair.a), report_text(*pair.b))};
}

std::string relations_text(const ConflictAnswer& answer) {
  std::vector<std::string> counts;
  for (const auto& [relation, count] : answer.relations)
    counts.push_back(fmt::format("{} {}", grouped(count), name_of(relation)));
  return counts.empty() ? std::string() : fmt::format(": {}", fmt::join(counts, ", "));
}

std::string support_text(const Support& support) {
  return fmt::format("{}, {}, {}, {}", counted(support.mentions, "mention"), counted(support.reports, "report"),
                     counted(support.origins, "independent origin"),
                     support.parties == 1 ? "1 party" : fmt::format("{} parties", grouped(support.parties)));
}

Table figure_table() {
  const auto number = [](std::string title, unsigned importance) {
    return Column{.title = std::move(title), .align = Align::right, .least = 7, .importance = importance};
  };
  return Table({{.title = "figure", .align = Align::right, .least = 10, .importance = 0},
                number("mentions", 0),
                number("reports", 5),
                number("distinct", 4),
                number("outlets", 3),
                number("origins", 6),
                number("parties", 2),
                {.title = "first source", .least = 18, .importance = 0},
                {.title = "date", .least = 10, .importance = 4},
                {.title = "report", .least = 16, .importance = 1, .cut = Cut::start}});
}

void add_figure(Table& table, const FigureSupport& figure, const Options& options) {
  const Support& support = figure.support;
  const ClaimRecord& first = figure.claims.front();
  table.add_row({figure_text(first, options.filter.derived), grouped(support.mentions), grouped(support.reports),
                 grouped(support.clusters), grouped(support.outlets), grouped(support.origins),
                 grouped(support.parties), source_text(first), first.published.substr(0, 10), first.report});
}

void print_left_out(std::ostream& out, std::uint64_t shown, std::uint64_t total, std::string_view what,
                    const Style& style) {
  if (shown < total)
    out << style.dim(
               fmt::format("({} of {} shown; --limit all shows everything)", grouped(shown), counted(total, what)))
        << '\n';
}

void print_list(std::ostream& out, std::string_view title, const std::vector<RelatedClaims::Related>& list,
                const Style& style) {
  constexpr std::size_t most = 10;
  out << style.bold(title) << (list.empty() ? ": nobody\n" : "\n");
  for (std::size_t i = 0; i < std::min(most, list.size()); ++i) {
    const auto& [comparison, record] = list[i];
    const std::string outlet = record.outlet.empty() ? std::string(info(Field::outlet).absent) : record.outlet;
    out << one_line(fmt::format("{} {}, {}; {}, {}{}", name_of(comparison.relation), figure_text(record, true),
                                source_text(record), outlet, record.report,
                                record.published.empty() ? "" : ", " + record.published.substr(0, 10)))
        << ' ' << style.dim(record.claim_id) << '\n';
  }
  if (list.size() > most) out << style.dim(fmt::format("({} more)", grouped(list.size() - most))) << '\n';
}

}  // namespace

std::string people_text(Category category, const Counted& counted) {
  std::string text = counted.part.empty() ? counted.kind : counted.part + " " + counted.kind;
  if (!counted.side.empty())
    text += " of " + counted.side;
  else if (!counted.place.empty())
    text += " at " + counted.place;
  return one_line(fmt::format("{}, {}", text.empty() ? "people not told of" : text, name_of(category)));
}

std::string comparison_text(const ComparisonOptions& options) {
  return fmt::format(
      "tolerance {:.3g} %, ratio {:.4g}, scale {:.6g}, {} before a report, {} for people told by their place",
      options.tolerance * 100, options.ratio, options.scale, cli::counted(options.days, "day"),
      cli::counted(options.event_days, "day"));
}

void print_pairs(std::ostream& out, const ConflictAnswer& answer, const Options& options, const Page& page) {
  out << page.style.bold(counted(answer.total, "pair") + for_query(options) + relations_text(answer)) << '\n'
      << page.style.dim(comparison_text(options.comparison)) << "\n\n";
  Table table = pair_table();
  std::uint64_t shown = 0;
  for (const PairGroup& group : answer.widest) {
    const std::string all = counted(group.count, "pair");
    table.add_heading(people_text(group.category, group.counted),
                      group.widest.size() == group.count ? all : fmt::format("{} of {}", group.widest.size(), all));
    for (const ComparedPair& pair : group.widest) table.add_row(cells(pair, options));
    shown += group.widest.size();
  }
  if (!table.empty()) table.print(out, page.width, page.style);
  print_left_out(out, shown, answer.total, "pair", page.style);
}

void print_clusters(std::ostream& out, const CorroborationAnswer& answer, const Options& options, const Page& page) {
  out << page.style.bold(counted(answer.total, "cluster") + for_query(options)) << '\n'
      << page.style.dim(comparison_text(options.comparison)) << "\n\n";
  Table table = figure_table();
  for (const Corroboration& cluster : answer.clusters) {
    table.add_heading(people_text(cluster.category, cluster.counted), support_text(cluster.support));
    for (const FigureSupport& figure : cluster.figures) add_figure(table, figure, options);
  }
  if (!table.empty()) table.print(out, page.width, page.style);
  print_left_out(out, answer.clusters.size(), answer.total, "cluster", page.style);
}

void print_related(std::ostream& out, const RelatedClaims& related, const Style& style) {
  print_list(out, "says so, too", related.said_too, style);
  print_list(out, "repeats it, as far as can be told", related.repeated, style);
  print_list(out, "differs", related.differing, style);
}

}  // namespace averment::cli
