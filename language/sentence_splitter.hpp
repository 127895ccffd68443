// Tokens → sentences and paragraphs, on lines that a mail program or a wire service broke, too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/text.hpp"

namespace averment {

/// Where paragraphs begin: byte offsets, ascending, the first one 0. A line break inside a hard-wrapped paragraph
/// begins none.
std::vector<std::uint32_t> find_paragraphs(std::string_view source);

/// Fills text.sentences, and the tokens' sentence, from text.tokens. A sentence never crosses a paragraph and has
/// at most 400 tokens. An abbreviation's full stop is part of its token and ends a sentence only before a word that
/// begins one.
void split_sentences(Text& text, const std::vector<std::uint32_t>& paragraphs);

/// Fills text.quotations. Marks pair up inside a paragraph; one that stays open runs on to its end.
void find_quotations(Text& text);

}  // namespace averment
