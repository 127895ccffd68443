// Which documents a query matches, without ranking: what Xapian's matcher would find, but terms are joined as bits.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"

namespace averment {

MatchSet matching(const Shard& shard, const Xapian::Query& query);

/// For each of index.shards(), what matches there.
std::vector<MatchSet> matching(const IndexView& index, const Xapian::Query& query);

/// The query where only documents of `sets` are looked at, one for each of index.shards(). It is ranked as before, but
/// what only tests documents one by one is left out: `sets` tell what passes.
Xapian::Query within(const Xapian::Query& query, const IndexView& index,
                     std::shared_ptr<const std::vector<MatchSet>> sets);

}  // namespace averment
