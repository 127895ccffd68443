// Metadata that would give wrong answers if a byte of them changed: each value with four bytes of checksum.
#include "store/checked_metadata.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/codec.hpp"

namespace averment {
namespace {

constexpr std::size_t checksum_size = 4;

std::string checksum_of(std::string_view key, std::string_view value) {
  std::string bytes;
  put_fixed64(bytes, XXH64(value.data(), value.size(), XXH64(key.data(), key.size(), 0)));
  bytes.resize(checksum_size);
  return bytes;
}

}  // namespace

std::string with_checksum_of(std::string_view key, std::string value) { return value += checksum_of(key, value); }

void set_checked(Xapian::WritableDatabase& database, const std::string& key, std::string value) {
  database.set_metadata(key, value.empty() ? value : with_checksum_of(key, std::move(value)));
}

std::string checked_metadata(const Xapian::Database& database, const std::string& key) {
  std::string value = database.get_metadata(key);
  if (value.empty()) return value;
  if (value.size() <= checksum_size) ByteReader({}, "metadata").fail();
  const std::string checksum = value.substr(value.size() - checksum_size);
  value.resize(value.size() - checksum_size);
  if (checksum != checksum_of(key, value)) ByteReader({}, "metadata").fail();
  return value;
}

}  // namespace averment
