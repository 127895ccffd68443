// What comparisons need of a claim, from its record or from a value slot.
#pragma once

#include <cstdint>
#include <optional>

#include "averment/answer.hpp"
#include "averment/comparison.hpp"
#include "store/packing.hpp"

namespace averment {

/// What a claim states, and what it allows.
struct Bounds {
  std::optional<double> low, high;  ///< As stated.
  double least = 0, most = 0;       ///< What it allows: approximations widened; news say "more than 4,000" of 4,000.
  bool approximate = false;
  bool open_low = false, open_high = false;  ///< "more than", "less than".

  bool known() const { return low || high; }
  /// The smallest and the greatest number that it states.
  double first() const { return low ? *low : high.value_or(0); }
  double last() const { return high ? *high : low.value_or(0); }
  bool states_the_same(const Bounds& other) const;
};

/// Days since 1970, inclusive.
struct Period {
  std::int32_t first, last;
};

struct ClaimFacts {
  Category category = Category::killed;
  Modality modality = Modality::asserted;
  Bounds bounds{};
  bool is_share = false;  ///< And no count is known of it.
  bool one_person = false;
  PackedCounted counted{};
  std::uint64_t report = 0;
  std::uint64_t source = 0, origin = 0, party = 0;  ///< 0: none, or not known.
  std::uint32_t published = 0;                      ///< YYYYMMDD; 0: unknown.
  Period period{};
  bool dated = false;  ///< The period is known.

  /// Which people: of a side, or else at a place.
  bool told_by_side() const { return counted.side != 0; }
  /// Two parties that a report sets against each other speak of the same people; the report itself may turn to others.
  bool told_by_report_alone() const { return !told_by_side() && counted.place == 0; }
};

ClaimFacts facts_of(const ClaimRecord& record, const ComparisonOptions& options);
/// `report`: any number of its own; `published`: YYYYMMDD, 0: unknown.
ClaimFacts facts_of(const PackedClaim& claim, std::uint64_t report, std::uint32_t published,
                    const ComparisonOptions& options);

/// See averment::addable.
bool addable(const ClaimFacts& killed, const ClaimFacts& wounded);
ClaimFacts sum(const ClaimFacts& killed, const ClaimFacts& wounded);

/// Why the two are not about the same people at the same place and time, whatever their figures; empty: they are.
std::optional<Reason> apart(const ClaimFacts& a, const ClaimFacts& b);

/// Their figures are the same or compatible, whatever they are about.
bool agree(const ClaimFacts& a, const ClaimFacts& b, double ratio);

Comparison compare(const ClaimFacts& a, const ClaimFacts& b, const ComparisonOptions& options);

}  // namespace averment
