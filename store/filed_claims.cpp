// The claims under whose ids a report can be found.
#include "store/filed_claims.hpp"

#include "store/schema.hpp"

namespace averment {

std::vector<std::string> filed_claims(const Xapian::Database& database, Xapian::docid document) {
  const std::string prefix(schema::prefix::claim);
  std::vector<std::string> ids;
  auto term = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  if (term != end) term.skip_to(prefix);
  for (; term != end && (*term).starts_with(prefix); ++term) ids.push_back((*term).substr(prefix.size()));
  return ids;
}

}  // namespace averment
