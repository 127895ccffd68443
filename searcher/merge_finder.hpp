// Entities of an index → pairs of them that may be one, each with what speaks for it.
#pragma once

#include <vector>

#include "averment/answer.hpp"
#include "language/names.hpp"
#include "searcher/entity_table.hpp"

namespace averment {

/// The likeliest first. Pairs are found by keys that they share, never all with all: the time is about linear in the
/// number of entities.
std::vector<MergeProposal> find_merges(const EntityTable& table, const Aliases& aliases);

}  // namespace averment
