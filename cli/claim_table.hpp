// Claims as tables: one below the other, in groups, or counted by two fields.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "averment/searcher.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {

/// How much a table shows where --limit does not say.
inline constexpr std::uint32_t default_claims = 100;
inline constexpr std::uint32_t default_groups = 50;
inline constexpr std::uint32_t default_claims_of_group = 20;

struct Page {
  std::size_t width = 110;
  Style style;
};

/// Whom the text credits, or "(none)".
std::string source_text(const ClaimRecord& record);

/// What standard output takes.
Page page_for(const Options& options);

/// "27 asserted claims", "3 claims" where all modalities are shown; then " for QUERY".
std::string claims_title(std::uint64_t total, const Options& options);

void print_claims(std::ostream& out, const ClaimAnswer& answer, const Options& options, const Page& page);

/// What print_groups shows.
GroupOptions groups_for_table(const Options& options);

/// Each group's value and count, its claims under it, and lines for what is left out.
void print_groups(std::ostream& out, const GroupedClaims& grouped, Field by, const Options& options, const Page& page);

/// Rows and columns with their sums; columns that have no room are summed up as (others).
void print_cross(std::ostream& out, const std::vector<CrossCount>& counts, Field row, const Options& options,
                 const Page& page);

}  // namespace averment::cli
