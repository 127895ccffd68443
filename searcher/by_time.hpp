// All pairs of claims, or those whose times overlap.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "searcher/comparable_claims.hpp"
#include "searcher/deadline.hpp"

namespace averment {

/// visit(a, b): a stands before b in the group.
template <typename Visit>
void each_pair(const std::vector<Comparable>& members, const Visit& visit) {
  for (std::size_t i = 0; i < members.size(); ++i)
    for (std::size_t k = i + 1; k < members.size(); ++k) {
      check_time();
      visit(members[i], members[k]);
    }
}

/// Without those whose periods do not overlap, and without looking at most of these.
template <typename Visit>
void each_pair_in_time(const std::vector<Comparable>& members, const Visit& visit) {
  std::vector<const Comparable*> by_start;
  for (const Comparable& one : members) by_start.push_back(&one);
  std::stable_sort(by_start.begin(), by_start.end(), [](const Comparable* a, const Comparable* b) {
    return a->facts.period.first < b->facts.period.first;
  });
  for (std::size_t i = 0; i < by_start.size(); ++i)
    for (std::size_t k = i + 1; k < by_start.size(); ++k) {
      if (by_start[k]->facts.period.first > by_start[i]->facts.period.last) break;
      check_time();
      visit(*std::min(by_start[i], by_start[k]), *std::max(by_start[i], by_start[k]));
    }
}

}  // namespace averment
