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

template <typename Number>
Number read_fixed(std::string_view bytes) {
  Number number = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    number |= static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return number;
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

std::uint64_t ByteReader::varint() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
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

std::uint8_t ByteReader::byte() { return static_cast<std::uint8_t>(take(1)[0]); }

std::uint32_t ByteReader::fixed32() { return read_fixed<std::uint32_t>(take(4)); }

std::uint64_t ByteReader::fixed64() { return read_fixed<std::uint64_t>(take(8)); }

std::uint64_t ByteReader::fixed48() { return read_fixed<std::uint64_t>(take(6)); }

std::string ByteReader::string() { return std::string(take(count(1))); }

std::string ByteReader::rest() { return std::string(take(bytes_.size())); }

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

std::string_view ByteReader::take(std::size_t size) {
  if (bytes_.size() < size) fail();
  const std::string_view taken = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return taken;
}

}  // namespace averment
