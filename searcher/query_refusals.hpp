// Queries beyond a limit: what is said of them, wherever that is noticed, and whether a whole query is one.
#pragma once

#include <cstddef>

#include "averment/query.hpp"

namespace averment {

/// Each throws QueryError at that byte of the query, and names the limit and the option that raises it.
[[noreturn]] void refuse_length(const QueryLimits& limits);
[[noreturn]] void refuse_terms(const QueryLimits& limits, std::size_t position);
[[noreturn]] void refuse_depth(const QueryLimits& limits, std::size_t position);
[[noreturn]] void refuse_phrase(const QueryLimits& limits, std::size_t position);
[[noreturn]] void refuse_wildcards(const QueryLimits& limits, std::size_t position);
[[noreturn]] void refuse_expansion(const QueryLimits& limits, const Query& wildcard);

/// What the parser keeps of them while it reads, of a query that may be made by hand. @throws QueryError
void check_limits(const Query& query, const QueryLimits& limits);

}  // namespace averment
