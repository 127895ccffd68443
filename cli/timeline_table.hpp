// A timeline as a table: lanes of claims by date, their intervals drawn on one axis.
#pragma once

#include <ostream>

#include "averment/searcher.hpp"
#include "cli/claim_table.hpp"
#include "cli/options.hpp"

namespace averment::cli {

/// `ascii`: no other character is printed.
void print_timeline(std::ostream& out, const Timeline& timeline, Field by, const Options& options, const Page& page,
                    bool ascii);

}  // namespace averment::cli
