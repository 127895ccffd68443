// Saved queries among an index's metadata, and what they have seen.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "averment/saved_query.hpp"

namespace averment {

/// In the order of their names.
std::vector<SavedQuery> saved_queries(const Xapian::Database& database);

/// The query of that name but for it, packed: what the metadata have.
std::string pack(const SavedQuery& query);

/// Under which it is remembered that the claim of that report was shown.
std::uint64_t mark_of(std::string_view report, std::string_view claim_id);

/// Marks, packed in ascending order, each once; and back.
std::string pack_marks(std::vector<std::uint64_t> marks);
std::vector<std::uint64_t> unpack_marks(std::string_view bytes);

/// Where the metadata keep them.
std::string saved_key(std::string_view name);
std::string seen_key(std::string_view name);

}  // namespace averment
