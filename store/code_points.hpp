// Places in a text counted in code points instead of bytes, as printed formats and supplied tags do.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace averment {

/// Walks a valid UTF-8 text; cheap where the places asked for ascend.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  /// How many code points stand before `byte`, which is at most the text's size.
  std::uint32_t before(std::uint32_t byte);

  /// Where the code point of that number begins, in bytes; the text's size for the one after the last. Empty: the
  /// text is shorter.
  std::optional<std::uint32_t> byte_of(std::uint32_t code_point);

 private:
  void step();

  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace averment
