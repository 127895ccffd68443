// Every report that a Xapian query matches, without ranking.
#pragma once

#include <xapian.h>

#include <functional>

namespace averment {

/// The document is valid during the visit only; read its values, not its data.
void walk_matches(const Xapian::Database& database, const Xapian::Query& query,
                  const std::function<void(const Xapian::Document&)>& visit);

std::uint64_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace averment
