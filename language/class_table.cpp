// Words → their classes.
#include "language/class_table.hpp"

namespace averment {

void ClassTable::add(std::string_view word, std::uint32_t classes) {
  if (word.empty()) return;
  if (word.size() > longest_inside) {
    long_words_[word] |= classes;
    return;
  }
  const std::uint32_t hash = word_hash(word);
  Place* place = &places_[place_of(word, hash)];
  if (!place->size) {
    if (++count_ * 2 > places_.size()) {
      grow();
      place = &places_[place_of(word, hash)];
    }
    place->hash = hash;
    place->size = static_cast<std::uint8_t>(word.size());
    std::memcpy(place->word, word.data(), word.size());
  }
  place->classes |= classes;
}

void ClassTable::grow() {
  const std::vector<Place> old = std::move(places_);
  places_.assign(old.size() * 2, {});
  for (const Place& place : old)
    if (place.size) places_[place_of({place.word, place.size}, place.hash)] = place;
}

}  // namespace averment
