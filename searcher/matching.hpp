// Which documents a query matches, without ranking: what Xapian's matcher would find, but terms are joined as bits.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"

namespace averment {

/// Whether what matches will be scored: lists that were read whole are kept for that.
enum class ThenScored : bool { no, yes };

MatchSet matching(const Shard& shard, const Xapian::Query& query, ThenScored scored = ThenScored::no);

/// For each of index.shards() a set of none.
std::vector<MatchSet> empty_sets(const IndexView& index);

/// Of all sets together.
std::uint64_t count(const std::vector<MatchSet>& sets);

/// For each of index.shards(), what matches there.
std::vector<MatchSet> matching(const IndexView& index, const Xapian::Query& query, ThenScored scored = ThenScored::no);

}  // namespace averment
