// What is said of a query that is beyond a limit, wherever that is noticed.
#include "searcher/query_refusals.hpp"

#include <string>

#include "averment/error.hpp"

namespace averment {
namespace {

/// "the query is longer than 4096 bytes: ask in several queries, or allow more with --query-limit bytes=N"
[[noreturn]] void refuse(std::size_t position, const std::string& what, std::size_t limit, const std::string& unit,
                         const std::string& remedy, const std::string& kind) {
  throw QueryError(position, what + " " + std::to_string(limit) + " " + unit + ": " + remedy +
                                 ", or allow more with --query-limit " + kind + "=N");
}

}  // namespace

void refuse_length(const QueryLimits& limits) {
  refuse(limits.bytes, "the query is longer than", limits.bytes, "bytes", "ask in several queries", "bytes");
}

void refuse_terms(const QueryLimits& limits, std::size_t position) {
  refuse(position, "the query has more than", limits.terms, "conditions", "ask in several queries", "terms");
}

void refuse_depth(const QueryLimits& limits, std::size_t position) {
  refuse(position, "the query is nested deeper than", limits.depth, "levels", "write it flatter", "depth");
}

void refuse_phrase(const QueryLimits& limits, std::size_t position) {
  refuse(position, "the phrase has more than", limits.phrase_words, "words", "search for a part of it", "phrase_words");
}

void refuse_wildcards(const QueryLimits& limits, std::size_t position) {
  refuse(position, "the query has more than", limits.wildcards, "words with *", "use fewer", "wildcards");
}

void refuse_expansion(const QueryLimits& limits, const Query& wildcard) {
  refuse(wildcard.position, "'" + wildcard.text + "*' stands for more than", limits.expansions, "words",
         "write more letters before the *", "expansions");
}

}  // namespace averment
