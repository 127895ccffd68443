// Words side by side or near each other, looked for in a report's packed words.
#include "searcher/word_sequence.hpp"

#include <algorithm>
#include <cstddef>

namespace averment {
namespace {

constexpr std::size_t word_bytes = 4;

std::uint32_t word_at(std::string_view packed, std::size_t index) {
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(packed[index * word_bytes + at]));
  };
  return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

bool stands_at(std::string_view packed, std::size_t index, const WordSequence& words) {
  for (std::size_t word = 0; word < words.size(); ++word)
    if (word_at(packed, index + word) != words[word]) return false;
  return true;
}

/// The first place from `begin` where the words stand; the number of words in `packed` if there is none.
std::size_t find_words(std::string_view packed, const WordSequence& words, std::size_t begin) {
  const std::size_t size = packed.size() / word_bytes;
  for (std::size_t index = begin; index + words.size() <= size; ++index)
    if (stands_at(packed, index, words)) return index;
  return size;
}

std::vector<std::size_t> places(std::string_view packed, const WordSequence& words) {
  std::vector<std::size_t> places;
  const std::size_t size = packed.size() / word_bytes;
  for (std::size_t at = find_words(packed, words, 0); at < size; at = find_words(packed, words, at + 1))
    places.push_back(at);
  return places;
}

/// Where the border between title and text is; the number of words if there is none.
std::size_t border(std::string_view packed) { return find_words(packed, WordSequence{0}, 0); }

bool follows(const std::vector<std::size_t>& earlier, std::size_t size, const std::vector<std::size_t>& later,
             std::size_t distance, std::size_t border) {
  for (const std::size_t begin : earlier) {
    const auto next = std::lower_bound(later.begin(), later.end(), begin + size);
    if (next == later.end()) return false;
    if (*next - (begin + size - 1) <= distance && (begin < border) == (*next < border)) return true;
  }
  return false;
}

}  // namespace

bool has_sequence(std::string_view packed, const WordSequence& words) {
  return find_words(packed, words, 0) < packed.size() / word_bytes;
}

bool has_near(std::string_view packed, const WordSequence& one, const WordSequence& other, std::uint32_t distance) {
  const std::vector<std::size_t> ones = places(packed, one);
  const std::vector<std::size_t> others = places(packed, other);
  const std::size_t title_end = border(packed);
  return follows(ones, one.size(), others, distance, title_end) ||
         follows(others, other.size(), ones, distance, title_end);
}

}  // namespace averment
