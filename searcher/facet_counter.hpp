// Counts the values of fields over reports or claims.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "averment/answer.hpp"
#include "averment/searcher.hpp"
#include "searcher/facet_columns.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_walk.hpp"
#include "store/packing.hpp"

namespace averment {

/// @throws QueryError if the field is no facet of what is counted.
void check_facet(Field field, Of of);

/// Of one claim: its own values and its report's, as ids; 0: it has none.
void values_of_claim(Field field, const PackedClaim& claim, const MatchedReport& report, IndexView& index,
                     std::vector<std::uint64_t>& values);

/// A value as facets print it.
std::string value_name(IndexView& index, Field field, std::uint64_t id);

class FacetCounter {
 public:
  FacetCounter(IndexView& index, const std::vector<Field>& fields, const ClaimFilter& filter)
      : index_(index), filter_(filter) {
    for (const Field field : fields) counts_.push_back({field, {}});
  }

  bool wanted() const { return !counts_.empty(); }

  /// A report has the values of its own fields, and those of its claims that the filter lets count.
  void add_reports(const std::vector<MatchSet>& sets, FacetColumns& columns);
  void add_claims(const MatchedReport& report, const std::vector<PackedClaim>& claims,
                  const std::vector<std::uint32_t>& places);

  std::vector<Facet> facets() const;

 private:
  struct Count {
    Field field;
    std::unordered_map<std::uint64_t, std::uint64_t> of_value;
  };

  void add_column(Count& count, const FacetColumn& column, const std::vector<MatchSet>& sets);
  void add_report(Count& count, const MatchedReport& report, const std::vector<PackedClaim>& claims);

  IndexView& index_;
  ClaimFilter filter_;
  std::vector<Count> counts_;
  std::vector<std::uint64_t> values_;  // Kept for its memory.
};

/// Counts claims by two fields at once.
class CrossCounter {
 public:
  CrossCounter(IndexView& index, Field row, Field column) : index_(index), row_(row), column_(column) {}

  void add_claims(const MatchedReport& report, const std::vector<PackedClaim>& claims,
                  const std::vector<std::uint32_t>& places);
  std::vector<CrossCount> counts() const;

 private:
  IndexView& index_;
  Field row_, column_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> counts_;
};

}  // namespace averment
