// What stands in an index, once: how names, ids, words and dates become terms and keys.
#include "store/schema.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/sha256.hpp"

namespace averment::schema {
namespace {

constexpr std::string_view alphabet = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr unsigned bits_of_digit = 6;
constexpr std::size_t digits_of_id = 8;

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
  const std::uint64_t id = XXH64(name.data(), name.size(), 0) & ((std::uint64_t{1} << 48) - 1);
  return id == 0 ? 1 : id;
}

std::string digits(std::uint64_t id) {
  std::string text(digits_of_id, alphabet[0]);
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, id >>= bits_of_digit) *digit = alphabet[id & 63];
  return text;
}

std::uint64_t from_digits(std::string_view digits) {
  std::uint64_t id = 0;
  for (const char digit : digits) id = id << bits_of_digit | (alphabet.find(digit) & 63);
  return id;
}

std::string term(std::string_view prefix, std::uint64_t id) {
  return std::string(prefix) + (id == 0 ? "0" : digits(id));
}

std::string term(std::string_view prefix, std::string_view name) { return term(prefix, name_id(name)); }

std::string report_term(std::string_view report_id) {
  Sha256 sha256;
  sha256.add(report_id);
  const std::string hash = sha256.digest();
  std::string term(prefix::report);
  for (const std::size_t half : {0, 6}) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 8 | static_cast<unsigned char>(hash[half + i]);
    term += digits(bits);
  }
  return term;
}

std::string label_key(Field field, std::uint64_t id) {
  const auto number = static_cast<unsigned>(field);
  std::string key(metadata::label);
  key += static_cast<char>('0' + number / 10);
  key += static_cast<char>('0' + number % 10);
  return key + digits(id);
}

std::string revision_key(std::uint64_t revision) {
  constexpr std::size_t digits = 16;
  const std::string number = std::to_string(revision);
  return std::string(metadata::revision_log) + std::string(digits - std::min(digits, number.size()), '0') + number;
}

std::string word_key(std::string_view word) { return std::string(metadata::word).append(word); }

std::string word_block_key(std::uint32_t block) { return std::string(metadata::word_block) + digits(block); }

std::string day_digits(std::string_view date) {
  const std::uint32_t day = day_number(date);
  return day == 0 ? std::string() : std::to_string(10'000'000'000 + day).substr(3);
}

std::uint32_t day_number(std::string_view date) {
  const std::uint32_t year = date_part(date, 0, 4);
  const std::uint32_t month = year == 0 ? 0 : date_part(date, 5, 2);
  const std::uint32_t day = month == 0 ? 0 : date_part(date, 8, 2);
  return year * 10000 + month * 100 + day;
}

}  // namespace averment::schema
