// What stands in an index, once: how names, ids, words and dates become terms and keys.
#include "store/schema.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/sha256.hpp"

namespace averment::schema {
namespace {

constexpr char digits[] = "0123456789abcdef";

/// The number in `size` digits of `date` at `begin`, which a '-' precedes unless begin is 0.
std::uint32_t date_part(std::string_view date, std::size_t begin, std::size_t size) {
  if (date.size() < begin + size || (begin > 0 && date[begin - 1] != '-')) return 0;
  std::uint32_t number = 0;
  for (const char c : date.substr(begin, size)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

}  // namespace

std::uint64_t name_id(std::string_view name) {
  if (name.empty()) return 0;
  const std::uint64_t id = XXH64(name.data(), name.size(), 0);
  return id == 0 ? 1 : id;
}

std::string hex(std::uint64_t id) {
  std::string text(16, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, id >>= 4) *digit = digits[id & 15];
  return text;
}

std::string term(std::string_view prefix, std::string_view name) {
  return std::string(prefix) + (name.empty() ? "0" : hex(name_id(name)));
}

std::string report_term(std::string_view report_id) {
  return std::string(prefix::report) + sha256(report_id).substr(0, 32);
}

std::string label_key(Field field, std::uint64_t id) {
  const auto number = static_cast<unsigned>(field);
  return std::string(metadata::label) + digits[number / 10] + digits[number % 10] + hex(id);
}

std::uint32_t word_hash(std::string_view word) {
  const auto hash = static_cast<std::uint32_t>(XXH64(word.data(), word.size(), 0));
  return hash == 0 ? 1 : hash;
}

std::uint32_t day_number(std::string_view date) {
  const std::uint32_t year = date_part(date, 0, 4);
  const std::uint32_t month = year == 0 ? 0 : date_part(date, 5, 2);
  const std::uint32_t day = month == 0 ? 0 : date_part(date, 8, 2);
  return year * 10000 + month * 100 + day;
}

}  // namespace averment::schema
