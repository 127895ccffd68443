// NFKC case folding, the form in which words are compared.
#pragma once

#include <string>
#include <string_view>

namespace averment {

/// Appends the folded form of `text` (valid UTF-8) to `out`.
void fold(std::string_view text, std::string& out);

}  // namespace averment
