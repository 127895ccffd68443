// Saved queries among an index's metadata, and what they have seen.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "averment/saved_query.hpp"

namespace averment {

/// In the order of their names.
std::vector<SavedQuery> saved_queries(const Xapian::Database& database);

/// The query of that name but for it, packed: what the metadata have.
std::string pack(const SavedQuery& query);

/// claim_ids, packed in ascending order, each once; and back.
std::string pack_claim_ids(const std::vector<std::string>& claim_ids);
std::vector<std::string> unpack_claim_ids(std::string_view bytes);

/// Where the metadata keep them.
std::string saved_key(std::string_view name);
std::string seen_key(std::string_view name);

}  // namespace averment
