// The characters of the query language, shared by what reads queries and what writes them.
#pragma once

#include <cstddef>
#include <string_view>

namespace averment::syntax {

/// Bytes of the blank (of Unicode's, too) at `at`; 0: there is none.
std::size_t blank_size(std::string_view text, std::size_t at);

/// Bytes of the quotation mark, straight or typographic, at `at`; 0: there is none.
std::size_t quote_size(std::string_view text, std::size_t at);

/// Where the run from `begin` ends that neither blanks nor brackets nor quotation marks break.
std::size_t bare_end(std::string_view text, std::size_t begin);

/// "(none)" or "(unknown)".
bool is_absence(std::string_view text);

/// How many runs between blanks.
std::size_t count_words(std::string_view text);

/// How many letters and digits; of long texts, at most `enough`.
std::size_t count_letters(std::string_view text, std::size_t enough);

}  // namespace averment::syntax
