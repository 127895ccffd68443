// A timeline as a table: lanes of claims by date, their intervals drawn on one axis.
#include "cli/timeline_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/display_text.hpp"
#include "cli/figure_text.hpp"
#include "cli/people_axis.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

using Align = Column::Align;

constexpr std::size_t least_axis = 24, most_axis = 80;
constexpr std::size_t kept_for_other_columns = 22;
constexpr std::size_t before_axis = 5;  // columns

/// A row without its drawing, which needs to know how much room the others leave.
struct Row {
  std::vector<std::string> cells;
  Interval interval;
  std::uint32_t lane = 0;
};

Interval interval_of(const Claim& claim, bool derived) {
  if (claim.low || claim.high) return {claim.low, claim.high, claim.qualifier == Qualifier::approx, false};
  if (derived && claim.derived) return {claim.derived->low, claim.derived->high, false, true};
  return {};
}

std::string_view from_text(const TimelineClaim& claim) {
  if (!claim.date_from) return "";
  return *claim.date_from == DateFrom::event_date ? "event" : "report";
}

class TimelineTable {
 public:
  TimelineTable(const Timeline& timeline, Field by, const Options& options, bool ascii)
      : timeline_(timeline), by_(by), options_(options), ascii_(ascii) {
    for (const TimelineClaim& claim : timeline.claims) rows_.push_back(row_of(claim));
  }

  void print(std::ostream& out, const Page& page) const {
    const PeopleAxis axis(intervals(), axis_columns(page.width));
    out << page.style.dim(axis_line(axis)) << '\n';
    out << page.style.dim(legend()) << "\n\n";
    Table table(columns(axis.scale(strokes(ascii_))));
    for (std::uint32_t lane = 0; lane < timeline_.lanes.size(); ++lane) add_lane(table, lane, axis);
    table.print(out, page.width, page.style);
  }

 private:
  std::string shown(std::string_view text) const { return ascii_ ? as_ascii(text) : std::string(text); }

  /// The lanes say already what they are by.
  std::string unless_by(Field field, std::string text) const { return by_ == field ? std::string() : text; }

  Row row_of(const TimelineClaim& claim) const {
    const ClaimRecord& record = claim.record;
    const std::string& group = record.claim.group.empty() ? record.claim.group_name : record.claim.group;
    const std::string& outlet = record.outlet.empty() ? std::string(info(Field::outlet).absent) : record.outlet;
    return {{claim.date, std::string(from_text(claim)), claim.date_from ? "" : shown(claim.value),
             unless_by(Field::category, std::string(name_of(record.claim.category))),
             shown(figure_text(record, options_.filter.derived)), unless_by(Field::group, shown(group)),
             unless_by(Field::outlet, shown(outlet)), shown(record.report)},
            interval_of(record.claim, options_.filter.derived),
            claim.lane};
  }

  std::vector<Interval> intervals() const {
    std::vector<Interval> all;
    for (const Row& row : rows_) all.push_back(row.interval);
    return all;
  }

  std::vector<Column> columns(std::string scale) const {
    const std::size_t width = display_width(scale);
    return {{.title = "date", .least = 10, .importance = 0},
            {.title = "of", .least = 6, .importance = 4, .only_if_filled = true},
            {.title = std::string(info(by_).name), .least = 14, .importance = 6, .only_if_filled = true},
            {.title = "category", .least = 17, .importance = 0, .only_if_filled = true},
            {.title = "figure", .align = Align::right, .least = 10, .importance = 0},
            {.title = std::move(scale), .least = width, .importance = 0, .as_it_is = true},
            {.title = "group", .least = 12, .importance = 2, .only_if_filled = true},
            {.title = "outlet", .least = 12, .importance = 1, .only_if_filled = true},
            {.title = "report", .least = 12, .importance = 3, .cut = Cut::start}};
  }

  /// What is left beside date, category and figure, but for some room for the rest.
  std::size_t axis_columns(std::size_t width) const {
    std::size_t taken = TableLayout::gap;  // the rows' indentation
    const std::vector<Column> all = columns("");
    for (std::size_t i = 0; i < before_axis; ++i) {
      std::size_t widest = 0;
      for (const Row& row : rows_) widest = std::max(widest, display_width(row.cells[i]));
      if (widest > 0 || !all[i].only_if_filled) taken += std::min(widest, all[i].least) + TableLayout::gap;
    }
    const std::size_t left = width > taken + kept_for_other_columns ? width - taken - kept_for_other_columns : 0;
    return std::clamp(left, least_axis, most_axis);
  }

  std::string axis_line(const PeopleAxis& axis) const {
    return fmt::format("people on a {} axis from {} to {}", axis.logarithmic() ? "logarithmic" : "linear",
                       grouped(axis.first()), grouped(axis.last()));
  }

  std::string legend() const {
    const Strokes& with = strokes(ascii_);
    const std::string derived = fmt::format("  {} {} derived", with.derived_point, with.derived_body);
    return fmt::format("{} exact  {} about  {}{}{} from-to  {}{}{} at least  {}{}{} at most{}", with.point, with.about,
                       with.begin, with.body, with.end, with.begin, with.body, with.arrow_right, with.arrow_left,
                       with.body, with.end, options_.filter.derived ? derived : "");
  }

  void add_lane(Table& table, std::uint32_t lane, const PeopleAxis& axis) const {
    const auto is_of = [&](const Row& row) { return row.lane == lane; };
    const auto count = static_cast<std::uint64_t>(std::count_if(rows_.begin(), rows_.end(), is_of));
    const TimelineLane& of = timeline_.lanes[lane];
    const std::string all = counted(of.count, "claim");
    table.add_heading(shown(of.value), count == of.count ? all : fmt::format("{} of {}", count, all));
    for (const Row& row : rows_) {
      if (!is_of(row)) continue;
      std::vector<std::string> cells = row.cells;
      cells.insert(cells.begin() + before_axis, axis.drawn(row.interval, strokes(ascii_)));
      table.add_row(std::move(cells));
    }
  }

  const Timeline& timeline_;
  Field by_;
  const Options& options_;
  bool ascii_;
  std::vector<Row> rows_;
};

/// What the table cuts off, it marks by a character that is not ASCII.
std::string without_ellipses(std::string text) {
  constexpr std::string_view ellipsis = "…";
  for (std::size_t at = 0; (at = text.find(ellipsis, at)) != std::string::npos; ++at)
    text.replace(at, ellipsis.size(), ".");
  return text;
}

void print_left_out(std::ostream& out, const Timeline& timeline, const Style& style) {
  if (timeline.claims.size() == timeline.in_lanes) return;
  std::string what = counted(timeline.in_lanes - timeline.claims.size(), "more claim");
  if (timeline.lanes.size() < timeline.lanes_in_all)
    what +=
        fmt::format(", among them those of {}", counted(timeline.lanes_in_all - timeline.lanes.size(), "more lane"));
  out << '\n' << style.dim(fmt::format("({}; --limit all shows everything)", what)) << '\n';
}

}  // namespace

void print_timeline(std::ostream& out, const Timeline& timeline, Field by, const Options& options, const Page& page,
                    bool ascii) {
  std::ostringstream text;
  const std::string title = fmt::format("{}, by {}", claims_title(timeline.total, options), info(by).name);
  text << page.style.bold(ascii ? as_ascii(title) : title) << '\n';
  if (!timeline.claims.empty()) TimelineTable(timeline, by, options, ascii).print(text, page);
  print_left_out(text, timeline, page.style);
  out << (ascii ? without_ellipses(text.str()) : text.str());
}

}  // namespace averment::cli
