// The characters of the query language, shared by what reads queries and what writes them.
#include "searcher/query_syntax.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace averment::syntax {
namespace {

/// The code point at `at`, which is moved behind it; negative where the bytes are none.
UChar32 next_character(std::string_view text, std::size_t& at) {
  auto place = static_cast<int32_t>(at);
  UChar32 character;
  U8_NEXT(text.data(), place, static_cast<int32_t>(text.size()), character);
  at = static_cast<std::size_t>(place);
  return character;
}

}  // namespace

std::size_t blank_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  std::size_t next = at;
  const UChar32 character = next_character(text, next);
  return character >= 0 && u_isUWhiteSpace(character) ? next - at : 0;
}

std::size_t quote_size(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"\"", "“", "”", "„"})
    if (text.substr(std::min(at, text.size())).starts_with(mark)) return mark.size();
  return 0;
}

std::size_t bare_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && text[at] != '(' && text[at] != ')' && blank_size(text, at) == 0 &&
         quote_size(text, at) == 0)
    next_character(text, at);
  return at;
}

bool is_absence(std::string_view text) { return text == "(none)" || text == "(unknown)"; }

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0, begin = 0; at < text.size(); begin = at) {
    while (at < text.size() && blank_size(text, at) == 0) ++at;
    words += at > begin;
    while (const std::size_t blank = blank_size(text, at)) at += blank;
  }
  return words;
}

std::size_t count_letters(std::string_view text, std::size_t enough) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < enough;)
    if (const UChar32 character = next_character(text, at); character >= 0 && u_isalnum(character)) ++count;
  return count;
}

}  // namespace averment::syntax
