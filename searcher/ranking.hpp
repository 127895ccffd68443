// The reports that come first.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searcher/facet_columns.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"

namespace averment {

struct RankedReport {
  Xapian::docid number = 0;  ///< In IndexView::database().
  double score = 0;
};

/// How many match, as far as ranking has looked.
struct Ranking {
  std::vector<RankedReport> reports;
  std::uint64_t total = 0;
  bool total_is_exact = false;
};

/// Places offset to offset + limit of the ranking by relevance, ties by report id. At least `count_to` matches are
/// looked at to tell the total.
Ranking rank_by_relevance(const IndexView& index, const Xapian::Query& query, std::uint32_t offset, std::uint32_t limit,
                          std::uint32_t count_to);

/// The same of the reports of the sets, the latest day first, unknown ones last, ties by report id.
std::vector<RankedReport> rank_by_date(const IndexView& index, const Xapian::Query& query,
                                       const std::vector<MatchSet>& sets, FacetColumns& columns, std::uint32_t offset,
                                       std::uint32_t limit);

}  // namespace averment
