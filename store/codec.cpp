// Numbers and strings as bytes, and back from bytes that may be anything.
#include "store/codec.hpp"

#include <limits>

#include "averment/error.hpp"

namespace averment {
namespace {

template <typename Number>
void put_fixed(std::string& out, Number number, std::size_t size = sizeof(Number)) {
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

}  // namespace

void put_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

void put_fixed32(std::string& out, std::uint32_t number) { put_fixed(out, number); }

void put_fixed64(std::string& out, std::uint64_t number) { put_fixed(out, number); }

void put_fixed48(std::string& out, std::uint64_t number) { put_fixed(out, number, 6); }

void put_string(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

std::uint64_t ByteReader::longer_varint(std::uint8_t first) {
  std::uint64_t number = first & 0x7F;
  for (unsigned shift = 7; shift < 64; shift += 7) {
    const std::uint64_t next = byte();
    if (shift == 63 && next > 1) fail();
    number |= (next & 0x7F) << shift;
    if (next < 0x80) return number;
  }
  fail();
}

std::uint32_t ByteReader::varint32() {
  const std::uint64_t number = varint();
  if (number > std::numeric_limits<std::uint32_t>::max()) fail();
  return static_cast<std::uint32_t>(number);
}

std::string ByteReader::string() { return std::string(bytes(count(1))); }

std::string ByteReader::rest() { return std::string(bytes(left())); }

std::size_t ByteReader::count(std::size_t element_size) {
  const std::uint64_t number = varint();
  if (number > bytes_.size() / element_size) fail();
  return number;
}

void ByteReader::expect_end() const {
  if (!at_end()) fail();
}

void ByteReader::fail() const {
  throw IndexError(IndexError::Reason::damaged, std::string("the index is damaged: its ") + what_ +
                                                    " cannot be read; run verify, and index the reports again");
}

}  // namespace averment
