// The words by which claims are read in one language: corpus/lexicons/<language>/*.tsv.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/claim.hpp"
#include "language/person_words.hpp"
#include "language/text.hpp"
#include "language/word_map.hpp"

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
  number,

  // Words that the grammar of numbers and of noun phrases asks for: see words.tsv.
  indefinite,
  of,
  ratio,
  between,
  between_to,
  range_to,
  hundred_and,
  ten_and,
  joint,
  joint_and,
  joint_or,
  uncounted,
  both,
  degree,
  gradable,
  age,
  numbering,
  year_lead,
  count_lead,
  about,
  aged,
  additional,
  partitive,
  attributive,
  animal,
  figurative,
  among,
  ordinal,
  pair,
  victim,
  pull,
  out,
  whom,
  keeps_on,
  attempt,
  treat,
  occasion_clause,
  capable,
  takes_things,
  rank_link,
  patient,
  other_person,
  as_word,
  quantifier,
  period,
  any_word,
  aged_head,
  parent,
  age_unit,
  clock,
  institutional,
  exceeding,
  // ... that frames ask for
  whose,
  gerund_auxiliary,
  either,
  lives,
  strike,
  hospital,
  subject_pronoun,
  place_relative,
  described,
  list_joint,
  from,
  compared,
  presence,
  persisting,
  locative,
  place_preposition,
  may,
  threat,
  scheduled,
  conditional,
  take,
  captive,
  hostage,
  remains,
  toll_link,
  opener,
  with,
  together,
  well,
  alongside,
  clause_opener,
  injury,
  term,
  captor,
  fatal,
  purpose,
  besides,
  captive_civilian,
  counting,
  camera,
  // ... and that cues and sources ask for
  by,
  that,
  opening_cue,
  noun_cue,
  human_cue,
  request_cue,
  noun_lead,
  said_of,
  participle_cue,
  able,
  claiming_cue,
  placing_cue,
  that_cue,
  tally,
  occasion,
  sequel,
  contrast,
  aftermath,
  coordinated,
  concession,
  office,
  tie,
  loose_tie,
  lead_in,
  who,
  anybody,
  third_person,
  release,
  person_pronoun,
  plural_pronoun,
  their,
  article,
  definite,
  document,
  utterance,
  topic,
  speaker,
  behind,
  member_tie,
  object_mark,
  range_from
};

/// A set of word classes.
class WordClasses {
 public:
  void add(WordClass c) { bits_.set(static_cast<std::size_t>(c)); }
  bool has(WordClass c) const { return bits_.test(static_cast<std::size_t>(c)); }
  template <typename... Rest>
  bool any(Rest... classes) const {
    return (has(classes) || ...);
  }

 private:
  std::bitset<192> bits_;
};

/// What a word's ending says of a word that no list knows: the names of endings.tsv.
enum class Ending : std::uint8_t {
  adverb,
  past,
  participle,
  ing,
  modifier,
  plural,
  person,
  people,
  demonym,
  demonyms,
  adjective,
  adjectives,
  finite,
  will,
  would
};
constexpr std::size_t ending_count = 15;

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
  suffers,
  jailed,
  lives
};

enum class VerbForm : std::uint8_t { base, third, past, participle, ing, phrase };

struct Trigger {
  Category category;
  TriggerRole role;
  VerbForm form;
};

enum class NumberKind : std::uint8_t {
  none,
  unit,
  scale,
  dozen,
  vague,
  article,
  pronoun,
  share,
  everyone,
  fraction,
  percent
};

struct NumberWord {
  NumberKind kind;
  double value = 0;
  std::optional<ShareWord> word;
};

enum class CueKind : std::uint8_t { none, stance, verb, deny, preposition, citing, noun, told, release };

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
    std::uint32_t& longest = longest_[phrase.substr(0, phrase.find('_'))];
    longest = std::max(longest, static_cast<std::uint32_t>(words));
    meanings_[phrase].push_back(meaning);
  }

  /// The longest phrase that begins with token `first` and ends before token `last`.
  Match match(const Text& text, std::size_t first, std::size_t last) const {
    if (first >= last) return {};
    const Token& token = text.tokens[first];
    const std::uint32_t* longest = longest_.find(text.folded(token), token.hash);
    if (!longest) return {};
    Match found;
    if (const auto* meanings = meanings_.find(text.folded(token), token.hash)) found = {1, meanings};
    if (*longest == 1) return found;
    std::string phrase(text.folded(token));
    for (std::uint32_t words = 2; words <= *longest && first + words <= last; ++words) {
      (phrase += '_') += text.folded(first + words - 1);
      if (const auto* meanings = meanings_.find(phrase)) found = {words, meanings};
    }
    return found;
  }

  /// What `phrase` (words joined by '_') means as a whole; null: nothing.
  const std::vector<Meaning>* find(std::string_view phrase) const { return meanings_.find(phrase); }

  /// Pairs of the words with which phrases begin and of the longest one's length.
  const WordMap<std::uint32_t>& first_words() const { return longest_; }

  /// A phrase may begin with the token.
  bool begins(const Text& text, std::size_t token) const {
    return longest_.find(text.folded(token), text.tokens[token].hash) != nullptr;
  }

 private:
  WordMap<std::uint32_t> longest_;
  WordMap<std::vector<Meaning>> meanings_;
};

/// One of a trigger's meanings has one of the roles.
bool has_role(const PhraseTable<Trigger>::Match& match, std::initializer_list<TriggerRole> roles);

struct QualifierWord {
  std::optional<Qualifier> qualifier;  ///< Empty: it may stand before a number and says nothing.
};

/// "the ministry" refers back to a body whose name holds one of the words; none: to any body. "the governor" refers
/// back to a person beside whose name one of the words stands, not behind one of `not_behind` ("vice president").
struct BackReference {
  std::string noun;
  std::vector<std::string> words;
  bool person = false;
  std::vector<std::string> not_behind;
};

/// "Monday", "yesterday": a day told from the report's own.
struct DayWord {
  bool weekday = false;
  int value = 0;  ///< Of a weekday 1 (Monday) to 7, else days after the report's date.
};

/// What a first look at a word tells, see may_hold_claim.
struct FirstLook {
  bool number = false;  ///< It may begin a number.
  bool event = false;   ///< It may begin a trigger, or is an armed noun.
};

/// How a language writes numbers and orders its words, where that is no matter of single words: grammar.tsv.
struct Grammar {
  std::string decimal_marks;     ///< Characters: "." in English.
  std::string grouping_marks;    ///< Characters: "," in English. A mark in both groups if three digits follow it.
  bool subject_behind = false;   ///< A subject may follow an intransitive or passive verb: "murieron tres".
  bool subject_dropped = false;  ///< A verb that credits may have no subject: "añadió que ...".
};

struct ClaimLexicon {
  /// @throws InputError with file and line for a row that makes no sense.
  ClaimLexicon(const KnowledgeFiles& files, std::string_view language);

  WordClasses classes(std::string_view folded) const;
  WordClasses classes(const Text& text, std::size_t token) const;
  bool ends(std::string_view folded, Ending ending) const;

  WordMap<WordClasses> words;
  std::array<std::vector<std::string>, ending_count> endings;  ///< By Ending.
  PhraseTable<Trigger> triggers;
  PhraseTable<NumberWord> numbers;
  PhraseTable<std::string> kinds;  ///< Nouns for people, each with what all its synonyms are called.
  PhraseTable<QualifierWord> qualifiers_before, qualifiers_after;
  PhraseTable<CueKind> cues;
  std::vector<BackReference> references;
  WordMap<DayWord> days;
  WordMap<FirstLook>
      first_looks;  ///< Of numbers, triggers and words: small, for it is asked about each word of a text.
  Grammar grammar;
  PersonWords persons;
};

/// The languages that have one (ISO 639-1), in their order.
std::vector<std::string> lexicon_languages(const KnowledgeFiles& files);

/// One sentence with its words' classes.
struct SentenceWords {
  const Text& text;
  const Sentence& sentence;
  const ClaimLexicon& lexicon;
  std::vector<WordClasses> classes;                     ///< Of token sentence.first + i.
  std::vector<PhraseTable<NumberWord>::Match> numbers;  ///< The number words that begin at token sentence.first + i.
  bool upper_case = false;  ///< All in capitals, as a headline may be: they say nothing about names.

  SentenceWords(const Text& text, const Sentence& sentence, const ClaimLexicon& lexicon);

  std::uint32_t first() const { return sentence.first; }
  std::uint32_t last() const { return sentence.last; }
  bool inside(std::size_t token) const { return token >= sentence.first && token < sentence.last; }
  WordClasses at(std::size_t token) const { return inside(token) ? classes[token - sentence.first] : WordClasses(); }
  PhraseTable<NumberWord>::Match number_at(std::size_t token) const {
    return inside(token) ? numbers[token - sentence.first] : PhraseTable<NumberWord>::Match();
  }
  bool is(std::size_t token, std::string_view mark) const { return inside(token) && text.folded(token) == mark; }
  bool is(std::size_t token, WordClass what) const { return at(token).has(what); }
  bool ends(std::size_t token, Ending ending) const {
    return inside(token) && lexicon.ends(text.folded(token), ending);
  }
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
