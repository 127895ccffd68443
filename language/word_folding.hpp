// The forms of a word that are compared instead of the word as written.
#pragma once

#include <string>
#include <string_view>

namespace averment {

/// NFKC case folding; the typographic apostrophe becomes the plain one.
std::string case_fold(std::string_view word);

/// Latin and Greek letters without their accents, of a word that is case-folded: "málaga" is "malaga", "łódź" is
/// "lodz". Other scripts stay as they are: their marks make other letters.
std::string without_accents(std::string_view folded_word);

/// At most 64 bytes: a longer word is cut to its beginning with a hash of the whole behind it.
std::string shortened(std::string word);

bool is_ascii(std::string_view text);

}  // namespace averment
