// Queries that an index keeps under names, and the claims that are new to them.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"

namespace averment {

/// Finds claims, as Searcher::claims does with that filter.
struct SavedQuery {
  std::string name;   ///< One word of at most 100 bytes that does not begin with a dash.
  std::string query;  ///< As it was written.
  ClaimFilter filter = {};
};

/// Those of an index, in the order of their names. @throws IndexError
std::vector<SavedQuery> saved_queries(const std::filesystem::path& index);

/// A claim that a saved query finds.
struct Alert {
  std::string saved;  ///< The query's name.
  ClaimRecord claim;
};

/// The claims that a commit brought and the query finds: of the reports that it added or replaced, those whose claim_id
/// the version before did not have. Reads those reports alone. `searcher` reads that index. @throws QueryError where
/// the index has outgrown the query: a wildcard that stands for too many words.
std::vector<Alert> new_claims(Searcher& searcher, const SavedQuery& query, const Commit& commit);

/// What a saved query finds when it runs.
struct SavedRun {
  SavedQuery query;
  std::vector<ClaimRecord> claims;  ///< Those that were not seen before; or all.
  std::vector<std::uint64_t> seen;  ///< Marks of what was seen before and is found still, each of a claim in a report.
};

/// `all`: its claims are all that it finds. Nothing is noted: SavedQueryWriter::note_seen does. @throws QueryError as
/// new_claims does.
SavedRun run_saved(Searcher& searcher, const std::filesystem::path& index, const SavedQuery& query, bool all = false);

/// Changes the saved queries of an index, and holds its lock. Each change is committed at once.
class SavedQueryWriter {
 public:
  /// `wait`: so long while another writer holds it. @throws IndexError if there is no index, another writer holds it
  /// still, or it is damaged or of another schema version.
  explicit SavedQueryWriter(const std::filesystem::path& index, std::chrono::milliseconds wait = {});
  ~SavedQueryWriter();
  SavedQueryWriter(SavedQueryWriter&&) noexcept;
  SavedQueryWriter& operator=(SavedQueryWriter&&) noexcept;

  /// @throws QueryError for a query that cannot be understood, InputError for a name that is no name or is taken by
  /// another query.
  void add(const SavedQuery& query, const QueryLimits& limits = {});
  bool remove(std::string_view name);  ///< false: there was none of that name.
  /// The query has run, and its claims were shown: take those out of `run.claims` that were not. Does nothing where
  /// there is no query of that name.
  void note_seen(const SavedRun& run);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
