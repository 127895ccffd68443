// The different words of one report, each once, found by the word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace averment {

/// Gives words numbers from 0 in the order in which they come. They must outlive it. Open addressing, without an
/// allocation for each.
class WordPlaces {
 public:
  std::size_t size() const { return words_.size(); }
  std::string_view word(std::uint32_t place) const { return words_[place]; }
  /// size() as it was before, if the word is new.
  std::uint32_t of(std::string_view word);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = 0;  ///< From 1; 0: free.
  };

  Slot& slot(std::uint32_t hash, std::string_view word);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(512);
  std::vector<std::string_view> words_;
};

}  // namespace averment
