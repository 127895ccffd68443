// One condition on one claim.
#include "searcher/claim_test.hpp"

#include <algorithm>

#include "searcher/calendar.hpp"

namespace averment {
namespace {

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

/// What a claim states of its number.
struct Bounds {
  std::optional<std::uint64_t> low, high;
  Qualifier qualifier = Qualifier::exact;

  bool open() const { return !low && !high; }
  /// The smallest and the greatest number that the claim allows.
  std::uint64_t smallest() const { return low ? *low + (qualifier == Qualifier::more_than && *low < unlimited) : 0; }
  std::uint64_t greatest() const { return high ? *high - (qualifier == Qualifier::less_than && *high > 0) : unlimited; }
};

Bounds bounds_of(const PackedClaim& claim, bool derived) {
  Bounds bounds{claim.low, claim.high, claim.qualifier};
  if (bounds.open() && derived) bounds = {claim.derived_low, claim.derived_high, Qualifier::range};
  return bounds;
}

bool number_holds(const ClaimTest& test, const PackedClaim& claim, const ClaimFilter& filter) {
  const Bounds bounds = bounds_of(claim, filter.derived);
  // Nothing is known of a share's count, and of "dozens" only that there is one.
  if (bounds.open()) return !claim.is_share && filter.match == Match::possible;
  const auto within = [&](std::uint64_t number) { return test.least <= number && number <= test.most; };
  switch (filter.match) {
    case Match::stated:
      return (bounds.low && within(*bounds.low)) || (bounds.high && within(*bounds.high));
    case Match::certain:
      return test.least <= bounds.smallest() && bounds.greatest() <= test.most;
    case Match::possible:
      return bounds.smallest() <= test.most && test.least <= bounds.greatest();
  }
  return false;
}

bool dates_hold(const ClaimTest& test, const PackedClaim& claim) {
  return claim.event_day != 0 && test.first_day <= first_day(claim.event_day) &&
         last_day(claim.event_day) <= test.last_day;
}

bool via_holds(const ClaimTest& test, const PackedClaim& claim) {
  if (claim.via.empty()) return contains(test.ids, 0);
  return std::any_of(claim.via.begin(), claim.via.end(), [&](std::uint64_t id) { return contains(test.ids, id); });
}

}  // namespace

bool counts(const PackedClaim& claim, const ClaimFilter& filter) {
  return !filter.modality || claim.modality == *filter.modality;
}

bool ClaimTest::holds(const PackedClaim& claim, const ClaimFilter& filter) const {
  switch (kind) {
    case Kind::category:
      return contains(ids, static_cast<std::uint64_t>(claim.category));
    case Kind::source:
      return contains(ids, claim.source);
    case Kind::source_written:
      return contains(ids, claim.source_written);
    case Kind::via:
      return via_holds(*this, claim);
    case Kind::group:
      return contains(ids, claim.group);
    case Kind::place:
      return contains(ids, claim.place);
    case Kind::rule:
      return contains(ids, claim.rule);
    case Kind::stake:
      return contains(ids, static_cast<std::uint64_t>(claim.stake));
    case Kind::no_event_date:
      return claim.event_date == 0;
    case Kind::event_dates:
      return dates_hold(*this, claim);
    case Kind::number:
      return number_holds(*this, claim, filter);
  }
  return false;
}

}  // namespace averment
