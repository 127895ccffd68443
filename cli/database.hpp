// Opens the index that the options name, and reads what is asked of it.
#pragma once

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "cli/options.hpp"

namespace averment::cli {

Searcher open_searcher(const Options& options);
SearcherOptions searcher_options(const Options& options);
/// @throws QueryError
Query query_of(const Options& options);

IndexerOptions indexer_options(const Options& options);

/// Of the one index that is written. @throws UsageError where several are named.
void make_parent_folder(const Options& options);

/// @throws UsageError where several indexes are named: only one is written.
Indexer open_indexer(const Options& options);

}  // namespace averment::cli
