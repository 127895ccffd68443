// The claims under whose ids a report can be found.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace averment {

/// Their claim_ids, ascending. `document`: its number in the database.
std::vector<std::string> filed_claims(const Xapian::Database& database, Xapian::docid document);

}  // namespace averment
