// Byte offsets of a UTF-8 text as code points: what printed formats count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace averment::cli {

/// Offsets that ascend are found in one pass over the text; one that goes back starts anew.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  std::uint32_t at(std::size_t byte) {
    if (byte < byte_) byte_ = count_ = 0;
    for (; byte_ < byte && byte_ < text_.size(); ++byte_) count_ += !continues(text_[byte_]);
    return count_;
  }

 private:
  static bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace averment::cli
