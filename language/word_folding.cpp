// The forms of a word that are compared instead of the word as written.
#include "language/word_folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <cassert>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "language/fold.hpp"
#include "language/utf8.hpp"

namespace averment {
namespace {

constexpr std::size_t most_bytes = 64;
constexpr std::size_t hash_digits = 16;

const icu::Normalizer2& instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = get(status);
  assert(U_SUCCESS(status));
  return *normalizer;
}

// Letters that Unicode does not decompose but that people write without their strokes.
constexpr std::array<std::pair<UChar32, std::string_view>, 11> plain_letters{{{U'æ', "ae"},
                                                                              {U'ð', "d"},
                                                                              {U'ø', "o"},
                                                                              {U'þ', "th"},
                                                                              {U'đ', "d"},
                                                                              {U'ħ', "h"},
                                                                              {U'ı', "i"},
                                                                              {U'ł', "l"},
                                                                              {U'œ', "oe"},
                                                                              {U'ŧ', "t"},
                                                                              {U'ё', "е"}}};

std::string_view plain_letter(UChar32 letter) {
  for (const auto& [accented, plain] : plain_letters)
    if (accented == letter) return plain;
  return {};
}

void append(std::string& out, UChar32 code_point) {
  std::array<char, U8_MAX_LENGTH> bytes;
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, code_point);
  out.append(bytes.data(), size);
}

bool loses_accents(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(letter, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

UChar32 base_of(UChar32 letter) {
  icu::UnicodeString decomposed;
  const bool decomposes = instance(icu::Normalizer2::getNFDInstance).getDecomposition(letter, decomposed);
  return decomposes ? decomposed.char32At(0) : letter;
}

}  // namespace

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::string case_fold(std::string_view word) {
  std::string folded;
  fold(word, folded);
  constexpr std::string_view apostrophe = "’";
  for (std::size_t at = 0; (at = folded.find(apostrophe, at)) != folded.npos; ++at)
    folded.replace(at, apostrophe.size(), "'");
  return folded;
}

std::string without_accents(std::string_view folded_word) {
  if (is_ascii(folded_word)) return std::string(folded_word);
  std::string plain;
  bool after_plain_letter = false;
  const auto size = static_cast<int32_t>(folded_word.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 letter;
    U8_NEXT(folded_word.data(), at, size, letter);
    const std::string_view written = folded_word.substr(begin, at - begin);
    if (after_plain_letter && u_charType(letter) == U_NON_SPACING_MARK) continue;
    const std::string_view replacement = letter < 0x80 ? std::string_view() : plain_letter(letter);
    after_plain_letter = letter >= 0 && loses_accents(letter);
    if (!replacement.empty())
      plain += replacement;
    else if (after_plain_letter && letter >= 0x80)
      append(plain, base_of(letter));
    else
      plain += written;
  }
  return plain;
}

std::string shortened(std::string word) {
  if (word.size() <= most_bytes) return word;
  static constexpr char digits[] = "0123456789abcdef";
  std::uint64_t hash = XXH64(word.data(), word.size(), 0);
  word.resize(character_start(word, most_bytes - hash_digits));
  for (std::size_t digit = 0; digit < hash_digits; ++digit, hash <<= 4) word += digits[hash >> 60];
  return word;
}

}  // namespace averment
