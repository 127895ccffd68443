// Claims in groups by a field.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "averment/searcher.hpp"

namespace averment::cli {

struct ClaimGroup {
  std::string value;
  std::vector<const ClaimRecord*> claims;  ///< In the order they came in; owned by the answer.
};

/// The buckets of a facet of claims that count this claim: several where it has several vias.
std::vector<std::string> values_of(const ClaimRecord& record, Field field);

/// The largest group first, ties by value: the groups and counts of that facet.
std::vector<ClaimGroup> grouped_by(Field field, const std::vector<ClaimRecord>& claims);

/// How many claims match.
std::uint64_t count_claims(Searcher& searcher, const Query& query, const ClaimFilter& filter);

}  // namespace averment::cli
