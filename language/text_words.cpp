// A text's tokens as the name rules look at them.
#include "language/text_words.hpp"

#include <algorithm>
#include <bit>

#include "language/class_table.hpp"
#include "language/names.hpp"

namespace averment {
namespace {

/// Marks behind which a sentence may begin.
bool opens_sentence(std::string_view mark) {
  return mark == "\"" || mark == "“" || mark == "‘" || mark == "'" || mark == ":" || mark == "«" || mark == "„" ||
         mark == "•" || mark == "*" || mark == "”" || mark == "?" || mark == "!";
}

bool is_plain(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

TextWords::TextWords(const Text& text, const NameWords& words, std::string_view language)
    : text_(text), words_(text.tokens.size()), uses_(std::bit_ceil(2 * words_.size() + 2)) {
  const ClassTable& classes = words.table(language);
  constexpr std::size_t ahead = 8;
  for (std::size_t token = 0; token < words_.size(); ++token) {
    if (token + ahead < words_.size()) classes.prefetch(text.tokens[token + ahead].hash);
    fill(token, classes);
  }
  mark_sentences();
}

void TextWords::fill(std::size_t token, const ClassTable& classes) {
  const Token& from = text_.tokens[token];
  TextWord& word = words_[token];
  const std::string_view folded = text_.folded(from);
  if (from.shape == Token::Shape::punctuation) {
    if (folded == "&") word.hash = word_hash(word.key = "and");
    return;
  }
  if (is_plain(folded)) {
    word.key = folded;
    word.hash = from.hash;
  } else {
    word.key = keys_.emplace_back(words_key(folded));
    word.hash = word_hash(word.key);
  }
  word.classes = classes.find(word.key, word.hash);
  if (word.is(kParticle)) word.classes &= ~kFirstName;
  using Shape = Token::Shape;
  const char first = text_.source[from.span.begin];
  word.upper = from.shape == Shape::upper;
  word.cased =
      from.shape == Shape::capitalized || word.upper || (from.shape == Shape::mixed && first >= 'A' && first <= 'Z');
  word.capital = word.cased;
  // A lone capital is a name's part only as an initial: "J.".
  if (word.capital && from.span.size() == 1) word.capital = false;
  if (word.is(kFunction) && !word.upper) word.capital = false;
  if (word.is(kMonth | kWeekday) || (text_.upper_case && word.is(kCommon))) word.capital = false;
}

void TextWords::mark_sentences() {
  for (const Sentence& sentence : text_.sentences) {
    bool initial = true;
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      TextWord& word = words_[token];
      if (word.key.empty()) {
        initial |= opens_sentence(text_.written(text_.tokens[token]));
        continue;
      }
      word.initial = initial;
      initial = false;
    }
    if (!text_.upper_case) mark_headline(sentence);
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
      if (!words_[token].key.empty()) note_uses(token);
    }
  }
}

void TextWords::note_uses(std::size_t token) {
  const TextWord& word = words_[token];
  const Token& from = text_.tokens[token];
  const bool lower = from.shape == Token::Shape::lower, capital = !lower && word.capital && !word.initial;
  if (!lower && !capital) return;
  Uses& uses = uses_[place_of(word)];
  uses.hash = word.hash;
  uses.token = static_cast<std::uint32_t>(token) + 1;
  uses.lower |= lower;
  uses.capital |= capital;
}

/// Where the word is, or may be put.
std::size_t TextWords::place_of(const TextWord& word) const {
  const std::size_t mask = uses_.size() - 1;
  std::size_t at = word.hash & mask;
  while (uses_[at].token && (uses_[at].hash != word.hash || words_[uses_[at].token - 1].key != word.key))
    at = (at + 1) & mask;
  return at;
}

/// Where every word has a capital, a capital on a common word says nothing.
void TextWords::mark_headline(const Sentence& sentence) {
  std::size_t capitals = 0, others = 0;
  for (std::size_t token = sentence.first; token < sentence.last; ++token) {
    const TextWord& word = words_[token];
    if (word.key.size() < 4) continue;
    const bool lower = text_.tokens[token].shape == Token::Shape::lower;
    capitals += word.capital && !word.initial;
    others += lower;
  }
  if (capitals < 4 || others * 4 > capitals) return;
  for (std::size_t token = sentence.first; token < sentence.last; ++token)
    if (words_[token].is(kCommon)) words_[token].capital = false;
}

bool TextWords::is_hyphen(std::size_t at) const {
  return at > 0 && at + 1 < words_.size() && words_[at].key.empty() && text_.written(text_.tokens[at]) == "-" &&
         !text_.tokens[at].space_before && !text_.tokens[at + 1].space_before && !words_[at - 1].key.empty() &&
         !words_[at + 1].key.empty();
}

}  // namespace averment
