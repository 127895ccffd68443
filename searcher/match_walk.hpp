// Every report that a Xapian query matches, without ranking.
#pragma once

#include <xapian.h>

#include <functional>

#include "searcher/index_view.hpp"

namespace averment {

/// Visits a matching report and its number in index.database(); of several indexes, one after the other. The document
/// is valid during the visit only, and knows its values and data, but of several indexes not its number.
void walk_matches(const IndexView& index, const Xapian::Query& query,
                  const std::function<void(const Xapian::Document&, Xapian::docid)>& visit);

std::uint64_t count_matches(const IndexView& index, const Xapian::Query& query);

}  // namespace averment
