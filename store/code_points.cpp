// Places in a text counted in code points instead of bytes, as printed formats and supplied tags do.
#include "store/code_points.hpp"

#include <algorithm>

namespace averment {

std::uint32_t CodePoints::before(std::uint32_t byte) {
  if (byte < byte_) byte_ = count_ = 0;
  // Counted where they begin, so that the compiler can count many bytes at once.
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto first = text_.begin() + byte_, last = text_.begin() + byte;
  count_ += static_cast<std::uint32_t>(std::count_if(first, last, begins));
  byte_ = byte;
  return count_;
}

std::optional<std::uint32_t> CodePoints::byte_of(std::uint32_t code_point) {
  if (code_point < count_) byte_ = count_ = 0;
  while (count_ < code_point && byte_ < text_.size()) step();
  if (count_ < code_point) return {};
  return byte_;
}

void CodePoints::step() {
  do {
    ++byte_;
  } while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0) == 0x80);
  ++count_;
}

}  // namespace averment
