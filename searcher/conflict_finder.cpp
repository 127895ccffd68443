// Pairs of comparable claims, with how far apart they are.
#include "searcher/conflict_finder.hpp"

#include <algorithm>

#include "searcher/by_time.hpp"
#include "searcher/first_ones.hpp"

namespace averment {
namespace {

constexpr std::uint64_t slack = 2;  // times as many as are wanted are held before the narrowest go

bool asks_for(const ConflictOptions& options, Relation relation) {
  if (options.relations.empty()) return relation != Relation::not_comparable;
  return std::find(options.relations.begin(), options.relations.end(), relation) != options.relations.end();
}

/// Pointers into one group ascend in its order.
bool wider(const FoundPair& x, const FoundPair& y) {
  if (x.comparison.gap != y.comparison.gap) return x.comparison.gap > y.comparison.gap;
  return x.a != y.a ? x.a < y.a : x.b < y.b;
}

/// Of two sums their parts are compared; a sum that cannot be compared is nobody's statement.
bool says_nothing(const Comparable& a, const Comparable& b, const Comparison& comparison) {
  return (a.added && b.added) || ((a.added || b.added) && comparison.relation == Relation::not_comparable);
}

class Finder {
 public:
  explicit Finder(const ConflictOptions& options) : options_(options) {}

  void add(const std::vector<Comparable>& members) {
    FoundPairs::Group group;
    least_gap_ = 0;
    const auto visit = [&](const Comparable& a, const Comparable& b) { compare_pair(group, a, b); };
    if (scope_of(options_) == ComparableClaims::Scope::everything)
      each_pair(members, visit);
    else
      each_pair_in_time(members, visit);
    if (group.count == 0) return;
    keep_widest(group.widest);
    if (!group.widest.empty()) {
      kept_ += group.widest.size();
      pairs_.widest.push_back(std::move(group));
    }
    ++pairs_.groups;
    if (kept_ / slack > options_.limit) keep_widest_groups();
  }

  FoundPairs result() {
    keep_widest_groups();
    return std::move(pairs_);
  }

 private:
  void compare_pair(FoundPairs::Group& group, const Comparable& a, const Comparable& b) {
    if (!a.wanted && !b.wanted) return;
    const Comparison comparison = compare(a.facts, b.facts, options_.comparison);
    if (!asks_for(options_, comparison.relation) || says_nothing(a, b, comparison)) return;
    ++pairs_.total;
    ++pairs_.of_relation[static_cast<std::size_t>(comparison.relation)];
    ++group.count;
    if (comparison.gap < least_gap_) return;
    group.widest.push_back({&a, &b, comparison});
    if (group.widest.size() / slack <= most_of_group()) return;
    keep_widest(group.widest);
    least_gap_ = group.widest.empty() ? 0 : group.widest.back().comparison.gap;
  }

  void keep_widest(std::vector<FoundPair>& pairs) const {
    keep_first(pairs, most_of_group(), wider);
    if (pairs.size() > most_of_group()) pairs.resize(most_of_group());
  }

  std::uint32_t most_of_group() const { return std::min(options_.limit, options_.group_limit); }

  /// As many as have room. Groups come in an order that no order of reports changes, which settles ties.
  void keep_widest_groups() {
    std::stable_sort(pairs_.widest.begin(), pairs_.widest.end(), [](const auto& x, const auto& y) {
      return x.widest.front().comparison.gap > y.widest.front().comparison.gap;
    });
    kept_ = 0;
    for (FoundPairs::Group& group : pairs_.widest) {
      const std::uint64_t room = options_.limit - kept_;
      if (group.widest.size() > room) group.widest.resize(room);
      kept_ += group.widest.size();
    }
    std::erase_if(pairs_.widest, [](const FoundPairs::Group& group) { return group.widest.empty(); });
  }

  const ConflictOptions& options_;
  FoundPairs pairs_;
  std::uint64_t kept_ = 0;
  double least_gap_ = 0;  // Of the group that is added: narrower ones are not kept.
};

}  // namespace

ComparableClaims::Scope scope_of(const ConflictOptions& options) {
  return asks_for(options, Relation::not_comparable) ? ComparableClaims::Scope::everything
                                                     : ComparableClaims::Scope::figures;
}

FoundPairs find_pairs(const std::vector<std::vector<Comparable>>& groups, const ConflictOptions& options) {
  Finder finder(options);
  for (const std::vector<Comparable>& members : groups) finder.add(members);
  return finder.result();
}

}  // namespace averment
