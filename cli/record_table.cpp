// A table of chosen keys of records: what --fields asks for.
#include "cli/record_table.hpp"

#include "cli/record_writer.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {
namespace {

bool all_numbers(const std::vector<Json>& records, const std::string& key) {
  return std::all_of(records.begin(), records.end(), [&](const Json& record) {
    const auto found = record.find(key);
    return found == record.end() || found->is_number() || found->is_null();
  });
}

}  // namespace

void print_record_table(std::ostream& out, const std::vector<Json>& records, const Options& options) {
  std::vector<Column> columns;
  for (const std::string& field : options.fields)
    columns.push_back({.title = field,
                       .align = all_numbers(records, field) ? Column::Align::right : Column::Align::left,
                       .importance = static_cast<unsigned>(1 + options.fields.size() - columns.size())});
  Table table(std::move(columns));
  for (const Json& record : records) {
    const Json selected = selected_fields(record, options.fields);
    std::vector<std::string> cells;
    for (const std::string& field : options.fields) cells.push_back(cell_text(selected.at(field)));
    table.add_row(std::move(cells));
  }
  table.print(out, output_width(process_environment()), output_style(options));
}

}  // namespace averment::cli
