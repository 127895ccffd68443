// Which documents a query matches, without ranking: what Xapian's matcher would find, but terms are joined as bits.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"

namespace averment {

MatchSet matching(const Shard& shard, const Xapian::Query& query);

/// The terms that an OP_SYNONYM joins; empty: it joins other things, too.
std::optional<WeighedTerm> synonyms(const Xapian::Query& query);

/// For each of index.shards() a set of none.
std::vector<MatchSet> empty_sets(const IndexView& index);

/// Of all sets together.
std::uint64_t count(const std::vector<MatchSet>& sets);

/// For each of index.shards(), what matches there.
std::vector<MatchSet> matching(const IndexView& index, const Xapian::Query& query);

}  // namespace averment
