// The different words of one report, each once, found by the word.
#include "indexer/word_places.hpp"

#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace averment {

std::uint32_t WordPlaces::of(std::string_view word) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()));
  Slot& found = slot(hash, word);
  if (found.place != 0) return found.place - 1;
  words_.push_back(word);
  found = {hash, static_cast<std::uint32_t>(words_.size())};
  if (words_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(words_.size() - 1);
}

/// Where it is, or would be put.
WordPlaces::Slot& WordPlaces::slot(std::uint32_t hash, std::string_view word) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].place != 0 && (slots_[at].hash != hash || words_[slots_[at].place - 1] != word))
    at = (at + 1) & mask;
  return slots_[at];
}

void WordPlaces::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& one : old)
    if (one.place != 0) slot(one.hash, words_[one.place - 1]) = one;
}

}  // namespace averment
