// Prints facets: a field's values with their counts.
#include "cli/facet_printer.hpp"

#include <fmt/format.h>

#include "cli/table.hpp"

namespace averment::cli {

void print_facet(std::ostream& out, const Facet& facet, std::string_view counted_noun, std::uint32_t limit,
                 std::size_t width, const Style& style) {
  Table table({{.title = std::string(info(facet.field).name), .least = 20, .importance = 0},
               {.title = fmt::format("{}s", counted_noun), .align = Column::Align::right, .importance = 0}});
  std::uint64_t left_out = 0;
  std::size_t shown = 0;
  for (const FacetValue& value : facet.values) {
    if (shown < limit) {
      table.add_row({value.value, grouped(value.count)});
      ++shown;
    } else {
      left_out += value.count;
    }
  }
  table.print(out, width, style);
  if (shown < facet.values.size())
    out << style.dim(fmt::format("(left out: {} with a count of {}; --limit all)",
                                 counted(facet.values.size() - shown, "value"), grouped(left_out)))
        << '\n';
}

Json facets_json(const std::vector<Facet>& facets) {
  Json list = Json::array();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) values.push_back({{"value", value.value}, {"count", value.count}});
    list.push_back({{"field", info(facet.field).name}, {"values", values}});
  }
  return list;
}

}  // namespace averment::cli
