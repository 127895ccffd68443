// Words side by side or near each other, looked for in a report's packed words.
#include "searcher/word_sequence.hpp"

#include <algorithm>
#include <cstddef>

#include "store/vocabulary.hpp"

namespace averment {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::vector<std::size_t> places(const Numbers& all, const Numbers& words) {
  std::vector<std::size_t> places;
  for (auto at = all.begin();; ++at) {
    at = std::search(at, all.end(), words.begin(), words.end());
    if (at == all.end()) return places;
    places.push_back(static_cast<std::size_t>(at - all.begin()));
  }
}

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

bool has_sequence(std::string_view packed, std::string_view words) {
  // A number's last byte is below 0x80, all its others are not: where bytes match, numbers match from a border on.
  for (std::size_t at = packed.find(words); at != packed.npos; at = packed.find(words, at + 1))
    if (at == 0 || static_cast<unsigned char>(packed[at - 1]) < 0x80) return true;
  return false;
}

bool has_near(std::string_view packed, const Numbers& one, const Numbers& other, std::uint32_t distance) {
  const Numbers all = unpack_words(packed);
  const std::vector<std::size_t> ones = places(all, one);
  const std::vector<std::size_t> others = places(all, other);
  const auto border = static_cast<std::size_t>(std::find(all.begin(), all.end(), 0u) - all.begin());
  return follows(ones, one.size(), others, distance, border) || follows(others, other.size(), ones, distance, border);
}

}  // namespace averment
