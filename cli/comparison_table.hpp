// Compared claims as tables.
#pragma once

#include <ostream>
#include <string>

#include "averment/comparison.hpp"
#include "cli/claim_table.hpp"

namespace averment::cli {

/// How many pairs or clusters a table shows where --limit does not say.
inline constexpr std::uint32_t default_pairs = 50;
inline constexpr std::uint32_t default_pairs_of_records = 1'000'000;
inline constexpr std::uint32_t default_pairs_of_group = 10;
inline constexpr std::uint32_t default_clusters = 30;
inline constexpr std::uint32_t default_figures = 6;

/// "soldiers of North Korea, killed"
std::string people_text(Category category, const Counted& counted);

/// "tolerance 10 %, ratio 1.25, scale 100, ..."
std::string comparison_text(const ComparisonOptions& options);

void print_pairs(std::ostream& out, const ConflictAnswer& answer, const Options& options, const Page& page);
void print_clusters(std::ostream& out, const CorroborationAnswer& answer, const Options& options, const Page& page);

/// Who else says so, who repeats it, who differs.
void print_related(std::ostream& out, const RelatedClaims& related, const Style& style);

}  // namespace averment::cli
