// Pairs of comparable claims, with how far apart they are.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "averment/searcher.hpp"
#include "searcher/comparable_claims.hpp"

namespace averment {

struct FoundPair {
  const Comparable* a;
  const Comparable* b;
  Comparison comparison;
};

struct FoundPairs {
  struct Group {
    std::uint64_t count = 0;
    std::vector<FoundPair> widest;
  };
  std::uint64_t total = 0;
  std::uint64_t groups = 0;
  std::array<std::uint64_t, 6> of_relation{};  ///< By Relation.
  std::vector<Group> widest;                   ///< With no more pairs than the options' limit.
};

/// In the order that ConflictAnswer promises. The pairs point into `groups`, which are ComparableClaims'.
FoundPairs find_pairs(const std::vector<std::vector<Comparable>>& groups, const ConflictOptions& options);

/// Which claims can be in such pairs.
ComparableClaims::Scope scope_of(const ConflictOptions& options);

}  // namespace averment
