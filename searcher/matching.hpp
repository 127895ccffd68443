// Which documents a Xapian query matches, without ranking: terms are joined as bits, the rest is asked of Xapian.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "searcher/match_set.hpp"

namespace averment {

/// `shard`: one database, not several as one.
MatchSet matching(const Xapian::Database& shard, const Xapian::Query& query);

/// As many as there are, without looking at them; empty if that is not known at once.
std::optional<std::uint64_t> known_count(const Xapian::Database& database, const Xapian::Query& query);

/// The query where only documents of `sets` are looked at. It is ranked as before, but what only tests documents one by
/// one is left out: `sets` tell what passes. `shards`: the databases that `sets` belong to.
Xapian::Query within(const Xapian::Query& query, const std::vector<Xapian::Database>& shards,
                     std::shared_ptr<const std::vector<MatchSet>> sets);

/// Some part of the query tests documents one by one.
bool has_tests(const Xapian::Query& query);

}  // namespace averment
