// The reports that come first.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searcher/best_scored.hpp"
#include "searcher/facet_columns.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"

namespace averment {

/// Places offset to offset + limit of the reports of the sets, one for each of index.shards(), by how well they match
/// the query; ties by report id.
std::vector<RankedReport> rank_by_relevance(const IndexView& index, const Xapian::Query& query,
                                            const std::vector<MatchSet>& sets, std::uint32_t offset,
                                            std::uint32_t limit);

/// The same, the latest day first, unknown ones last.
std::vector<RankedReport> rank_by_date(const IndexView& index, const Xapian::Query& query,
                                       const std::vector<MatchSet>& sets, FacetColumns& columns, std::uint32_t offset,
                                       std::uint32_t limit);

}  // namespace averment
