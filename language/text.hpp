// A report's text in tokens, sentences, paragraphs and quotations: what the readers of entities and claims walk over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

/// A word, a number, or one mark of punctuation. Possessive endings ('s, ’s, the ’ of "NIS’") are tokens of their own;
/// "U.S.", "Mr.", "5,000", "2.5" are one token; hyphens and dashes are tokens.
struct Token {
  enum class Shape : std::uint8_t { lower, capitalized, upper, mixed, number, punctuation, other };

  Span span;
  std::uint32_t folded_begin = 0;  ///< Into Text::folded_text.
  std::uint32_t folded_size = 0;
  std::uint32_t hash = 0;      ///< word_hash of the folded text.
  std::uint32_t sentence = 0;  ///< Index into Text::sentences.
  Shape shape = Shape::other;
  bool space_before = false;  ///< White space, or the text's start, stands before it.
};

struct Sentence {
  Span span;                ///< Without surrounding white space.
  std::uint32_t first = 0;  ///< Its tokens: [first, last).
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;
};

/// A stretch in quotation marks: tokens [first, last), the marks included; last is the paragraph's end where the
/// quotation goes on in the next one.
struct Quotation {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool continues = false;  ///< No closing mark: the next paragraph opens with a mark again.
};

struct Text {
  std::string_view source;  ///< The report's text; must outlive this.
  std::string_view report;  ///< Its id, for aliases that hold in it alone; must outlive this; empty: none.
  std::string folded_text;  ///< NFKC case-folded tokens, one after the other.
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;
  bool upper_case = false;  ///< Most letters are capitals: capitals say nothing about names.

  std::string_view written(const Token& token) const { return written(token.span); }
  std::string_view written(Span span) const { return source.substr(span.begin, span.size()); }
  std::string_view folded(const Token& token) const {
    return std::string_view(folded_text).substr(token.folded_begin, token.folded_size);
  }
  std::string_view folded(std::size_t index) const { return folded(tokens[index]); }
  /// From the first token's begin to the last one's end; [first, last) is not empty.
  Span span(std::size_t first, std::size_t last) const { return {tokens[first].span.begin, tokens[last - 1].span.end}; }
};

}  // namespace averment
