// How well a document matches: BM25, as Xapian computes it by default.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "searcher/best_scored.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"
#include "searcher/posting_lists.hpp"

namespace averment {

/// What gives weight in the query. Empty: it has parts whose weight only Xapian knows.
std::optional<std::vector<WeighedTerm>> weighed_terms(const Xapian::Query& query);

/// Gives each document of the sets to `best`, by its number in IndexView::database(), with its score.
void score(const IndexView& index, const std::vector<WeighedTerm>& terms, const std::vector<MatchSet>& sets,
           BestScored& best);

}  // namespace averment
