// Words side by side or near each other, looked for in a report's packed words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace averment {

/// schema::word_hash of each word; never empty.
using WordSequence = std::vector<std::uint32_t>;

/// `packed`: as pack_words gives it. The words stand there side by side.
bool has_sequence(std::string_view packed, const WordSequence& words);

/// Both stand there without overlap, in either order, from the last word of one to the first of the other no more than
/// `distance` words on; title and text are apart.
bool has_near(std::string_view packed, const WordSequence& one, const WordSequence& other, std::uint32_t distance);

}  // namespace averment
