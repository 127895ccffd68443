// Which reports are copies of one another, syndicated or lightly edited: clusters of near-duplicates.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "language/search_analyzer.hpp"
#include "searcher/index_view.hpp"

namespace averment {

/// Reports that share so many of their runs of four words, or more, are near-duplicates.
inline constexpr double near_duplicate_share = 0.6;

/// One cluster number for each report given (in IndexView::database()), equal for near-duplicates and for what they
/// join. Whatever the order of indexing, the same reports make the same clusters. Candidates are found by what the
/// reports' fingerprints agree in, never by comparing all pairs.
std::vector<std::uint32_t> near_duplicate_clusters(IndexView& index, const std::vector<Xapian::docid>& reports);

/// Those that are likely to be copies of the report, itself among them: to be compared.
std::vector<Xapian::docid> likely_copies(IndexView& index, Xapian::docid report);

/// Compares reports word by word.
class RunReader {
 public:
  explicit RunReader(IndexView& index) : index_(index) {}
  std::vector<std::uint64_t> of(Xapian::docid report);

 private:
  IndexView& index_;
  SearchAnalyzer analyzer_{};
};

}  // namespace averment
