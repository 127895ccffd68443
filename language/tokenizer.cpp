// A report's text → tokens in sentences, paragraphs and quotations.
#include "language/tokenizer.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string>
#include <unordered_set>

#include "language/fold.hpp"
#include "language/knowledge_files.hpp"
#include "language/sentence_splitter.hpp"
#include "language/word_map.hpp"

namespace averment {
namespace {

/// One code point of the text, and where the next one begins.
struct CodePoint {
  UChar32 value = 0;
  std::uint32_t next = 0;
};

class Scanner {
 public:
  Scanner(std::string_view source, const std::unordered_set<std::string>& abbreviations, Text& text)
      : source_(source), abbreviations_(abbreviations), text_(text) {}

  void run() {
    bool space = true;
    for (std::uint32_t at = 0; at < source_.size();) {
      const CodePoint point = read(at);
      if (is_space(point.value)) {
        space = true;
        at = point.next;
        continue;
      }
      const std::uint32_t end = token_end(at, point);
      add({at, end}, space, point.value);
      space = false;
      at = end;
    }
  }

 private:
  CodePoint read(std::uint32_t at) const {
    CodePoint point;
    point.next = at;
    if (at < source_.size())
      U8_NEXT(source_.data(), point.next, static_cast<std::uint32_t>(source_.size()), point.value);
    return point;
  }

  static bool is_space(UChar32 c) {
    return c <= 0x20 || c == 0xA0 || (c > 0x7F && (u_isUWhiteSpace(c) || c == 0xFEFF));
  }
  static bool is_digit(UChar32 c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(c); }
  static bool is_ascii_letter(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_upper(UChar32 c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0; }
  static bool is_ascii_word(UChar32 c) { return (c >= '0' && c <= '9') || is_ascii_letter(c); }
  static bool is_word(UChar32 c) {
    if (c < 0x80) return is_ascii_word(c);
    return u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_MC_MASK));
  }
  static bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019; }

  std::uint32_t token_end(std::uint32_t at, CodePoint point) const {
    if (is_word(point.value)) return word_end(at);
    if (is_apostrophe(point.value) && at > 0 && is_possessive(at, point)) return read(point.next).next;
    return run_of_marks_end(point);
  }

  /// "'s" behind a word.
  bool is_possessive(std::uint32_t at, CodePoint apostrophe) const {
    if (!at) return false;
    const CodePoint s = read(apostrophe.next);
    if ((s.value | 0x20) != 's' || is_word(read(s.next).value)) return false;
    const bool apart = is_space(static_cast<unsigned char>(source_[at - 1]));  // "China 's media" of wire services
    return !apart || (s.next < source_.size() && source_[s.next] == ' ');
  }

  /// "...", "--" and "''" are one token; other marks stand alone.
  std::uint32_t run_of_marks_end(CodePoint point) const {
    std::uint32_t end = point.next;
    if (point.value == '.' || point.value == '-' || point.value == '\'' || point.value == '`')
      while (end < source_.size() && static_cast<UChar32>(source_[end]) == point.value) ++end;
    return end;
  }

  std::uint32_t word_end(std::uint32_t begin) const {
    std::uint32_t end = begin;
    UChar32 last = 0;
    bool inner_stop = false;
    for (;;) {
      for (; end < source_.size() && is_ascii_word(source_[end]); ++end) last = source_[end];
      const CodePoint point = read(end);
      if (end >= source_.size()) return end;
      if (is_word(point.value)) {
        last = point.value;
        end = point.next;
        continue;
      }
      const CodePoint after = read(point.next);
      const bool in_number = is_digit(last) && is_digit(after.value) && point.next < source_.size();
      if ((point.value == ',' || point.value == '.') && in_number) {
        end = after.next;
        last = after.value;
      } else if (point.value == '.' && !is_digit(last) && is_initialism(begin, end, after, inner_stop)) {
        inner_stop = true;
        end = point.next;
        if (!is_word(after.value)) return end;
      } else if (is_apostrophe(point.value) && is_word(after.value) && !is_digit(last) && !is_possessive(end, point)) {
        end = after.next;
        last = after.value;
      } else if (point.value == '.' && is_abbreviation(begin, end, inner_stop)) {
        return point.next;
      } else {
        return end;
      }
    }
  }

  /// "U.S" goes on behind the stop, and ends with it.
  bool is_initialism(std::uint32_t begin, std::uint32_t end, CodePoint after, bool inner_stop) const {
    const bool one_letter = letters_since_stop(begin, end) == 1;
    if (!one_letter) return false;
    if (inner_stop) return true;
    return is_word(after.value) && !is_digit(after.value) && !is_word(read(after.next).value);
  }

  std::uint32_t letters_since_stop(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t letters = 0;
    while (end > begin && source_[end - 1] != '.') {
      --end;
      letters += (static_cast<unsigned char>(source_[end]) & 0xC0) != 0x80;
    }
    return letters;
  }

  /// "Mr.", "Rep.", "No.", and the initial in "J. Smith".
  bool is_abbreviation(std::uint32_t begin, std::uint32_t end, bool inner_stop) const {
    if (inner_stop) return true;
    const std::string_view word = source_.substr(begin, end - begin);
    if (word.size() == 1) return word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
    if (word.size() > 12) return false;
    std::string folded;
    fold(word, folded);
    return abbreviations_.contains(folded);
  }

  void add(Span span, bool space, UChar32 first) {
    Token token;
    token.span = span;
    token.space_before = space;
    token.folded_begin = static_cast<std::uint32_t>(text_.folded_text.size());
    const std::string_view written = source_.substr(span.begin, span.size());
    if (written == "''" || written == "``")
      text_.folded_text += '"';  // how typewriters quote
    else
      fold(written, text_.folded_text);
    token.folded_size = static_cast<std::uint32_t>(text_.folded_text.size()) - token.folded_begin;
    token.hash = word_hash(text_.folded(token));
    token.shape = shape_of(written, first);
    text_.tokens.push_back(token);
  }

  static Token::Shape shape_of(std::string_view word, UChar32 first) {
    if (!is_word(first)) return Token::Shape::punctuation;
    std::size_t upper = 0, lower = 0, digits = 0, letters = 0;
    for (std::size_t at = 0; at < word.size();) {
      UChar32 c;
      U8_NEXT(word.data(), at, word.size(), c);
      digits += is_digit(c);
      if (c < 0x80 ? !is_ascii_letter(c) : !u_isalpha(c)) continue;
      ++letters;
      upper += is_upper(c);
      lower += c < 0x80 ? !is_upper(c) : u_islower(c) != 0;
    }
    if (is_digit(first)) return letters ? Token::Shape::mixed : Token::Shape::number;
    if (!upper) return lower ? Token::Shape::lower : Token::Shape::other;
    if (upper == letters && letters > 1) return Token::Shape::upper;
    return is_upper(first) ? Token::Shape::capitalized : Token::Shape::mixed;
  }

  std::string_view source_;
  const std::unordered_set<std::string>& abbreviations_;
  Text& text_;
};

bool mostly_capitals(const Text& text) {
  std::size_t upper = 0, words = 0;
  for (const Token& token : text.tokens) {
    const bool word = token.shape != Token::Shape::number && token.shape != Token::Shape::punctuation;
    words += word && token.span.size() > 1;
    upper += token.shape == Token::Shape::upper;
  }
  return words >= 5 && upper * 10 > words * 7;
}

}  // namespace

struct Tokenizer::State {
  std::unordered_set<std::string> abbreviations;
};

Tokenizer::Tokenizer(const KnowledgeFiles& files) : state_(std::make_unique<State>()) {
  for (const std::string& name : files.names("lexicons/"))
    if (name.ends_with("/abbreviations.tsv"))
      files.each_row(name, 1, [this](const Row& row) { state_->abbreviations.emplace(row[0]); });
}

Tokenizer::~Tokenizer() = default;

Text Tokenizer::tokenize(std::string_view source) const {
  Text text;
  text.source = source;
  text.folded_text.reserve(source.size());
  text.tokens.reserve(source.size() / 5);
  Scanner(source, state_->abbreviations, text).run();
  text.upper_case = mostly_capitals(text);
  split_sentences(text, find_paragraphs(source));
  find_quotations(text);
  return text;
}

}  // namespace averment
