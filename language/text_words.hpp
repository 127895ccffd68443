// A text's tokens as the name rules look at them: key, classes, capital.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "language/name_words.hpp"
#include "language/text.hpp"

namespace averment {

struct TextWord {
  std::string_view key;       ///< Folded, without dots, apostrophes and accents; empty: no word.
  std::uint32_t hash = 0;     ///< word_hash of key.
  std::uint32_t classes = 0;  ///< See NameWordClass.
  bool cased = false;         ///< Begins with a capital.
  bool capital = false;       ///< So it does, and may be a part of a name for it.
  bool upper = false;         ///< All of its letters are capitals; more than one.
  bool initial = false;       ///< Begins a sentence or quotation: its capital says nothing.

  bool is(std::uint32_t any) const { return (classes & any) != 0; }
};

/// The text and the words must outlive it.
class TextWords {
 public:
  /// `language` of the report: ISO 639-1, or empty.
  TextWords(const Text& text, const NameWords& words, std::string_view language);

  const TextWord& operator[](std::size_t token) const { return words_[token]; }
  std::size_t size() const { return words_.size(); }

  /// Token `at` is a hyphen between two words.
  bool is_hyphen(std::size_t at) const;
  /// The word occurs without a capital somewhere.
  bool seen_lower(const TextWord& word) const { return uses_of(word).lower; }
  /// The word occurs with a capital inside a sentence.
  bool seen_capital(const TextWord& word) const { return uses_of(word).capital; }

 private:
  void fill(std::size_t token, const ClassTable& classes);
  void mark_sentences();
  void mark_headline(const Sentence& sentence);

  /// How one word is written in the text.
  struct Uses {
    std::uint32_t hash = 0;
    std::uint32_t token = 0;  ///< One of its tokens, from 1; 0: a free place.
    bool lower = false;
    bool capital = false;
  };
  void note_uses(std::size_t token);
  std::size_t place_of(const TextWord& word) const;
  const Uses& uses_of(const TextWord& word) const { return uses_[place_of(word)]; }

  const Text& text_;
  std::vector<TextWord> words_;
  std::deque<std::string> keys_;
  std::vector<Uses> uses_;  // open addressing; more than twice as many places as words
};

}  // namespace averment
