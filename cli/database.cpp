// Opens the index that the options name.
#include "cli/database.hpp"

#include <fmt/format.h>

namespace averment::cli {

Searcher open_searcher(const Options& options) { return Searcher(options.databases, {.lexicons = options.lexicons}); }

Indexer open_indexer(const Options& options) {
  if (options.databases.size() > 1) throw UsageError("--db is given more than once, but only one index is written");
  const std::filesystem::path& directory = options.databases.front();
  std::error_code error;
  if (directory.has_parent_path() && !options.dry_run)
    std::filesystem::create_directories(directory.parent_path(), error);
  if (error)
    throw InputError(fmt::format("cannot create the folder {}: {}", directory.parent_path().string(), error.message()));
  return Indexer(directory, {.lexicons = options.lexicons, .claims = !options.no_claims, .dry_run = options.dry_run});
}

}  // namespace averment::cli
