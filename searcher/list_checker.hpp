// Checks what an index keeps beside its documents against them: lists, counts, bounds, words and labels.
#pragma once

#include <string>
#include <vector>

#include "searcher/index_view.hpp"

namespace averment {

/// What is wrong with one of index.shards(), in words. Reads every list once.
std::vector<std::string> faults_beside_documents(const Shard& shard);

}  // namespace averment
