// Claims in groups by a field.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "averment/searcher.hpp"

namespace averment::cli {

struct ClaimGroup {
  std::string value;
  std::uint64_t count = 0;          ///< Of all claims in the group.
  std::vector<ClaimRecord> claims;  ///< Its first ones.
};

/// The largest group first. `groups` and `rows`: how many groups get claims, and how many each; the counts are of all.
std::vector<ClaimGroup> claims_by(Searcher& searcher, Field field, const Query& query, const ClaimFilter& filter,
                                  std::uint32_t groups, std::uint32_t rows);

/// How many claims match.
std::uint64_t count_claims(Searcher& searcher, const Query& query, const ClaimFilter& filter);

}  // namespace averment::cli
