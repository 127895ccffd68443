// Prints facets: a field's values with their counts.
#pragma once

#include <ostream>
#include <string_view>
#include <vector>

#include "averment/answer.hpp"
#include "cli/records.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {

/// A table of values and counts, at most `limit` of them, and a line for what is left out.
void print_facet(std::ostream& out, const Facet& facet, std::string_view counted_noun, std::uint32_t limit,
                 std::size_t width, const Style& style);

/// [{"field": ..., "values": [{"value", "count"}]}]: what a JSON answer has under "facets".
Json facets_json(const std::vector<Facet>& facets);

}  // namespace averment::cli
