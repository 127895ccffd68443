// How a text writes its words: what is left of it where the words, in their order, are known.
#include "store/spelling.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "store/codec.hpp"

namespace averment {
namespace {

using namespace std::string_view_literals;

enum class Form : std::uint8_t { as_is, capital, capitals, other };
constexpr std::size_t forms = 4;

/// What stands before words, the most frequent first, as news reports have it. On disk: a change raises
/// schema::version.
constexpr std::array gaps = {" "sv,     ", "sv,   ". "sv,    "-"sv,     ""sv,     "'"sv,    "."sv,   "\n"sv,  ".\n"sv,
                             " ("sv,    ") "sv,   " \""sv,   "\" "sv,   ". \""sv, ",\" "sv, "] "sv,  ".["sv,  "/"sv,
                             ".\n\""sv, ". \n"sv, "’"sv,     "; "sv,    ": "sv,   " - "sv,  " $"sv,  ":"sv,   "' "sv,
                             " '"sv,    "% "sv,   "\n\n"sv,  ".\n\n"sv, "  "sv,   "? "sv,   ".\""sv, "\""sv,  ")"sv,
                             "][ "sv,   " “"sv,   "” "sv,    ". “"sv,   ",” "sv,  " – "sv,  " — "sv, "–"sv,   ".\"\n"sv,
                             " -- "sv,  "), "sv,  "). "sv,   ") - "sv,  ", \""sv, "... "sv, "..."sv, ".  "sv, "! "sv,
                             "’ "sv,    ": \""sv, ".\r\n"sv, "\r\n"sv,  " & "sv,  "&"sv,    "["sv,   " ["sv,  ",["sv};
constexpr std::size_t other_gap = gaps.size();
static_assert((other_gap + 1) * forms <= 256);

std::size_t number_of(std::string_view gap) {
  static const std::unordered_map<std::string_view, std::size_t> numbers = [] {
    std::unordered_map<std::string_view, std::size_t> all;
    for (std::size_t number = 0; number < gaps.size(); ++number) all.emplace(gaps[number], number);
    return all;
  }();
  if (gap == gaps.front()) return 0;
  const auto known = numbers.find(gap);
  return known == numbers.end() ? other_gap : known->second;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
char capital(char c) { return is_small(c) ? static_cast<char>(c & ~0x20) : c; }

Form form_of(std::string_view written, std::string_view word) {
  if (written == word) return Form::as_is;
  if (written.size() != word.size()) return Form::other;
  const auto as_capitals = [](char in_text, char in_word) { return in_text == capital(in_word); };
  if (!as_capitals(written.front(), word.front())) return Form::other;
  if (written.substr(1) == word.substr(1)) return Form::capital;
  return std::equal(written.begin(), written.end(), word.begin(), as_capitals) ? Form::capitals : Form::other;
}

std::size_t shared_end(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
}

void append(std::string& text, Form form, std::string_view word) {
  const std::size_t begin = text.size();
  text += word;
  const std::size_t end = form == Form::as_is || word.empty() ? begin : form == Form::capital ? begin + 1 : text.size();
  for (std::size_t at = begin; at < end; ++at) text[at] = capital(text[at]);
}

}  // namespace

// A byte for each token, then what bytes cannot say, in order.
std::string spelling_of(std::string_view text, std::span<const SearchToken> tokens) {
  std::string codes, rest;
  codes.reserve(tokens.size());
  std::size_t done = 0;
  for (const SearchToken& token : tokens) {
    // Tokens of some scripts overlap: of each only what is new.
    const std::size_t begin = std::max<std::size_t>(token.span.begin, done);
    const std::size_t end = std::max<std::size_t>(token.span.end, begin);
    const std::string_view gap = text.substr(done, begin - done), written = text.substr(begin, end - begin);
    const std::size_t number = number_of(gap);
    if (number == other_gap) put_string(rest, gap);
    const Form form = form_of(written, token.word);
    if (form == Form::other) {
      const std::size_t shared = shared_end(written, token.word);
      put_varint(rest, shared);
      put_string(rest, written.substr(0, written.size() - shared));
    }
    codes += static_cast<char>(number * forms + static_cast<std::size_t>(form));
    done = end;
  }
  codes += rest;
  return codes += text.substr(done);
}

std::string spelled(std::string_view spelling, std::span<const std::string_view> words) {
  ByteReader in(spelling, "reports");
  const std::string_view codes = in.bytes(words.size());
  std::string text;
  text.reserve(spelling.size() * 6);
  for (std::size_t place = 0; place < words.size(); ++place) {
    const auto code = static_cast<std::uint8_t>(codes[place]);
    const std::string_view word = words[place];
    if (code / forms > other_gap) in.fail();
    text += code / forms == other_gap ? in.bytes(in.count(1)) : gaps[code / forms];
    const auto form = static_cast<Form>(code % forms);
    if (form != Form::other) {
      append(text, form, word);
      continue;
    }
    const std::uint64_t shared = in.varint();
    if (shared > word.size()) in.fail();
    text += in.bytes(in.count(1));
    text += word.substr(word.size() - shared);
  }
  return text += in.bytes(in.left());
}

}  // namespace averment
