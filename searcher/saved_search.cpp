// Saved queries asked: the claims that are new to them in a commit, or since they last ran.
#include <algorithm>
#include <map>
#include <set>

#include "averment/error.hpp"
#include "averment/saved_query.hpp"
#include "store/checked_metadata.hpp"
#include "store/database.hpp"
#include "store/saved_queries.hpp"

namespace averment {

std::vector<SavedQuery> saved_queries(const std::filesystem::path& index) {
  const Xapian::Database database = open_for_reading(index);
  return with_index_errors(index, "read", [&] { return saved_queries(database); });
}

std::vector<Alert> new_claims(Searcher& searcher, const SavedQuery& query, const Commit& commit) {
  ClaimOptions options{.filter = query.filter};
  std::map<std::string_view, std::set<std::string_view>> former;
  for (const CommittedReport& report : commit.reports) {
    options.reports.push_back(report.id);
    former[report.id].insert(report.former_claims.begin(), report.former_claims.end());
  }
  std::vector<Alert> alerts;
  if (options.reports.empty()) return alerts;
  for (ClaimRecord& claim : searcher.claims(parse_query(query.query, searcher.limits()), options).hits)
    if (!former[claim.report].contains(claim.claim_id)) alerts.push_back({query.name, std::move(claim)});
  return alerts;
}

SavedRun run_saved(Searcher& searcher, const std::filesystem::path& index, const SavedQuery& query, bool all) {
  const Xapian::Database database = open_for_reading(index);
  const std::vector<std::uint64_t> seen =
      with_index_errors(index, "read", [&] { return unpack_marks(checked_metadata(database, seen_key(query.name))); });
  SavedRun run{query, {}, {}};
  for (ClaimRecord& claim :
       searcher.claims(parse_query(query.query, searcher.limits()), {.filter = query.filter}).hits) {
    const std::uint64_t mark = mark_of(claim.report, claim.claim_id);
    const bool was_seen = std::binary_search(seen.begin(), seen.end(), mark);
    if (was_seen) run.seen.push_back(mark);
    if (all || !was_seen) run.claims.push_back(std::move(claim));
  }
  return run;
}

}  // namespace averment
