// A set of documents of one Xapian database, by number.
#include "searcher/match_set.hpp"

namespace averment {

void MatchSet::throw_damaged() {
  throw Xapian::DatabaseCorruptError("a list has a document with a number above the greatest");
}

std::uint64_t MatchSet::count() const {
  if (count_ != not_counted) return count_;
  std::uint64_t count = 0;
  for (const std::uint64_t word : words_)
    if (word != 0) count += static_cast<std::uint64_t>(std::popcount(word));
  return count_ = count;
}

Xapian::docid MatchSet::from(Xapian::docid number) const {
  std::size_t word = number / bits;
  if (word >= words_.size()) return 0;
  std::uint64_t left = words_[word] & (~std::uint64_t{0} << number % bits);
  while (left == 0)
    if (++word == words_.size())
      return 0;
    else
      left = words_[word];
  return static_cast<Xapian::docid>(word * bits + static_cast<std::size_t>(std::countr_zero(left)));
}

MatchSet& MatchSet::operator|=(const MatchSet& other) {
  for (std::size_t word = 0; word < words_.size(); ++word) words_[word] |= other.words_[word];
  count_ = not_counted;
  return *this;
}

MatchSet& MatchSet::operator-=(const MatchSet& other) {
  for (std::size_t word = 0; word < words_.size(); ++word) words_[word] &= ~other.words_[word];
  count_ = not_counted;
  return *this;
}

}  // namespace averment
