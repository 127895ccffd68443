// A query as understood: a tree, before anything of an index is looked at.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/field.hpp"

namespace averment {

/// Words (stemmed, all must match), "exact phrase", OR, NOT or -, ( ), wild*, near/5, field:value,
/// date:2025-01..2025-02-19, n>=300. Plain data: compare it, print it, build it by hand.
struct Query {
  enum class Kind : std::uint8_t {
    all,       ///< Matches everything: the empty query.
    word,      ///< text, in any of its inflected forms.
    phrase,    ///< text as written, its words side by side.
    wildcard,  ///< Words that begin with text.
    near,      ///< Both children (word or phrase) within distance words of each other, in either order.
    value,     ///< field is text; prefix: begins with text.
    dates,     ///< field (date or event_date) lies wholly within [first, last].
    number,    ///< A claim's bounds lie within [least, most]; see Match.
    all_of,
    any_of,
    none_of  ///< Has one child.
  };

  Kind kind = Kind::all;
  std::string text{};
  Field field = Field::title;
  bool prefix = false;
  std::string first{}, last{};  ///< YYYY, YYYY-MM or YYYY-MM-DD, inclusive; empty: open.
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  std::uint32_t distance = 0;
  std::uint32_t position = 0;  ///< In bytes, for messages; not compared.
  std::vector<Query> children{};

  bool operator==(const Query& other) const;
};

/// What keeps every query bounded: its parsing, and its answer (SearcherOptions::limits).
struct QueryLimits {
  std::size_t bytes = 4096;
  std::size_t terms = 64;         ///< Words, phrases and other conditions.
  std::size_t depth = 32;         ///< Of brackets and negations.
  std::size_t phrase_words = 32;  ///< Four times as many where they are written without blanks.
  std::size_t wildcards = 4;
  std::size_t expansions = 1000;  ///< Words that one wildcard may stand for.

  bool operator==(const QueryLimits&) const = default;
};

/// @throws QueryError with the position of what cannot be understood. Nothing is silently taken for text.
Query parse_query(std::string_view text, const QueryLimits& limits = {});

/// The query in one canonical spelling: parse_query(to_string(q)) == q.
std::string to_string(const Query& query);

}  // namespace averment
