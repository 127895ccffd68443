// Saved queries asked: the claims that are new to them in a commit, or since they last ran.
#include <algorithm>
#include <map>
#include <set>

#include "averment/error.hpp"
#include "averment/saved_query.hpp"
#include "store/database.hpp"
#include "store/saved_queries.hpp"

namespace averment {

std::vector<SavedQuery> saved_queries(const std::filesystem::path& index) {
  const Xapian::Database database = open_for_reading(index);
  return with_index_errors(index, "read", [&] { return saved_queries(database); });
}

std::vector<std::string> claims_seen(const std::filesystem::path& index, std::string_view name) {
  const Xapian::Database database = open_for_reading(index);
  return with_index_errors(index, "read", [&] { return unpack_claim_ids(database.get_metadata(seen_key(name))); });
}

std::vector<Alert> new_claims(Searcher& searcher, const std::vector<SavedQuery>& queries, const Commit& commit) {
  ClaimOptions options;
  std::map<std::string_view, std::set<std::string_view>> former;
  for (const CommittedReport& report : commit.reports) {
    options.reports.push_back(report.id);
    former[report.id].insert(report.former_claims.begin(), report.former_claims.end());
  }
  std::vector<Alert> alerts;
  if (options.reports.empty()) return alerts;
  for (const SavedQuery& saved : queries) {
    options.filter = saved.filter;
    for (ClaimRecord& claim : searcher.claims(parse_query(saved.query), options).hits)
      if (!former[claim.report].contains(claim.claim_id)) alerts.push_back({saved.name, std::move(claim)});
  }
  return alerts;
}

SavedRun run_saved(Searcher& searcher, const std::filesystem::path& index, const SavedQuery& query, bool all) {
  const std::vector<std::string> seen = all ? std::vector<std::string>() : claims_seen(index, query.name);
  SavedRun run{query, {}, {}};
  for (ClaimRecord& claim : searcher.claims(parse_query(query.query), {.filter = query.filter}).hits) {
    if (std::binary_search(seen.begin(), seen.end(), claim.claim_id))
      run.seen.push_back(std::move(claim.claim_id));
    else
      run.claims.push_back(std::move(claim));
  }
  return run;
}

}  // namespace averment
