// A set of documents of one Xapian database, by number.
#include "searcher/match_set.hpp"

namespace averment {

void MatchSet::throw_damaged() {
  throw Xapian::DatabaseCorruptError("a list has a document with a number above the greatest");
}

bool MatchSet::is_within(const MatchSet& other) const {
  for (std::size_t word = 0; word < words_.size(); ++word)
    if ((words_[word] & ~other.words_[word]) != 0) return false;
  return true;
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

template <typename Join>
MatchSet& MatchSet::join(const MatchSet& other, const Join& join) {
  count_ = 0;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    join(words_[word], other.words_[word]);
    if (words_[word] != 0) count_ += static_cast<std::uint64_t>(std::popcount(words_[word]));
  }
  return *this;
}

MatchSet& MatchSet::operator|=(const MatchSet& other) {
  return join(other, [](std::uint64_t& word, std::uint64_t with) { word |= with; });
}

MatchSet& MatchSet::operator&=(const MatchSet& other) {
  return join(other, [](std::uint64_t& word, std::uint64_t with) { word &= with; });
}

MatchSet& MatchSet::operator-=(const MatchSet& other) {
  return join(other, [](std::uint64_t& word, std::uint64_t with) { word &= ~with; });
}

}  // namespace averment
