// Which claims the commits since a revision added, removed and altered.
#pragma once

#include <cstdint>
#include <string_view>

#include "averment/answer.hpp"
#include "searcher/index_view.hpp"

namespace averment {

/// The newest revision.
RevisionInfo newest_revision(const IndexView& index);

/// The last revision before that moment, YYYY-MM-DD[THH:MM[:SS]], UTC; 0: there was none. @throws InputError
std::uint64_t revision_before(const IndexView& index, std::string_view moment);

/// See Searcher::diff. @throws InputError if the index does not remember what it held at that revision.
ClaimDiff claim_diff(IndexView& index, std::uint64_t since);

/// What the claims of one report, as it was and as it is, differ in.
std::vector<ClaimChange> changes_of(const std::vector<ClaimRecord>& before, const std::vector<ClaimRecord>& after);

}  // namespace averment
