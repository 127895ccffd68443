// What every report has in a field of one value, kept in memory: counting a frequent word's reports by it takes no
// reading at all.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/match_walk.hpp"

namespace averment {

/// For each of IndexView::shards() and each document's number there, a place in `values`.
struct FacetColumn {
  std::vector<std::uint64_t> values;  ///< Ids as facets count them; 0 comes first and stands for absence.
  std::vector<std::vector<std::uint32_t>> places;
};

class FacetColumns {
 public:
  /// For `matches` reports to be counted. Null: the field has several values a report, or to read those few is quicker.
  const FacetColumn* find(const IndexView& index, Field field, std::uint64_t matches);

 private:
  std::string revision_;
  std::map<Field, FacetColumn> columns_;
  std::map<Field, std::uint64_t> asked_;  // Reports counted without a column so far.
};

/// The values of a report's own field, as ids; 0: it has none.
void values_of_report(Field field, const MatchedReport& report, IndexView& index, std::vector<std::uint64_t>& values);

}  // namespace averment
