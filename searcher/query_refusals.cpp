// Queries beyond a limit: what is said of them, wherever that is noticed, and whether a whole query is one.
#include "searcher/query_refusals.hpp"

#include <string>

#include "averment/error.hpp"
#include "searcher/query_syntax.hpp"

namespace averment {
namespace {

/// "the query is longer than 4096 bytes: ask in several queries, or allow more with --query-limit bytes=N"
[[noreturn]] void refuse(std::size_t position, const std::string& what, std::size_t limit, const std::string& unit,
                         const std::string& remedy, const std::string& kind) {
  throw QueryError(position, what + " " + std::to_string(limit) + " " + unit + ": " + remedy +
                                 ", or allow more with --query-limit " + kind + "=N");
}

class LimitCheck {
 public:
  explicit LimitCheck(const QueryLimits& limits) : limits_(limits) {}

  void check(const Query& query) {
    // What joins others counts, too, which has no level of its own in a query that is parsed.
    if (depth_ > 2 * limits_.depth) refuse_depth(limits_, query.position);
    bytes_ += query.text.size() + query.first.size() + query.last.size();
    if (bytes_ > limits_.bytes) refuse_length(limits_);
    if (query.children.empty() && ++leaves_ > limits_.terms) refuse_terms(limits_, query.position);
    if (query.kind == Query::Kind::wildcard && ++wildcards_ > limits_.wildcards)
      refuse_wildcards(limits_, query.position);
    const bool is_text = query.kind == Query::Kind::phrase || query.kind == Query::Kind::word;
    if (is_text && syntax::count_words(query.text) > limits_.phrase_words) refuse_phrase(limits_, query.position);
    ++depth_;
    for (const Query& child : query.children) check(child);
    --depth_;
  }

 private:
  const QueryLimits& limits_;
  std::size_t depth_ = 0, bytes_ = 0, leaves_ = 0, wildcards_ = 0;
};

}  // namespace

void check_limits(const Query& query, const QueryLimits& limits) { LimitCheck(limits).check(query); }

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
