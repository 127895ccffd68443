// The words by which claims are read in one language: corpus/lexicons/<language>/*.tsv.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/claim.hpp"
#include "language/text.hpp"

namespace averment {

class KnowledgeFiles;

/// Grammatical and semantic classes of words; the names of words.tsv, people.tsv and things.tsv.
enum class WordClass : std::uint8_t {
  determiner,
  possessive,
  pronoun,
  be,
  have,
  auxiliary_do,
  will,
  would,
  modal,
  to,
  negation,
  adverb,
  preposition,
  conjunction,
  relative,
  subordinator,
  evidential,
  time,
  month,
  including,
  count_verb,
  leave,
  make,
  force,
  forecast,
  hypothetical,
  currency,
  verb,
  person,
  armed,
  collective,
  thing,
  cue,
  number
};

/// A set of word classes.
class WordClasses {
 public:
  void add(WordClass c) { bits_ |= bit(c); }
  bool has(WordClass c) const { return bits_ & bit(c); }
  template <typename... Rest>
  bool any(Rest... classes) const {
    return (has(classes) || ...);
  }
  bool empty() const { return !bits_; }

 private:
  static std::uint64_t bit(WordClass c) { return std::uint64_t{1} << static_cast<unsigned>(c); }
  std::uint64_t bits_ = 0;
};

/// How a trigger is tied to the people: see the comment of triggers.tsv.
enum class TriggerRole : std::uint8_t {
  verb,
  weak,
  intr,
  part,
  adj,
  noun,
  head,
  event,
  toll,
  subject,
  hospital,
  lives
};

enum class VerbForm : std::uint8_t { base, third, past, participle, ing, phrase };

struct Trigger {
  Category category;
  TriggerRole role;
  VerbForm form;
};

enum class NumberKind : std::uint8_t { unit, scale, dozen, vague, article, share, fraction };

struct NumberWord {
  NumberKind kind;
  double value = 0;
  std::optional<ShareWord> word;
};

enum class CueKind : std::uint8_t { verb, deny, preposition, citing, noun, told, release };

/// Phrases of one or more folded tokens, each with what it means. A phrase may mean several things.
template <typename Meaning>
class PhraseTable {
 public:
  struct Match {
    std::uint32_t words = 0;  ///< 0: no phrase begins here.
    const std::vector<Meaning>* meanings = nullptr;
    explicit operator bool() const { return words != 0; }
  };

  /// `phrase`: words joined by '_'.
  void add(std::string_view phrase, const Meaning& meaning) {
    const std::size_t words = 1 + static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), '_'));
    std::uint32_t& longest = longest_[std::string(phrase.substr(0, phrase.find('_')))];
    longest = std::max(longest, static_cast<std::uint32_t>(words));
    meanings_[std::string(phrase)].push_back(meaning);
  }

  /// The longest phrase that begins with token `first` and ends before token `last`.
  Match match(const Text& text, std::size_t first, std::size_t last) const {
    if (first >= last) return {};
    const auto longest = longest_.find(std::string(text.folded(first)));
    if (longest == longest_.end()) return {};
    std::string phrase;
    Match found;
    for (std::uint32_t words = 1; words <= longest->second && first + words <= last; ++words) {
      if (words > 1) phrase += '_';
      phrase += text.folded(first + words - 1);
      if (const auto it = meanings_.find(phrase); it != meanings_.end()) found = {words, &it->second};
    }
    return found;
  }

  /// What `phrase` (words joined by '_') means as a whole; null: nothing.
  const std::vector<Meaning>* find(const std::string& phrase) const {
    const auto it = meanings_.find(phrase);
    return it == meanings_.end() ? nullptr : &it->second;
  }

  bool begins(std::string_view word) const { return longest_.contains(std::string(word)); }

 private:
  std::unordered_map<std::string, std::uint32_t> longest_;
  std::unordered_map<std::string, std::vector<Meaning>> meanings_;
};

struct QualifierWord {
  std::optional<Qualifier> qualifier;  ///< Empty: it may stand before a number and says nothing.
};

struct ClaimLexicon {
  /// @throws InputError with file and line for a row that makes no sense.
  ClaimLexicon(const KnowledgeFiles& files, std::string_view language);

  WordClasses classes(std::string_view folded) const;

  std::unordered_map<std::string, WordClasses> words;
  PhraseTable<Trigger> triggers;
  PhraseTable<NumberWord> numbers;
  PhraseTable<QualifierWord> qualifiers_before, qualifiers_after;
  PhraseTable<CueKind> cues;
};

/// One sentence with its words' classes.
struct SentenceWords {
  const Text& text;
  const Sentence& sentence;
  const ClaimLexicon& lexicon;
  std::vector<WordClasses> classes;  ///< Of token sentence.first + i.
  bool upper_case = false;           ///< All in capitals, as a headline may be: they say nothing about names.

  SentenceWords(const Text& text, const Sentence& sentence, const ClaimLexicon& lexicon);

  std::uint32_t first() const { return sentence.first; }
  std::uint32_t last() const { return sentence.last; }
  bool inside(std::size_t token) const { return token >= sentence.first && token < sentence.last; }
  WordClasses at(std::size_t token) const { return inside(token) ? classes[token - sentence.first] : WordClasses(); }
  bool is(std::size_t token, std::string_view folded) const { return inside(token) && text.folded(token) == folded; }
  bool is_any(std::size_t token, std::initializer_list<std::string_view> words) const;
  Token::Shape shape(std::size_t token) const {
    return inside(token) ? text.tokens[token].shape : Token::Shape::punctuation;
  }
  bool is_mark(std::size_t token) const { return shape(token) == Token::Shape::punctuation; }
  /// The token stands close behind the one before it.
  bool glued(std::size_t token) const { return inside(token) && !text.tokens[token].space_before; }
  /// Has a capital where capitals mean something.
  bool is_name(std::size_t token) const {
    const Token::Shape s = shape(token);
    return !upper_case && (s == Token::Shape::capitalized || s == Token::Shape::upper);
  }
};

}  // namespace averment
