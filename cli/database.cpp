// Opens the index that the options name, and reads what is asked of it.
#include "cli/database.hpp"

#include <fmt/format.h>

#include "cli/last_words.hpp"

namespace averment::cli {

Searcher open_searcher(const Options& options) {
  note_index(options.databases.front().string(), Use::read);
  return Searcher(options.databases, searcher_options(options));
}

SearcherOptions searcher_options(const Options& options) {
  return {.lexicons = options.lexicons, .limits = options.query_limits};
}

Query query_of(const Options& options) { return parse_query(options.query, options.query_limits); }

IndexerOptions indexer_options(const Options& options) {
  return {.lexicons = options.lexicons,
          .claims = !options.no_claims,
          .batch = options.batch,
          .most_mentions = options.mention_limit,
          .most_claims = options.claim_limit,
          .memory_limit = options.memory_limit,
          .wait = options.wait,
          .dry_run = options.dry_run};
}

void make_parent_folder(const Options& options) {
  if (options.databases.size() > 1) throw UsageError("--db is given more than once, but only one index is written");
  const std::filesystem::path& directory = options.databases.front();
  std::error_code error;
  if (directory.has_parent_path() && !options.dry_run)
    std::filesystem::create_directories(directory.parent_path(), error);
  if (error)
    throw InputError(fmt::format("cannot create the folder {}: {}", directory.parent_path().string(), error.message()));
}

Indexer open_indexer(const Options& options) {
  make_parent_folder(options);
  note_index(options.databases.front().string(), Use::written);
  return Indexer(options.databases.front(), indexer_options(options));
}

}  // namespace averment::cli
