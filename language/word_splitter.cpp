// Text → the places of its words, by Unicode's word boundaries (UAX #29) and ICU's dictionaries for scripts
// that write without blanks.
#include "language/word_splitter.hpp"

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "averment/error.hpp"
#include "language/simple_words.hpp"
#include "language/utf8.hpp"
#include "language/word_folding.hpp"

namespace averment {
namespace {

// ICU is asked about stretches of this size at most: its dictionaries take memory in proportion.
constexpr std::size_t stretch_bytes = 4096;
constexpr std::size_t longest_stretch_bytes = 4 * stretch_bytes;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hangul(UChar32 c) { return c >= 0xAC00 && c <= 0xD7A3; }

std::size_t chunk_end(std::string_view text, std::size_t begin) {
  while (begin < text.size() && !is_blank(text[begin])) ++begin;
  return begin;
}

// Where a stretch without blanks is cut: behind a mark that ends a Chinese or Japanese clause, else anywhere between
// two code points.
std::size_t cut(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin <= longest_stretch_bytes) return end;
  const std::string_view window = text.substr(begin, longest_stretch_bytes);
  for (const std::string_view mark : {"。", "、", "，"})
    if (const std::size_t at = window.rfind(mark); at != window.npos && at > window.size() / 2)
      return begin + at + mark.size();
  return character_start(text, begin + longest_stretch_bytes);
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s", "'S", "’S"})
    if (word.size() > ending.size() && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

bool single_letter(std::string_view word, std::size_t dot_before, std::size_t dot_after) {
  return dot_after - dot_before == 2 && is_letter(word[dot_before + 1]);
}

/// Made as the program is loaded: where there is no memory for its locales, ICU 72 waits for itself without end.
const icu::Locale& root_locale = icu::Locale::getRoot();

}  // namespace

struct WordSplitter::State {
  State() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(root_locale, status));
    if (U_FAILURE(status))
      throw InputError(std::string("ICU has no word boundaries (") + u_errorName(status) + "): install its data");
  }
  ~State() { utext_close(input); }

  void split(std::string_view whole, std::vector<Span>& found);

 private:
  void give_simple();
  void split_other(std::size_t begin, std::size_t end);
  void split_with_icu(std::size_t begin, std::size_t end);
  void word(std::size_t begin, std::size_t end);
  void part(std::size_t begin, std::size_t end);
  void syllable_pairs(const std::vector<std::uint32_t>& borders);
  void give(std::size_t begin, std::size_t end) {
    spans->push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::unique_ptr<icu::BreakIterator> words;
  UText* input = nullptr;
  std::string_view text;
  std::vector<Span>* spans = nullptr;
  std::vector<SimpleWord> simple;
};

void WordSplitter::State::split(std::string_view whole, std::vector<Span>& found) {
  text = whole;
  spans = &found;
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_blank(text[begin])) {
      ++begin;
      continue;
    }
    simple.clear();
    std::size_t end = split_simple(text, begin, simple);
    if (end != text.npos) {
      give_simple();
    } else {
      end = chunk_end(text, begin);
      for (std::size_t next = end; next - begin < stretch_bytes && end < text.size();) {
        next = chunk_end(text, end + 1);
        if (is_ascii(text.substr(end + 1, next - end - 1))) break;
        end = next;
      }
      split_other(begin, end);
    }
    begin = end;
  }
}

void WordSplitter::State::give_simple() {
  for (const SimpleWord& one : simple) {
    if (one.marked)
      word(one.span.begin, one.span.end);
    else
      spans->push_back(one.span);
  }
}

void WordSplitter::State::split_other(std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t stretch_end = cut(text, begin, end);
    split_with_icu(begin, stretch_end);
    begin = stretch_end;
  }
}

void WordSplitter::State::split_with_icu(std::size_t begin, std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  input = utext_openUTF8(input, text.data() + begin, static_cast<int64_t>(end - begin), &status);
  words->setText(input, status);
  int32_t from = words->first();
  for (int32_t to = words->next(); to != icu::BreakIterator::DONE; from = to, to = words->next()) {
    if (words->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    // Again where it can be: ICU takes "@" for a letter.
    if (is_ascii(text.substr(begin + from, to - from))) {
      simple.clear();
      split_simple(text.substr(0, begin + to), begin + from, simple);
      give_simple();
    } else {
      word(begin + from, begin + to);
    }
  }
}

// A full stop or colon between letters ends a sentence whose blank was forgotten, but for initials.
void WordSplitter::State::word(std::size_t begin, std::size_t end) {
  const std::string_view whole = without_possessive(text.substr(begin, end - begin));
  std::size_t from = 0;
  for (std::size_t at = whole.find_first_of(".:"); at != whole.npos; at = whole.find_first_of(".:", at + 1)) {
    const std::size_t next = std::min(whole.find_first_of(".:", at + 1), whole.size());
    const bool in_number = at > 0 && is_digit(whole[at - 1]);
    const bool initials = at - from == 1 || (at >= 2 && whole[at - 2] == '.');
    if (in_number || at == 0 || (initials && single_letter(whole, at, next))) continue;
    part(begin + from, begin + at);
    from = at + 1;
  }
  part(begin + from, begin + whole.size());
}

void WordSplitter::State::part(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (is_ascii(text.substr(begin, end - begin))) return give(begin, end);
  std::vector<std::uint32_t> borders;  // Of the syllables of one run of Hangul.
  std::size_t other = begin;           // Where the run of anything else begins.
  for (auto at = static_cast<int32_t>(begin); at < static_cast<int32_t>(end);) {
    const int32_t from = at;
    UChar32 letter;
    U8_NEXT(text.data(), at, static_cast<int32_t>(end), letter);
    if (is_hangul(letter)) {
      if (borders.empty() && other < static_cast<std::size_t>(from)) give(other, from);
      if (borders.empty()) borders.push_back(from);
      borders.push_back(at);
      other = at;
    } else {
      syllable_pairs(borders);
      borders.clear();
    }
  }
  syllable_pairs(borders);
  if (other < end) give(other, end);
}

void WordSplitter::State::syllable_pairs(const std::vector<std::uint32_t>& borders) {
  if (borders.size() == 2) give(borders[0], borders[1]);
  for (std::size_t syllable = 2; syllable < borders.size(); ++syllable) give(borders[syllable - 2], borders[syllable]);
}

WordSplitter::WordSplitter() : state_(std::make_unique<State>()) {}
WordSplitter::~WordSplitter() = default;

void WordSplitter::split(std::string_view text, std::vector<Span>& words) { state_->split(text, words); }

}  // namespace averment
