// How well a document matches: BM25, as Xapian computes it by default.
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"

namespace averment {

/// What gives weight in a query: a term, or several that stand for one word.
using WeighedTerm = std::vector<std::string>;

/// Empty: the query has parts whose weight only Xapian knows.
std::optional<std::vector<WeighedTerm>> weighed_terms(const Xapian::Query& query);

/// Visits each document of the sets, by its number in IndexView::database(), with its score.
void each_score(const IndexView& index, const std::vector<WeighedTerm>& terms, const std::vector<MatchSet>& sets,
                const std::function<void(Xapian::docid, double)>& visit);

}  // namespace averment
