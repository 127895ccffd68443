// The normal form in which names are compared.
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "language/bare_letters.hpp"
#include "language/names.hpp"
#include "language/names_in_latin.hpp"

namespace averment {
namespace {

using namespace std::string_view_literals;

constexpr std::array articles = {"the"sv, "a"sv, "an"sv};
// Short titles only: longer ones ("General", "Prince") also begin names of other things.
constexpr std::array short_titles = {"mr"sv,  "mrs"sv, "ms"sv,   "dr"sv,  "sir"sv, "rep"sv,  "sen"sv, "gen"sv,
                                     "lt"sv,  "col"sv, "sgt"sv,  "maj"sv, "cpl"sv, "capt"sv, "gov"sv, "prof"sv,
                                     "rev"sv, "adm"sv, "brig"sv, "hon"sv, "pfc"sv, "cmdr"sv};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// ’ and its kin as ', so that English text stays on the short path.
std::string plain_apostrophes(std::string_view name) {
  std::string plain;
  plain.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string_view three = name.substr(i, 3);
    const bool quote = three == "\u2019"sv || three == "\u2018"sv;
    plain += quote ? '\'' : name[i];
    if (quote) i += 2;
  }
  return plain;
}

/// False: there are other letters than Latin ones, or marks of their own.
bool append_latin(std::string_view text, std::string& bare) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      bare += text[at];
      continue;
    }
    if (lead < 0xC2 || lead > 0xC9 || at + 1 == text.size()) return false;
    const char32_t c = (lead & 0x1Fu) << 6 | (static_cast<unsigned char>(text[++at]) & 0x3F);
    if (c < first_accented || c > last_accented) return false;
    bare += bare_letters[c - first_accented];
  }
  return true;
}

std::string transliterate(const icu::UnicodeString& text);

/// NFKC case-folded, in Latin letters without accents. "조선일보" gives "joseon-ilbo".
std::string latin(std::string_view name) {
  if (std::string bare; append_latin(name, bare)) return bare;
  const auto known = std::lower_bound(names_in_latin.begin(), names_in_latin.end(), name,
                                      [](const NameInLatin& one, std::string_view other) { return one.name < other; });
  if (known != names_in_latin.end() && known->name == name) return std::string(known->latin);
  return transliterate(icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())}));
}

/// ICU replaces letters where they stand and moves all that is behind them, which takes a long text's size squared.
/// What is longer than names are goes through in pieces, cut behind a blank where there is one.
std::int32_t piece_end(const icu::UnicodeString& text, std::int32_t begin) {
  constexpr std::int32_t longest = 512;
  if (text.length() - begin <= longest) return text.length();
  const std::int32_t blank = text.lastIndexOf(u' ', begin, longest);
  return blank >= 0 ? blank + 1 : text.getChar32Start(begin + longest);
}

std::string transliterate(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  // Chinese characters stay: thousands share a sound, and the table for them is slow to load.
  // One for each thread: a transliterator must not be used by two at once, and is dear to make.
  thread_local const std::unique_ptr<icu::Transliterator> to_latin(
      icu::Transliterator::createInstance("[:^Han:] Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString folded = U_SUCCESS(status) && to_latin ? fold->normalize(text, status) : text;
  if (U_FAILURE(status) || !to_latin) return {};
  std::string result;
  for (std::int32_t begin = 0, end; begin < folded.length(); begin = end) {
    end = piece_end(folded, begin);
    icu::UnicodeString piece(folded, begin, end - begin);
    to_latin->transliterate(piece);
    piece.toLower(icu::Locale::getRoot()).toUTF8String(result);
  }
  return result;
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_word(std::string_view text, std::size_t i) { return i >= text.size() || !is_word(lower(text[i])); }

/// Words in lower case with one blank between them; possessive endings, dots and apostrophes off.
std::string words_of(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  bool blank = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = lower(text[i]);
    if (is_word(c) || c == '&') {
      if (blank && !key.empty()) key += ' ';
      blank = c == '&';
      if (c == '&')
        key += key.empty() || key.back() == ' ' ? "and" : " and";
      else
        key += c;
    } else if (c == '\'') {
      if (i + 1 < text.size() && lower(text[i + 1]) == 's' && ends_word(text, i + 2)) ++i;
    } else if (c != '.') {
      blank = true;
    } else if (i + 1 < text.size() && text[i + 1] == ' ') {
      blank = true;
    }
  }
  return key;
}

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Leading articles and short titles off, as long as a word remains.
std::string_view without_titles(std::string_view key) {
  for (std::size_t end; (end = key.find(' ')) != key.npos; key.remove_prefix(end + 1)) {
    const std::string_view word = key.substr(0, end);
    if (!is_one_of(articles, word) && !is_one_of(short_titles, word)) break;
  }
  return key;
}

}  // namespace

bool has_small_letters(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string words_key(std::string_view words) {
  if (is_ascii(words)) return words_of(words);
  std::string text = plain_apostrophes(words);
  if (!is_ascii(text)) text = plain_apostrophes(latin(text));
  return words_of(text);
}

std::string name_key(std::string_view name) {
  std::string key = words_key(name);
  const std::string_view bare = without_titles(key);
  if (bare.size() < key.size()) key.erase(0, key.size() - bare.size());
  return key;
}

}  // namespace averment
