// Text → the places of its words, where Unicode's word boundaries (UAX #29) come down to little: in Latin and Cyrillic.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

struct SimpleWord {
  Span span;
  bool marked = false;  ///< There are marks in it, as in "don't", "U.S", "5,000".
};

/// Appends the words of the text from `begin` up to the next blank or its end, and returns where that is. The
/// boundaries are ICU's; npos where only ICU can tell them: `words` may have grown then, too.
std::size_t split_simple(std::string_view text, std::size_t begin, std::vector<SimpleWord>& words);

}  // namespace averment
