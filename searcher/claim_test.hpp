// One condition on one claim.
#pragma once

#include <cstdint>
#include <limits>

#include "averment/searcher.hpp"
#include "searcher/name_resolver.hpp"
#include "store/packing.hpp"

namespace averment {

struct ClaimTest {
  enum class Kind : std::uint8_t {
    category,
    source,
    source_written,
    via,
    group,
    place,
    rule,  ///< One of ids; 0 is absence.
    stake,
    no_event_date,
    event_dates,  ///< Wholly within [first_day, last_day].
    number        ///< Bounds within [least, most], as the filter's match says.
  };

  Kind kind = Kind::category;
  NameIds ids{};                              ///< Of a category or a stake: its number.
  std::uint32_t first_day = 0, last_day = 0;  ///< YYYYMMDD
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

  bool holds(const PackedClaim& claim, const ClaimFilter& filter) const;
};

/// The claim is one that the filter lets count at all.
bool counts(const PackedClaim& claim, const ClaimFilter& filter);

}  // namespace averment
