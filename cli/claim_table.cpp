// Claims as tables: one below the other, in groups, or counted by two fields.
#include "cli/claim_table.hpp"

#include <fmt/format.h>

#include "cli/figure_text.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

using Align = Column::Align;

/// A column of claims. `tells`: the field it shows, which makes it needless where claims are grouped by that.
struct ClaimColumn {
  Column column;
  std::optional<Field> tells;
  std::string (*text)(const ClaimRecord&, const Options&);
};

std::string or_absent(const std::string& text, Field field) {
  return text.empty() ? std::string(info(field).absent) : text;
}

std::string source_cell(const ClaimRecord& record, const Options&) { return source_text(record); }

std::string via_text(const ClaimRecord& record, const Options&) {
  std::string names;
  if (record.claim.source)
    for (const std::string& via : record.claim.source->via) names += (names.empty() ? "" : " < ") + via;
  return names;
}

std::string category_text(const ClaimRecord& record, const Options&) {
  return std::string(name_of(record.claim.category));
}

std::vector<ClaimColumn> claim_columns() {
  return {
      {{.title = "category", .least = 17, .importance = 0}, Field::category, category_text},
      {{.title = "figure", .align = Align::right, .least = 10, .importance = 0},
       {},
       [](const ClaimRecord& record, const Options& o) { return figure_text(record, o.filter.derived); }},
      {{.title = "group", .least = 16, .importance = 7},
       Field::group,
       [](const ClaimRecord& record, const Options&) {
         return record.claim.group.empty() ? record.claim.group_name : record.claim.group;
       }},
      {{.title = "modality", .least = 8, .importance = 8},
       {},
       [](const ClaimRecord& record, const Options&) { return std::string(name_of(record.claim.modality)); }},
      {{.title = "source", .least = 16, .importance = 9}, Field::source, source_cell},
      {{.title = "via", .least = 10, .importance = 1, .only_if_filled = true}, Field::via, via_text},
      {{.title = "outlet", .least = 12, .importance = 5},
       Field::outlet,
       [](const ClaimRecord& record, const Options&) { return or_absent(record.outlet, Field::outlet); }},
      {{.title = "date", .least = 10, .importance = 6},
       Field::date,
       [](const ClaimRecord& record, const Options&) { return record.published.substr(0, 10); }},
      {{.title = "report", .least = 20, .importance = 4, .cut = Cut::start},
       {},
       [](const ClaimRecord& record, const Options&) { return record.report; }},
  };
}

ClaimColumn sentence_column() {
  return {{.title = "sentence", .least = 20, .importance = 2, .place = Column::Place::beneath},
          {},
          [](const ClaimRecord& record, const Options&) { return record.sentence; }};
}

bool one_modality(const Options& options) { return options.filter.modality.has_value(); }

std::vector<ClaimColumn> columns_for(const Options& options, std::optional<Field> grouped_by) {
  std::vector<ClaimColumn> columns = claim_columns();
  std::erase_if(columns, [&](const ClaimColumn& column) {
    if (column.column.title == "modality") return one_modality(options);
    if (column.column.title == "via" && !grouped_by) return true;
    return grouped_by && column.tells == grouped_by;
  });
  if (!grouped_by) columns.push_back(sentence_column());
  return columns;
}

Table table_of(const std::vector<ClaimColumn>& columns) {
  std::vector<Column> layout;
  for (const ClaimColumn& column : columns) layout.push_back(column.column);
  return Table(std::move(layout));
}

void add_claim(Table& table, const std::vector<ClaimColumn>& columns, const ClaimRecord& record,
               const Options& options) {
  std::vector<std::string> cells;
  for (const ClaimColumn& column : columns) cells.push_back(column.text(record, options));
  table.add_row(std::move(cells));
}

void print_left_out(std::ostream& out, const std::string& what, const Style& style) {
  out << style.dim(fmt::format("({}; --limit all shows everything)", what)) << '\n';
}

}  // namespace

std::string source_text(const ClaimRecord& record) {
  const std::optional<Attribution>& source = record.claim.source;
  return source ? source->called() : or_absent("", Field::source);
}

Page page_for(const Options& options) { return {output_width(process_environment()), output_style(options)}; }

std::string claims_title(std::uint64_t total, const Options& options) {
  const std::string adjective =
      one_modality(options) ? fmt::format("{} ", name_of(*options.filter.modality)) : std::string();
  const std::string query = options.query.empty() ? "" : fmt::format(" for {}", one_line(options.query));
  return counted(total, adjective + "claim") + query;
}

void print_claims(std::ostream& out, const ClaimAnswer& answer, const Options& options, const Page& page) {
  out << page.style.bold(claims_title(answer.total, options)) << "\n\n";
  const std::vector<ClaimColumn> columns = columns_for(options, {});
  Table table = table_of(columns);
  for (const ClaimRecord& record : answer.hits) add_claim(table, columns, record, options);
  if (!table.empty()) table.print(out, page.width, page.style);
  const std::uint64_t shown = options.offset + answer.hits.size();
  if (shown < answer.total) print_left_out(out, counted(answer.total - shown, "more claim"), page.style);
}

GroupOptions groups_for_table(const Options& options) {
  GroupOptions wanted;
  if (options.limit != no_limit) wanted.groups = default_groups;
  wanted.claims = options.limit.value_or(default_claims_of_group);
  wanted.lines = true;
  wanted.filter = options.filter;
  return wanted;
}

void print_groups(std::ostream& out, const GroupedClaims& grouped, Field by, const Options& options, const Page& page) {
  const std::vector<ClaimColumn> columns = columns_for(options, by);
  Table table = table_of(columns);
  std::uint64_t taken = 0;
  for (const ClaimGroup& group : grouped.largest) {
    const std::string all = counted(group.count, "claim");
    table.add_heading(group.value,
                      group.claims.size() == group.count ? all : fmt::format("{} of {}", group.claims.size(), all));
    for (const ClaimRecord& claim : group.claims) add_claim(table, columns, claim, options);
    taken += group.claims.size();
  }
  table.print(out, page.width, page.style);
  if (taken == grouped.in_groups) return;
  out << '\n';
  std::string what = counted(grouped.in_groups - taken, "more claim");
  if (grouped.largest.size() < grouped.groups)
    what += fmt::format(", among them those of {}", counted(grouped.groups - grouped.largest.size(), "more group"));
  print_left_out(out, what, page.style);
}

}  // namespace averment::cli
