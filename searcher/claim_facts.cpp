// What comparisons need of a claim, from its record or from a value slot.
#include "searcher/claim_facts.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "searcher/calendar.hpp"
#include "store/report_values.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr std::int32_t long_ago = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t far_off = std::numeric_limits<std::int32_t>::max();

std::optional<double> number(const std::optional<std::uint64_t>& count) {
  return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

Bounds bounds_of(const PackedClaim& claim, const ComparisonOptions& options) {
  const bool counted = claim.low || claim.high;
  Bounds bounds{.low = number(counted ? claim.low : claim.derived_low),
                .high = number(counted ? claim.high : claim.derived_high)};
  bounds.approximate = claim.qualifier == Qualifier::approx;
  bounds.open_low = counted && claim.qualifier == Qualifier::more_than;
  bounds.open_high = counted && claim.qualifier == Qualifier::less_than;
  const double slack = bounds.approximate ? options.tolerance : 0;
  constexpr double rounding = 1e-6;  // What doubles lose must not take a whole person away.
  bounds.least = bounds.low ? std::ceil(*bounds.low * (1 - slack) - rounding) : 0;
  bounds.most = bounds.high ? std::floor(*bounds.high * (1 + slack) + rounding) : unlimited;
  return bounds;
}

/// Of a YYYYMMDD without zeros; what a calendar does not have is taken for its nearest month and day.
std::int32_t day_of(std::uint32_t number) {
  using namespace std::chrono;
  const year_month_day date(year(static_cast<int>(number / 10000)), month(std::clamp(number / 100 % 100, 1u, 12u)),
                            day(std::clamp(number % 100, 1u, 31u)));
  return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

/// The stated date of the event, or the days before the report; a report knows of nothing that comes after it.
Period period_of(std::uint32_t event_day, std::uint32_t published, std::uint32_t days_before) {
  Period period{long_ago, far_off};
  if (published != 0) period.last = day_of(last_day(published));
  if (event_day != 0) {
    period.first = day_of(first_day(event_day));
    period.last = std::max(period.first, std::min(period.last, day_of(last_day(event_day))));
  } else if (published != 0) {
    period.first = day_of(first_day(published)) - static_cast<std::int32_t>(days_before);
  }
  return period;
}

Bounds sum(const Bounds& a, const Bounds& b) {
  Bounds bounds;
  if (a.low && b.low) bounds.low = *a.low + *b.low;
  if (a.high && b.high) bounds.high = *a.high + *b.high;
  bounds.least = a.least + b.least;
  bounds.most = a.most + b.most;
  bounds.approximate = a.approximate || b.approximate;
  bounds.open_low = a.open_low || b.open_low;
  bounds.open_high = a.open_high || b.open_high;
  return bounds;
}

/// Of a side they may be at two places one of which lies in the other; told by their place alone, at that place.
std::optional<Reason> apart_in_place(const ClaimFacts& a, const ClaimFacts& b) {
  const PackedCounted& one = a.counted;
  const PackedCounted& other = b.counted;
  if (!a.told_by_side()) {
    if (one.place != 0 || other.place != 0)
      return one.place == other.place ? std::nullopt : std::optional(Reason::different_place);
    return a.report == b.report ? std::nullopt : std::optional(Reason::unknown_group);
  }
  const bool together = one.place == 0 || other.place == 0 || one.place == other.place || one.country == other.place ||
                        one.place == other.country;
  return together ? std::nullopt : std::optional(Reason::different_place);
}

std::optional<Reason> apart_in_group(const ClaimFacts& a, const ClaimFacts& b) {
  const PackedCounted& one = a.counted;
  const PackedCounted& other = b.counted;
  if (one.kind == 0 || other.kind == 0) return Reason::unknown_group;
  if (one.kind != other.kind || one.side != other.side) return Reason::different_group;
  if (one.part == other.part) return {};
  return one.part == 0 || other.part == 0 ? Reason::part_of_group : Reason::different_group;
}

std::optional<Reason> obstacle(const ClaimFacts& a, const ClaimFacts& b, double gap, double scale) {
  if (a.modality != Modality::asserted || b.modality != Modality::asserted) return Reason::not_affirmed;
  if (a.category != b.category) return Reason::different_category;
  if (a.is_share || b.is_share) return Reason::share;
  if (!a.bounds.known() || !b.bounds.known()) return Reason::no_number;
  if (a.one_person || b.one_person) return Reason::one_person;
  if (const auto reason = apart(a, b)) return reason;
  if (a.report == b.report && a.source == b.source) return Reason::one_statement;
  if (a.told_by_report_alone() && (a.origin == 0 || b.origin == 0)) return Reason::unknown_group;
  if (gap > scale) return Reason::other_scale;
  return {};
}

double gap_between(const Bounds& a, const Bounds& b) {
  const Bounds& lower = a.last() <= b.last() ? a : b;
  const Bounds& upper = a.last() <= b.last() ? b : a;
  if (upper.first() <= lower.last()) return 1;
  return lower.last() == 0 ? unlimited : upper.first() / lower.last();
}

bool disjoint(const Bounds& a, const Bounds& b) { return a.most < b.least || b.most < a.least; }

std::optional<bool> same(std::uint64_t a, std::uint64_t b) {
  return a == 0 || b == 0 ? std::nullopt : std::optional(a == b);
}

bool is_later(const ClaimFacts& a, const ClaimFacts& b) {
  return a.published != 0 && b.published != 0 && a.published != b.published && a.report != b.report;
}

void relate(Comparison& comparison, const ClaimFacts& a, const ClaimFacts& b, double ratio) {
  const auto is = [&](Relation relation, Reason reason) {
    comparison.relation = relation;
    comparison.reason = reason;
  };
  if (a.bounds.states_the_same(b.bounds)) return is(Relation::same, Reason::same_bounds);
  const bool other_figure = a.bounds.low != b.bounds.low || a.bounds.high != b.bounds.high;
  if (comparison.same_origin == true && other_figure && is_later(a, b))
    return is(Relation::updates, Reason::later_report);
  if (disjoint(a.bounds, b.bounds)) return is(Relation::conflicting, Reason::disjoint);
  if (comparison.gap > ratio) return is(Relation::divergent, Reason::far_apart);
  is(Relation::compatible, Reason::overlap);
}

/// A whole country, at no date that is stated, tells of no event: people die all over it.
bool is_vast(const PackedClaim& claim) {
  return claim.counted.side == 0 && claim.counted.place == claim.counted.country && claim.event_day == 0;
}

}  // namespace

bool Bounds::states_the_same(const Bounds& other) const {
  return low == other.low && high == other.high && approximate == other.approximate && open_low == other.open_low &&
         open_high == other.open_high;
}

ClaimFacts facts_of(const ClaimRecord& record, const ComparisonOptions& options) {
  return facts_of(packed_claims({record.claim}).front(), schema::name_id(record.report),
                  schema::day_number(record.published), options);
}

ClaimFacts facts_of(const PackedClaim& claim, std::uint64_t report, std::uint32_t published,
                    const ComparisonOptions& options) {
  ClaimFacts facts;
  facts.category = claim.category;
  facts.modality = claim.modality;
  facts.bounds = bounds_of(claim, options);
  facts.is_share = claim.is_share && !claim.low && !claim.high && !(options.derived && facts.bounds.known());
  facts.one_person = claim.low == 1u && claim.high == 1u;
  facts.counted = claim.counted;
  facts.report = report;
  facts.source = claim.source;
  facts.origin = claim.nameless_source ? 0 : claim.source;
  facts.party = claim.source_party;
  facts.published = published;
  facts.dated = published != 0 || claim.event_day != 0;
  if (is_vast(claim)) facts.counted.place = facts.counted.country = 0;
  facts.period = period_of(claim.event_day, published, facts.told_by_side() ? options.days : options.event_days);
  return facts;
}

bool addable(const ClaimFacts& killed, const ClaimFacts& wounded) {
  return killed.category == Category::killed && wounded.category == Category::wounded &&
         killed.report == wounded.report && killed.source == wounded.source && killed.counted == wounded.counted &&
         killed.modality == wounded.modality && !killed.is_share && !wounded.is_share && killed.bounds.known() &&
         wounded.bounds.known() && killed.period.first <= wounded.period.last &&
         wounded.period.first <= killed.period.last;
}

ClaimFacts sum(const ClaimFacts& killed, const ClaimFacts& wounded) {
  ClaimFacts facts = killed;
  facts.category = Category::killed_or_wounded;
  facts.bounds = sum(killed.bounds, wounded.bounds);
  facts.one_person = false;
  facts.period = {std::max(killed.period.first, wounded.period.first),
                  std::min(killed.period.last, wounded.period.last)};
  return facts;
}

std::optional<Reason> apart(const ClaimFacts& a, const ClaimFacts& b) {
  if (const auto reason = apart_in_group(a, b)) return reason;
  if (const auto reason = apart_in_place(a, b)) return reason;
  if (a.period.last < b.period.first || b.period.last < a.period.first) return Reason::different_time;
  if (!a.told_by_side() && a.report != b.report && !(a.dated && b.dated)) return Reason::unknown_time;
  return {};
}

bool agree(const ClaimFacts& a, const ClaimFacts& b, double ratio) {
  if (a.is_share || b.is_share || !a.bounds.known() || !b.bounds.known()) return false;
  return a.bounds.states_the_same(b.bounds) ||
         (!disjoint(a.bounds, b.bounds) && gap_between(a.bounds, b.bounds) <= ratio);
}

Comparison compare(const ClaimFacts& a, const ClaimFacts& b, const ComparisonOptions& options) {
  Comparison comparison;
  comparison.same_party = same(a.party, b.party);
  comparison.same_origin = same(a.origin, b.origin);
  if (a.bounds.known() && b.bounds.known()) comparison.gap = gap_between(a.bounds, b.bounds);
  if (const auto reason = obstacle(a, b, comparison.gap, options.scale))
    comparison.reason = *reason;
  else
    relate(comparison, a, b, options.ratio);
  return comparison;
}

}  // namespace averment
