// Whether a text gives a person a role: "Governor Ana Ruiz", "Ana Ruiz, the governor of Oro".
#include "language/person_role.hpp"

#include <algorithm>

#include "language/names.hpp"

namespace averment {
namespace {

class RoleFinder {
 public:
  RoleFinder(const Mention& person, const BackReference& reference, const Text& text, const ClaimLexicon& lexicon)
      : reference_(reference), text_(text), lexicon_(lexicon) {
    first_ = token_at(person.span.begin);
    last_ = token_at(person.span.end);
    const Sentence& sentence = text.sentences[text.tokens[std::min(first_, text.tokens.size() - 1)].sentence];
    begin_ = sentence.first;
    end_ = sentence.last;
  }

  bool run() const { return stands_before() || is_set_off_before() || is_set_off_behind(); }

 private:
  using Shape = Token::Shape;
  static constexpr std::size_t longest_title = 5;       // tokens between the role and the name: "of the Interior"
  static constexpr std::size_t longest_apposition = 8;  // tokens

  /// The first token that begins at `byte` or behind it.
  std::size_t token_at(std::uint32_t byte) const {
    return static_cast<std::size_t>(
        std::lower_bound(text_.tokens.begin(), text_.tokens.end(), byte,
                         [](const Token& token, std::uint32_t at) { return token.span.begin < at; }) -
        text_.tokens.begin());
  }

  bool is_mark(std::size_t token) const { return text_.tokens[token].shape == Shape::punctuation; }

  bool is_role(std::size_t token) const {
    const auto holds = [&](const std::vector<std::string>& words, std::size_t at) {
      return std::find(words.begin(), words.end(), words_key(text_.folded(at))) != words.end();
    };
    return holds(reference_.words, token) && !(token > begin_ && holds(reference_.not_behind, token - 1));
  }

  /// "Governor Ana Ruiz", "Minister of Health Ana Ruiz".
  bool stands_before() const {
    for (std::size_t at = first_; at > begin_ && first_ - at <= longest_title; --at) {
      if (is_mark(at - 1)) return false;
      if (is_role(at - 1)) return true;
      const bool inside =
          text_.tokens[at - 1].shape != Shape::lower || lexicon_.classes(text_.folded(at - 1)).has(WordClass::of);
      if (!inside) return false;
    }
    return false;
  }

  /// "The governor of Oro, Ana Ruiz,".
  bool is_set_off_before() const {
    if (first_ < begin_ + 2 || text_.folded(first_ - 1) != ",") return false;
    for (std::size_t at = first_ - 1; at > begin_ && first_ - at <= longest_apposition; --at) {
      if (is_mark(at - 1)) return false;
      if (!lexicon_.classes(text_.folded(at - 1)).has(WordClass::article)) continue;
      const bool governed = at - 1 > begin_ && lexicon_.classes(text_.folded(at - 2)).has(WordClass::preposition);
      return !governed && opens_with_role(at, first_ - 1);
    }
    return false;
  }

  /// "Ana Ruiz, the governor of Oro," and "Ana Ruiz, 61, governor of Oro,".
  bool is_set_off_behind() const {
    std::size_t at = last_;
    if (at >= end_ || text_.folded(at) != ",") return false;
    if (at + 2 < end_ && text_.tokens[at + 1].shape == Shape::number && text_.folded(at + 2) == ",") at += 2;
    return opens_with_role(at + 1, std::min(end_, at + 1 + longest_apposition));
  }

  /// The phrase's own noun, not that of a name or phrase within it: "the brother of the governor" is none.
  bool opens_with_role(std::size_t at, std::size_t end) const {
    for (; at < end && !is_mark(at); ++at) {
      if (is_role(at)) return true;
      const WordClasses classes = lexicon_.classes(text_.folded(at));
      if (classes.any(WordClass::preposition, WordClass::of, WordClass::cue, WordClass::who, WordClass::conjunction))
        return false;
    }
    return false;
  }

  const BackReference& reference_;
  const Text& text_;
  const ClaimLexicon& lexicon_;
  std::size_t first_, last_;  // The name's tokens.
  std::size_t begin_, end_;   // The sentence's.
};

/// The words right before the name, in its sentence and on its side of any mark: "by spokeswoman".
std::string words_before(const Mention& person, const Text& text) {
  constexpr std::size_t most = 3;
  auto at = std::lower_bound(text.tokens.begin(), text.tokens.end(), person.span.begin,
                             [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
  std::string words;
  for (std::size_t count = 0; count < most && at != text.tokens.begin(); ++count) {
    --at;
    if (at->shape == Token::Shape::punctuation || at->span.end > person.span.begin) break;
    words = words_key(text.written(*at)) + (words.empty() ? "" : " ") + words;
  }
  return words;
}

}  // namespace

bool has_role(const Mention& person, const BackReference& reference, const Text& text, const ClaimLexicon& lexicon) {
  return !text.tokens.empty() && RoleFinder(person, reference, text, lexicon).run();
}

Gender gender_of(const Mention& person, const Text& text, const ClaimLexicon& lexicon) {
  // The nearest word tells: of "her husband, Mr. Ruiz" the last one.
  std::string words = words_before(person, text);
  for (std::size_t end = words.size(); end > 0;) {
    const std::size_t blank = words.rfind(' ', end - 1);
    const std::size_t begin = blank == words.npos ? 0 : blank + 1;
    const Gender gender = lexicon.persons.of_words(std::string_view(words).substr(begin, end - begin));
    if (gender != Gender::unknown) return gender;
    end = begin == 0 ? 0 : begin - 1;
  }
  return lexicon.persons.of_name(person.name);
}

}  // namespace averment
