// The words by which claims are read in one language: corpus/lexicons/<language>/*.tsv.
#include "language/claim_lexicon.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"

namespace averment {
namespace {

template <typename Value, std::size_t count>
Value named(const std::array<std::pair<std::string_view, Value>, count>& table, std::string_view name,
            std::string_view what) {
  for (const auto& [key, value] : table)
    if (key == name) return value;
  throw InputError("unknown " + std::string(what) + " '" + std::string(name) + "'");
}

constexpr std::array<std::pair<std::string_view, WordClass>, 32> word_classes{{
    {"determiner", WordClass::determiner},
    {"possessive", WordClass::possessive},
    {"pronoun", WordClass::pronoun},
    {"be", WordClass::be},
    {"have", WordClass::have},
    {"do", WordClass::auxiliary_do},
    {"will", WordClass::will},
    {"would", WordClass::would},
    {"modal", WordClass::modal},
    {"to", WordClass::to},
    {"negation", WordClass::negation},
    {"adverb", WordClass::adverb},
    {"preposition", WordClass::preposition},
    {"conjunction", WordClass::conjunction},
    {"relative", WordClass::relative},
    {"subordinator", WordClass::subordinator},
    {"evidential", WordClass::evidential},
    {"time", WordClass::time},
    {"month", WordClass::month},
    {"including", WordClass::including},
    {"count_verb", WordClass::count_verb},
    {"leave", WordClass::leave},
    {"make", WordClass::make},
    {"force", WordClass::force},
    {"forecast", WordClass::forecast},
    {"hypothetical", WordClass::hypothetical},
    {"currency", WordClass::currency},
    {"verb", WordClass::verb},
    {"person", WordClass::person},
    {"armed", WordClass::armed},
    {"collective", WordClass::collective},
    {"thing", WordClass::thing},
}};

constexpr std::array<std::pair<std::string_view, TriggerRole>, 12> roles{{
    {"verb", TriggerRole::verb},
    {"weak", TriggerRole::weak},
    {"intr", TriggerRole::intr},
    {"part", TriggerRole::part},
    {"adj", TriggerRole::adj},
    {"noun", TriggerRole::noun},
    {"head", TriggerRole::head},
    {"event", TriggerRole::event},
    {"toll", TriggerRole::toll},
    {"subject", TriggerRole::subject},
    {"hospital", TriggerRole::hospital},
    {"lives", TriggerRole::lives},
}};

constexpr std::array<std::pair<std::string_view, NumberKind>, 7> number_kinds{{
    {"unit", NumberKind::unit},
    {"scale", NumberKind::scale},
    {"dozen", NumberKind::dozen},
    {"vague", NumberKind::vague},
    {"article", NumberKind::article},
    {"share", NumberKind::share},
    {"fraction", NumberKind::fraction},
}};

constexpr std::array<std::pair<std::string_view, CueKind>, 7> cue_kinds{{
    {"verb", CueKind::verb},
    {"deny", CueKind::deny},
    {"preposition", CueKind::preposition},
    {"citing", CueKind::citing},
    {"noun", CueKind::noun},
    {"told", CueKind::told},
    {"release", CueKind::release},
}};

/// Calls `each` for the words of a column, which blanks separate.
template <typename Each>
void each_word(std::string_view column, Each each) {
  while (!column.empty()) {
    const std::size_t end = std::min(column.find(' '), column.size());
    if (end) each(column.substr(0, end));
    column.remove_prefix(std::min(end + 1, column.size()));
  }
}

Category category_named(std::string_view name) {
  const auto found = category(name);
  if (!found) throw InputError("unknown category '" + std::string(name) + "'");
  return *found;
}

void add_trigger(PhraseTable<Trigger>& table, const Row& row) {
  const Category what = category_named(row[0]);
  const TriggerRole role = named(roles, row[1], "role");
  std::vector<std::string_view> forms;
  each_word(row[2], [&](std::string_view form) { forms.push_back(form); });
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i] == "-") continue;
    const VerbForm form = forms.size() == 5 ? static_cast<VerbForm>(i) : VerbForm::phrase;
    table.add(forms[i], {what, role, form});
  }
}

NumberWord number_word(const Row& row) {
  NumberWord word{named(number_kinds, row[0], "kind of number"), 0, share_word(row[2])};
  if (!word.word) {
    const auto [end, error] = std::from_chars(row[2].data(), row[2].data() + row[2].size(), word.value);
    if (error != std::errc() || end != row[2].data() + row[2].size())
      throw InputError("no number: '" + std::string(row[2]) + "'");
  }
  return word;
}

bool all_capitals(const Text& text, const Sentence& sentence) {
  std::size_t upper = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token::Shape shape = text.tokens[i].shape;
    if (shape == Token::Shape::lower || shape == Token::Shape::capitalized) return false;
    upper += shape == Token::Shape::upper;
  }
  return upper > 2;
}

}  // namespace

ClaimLexicon::ClaimLexicon(const KnowledgeFiles& files, std::string_view language) {
  const std::string folder = "lexicons/" + std::string(language) + "/";
  const auto add_class = [this](std::string_view column, WordClass what) {
    each_word(column, [&](std::string_view word) { words[std::string(word)].add(what); });
  };
  const auto add_classes = [&](const Row& row) { add_class(row[1], named(word_classes, row[0], "class")); };
  files.each_row(folder + "words.tsv", 2, add_classes);
  files.each_row(folder + "people.tsv", 2, add_classes);
  files.each_row(folder + "things.tsv", 1, [&](const Row& row) { add_class(row[0], WordClass::thing); });
  files.each_row(folder + "triggers.tsv", 3, [&](const Row& row) { add_trigger(triggers, row); });
  files.each_row(folder + "numbers.tsv", 3, [&](const Row& row) { numbers.add(row[1], number_word(row)); });
  files.each_row(folder + "qualifiers.tsv", 3, [&](const Row& row) {
    (row[1] == "after" ? qualifiers_after : qualifiers_before).add(row[2], {qualifier(row[0])});
  });
  files.each_row(folder + "cues.tsv", 2, [&](const Row& row) {
    const CueKind kind = named(cue_kinds, row[0], "kind of cue");
    each_word(row[1], [&](std::string_view form) {
      cues.add(form, kind);
      if (kind == CueKind::verb) words[std::string(form)].add(WordClass::cue);
    });
  });
}

WordClasses ClaimLexicon::classes(std::string_view folded) const {
  const auto found = words.find(std::string(folded));
  return found == words.end() ? WordClasses() : found->second;
}

SentenceWords::SentenceWords(const Text& whole, const Sentence& one, const ClaimLexicon& words)
    : text(whole), sentence(one), lexicon(words) {
  upper_case = whole.upper_case || all_capitals(whole, one);
  classes.reserve(one.last - one.first);
  for (std::uint32_t i = one.first; i < one.last; ++i) {
    const bool acronym = whole.tokens[i].shape == Token::Shape::upper && !upper_case && whole.tokens[i].span.size() < 5;
    WordClasses found = acronym ? WordClasses() : words.classes(whole.folded(i));  // "US" is not "us"
    if (whole.tokens[i].shape == Token::Shape::number) found.add(WordClass::number);
    classes.push_back(found);
  }
}

bool SentenceWords::is_any(std::size_t token, std::initializer_list<std::string_view> words) const {
  return inside(token) && std::find(words.begin(), words.end(), text.folded(token)) != words.end();
}

}  // namespace averment
