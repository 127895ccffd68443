// A set of documents of one Xapian database, by number.
#pragma once

#include <xapian.h>

#include <bit>
#include <cstdint>
#include <vector>

namespace averment {

class MatchSet {
 public:
  explicit MatchSet(Xapian::docid last) : words_(last / bits + 1) {}
  MatchSet(Xapian::docid last, const std::vector<Xapian::docid>& numbers) : MatchSet(last) {
    for (const Xapian::docid number : numbers) insert(number);
  }

  /// Numbers that any set of a database with that last document has are less than this.
  static constexpr std::size_t room(Xapian::docid last) { return (last / bits + 1) * bits; }

  void insert(Xapian::docid number) {
    if (number / bits >= words_.size()) throw_damaged();
    std::uint64_t& word = words_[number / bits];
    const std::uint64_t bit = std::uint64_t{1} << number % bits;
    count_ += (word & bit) == 0;
    word |= bit;
  }
  bool has(Xapian::docid number) const {
    return number / bits < words_.size() && (words_[number / bits] >> number % bits & 1) != 0;
  }
  std::uint64_t count() const { return count_; }

  bool is_within(const MatchSet& other) const;  ///< Of the same database.

  /// The first one from `number` on; 0: there is none.
  Xapian::docid from(Xapian::docid number) const;

  template <typename Visit>
  void each(const Visit& visit) const {
    for (std::size_t word = 0; word < words_.size(); ++word)
      for (std::uint64_t left = words_[word]; left != 0; left &= left - 1)
        visit(static_cast<Xapian::docid>(word * bits + static_cast<std::size_t>(std::countr_zero(left))));
  }

  // Of sets of the same database.
  MatchSet& operator|=(const MatchSet& other);
  MatchSet& operator&=(const MatchSet& other);
  MatchSet& operator-=(const MatchSet& other);

 private:
  static constexpr std::size_t bits = 64;

  template <typename Join>
  MatchSet& join(const MatchSet& other, const Join& join);
  [[noreturn]] static void throw_damaged();

  std::vector<std::uint64_t> words_;
  std::uint64_t count_ = 0;
};

}  // namespace averment
