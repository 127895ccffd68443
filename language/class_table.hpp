// Words → their classes, each word within one line of the cache.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "language/word_map.hpp"

namespace averment {

/// A hash table with open addressing, whose places hold the words themselves: every word of every report is looked up
/// in one of tens of thousands of words, and the time goes into fetching from memory.
class ClassTable {
 public:
  void add(std::string_view word, std::uint32_t classes);

  /// Has the memory fetched in which find will look for a word of this hash.
  void prefetch(std::uint32_t hash) const { __builtin_prefetch(&places_[hash & (places_.size() - 1)]); }

  /// `hash` is word_hash(word). 0: nothing is known of it.
  std::uint32_t find(std::string_view word, std::uint32_t hash) const {
    if (word.size() <= longest_inside) return places_[place_of(word, hash)].classes;
    const std::uint32_t* found = long_words_.find(word, hash);
    return found ? *found : 0;
  }

 private:
  static constexpr std::size_t longest_inside = 23;  // bytes

  struct alignas(32) Place {
    std::uint32_t hash = 0;
    std::uint32_t classes = 0;
    std::uint8_t size = 0;  ///< 0: free.
    char word[longest_inside]{};

    bool holds(std::string_view other, std::uint32_t other_hash) const {
      return hash == other_hash && size == other.size() && std::memcmp(word, other.data(), size) == 0;
    }
  };

  /// Where the word is, or may be put.
  std::size_t place_of(std::string_view word, std::uint32_t hash) const {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = hash & mask;
    while (places_[at].size && !places_[at].holds(word, hash)) at = (at + 1) & mask;
    return at;
  }

  void grow();

  std::vector<Place> places_ = std::vector<Place>(64);
  std::size_t count_ = 0;
  WordMap<std::uint32_t> long_words_;
};

}  // namespace averment
