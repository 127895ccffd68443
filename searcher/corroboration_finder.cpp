// Claims about the same people together: who says so, and who only repeats it.
#include "searcher/corroboration_finder.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "searcher/by_time.hpp"

namespace averment {
namespace {

/// Which elements have been found to belong together.
class Unions {
 public:
  explicit Unions(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  std::size_t root(std::size_t element) {
    while (parent_[element] != element) element = parent_[element] = parent_[parent_[element]];
    return element;
  }
  bool together(std::size_t a, std::size_t b) { return root(a) == root(b); }
  void unite(std::size_t a, std::size_t b) {
    const auto [first, second] = std::minmax({root(a), root(b)});
    parent_[second] = first;
  }

 private:
  std::vector<std::size_t> parent_;
};

/// The elements that belong together, in the order of their first ones.
std::vector<std::vector<const Comparable*>> parts(const std::vector<Comparable>& members, Unions& unions) {
  std::map<std::size_t, std::vector<const Comparable*>> of_root;
  for (std::size_t i = 0; i < members.size(); ++i) of_root[unions.root(i)].push_back(&members[i]);
  std::vector<std::vector<const Comparable*>> all;
  for (auto& [root, part] : of_root) all.push_back(std::move(part));
  return all;
}

void add_clusters(std::vector<FoundCluster>& clusters, const std::vector<Comparable>& members,
                  const ComparisonOptions& options) {
  Unions people(members.size()), figures(members.size());
  each_pair_in_time(members, [&](const Comparable& a, const Comparable& b) {
    const auto i = static_cast<std::size_t>(&a - members.data()), k = static_cast<std::size_t>(&b - members.data());
    const bool agreeing = agree(a.facts, b.facts, options.ratio);
    if (agreeing ? figures.together(i, k) : people.together(i, k)) return;
    if (apart(a.facts, b.facts)) return;
    people.unite(i, k);
    if (agreeing) figures.unite(i, k);
  });
  std::map<std::size_t, std::size_t> cluster_of;
  const std::size_t first = clusters.size();
  for (std::vector<const Comparable*>& part : parts(members, people)) {
    cluster_of[people.root(static_cast<std::size_t>(part.front() - members.data()))] = clusters.size();
    clusters.push_back({std::move(part), {}});
  }
  for (std::vector<const Comparable*>& part : parts(members, figures)) {
    const auto i = static_cast<std::size_t>(part.front() - members.data());
    clusters[cluster_of[people.root(i)]].figures.push_back(std::move(part));
  }
  const auto unwanted = [](const FoundCluster& cluster) {
    return std::none_of(cluster.members.begin(), cluster.members.end(),
                        [](const Comparable* one) { return one->wanted; });
  };
  clusters.erase(std::remove_if(clusters.begin() + static_cast<std::ptrdiff_t>(first), clusters.end(), unwanted),
                 clusters.end());
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
  for (const std::vector<Comparable>& members : groups) add_clusters(clusters, members, options);
  return clusters;
}

Support support_of(const std::vector<const Comparable*>& claims,
                   const std::vector<ComparableClaims::ReportFacts>& reports, const CopiesOf& copies) {
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
