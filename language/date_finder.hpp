// Text → the dates it names: "January 16, 2025", "4 February", "in 1994".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/text_words.hpp"

namespace averment {

struct FoundDate {
  std::uint32_t first = 0;  ///< Its tokens: [first, last).
  std::uint32_t last = 0;
  std::string name;  ///< YYYY, YYYY-MM or YYYY-MM-DD; without a year "January 16" or "January".
};

/// Ascending, not overlapping. Weekdays and words like "yesterday" are no dates by themselves. A year or a month alone
/// needs a preposition.
std::vector<FoundDate> find_dates(const Text& text, const TextWords& words);

}  // namespace averment
