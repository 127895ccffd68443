// Numbers and strings as bytes, and back from bytes that may be anything.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace averment {

/// 7 bits a byte, the low ones first; 1 byte for numbers below 128.
void put_varint(std::string& out, std::uint64_t number);
void put_fixed32(std::string& out, std::uint32_t number);
void put_fixed64(std::string& out, std::uint64_t number);
/// 6 bytes: numbers below 2^48.
void put_fixed48(std::string& out, std::uint64_t number);
/// Its size before it.
void put_string(std::string& out, std::string_view text);

/// Reads what the functions above wrote. @throws IndexError (damaged) where the bytes end too soon or a number is
/// too large for its place.
class ByteReader {
 public:
  /// `what` is named in errors: "claims".
  ByteReader(std::string_view bytes, const char* what) : bytes_(bytes), what_(what) {}

  std::uint64_t varint() {
    const std::uint8_t first = byte();
    if (first < 0x80) return first;
    if (bytes_.empty() || static_cast<unsigned char>(bytes_.front()) >= 0x80) return longer_varint(first);
    return static_cast<std::uint64_t>(byte()) << 7 | (first & 0x7F);
  }
  std::uint32_t varint32();
  std::uint8_t byte() {
    if (bytes_.empty()) fail();
    const auto next = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return next;
  }
  std::uint32_t fixed32() { return static_cast<std::uint32_t>(fixed<4>()); }
  std::uint64_t fixed64() { return fixed<8>(); }
  std::uint64_t fixed48() { return fixed<6>(); }
  std::string string();
  std::string rest();  ///< All that is left.
  std::size_t left() const { return bytes_.size(); }
  /// They hold as long as what is read.
  std::string_view bytes(std::size_t size) {
    if (bytes_.size() < size) fail();
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  /// How many elements follow, each of at least `element_size` bytes: never more than there are bytes for.
  std::size_t count(std::size_t element_size);
  /// An enumeration's value, none above `last`.
  template <typename Enumeration>
  Enumeration value(Enumeration last) {
    const std::uint8_t number = byte();
    if (number > static_cast<std::uint8_t>(last)) fail();
    return static_cast<Enumeration>(number);
  }

  bool at_end() const { return bytes_.empty(); }
  void expect_end() const;
  [[noreturn]] void fail() const;

 private:
  template <std::size_t size>
  std::uint64_t fixed() {
    const char* taken = bytes(size).data();
    std::uint64_t number = 0;
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&number, taken, size);
    } else {
      for (std::size_t i = 0; i < size; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(taken[i])) << (8 * i);
    }
    return number;
  }
  std::uint64_t longer_varint(std::uint8_t first);

  std::string_view bytes_;
  const char* what_;
};

}  // namespace averment
