// Characters (code points) in UTF-8 bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace averment {

inline bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Where the character begins that byte `at` belongs to, `at` itself in bytes that are no UTF-8; text's size where `at`
/// is beyond it.
inline std::size_t character_start(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  for (std::size_t back = 0; back <= 3 && back <= at; ++back)
    if (!continues_character(text[at - back])) return at - back;
  return at;
}

inline std::size_t count_characters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character));
}

}  // namespace averment
