// How a text writes its words: what is left of it where the words, in their order, are known.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "language/search_analyzer.hpp"

namespace averment {

/// Of each token whether it is written as its word, with a capital, in capitals or otherwise, and what stands before
/// it; then what stands behind the last. Whatever the tokens are, `spelled` gives the text back.
std::string spelling_of(std::string_view text, std::span<const SearchToken> tokens);

/// The text. `words`: those of the tokens, in order. @throws IndexError (damaged) where the spelling is not of as many
/// words, whatever its bytes.
std::string spelled(std::string_view spelling, std::span<const std::string_view> words);

}  // namespace averment
