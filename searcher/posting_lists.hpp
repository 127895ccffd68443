// Posting lists kept in memory after they were read: questions ask for the same words again, and ranking for those that
// were matched just now.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/match_set.hpp"

namespace averment {

/// A word in a query: a term, or several that stand for one word and count as one.
using WeighedTerm = std::vector<std::string>;

/// A term's documents in the order of their numbers.
struct PostingList {
  std::vector<Xapian::docid> numbers{};
  std::vector<Xapian::termcount> counts{};  ///< How often each has the term.
  std::vector<double> shares{};             ///< What BM25 makes of each count; empty until searcher/relevance fills it.
  std::vector<double> peaks{};              ///< The greatest one of each `in_peak` shares.
  std::optional<MatchSet> set{};            ///< The same documents as bits, where that takes no more room.

  static constexpr std::size_t in_peak = 64;

  void add(Xapian::docid number, Xapian::termcount count) {
    numbers.push_back(number);
    counts.push_back(count);
  }
  /// Where `number` or the first one behind it stands, from `place` on, where it is looked for first.
  std::size_t place_of(Xapian::docid number, std::size_t place) const;
};

/// Visits the documents of the set that have the term, and how often, along Xapian's list.
template <typename Visit>
void each_looked_for(const Xapian::Database& database, const std::string& term, const MatchSet& set,
                     const Visit& visit) {
  auto at = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (Xapian::docid next = set.from(1); next != 0 && at != end; next = set.from(next + 1)) {
    at.skip_to(next);
    if (at != end && *at == next) visit(next, at.get_wdf());
  }
}

/// Of one database. Begins anew where it would hold more than `most_bytes`.
class PostingLists {
 public:
  using Pointer = std::shared_ptr<PostingList>;

  explicit PostingLists(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// `database`: always the same, as long as clear() is not called.
  Pointer read(const Xapian::Database& database, const WeighedTerm& term);
  /// To look for so many documents in it. Null: to skip along Xapian's lists is quicker than to read them whole.
  Pointer read_to_look(const Xapian::Database& database, const WeighedTerm& term, std::uint64_t documents);
  /// In how many documents the term stands, at most where it is of several.
  std::uint64_t most(const Xapian::Database& database, const WeighedTerm& term) const;
  void clear();

 private:
  Pointer find(const std::string& key) const;
  Pointer keep(const std::string& key, Pointer list);

  std::unordered_map<std::string, Pointer> lists_;
  std::unordered_map<std::string, std::uint64_t> looked_;  // for how many documents in lists that are not here
  std::size_t most_bytes_, bytes_ = 0;
};

}  // namespace averment
