// Claims about the same people together: who says so, and who only repeats it.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "averment/searcher.hpp"
#include "searcher/comparable_claims.hpp"

namespace averment {

struct FoundCluster {
  std::vector<const Comparable*> members;               ///< In their group's order.
  std::vector<std::vector<const Comparable*>> figures;  ///< Any two claims of which agree, each in that order.
};

/// Clusters that hold a wanted claim. They point into `groups`, which are ComparableClaims'.
std::vector<FoundCluster> find_clusters(const std::vector<std::vector<Comparable>>& groups,
                                        const ComparisonOptions& options);

/// Reports by their numbers in the index → which of them are near-duplicates.
using CopiesOf = std::unordered_map<Xapian::docid, std::uint32_t>;

Support support_of(const std::vector<const Comparable*>& claims,
                   const std::vector<ComparableClaims::ReportFacts>& reports, const CopiesOf& copies);

}  // namespace averment
