// Which reports are copies of one another.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searcher/index_view.hpp"

namespace averment {

/// One cluster number for each report given (in IndexView::database()), equal for copies.
std::vector<std::uint32_t> near_duplicate_clusters(IndexView& index, const std::vector<Xapian::docid>& reports);

}  // namespace averment
