// Records of reports and their near-duplicates.
#pragma once

#include <xapian.h>

#include <vector>

#include "averment/answer.hpp"
#include "searcher/index_view.hpp"

namespace averment {

/// See Searcher::copies and Searcher::duplicates.
std::vector<CopyRecord> copies_of(IndexView& index, Xapian::docid report);
std::vector<CopyCluster> copy_clusters(IndexView& index, const std::vector<Xapian::docid>& reports);

}  // namespace averment
