// Words side by side or near each other, looked for in a report's packed words.
#include "searcher/word_sequence.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

#ifdef __SSE2__
/// The first place from `at` on where byte `first` stands, and `last` so far `behind` it; or one near the end, behind
/// which none was looked for. 16 places at once: some bytes are so frequent in packed words that looking for one of
/// them finds little else.
std::size_t next_candidate(std::string_view packed, std::size_t at, char first, char last, std::size_t behind) {
  constexpr std::size_t step = sizeof(__m128i);
  const __m128i firsts = _mm_set1_epi8(first), lasts = _mm_set1_epi8(last);
  for (; at + behind + step <= packed.size(); at += step) {
    const auto* const bytes = packed.data() + at;
    const __m128i begins = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    const __m128i ends = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + behind));
    const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(firsts, begins), _mm_cmpeq_epi8(lasts, ends));
    if (const auto found = static_cast<std::uint32_t>(_mm_movemask_epi8(both)); found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  return at;
}

/// As packed.find(words, at).
std::size_t place_of(std::string_view packed, std::string_view words, std::size_t at) {
  constexpr std::size_t near_the_end = sizeof(__m128i);
  const std::size_t behind = words.size() - 1;
  for (;; ++at) {
    at = next_candidate(packed, at, words.front(), words.back(), behind);
    if (at + behind + near_the_end > packed.size()) return packed.find(words, at);
    if (packed.compare(at, words.size(), words) == 0) return at;
  }
}
#else
std::size_t place_of(std::string_view packed, std::string_view words, std::size_t at) { return packed.find(words, at); }
#endif

}  // namespace

bool has_sequence(std::string_view packed, std::string_view words) {
  // A number's last byte is below 0x80, all its others are not: where bytes match, numbers match from a border on.
  for (std::size_t at = place_of(packed, words, 0); at != packed.npos; at = place_of(packed, words, at + 1))
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
