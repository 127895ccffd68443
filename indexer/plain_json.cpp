// The JSON that most reports are, one object of strings, read without a general parser.
#include "indexer/plain_json.hpp"

#include <array>
#include <cstdint>

#include "indexer/valid_utf8.hpp"

namespace averment {
namespace {

/// Bytes of which a string may consist as they are.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> all{};
  for (std::size_t byte = 0x20; byte < all.size(); ++byte) all[byte] = byte != '"' && byte != '\\';
  return all;
}();

/// `code`: of four hexadecimal digits.
void append_utf8(std::string& text, std::uint32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
    return;
  }
  if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
  } else {
    text += static_cast<char>(0xE0 | code >> 12);
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
  }
  text += static_cast<char>(0x80 | (code & 0x3F));
}

/// Each function returns false where it meets what it does not know.
class Scanner {
 public:
  explicit Scanner(std::string_view json) : at_(json.data()), end_(json.data() + json.size()) {}

  bool take(char wanted) {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
    if (at_ == end_ || *at_ != wanted) return false;
    ++at_;
    return true;
  }

  bool take_string(std::string& text) {
    if (!take('"')) return false;
    for (;;) {
      const char* begin = at_;
      while (at_ != end_ && plain[static_cast<unsigned char>(*at_)]) ++at_;
      text.append(begin, at_);
      if (at_ == end_) return false;
      const char next = *at_++;
      if (next == '"') return true;
      if (next != '\\' || !take_escape(text)) return false;
    }
  }

  bool only_blanks_are_left() { return !take('\0') && at_ == end_; }

 private:
  bool take_escape(std::string& text) {
    if (at_ == end_) return false;
    static constexpr std::string_view escapes = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    const char escape = *at_++;
    if (escape == 'u') return take_code_point(text);
    const std::size_t known = escapes.find(escape);
    if (known == escapes.npos) return false;
    text += meanings[known];
    return true;
  }

  bool take_code_point(std::string& text) {
    if (end_ - at_ < 4) return false;
    std::uint32_t code = 0;
    for (int digit = 0; digit < 4; ++digit) {
      const char c = *at_++;
      const bool is_letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!is_letter && (c < '0' || c > '9')) return false;
      code = code << 4 | static_cast<std::uint32_t>(is_letter ? (c | 0x20) - 'a' + 10 : c - '0');
    }
    if (code >= 0xD800 && code < 0xE000) return false;  // half of a pair
    append_utf8(text, code);
    return true;
  }

  const char* at_;
  const char* const end_;
};

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> read_plain_json(std::string_view json) {
  if (invalid_utf8(json)) return {};
  Scanner in(json);
  std::vector<std::pair<std::string, std::string>> fields;
  if (!in.take('{')) return {};
  do {
    auto& [key, value] = fields.emplace_back();
    if (!in.take_string(key) || !in.take(':') || !in.take_string(value)) return {};
  } while (in.take(','));
  if (!in.take('}') || !in.only_blanks_are_left()) return {};
  return fields;
}

}  // namespace averment
