// Claims in groups by a field.
#include "cli/claim_groups.hpp"

namespace averment::cli {
namespace {

/// The query, narrowed to one value of the field.
Query narrowed(const Query& query, Field field, const std::string& value) {
  Query condition;
  condition.kind = Query::Kind::value;
  condition.field = field;
  condition.text = value;
  if (query.kind == Query::Kind::all) return condition;
  Query both;
  both.kind = Query::Kind::all_of;
  both.children = {query, condition};
  return both;
}

}  // namespace

std::vector<ClaimGroup> claims_by(Searcher& searcher, Field field, const Query& query, const ClaimFilter& filter,
                                  std::uint32_t groups, std::uint32_t rows) {
  std::vector<ClaimGroup> found;
  for (const FacetValue& value : searcher.facet(field, Of::claims, query, filter).values) {
    ClaimGroup group{value.value, value.count, {}};
    if (found.size() < groups) {
      ClaimOptions options;
      options.limit = rows;
      options.filter = filter;
      group.claims = searcher.claims(narrowed(query, field, value.value), options).hits;
    }
    found.push_back(std::move(group));
  }
  return found;
}

std::uint64_t count_claims(Searcher& searcher, const Query& query, const ClaimFilter& filter) {
  ClaimOptions options;
  options.limit = 0;
  options.filter = filter;
  return searcher.claims(query, options).total;
}

}  // namespace averment::cli
