// Claims about the same people together: who says so, and who only repeats it.
#include "searcher/corroboration_finder.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

#include "searcher/by_time.hpp"
#include "searcher/deadline.hpp"
#include "searcher/unions.hpp"

namespace averment {
namespace {

/// The elements that belong together, in the order of their first ones.
std::vector<std::vector<const Comparable*>> parts(const std::vector<Comparable>& members, Unions& unions) {
  std::map<std::size_t, std::vector<const Comparable*>> of_root;
  for (std::size_t i = 0; i < members.size(); ++i) of_root[unions.root(i)].push_back(&members[i]);
  std::vector<std::vector<const Comparable*>> all;
  for (auto& [root, part] : of_root) all.push_back(std::move(part));
  return all;
}

/// Claims any two of which agree: they allow a common number, state numbers close to each other, and speak of a common
/// time. What any two intervals have in common, all have.
class Agreeing {
 public:
  explicit Agreeing(const Comparable& first) : claims_{&first} { take_in(first.facts); }

  bool takes(const ClaimFacts& facts, double ratio) const {
    const ClaimFacts& first = claims_.front()->facts;
    if (!agree(first, facts, ratio) || apart(first, facts)) return false;
    const bool allowed = std::max(least_, facts.bounds.least) <= std::min(most_, facts.bounds.most);
    const bool close = std::max(highest_, facts.bounds.first()) <= ratio * std::min(lowest_, facts.bounds.last());
    return allowed && close && std::max(start_, facts.period.first) <= std::min(end_, facts.period.last);
  }
  void add(const Comparable& claim) {
    claims_.push_back(&claim);
    take_in(claim.facts);
  }
  std::vector<const Comparable*> in_order() const {
    std::vector<const Comparable*> claims = claims_;
    std::sort(claims.begin(), claims.end());
    return claims;
  }

 private:
  void take_in(const ClaimFacts& facts) {
    least_ = std::max(least_, facts.bounds.least);
    most_ = std::min(most_, facts.bounds.most);
    highest_ = std::max(highest_, facts.bounds.first());
    lowest_ = std::min(lowest_, facts.bounds.last());
    start_ = std::max(start_, facts.period.first);
    end_ = std::min(end_, facts.period.last);
  }

  std::vector<const Comparable*> claims_;
  double least_ = 0, most_ = std::numeric_limits<double>::infinity();
  double highest_ = 0, lowest_ = std::numeric_limits<double>::infinity();
  std::int32_t start_ = std::numeric_limits<std::int32_t>::min(), end_ = std::numeric_limits<std::int32_t>::max();
};

/// Figures in the order in which they were found, looked through by blocks of which most can take no claim: numbers
/// that are all different make as many figures.
class Figures {
 public:
  explicit Figures(double ratio) : ratio_(ratio) {}

  void add(const Comparable& claim) {
    const ClaimFacts& facts = claim.facts;
    if (!facts.bounds.known()) {  // it agrees with nothing
      others_.emplace_back(claim);
      return;
    }
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      if (blocks_[block].most < facts.bounds.least || ratio_ * blocks_[block].last < facts.bounds.first()) continue;
      const std::size_t end = std::min(all_.size(), (block + 1) * block_size);
      for (std::size_t i = block * block_size; i < end; ++i)
        if (all_[i].takes(facts, ratio_)) return all_[i].add(claim);
    }
    if (all_.size() % block_size == 0) blocks_.emplace_back();
    blocks_.back().most = std::max(blocks_.back().most, facts.bounds.most);
    blocks_.back().last = std::max(blocks_.back().last, facts.bounds.last());
    all_.emplace_back(claim);
  }

  /// In the order of their first claims.
  std::vector<std::vector<const Comparable*>> result() const {
    std::vector<std::vector<const Comparable*>> figures;
    for (const std::vector<Agreeing>* some : {&all_, &others_})
      for (const Agreeing& figure : *some) figures.push_back(figure.in_order());
    std::sort(figures.begin(), figures.end(), [](const auto& a, const auto& b) { return a[0] < b[0]; });
    return figures;
  }

 private:
  static constexpr std::size_t block_size = 64;
  /// No figure of it allows more, or has a claim that states more. Both only become less.
  struct Block {
    double most = 0, last = 0;
  };

  double ratio_;
  std::vector<Agreeing> all_, others_;
  std::vector<Block> blocks_;
};

/// From the smallest number on, each claim goes to the first figure that it agrees with.
std::vector<std::vector<const Comparable*>> figures_of(std::vector<const Comparable*> claims, double ratio) {
  std::stable_sort(claims.begin(), claims.end(), [](const Comparable* a, const Comparable* b) {
    const Bounds &x = a->facts.bounds, &y = b->facts.bounds;
    return x.first() != y.first() ? x.first() < y.first() : x.last() < y.last();
  });
  Figures figures(ratio);
  for (const Comparable* claim : claims) figures.add(*claim);
  return figures.result();
}

/// Unites claims that say nothing by which `apart` could tell them apart, as a report that says the same again and
/// again makes them. The first of each, in order: others need not be compared.
std::vector<std::size_t> united_where_alike(const std::vector<Comparable>& members, Unions& people) {
  std::map<std::array<std::uint64_t, 9>, std::size_t> known;
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const ClaimFacts& facts = members[i].facts;
    const PackedCounted& counted = facts.counted;
    const auto [found, is_new] = known.try_emplace(
        {counted.kind, counted.part, counted.side, counted.place, counted.country, facts.report, facts.dated,
         static_cast<std::uint32_t>(facts.period.first), static_cast<std::uint32_t>(facts.period.last)},
        i);
    if (is_new)
      first.push_back(i);
    else
      people.unite(found->second, i);
  }
  return first;
}

void add_clusters(std::vector<FoundCluster>& clusters, const std::vector<Comparable>& members, double ratio) {
  Unions people(members.size());
  const std::vector<std::size_t> first = united_where_alike(members, people);
  std::vector<Comparable> unlike;
  for (const std::size_t one : first) unlike.push_back(members[one]);
  each_pair_in_time(unlike, [&](const Comparable& a, const Comparable& b) {
    const std::size_t i = first[static_cast<std::size_t>(&a - unlike.data())];
    const std::size_t k = first[static_cast<std::size_t>(&b - unlike.data())];
    if (!people.together(i, k) && !apart(a.facts, b.facts)) people.unite(i, k);
  });
  for (std::vector<const Comparable*>& part : parts(members, people)) {
    const bool wanted = std::any_of(part.begin(), part.end(), [](const Comparable* one) { return one->wanted; });
    if (!wanted) continue;
    std::vector<std::vector<const Comparable*>> figures = figures_of(part, ratio);
    clusters.push_back({std::move(part), std::move(figures)});
  }
}

/// The greatest number of origins that can be given a cluster of reports each, by augmenting paths.
class Matching {
 public:
  void add(std::uint64_t origin, std::uint32_t cluster) { clusters_[origin].insert(cluster); }

  std::uint64_t size() {
    std::uint64_t matched = 0;
    for (const auto& [origin, clusters] : clusters_) {
      std::set<std::uint32_t> tried;
      matched += finds_room(origin, tried);
    }
    return matched;
  }

 private:
  bool finds_room(std::uint64_t origin, std::set<std::uint32_t>& tried) {
    for (const std::uint32_t cluster : clusters_[origin])
      if (!taken_.contains(cluster)) {
        taken_[cluster] = origin;
        return true;
      }
    for (const std::uint32_t cluster : clusters_[origin])
      if (tried.insert(cluster).second && finds_room(taken_[cluster], tried)) {
        taken_[cluster] = origin;
        return true;
      }
    return false;
  }

  std::map<std::uint64_t, std::set<std::uint32_t>> clusters_;
  std::map<std::uint32_t, std::uint64_t> taken_;
};

}  // namespace

std::vector<FoundCluster> find_clusters(const std::vector<std::vector<Comparable>>& groups,
                                        const ComparisonOptions& options) {
  std::vector<FoundCluster> clusters;
  for (const std::vector<Comparable>& members : groups) add_clusters(clusters, members, options.ratio);
  return clusters;
}

Support support_of(const std::vector<const Comparable*>& claims,
                   const std::vector<ComparableClaims::ReportFacts>& reports, const CopiesOf& copies) {
  check_time(steps_of_reading);
  std::set<Xapian::docid> numbers;
  std::set<std::uint32_t> clusters;
  std::set<std::uint64_t> outlets, parties;
  Matching independent;
  for (const Comparable* claim : claims) {
    const std::uint32_t cluster = copies.at(claim->claim.report);
    numbers.insert(claim->claim.report);
    clusters.insert(cluster);
    if (const std::uint64_t outlet = reports[claim->report].outlet) outlets.insert(outlet);
    if (claim->facts.party != 0) parties.insert(claim->facts.party);
    if (claim->facts.origin != 0) independent.add(claim->facts.origin, cluster);
  }
  return {claims.size(), numbers.size(), clusters.size(), outlets.size(), independent.size(), parties.size()};
}

}  // namespace averment
