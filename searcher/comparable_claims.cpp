// The claims of an index put where each meets all that it may be compared with, and few others.
#include "searcher/comparable_claims.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>

#include "searcher/claim_test.hpp"
#include "searcher/deadline.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

/// Numbers mixed into one: which of two groups of claims are taken for one by chance is sorted out by comparing.
std::uint64_t mixed(std::initializer_list<std::uint64_t> numbers) {
  std::uint64_t mix = 0x9E3779B97F4A7C15;
  for (const std::uint64_t number : numbers) {
    mix = (mix ^ number) * 0xBF58476D1CE4E5B9;
    mix ^= mix >> 29;
  }
  return mix;
}

/// Which people, as far as a side, a place or a report tells.
std::uint64_t whose(const ClaimFacts& facts) {
  if (facts.told_by_side()) return mixed({1, facts.counted.side});
  return facts.counted.place != 0 ? mixed({2, facts.counted.place}) : mixed({3, facts.report});
}

/// Killed, wounded, and killed or wounded.
Category family(Category category) {
  return category == Category::wounded || category == Category::killed_or_wounded ? Category::killed : category;
}

/// Who says it of whom, in one report.
using Statement = std::array<std::uint64_t, 6>;

Statement statement(const ClaimFacts& facts) {
  const PackedCounted& counted = facts.counted;
  return {facts.source, counted.kind, counted.part, counted.side, counted.place, counted.country};
}

struct KilledAndWounded {
  std::size_t killed = 0;            ///< How many claims.
  std::vector<std::size_t> wounded;  ///< Which.
};

std::uint64_t outlet_of(const MatchedReport& report) {
  std::vector<std::uint64_t> outlets;
  unpack_values(report.value(schema::slot::facets), Field::outlet, outlets);
  return outlets.empty() ? 0 : outlets.front();
}

}  // namespace

std::uint64_t ComparableClaims::key(const ClaimFacts& facts) const {
  if (scope_ == Scope::everything) return mixed({static_cast<std::uint64_t>(family(facts.category)), whose(facts)});
  return mixed({static_cast<std::uint64_t>(facts.category), facts.counted.kind, facts.counted.part, whose(facts)});
}

bool ComparableClaims::in_scope(const ClaimFacts& facts) const {
  if (scope_ == Scope::everything) return true;
  const bool told = facts.counted.kind != 0 && !facts.one_person && facts.modality == Modality::asserted;
  if (scope_ == Scope::mentions) return told;
  return told && facts.bounds.known() && !facts.is_share && !(facts.told_by_report_alone() && facts.origin == 0);
}

std::vector<Comparable> ComparableClaims::comparables(const MatchedReport& report,
                                                      const std::vector<PackedClaim>& claims) const {
  const std::uint32_t published = published_day(report);
  std::vector<Comparable> all;
  for (std::uint32_t place = 0; place < claims.size(); ++place)
    if (counts(claims[place], filter_))
      all.push_back({facts_of(claims[place], report.number(), published, options_), {report.number(), place}, {}});
  if (scope_ != Scope::mentions) add_sums(all);
  std::erase_if(all, [this](const Comparable& one) { return !in_scope(one.facts); });
  return all;
}

/// "300 killed and 2,700 wounded": the number of the wounded that follows, or the only one that there is.
void ComparableClaims::add_sums(std::vector<Comparable>& all) const {
  const std::size_t size = all.size();
  std::map<Statement, KilledAndWounded> by_statement;
  for (std::size_t i = 0; i < size; ++i) {
    if (all[i].facts.category == Category::killed) ++by_statement[statement(all[i].facts)].killed;
    if (all[i].facts.category == Category::wounded) by_statement[statement(all[i].facts)].wounded.push_back(i);
  }
  const auto only_one = [&](std::size_t i) -> std::optional<std::size_t> {
    const KilledAndWounded& of = by_statement[statement(all[i].facts)];
    std::vector<std::size_t> wounded;
    if (of.killed == 1)
      std::copy_if(of.wounded.begin(), of.wounded.end(), std::back_inserter(wounded),
                   [&](std::size_t k) { return addable(all[i].facts, all[k].facts); });
    return wounded.size() == 1 ? std::optional(wounded.front()) : std::nullopt;
  };
  for (std::size_t i = 0; i < size; ++i) {
    if (all[i].facts.category != Category::killed) continue;
    const bool follows = i + 1 < size && addable(all[i].facts, all[i + 1].facts);
    const std::optional<std::size_t> added = follows ? i + 1 : only_one(i);
    if (!added) continue;
    Comparable sum_of_both{sum(all[i].facts, all[*added].facts), all[i].claim, all[*added].claim.place};
    all.push_back(std::move(sum_of_both));
  }
}

void ComparableClaims::mark(std::vector<Comparable>& all, const std::vector<std::uint32_t>& places) const {
  const auto chosen = [&](std::uint32_t place) { return std::binary_search(places.begin(), places.end(), place); };
  for (Comparable& one : all) one.wanted = chosen(one.claim.place) || (one.added && chosen(*one.added));
}

void ComparableClaims::want(const MatchedReport& report, const std::vector<PackedClaim>& claims,
                            const std::vector<std::uint32_t>& places) {
  if (places.empty()) return;
  std::vector<Comparable> all = comparables(report, claims);
  mark(all, places);
  for (const Comparable& one : all)
    if (one.wanted) keys_.insert(key(one.facts));
  wanted_.emplace(report.number(), places);
}

void ComparableClaims::add(const MatchedReport& report, const std::vector<PackedClaim>& claims) {
  std::vector<Comparable> all = comparables(report, claims);
  const auto wanted = wanted_.find(report.number());
  if (wanted != wanted_.end()) mark(all, wanted->second);
  std::erase_if(all, [this](const Comparable& one) { return !keys_.contains(key(one.facts)); });
  if (all.empty()) return;
  for (Comparable& one : all) {
    one.report = static_cast<std::uint32_t>(reports_.size());
    groups_[key(one.facts)].push_back(one);
  }
  reports_.push_back({report.number(), report.value(schema::slot::report), outlet_of(report), published_day(report)});
}

bool ComparableClaims::before(const Comparable& a, const Comparable& b) const {
  const auto order = [this](const Comparable& one) {
    const ReportFacts& report = reports_[one.report];
    const std::uint32_t day = report.published == 0 ? std::numeric_limits<std::uint32_t>::max() : report.published;
    return std::tuple(day, std::string_view(report.id), index_.shard_of(report.number), one.claim.place,
                      one.added.has_value());
  };
  return order(a) < order(b);
}

std::vector<std::vector<Comparable>> ComparableClaims::groups() {
  std::vector<std::vector<Comparable>> groups;
  for (auto& [key, members] : groups_) {
    sort_in_time(members, [this](const Comparable& a, const Comparable& b) { return before(a, b); });
    groups.push_back(std::move(members));
  }
  groups_.clear();
  sort_in_time(groups, [this](const auto& a, const auto& b) { return before(a[0], b[0]); });
  return groups;
}

}  // namespace averment
