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
#include "searcher/index_view.hpp"
#include "store/packing.hpp"

namespace averment {

/// @throws QueryError if the field is no facet of what is counted.
void check_facet(Field field, Of of);

/// The report that a value is counted of, and the index that it stands in.
struct CountedReport {
  const Xapian::Document& document;
  IndexView& index;
};

/// Of one claim: its own values and its report's, as ids; 0: it has none.
void values_of_claim(Field field, const PackedClaim& claim, const CountedReport& report,
                     std::vector<std::uint64_t>& values);

/// A value as facets print it.
std::string value_name(IndexView& index, Field field, std::uint64_t id);

class FacetCounter {
 public:
  FacetCounter(const std::vector<Field>& fields, const ClaimFilter& filter) : filter_(filter) {
    for (const Field field : fields) counts_.push_back({field, {}});
  }

  bool wanted() const { return !counts_.empty(); }

  /// A report has the values of its own fields, and those of its claims that the filter lets count.
  void add_report(const CountedReport& report);
  void add_claim(const PackedClaim& claim, const CountedReport& report);

  std::vector<Facet> facets(IndexView& index) const;

 private:
  struct Count {
    Field field;
    std::unordered_map<std::uint64_t, std::uint64_t> of_value;
  };

  ClaimFilter filter_;
  std::vector<Count> counts_;
  std::vector<std::uint64_t> values_;  // Kept for its memory.
};

/// Counts claims by two fields at once.
class CrossCounter {
 public:
  CrossCounter(Field row, Field column) : row_(row), column_(column) {}

  void add_claim(const PackedClaim& claim, const CountedReport& report);
  std::vector<CrossCount> counts(IndexView& index) const;

 private:
  Field row_, column_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> counts_;
};

}  // namespace averment
