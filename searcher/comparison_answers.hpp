// Answers that compare claims: finds them packed, and reads whole only what is answered.
#pragma once

#include <functional>
#include <vector>

#include "averment/searcher.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_walk.hpp"
#include "store/packing.hpp"

namespace averment {

using VisitClaims = std::function<void(const MatchedReport&, const std::vector<PackedClaim>&,
                                       const std::vector<std::uint32_t>& places)>;

/// Where the claims come from.
struct ClaimsToCompare {
  std::function<void(const VisitClaims&)> wanted;  ///< Those that are asked about ...
  std::function<void(const VisitClaims&)> all;     ///< ... and all that they may be compared with.
  std::function<std::vector<ClaimRecord>(Xapian::docid, const std::vector<std::uint32_t>& places)> records;
};

ConflictAnswer answer_conflicts(IndexView& index, const ClaimsToCompare& claims, const ConflictOptions& options);
CorroborationAnswer answer_corroboration(IndexView& index, const ClaimsToCompare& claims,
                                         const CorroborationOptions& options);
/// For one wanted claim.
RelatedClaims answer_related(IndexView& index, const ClaimsToCompare& claims, const ComparisonOptions& options);

}  // namespace averment
