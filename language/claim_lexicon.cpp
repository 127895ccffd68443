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

constexpr auto word_classes = std::to_array<std::pair<std::string_view, WordClass>>({
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
    {"indefinite", WordClass::indefinite},
    {"of", WordClass::of},
    {"ratio", WordClass::ratio},
    {"between", WordClass::between},
    {"between_to", WordClass::between_to},
    {"range_to", WordClass::range_to},
    {"hundred_and", WordClass::hundred_and},
    {"ten_and", WordClass::ten_and},
    {"joint", WordClass::joint},
    {"joint_and", WordClass::joint_and},
    {"joint_or", WordClass::joint_or},
    {"uncounted", WordClass::uncounted},
    {"both", WordClass::both},
    {"degree", WordClass::degree},
    {"gradable", WordClass::gradable},
    {"age", WordClass::age},
    {"numbering", WordClass::numbering},
    {"year_lead", WordClass::year_lead},
    {"count_lead", WordClass::count_lead},
    {"about", WordClass::about},
    {"aged", WordClass::aged},
    {"additional", WordClass::additional},
    {"partitive", WordClass::partitive},
    {"attributive", WordClass::attributive},
    {"animal", WordClass::animal},
    {"figurative", WordClass::figurative},
    {"among", WordClass::among},
    {"ordinal", WordClass::ordinal},
    {"pair", WordClass::pair},
    {"victim", WordClass::victim},
    {"pull", WordClass::pull},
    {"out", WordClass::out},
    {"whom", WordClass::whom},
    {"keeps_on", WordClass::keeps_on},
    {"attempt", WordClass::attempt},
    {"treat", WordClass::treat},
    {"occasion_clause", WordClass::occasion_clause},
    {"capable", WordClass::capable},
    {"takes_things", WordClass::takes_things},
    {"rank_link", WordClass::rank_link},
    {"patient", WordClass::patient},
    {"other_person", WordClass::other_person},
    {"as_word", WordClass::as_word},
    {"quantifier", WordClass::quantifier},
    {"period", WordClass::period},
    {"any_word", WordClass::any_word},
    {"exceeding", WordClass::exceeding},
    {"aged_head", WordClass::aged_head},
    {"parent", WordClass::parent},
    {"age_unit", WordClass::age_unit},
    {"clock", WordClass::clock},
    {"institutional", WordClass::institutional},
    {"whose", WordClass::whose},
    {"gerund_auxiliary", WordClass::gerund_auxiliary},
    {"either", WordClass::either},
    {"lives", WordClass::lives},
    {"strike", WordClass::strike},
    {"hospital", WordClass::hospital},
    {"subject_pronoun", WordClass::subject_pronoun},
    {"place_relative", WordClass::place_relative},
    {"described", WordClass::described},
    {"list_joint", WordClass::list_joint},
    {"from", WordClass::from},
    {"compared", WordClass::compared},
    {"presence", WordClass::presence},
    {"persisting", WordClass::persisting},
    {"locative", WordClass::locative},
    {"place_preposition", WordClass::place_preposition},
    {"may", WordClass::may},
    {"threat", WordClass::threat},
    {"scheduled", WordClass::scheduled},
    {"conditional", WordClass::conditional},
    {"take", WordClass::take},
    {"captive", WordClass::captive},
    {"hostage", WordClass::hostage},
    {"remains", WordClass::remains},
    {"toll_link", WordClass::toll_link},
    {"opener", WordClass::opener},
    {"with", WordClass::with},
    {"together", WordClass::together},
    {"well", WordClass::well},
    {"alongside", WordClass::alongside},
    {"clause_opener", WordClass::clause_opener},
    {"camera", WordClass::camera},
    {"counting", WordClass::counting},
    {"captor", WordClass::captor},
    {"fatal", WordClass::fatal},
    {"purpose", WordClass::purpose},
    {"besides", WordClass::besides},
    {"captive_civilian", WordClass::captive_civilian},
    {"term", WordClass::term},
    {"injury", WordClass::injury},
    {"by", WordClass::by},
    {"that", WordClass::that},
    {"opening_cue", WordClass::opening_cue},
    {"noun_cue", WordClass::noun_cue},
    {"human_cue", WordClass::human_cue},
    {"request_cue", WordClass::request_cue},
    {"noun_lead", WordClass::noun_lead},
    {"said_of", WordClass::said_of},
    {"participle_cue", WordClass::participle_cue},
    {"able", WordClass::able},
    {"claiming_cue", WordClass::claiming_cue},
    {"placing_cue", WordClass::placing_cue},
    {"that_cue", WordClass::that_cue},
    {"tally", WordClass::tally},
    {"occasion", WordClass::occasion},
    {"sequel", WordClass::sequel},
    {"contrast", WordClass::contrast},
    {"aftermath", WordClass::aftermath},
    {"coordinated", WordClass::coordinated},
    {"concession", WordClass::concession},
    {"office", WordClass::office},
    {"tie", WordClass::tie},
    {"loose_tie", WordClass::loose_tie},
    {"lead_in", WordClass::lead_in},
    {"who", WordClass::who},
    {"anybody", WordClass::anybody},
    {"third_person", WordClass::third_person},
    {"release", WordClass::release},
    {"person_pronoun", WordClass::person_pronoun},
    {"plural_pronoun", WordClass::plural_pronoun},
    {"their", WordClass::their},
    {"article", WordClass::article},
    {"definite", WordClass::definite},
    {"document", WordClass::document},
    {"utterance", WordClass::utterance},
    {"topic", WordClass::topic},
    {"speaker", WordClass::speaker},
    {"behind", WordClass::behind},
    {"member_tie", WordClass::member_tie},
    {"object_mark", WordClass::object_mark},
    {"range_from", WordClass::range_from},
});

constexpr auto ending_kinds = std::to_array<std::pair<std::string_view, Ending>>({
    {"adverb", Ending::adverb},
    {"past", Ending::past},
    {"participle", Ending::participle},
    {"ing", Ending::ing},
    {"modifier", Ending::modifier},
    {"plural", Ending::plural},
    {"person", Ending::person},
    {"people", Ending::people},
    {"demonym", Ending::demonym},
    {"demonyms", Ending::demonyms},
    {"adjective", Ending::adjective},
    {"adjectives", Ending::adjectives},
    {"finite", Ending::finite},
    {"will", Ending::will},
    {"would", Ending::would},
});

constexpr auto roles = std::to_array<std::pair<std::string_view, TriggerRole>>({
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
    {"suffers", TriggerRole::suffers},
    {"jailed", TriggerRole::jailed},
    {"lives", TriggerRole::lives},
});

constexpr auto number_kinds = std::to_array<std::pair<std::string_view, NumberKind>>({
    {"none", NumberKind::none},
    {"unit", NumberKind::unit},
    {"scale", NumberKind::scale},
    {"dozen", NumberKind::dozen},
    {"vague", NumberKind::vague},
    {"article", NumberKind::article},
    {"pronoun", NumberKind::pronoun},
    {"share", NumberKind::share},
    {"everyone", NumberKind::everyone},
    {"fraction", NumberKind::fraction},
    {"percent", NumberKind::percent},
});

constexpr auto cue_kinds = std::to_array<std::pair<std::string_view, CueKind>>({
    {"stance", CueKind::stance},
    {"none", CueKind::none},
    {"verb", CueKind::verb},
    {"deny", CueKind::deny},
    {"preposition", CueKind::preposition},
    {"citing", CueKind::citing},
    {"noun", CueKind::noun},
    {"told", CueKind::told},
    {"release", CueKind::release},
});

/// Calls `each` for the words of a column, which `separator` separates.
template <typename Each>
void each_word(std::string_view column, Each each, char separator = ' ') {
  while (!column.empty()) {
    const std::size_t end = std::min(column.find(separator), column.size());
    if (end) each(column.substr(0, end));
    column.remove_prefix(std::min(end + 1, column.size()));
  }
}

/// A phrase's words with blanks in place of "_".
std::string spaced(std::string_view phrase) {
  std::string words(phrase);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
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
    each_word(
        forms[i],
        [&](std::string_view variant) {
          table.add(variant, {what, role, form});
        },
        '/');
  }
}

void add_grammar(Grammar& grammar, const Row& row) {
  const auto subject = [](std::string_view where) {
    if (where != "behind" && where != "dropped")
      throw InputError("unknown place of a subject '" + std::string(where) + "'");
    return where;
  };
  if (row[0] == "decimal")
    grammar.decimal_marks += row[1];
  else if (row[0] == "grouping")
    grammar.grouping_marks += row[1];
  else if (row[0] == "subject")
    (subject(row[1]) == "behind" ? grammar.subject_behind : grammar.subject_dropped) = true;
  else
    throw InputError("unknown rule of grammar '" + std::string(row[0]) + "'");
}

/// Parts of a whole are no more than it; no other number is more than any count of people needs.
double largest_of(NumberKind kind) {
  return kind == NumberKind::share || kind == NumberKind::everyone || kind == NumberKind::fraction ? 1 : 1e12;
}

NumberWord number_word(const Row& row) {
  NumberWord word{named(number_kinds, row[0], "kind of number"), 0, share_word(row[2])};
  if (!word.word) {
    const auto [end, error] = std::from_chars(row[2].data(), row[2].data() + row[2].size(), word.value);
    if (error != std::errc() || end != row[2].data() + row[2].size())
      throw InputError("no number: '" + std::string(row[2]) + "'");
    if (!(word.value >= 0 && word.value <= largest_of(word.kind)))
      throw InputError("the number '" + std::string(row[2]) + "' is out of range: a " + std::string(row[0]) +
                       " is from 0 to " + (largest_of(word.kind) == 1 ? "1" : "1000000000000"));
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

ClaimLexicon::ClaimLexicon(const KnowledgeFiles& files, std::string_view language) : persons(files, language) {
  const std::string folder = "lexicons/" + std::string(language) + "/";
  const auto add_class = [this](std::string_view column, WordClass what) {
    each_word(column, [&](std::string_view word) { words[word].add(what); });
  };
  const auto add_classes = [&](const Row& row) { add_class(row[1], named(word_classes, row[0], "class")); };
  files.each_row(folder + "grammar.tsv", 2, [&](const Row& row) { add_grammar(grammar, row); });
  if (grammar.decimal_marks.empty() && grammar.grouping_marks.empty()) {
    grammar.decimal_marks = ".";
    grammar.grouping_marks = ",";
  }
  files.each_row(folder + "words.tsv", 2, add_classes);
  files.each_row(folder + "people.tsv", 2, add_classes);
  files.each_row(folder + "kinds.tsv", 2, [&](const Row& row) {
    each_word(row[1], [&](std::string_view phrase) { kinds.add(phrase, std::string(row[0])); });
  });
  files.each_row(folder + "things.tsv", 1, [&](const Row& row) { add_class(row[0], WordClass::thing); });
  files.each_row(folder + "endings.tsv", 2, [&](const Row& row) {
    auto& kind = endings[static_cast<std::size_t>(named(ending_kinds, row[0], "ending"))];
    each_word(row[1], [&](std::string_view ending) { kind.emplace_back(ending); });
  });
  files.each_row(folder + "triggers.tsv", 3, [&](const Row& row) { add_trigger(triggers, row); });
  files.each_row(folder + "numbers.tsv", 3, [&](const Row& row) { numbers.add(row[1], number_word(row)); });
  files.each_row(folder + "qualifiers.tsv", 3, [&](const Row& row) {
    (row[1] == "after" ? qualifiers_after : qualifiers_before).add(row[2], {qualifier(row[0])});
  });
  files.each_row(folder + "dates.tsv", 3, [&](const Row& row) {
    DayWord day{row[0] == "weekday", 0};
    const auto [end, error] = std::from_chars(row[1].data(), row[1].data() + row[1].size(), day.value);
    const bool in_range = day.weekday ? day.value >= 1 && day.value <= 7 : day.value >= -31 && day.value <= 31;
    if (error != std::errc() || end != row[1].data() + row[1].size() || (!day.weekday && row[0] != "day") || !in_range)
      throw InputError("no day: '" + std::string(row[0]) + " " + std::string(row[1]) + "'");
    each_word(row[2], [&](std::string_view word) { days[word] = day; });
  });
  files.each_row(folder + "references.tsv", 2, [&](const Row& row) {
    BackReference& reference = references.emplace_back();
    reference.noun = spaced(row[0]);
    if (row[1] != "any") each_word(row[1], [&](std::string_view word) { reference.words.emplace_back(word); });
    if (row.size() < 3) return;
    if (row[2] != "person" && row[2] != "body")
      throw InputError("\"" + std::string(row[2]) + "\" is neither body nor person");
    reference.person = row[2] == "person";
    if (row.size() > 3) each_word(row[3], [&](std::string_view word) { reference.not_behind.emplace_back(word); });
  });
  files.each_row(folder + "cues.tsv", 2, [&](const Row& row) {
    const CueKind kind = named(cue_kinds, row[0], "kind of cue");
    each_word(row[1], [&](std::string_view form) {
      cues.add(form, kind);
      if (kind == CueKind::verb) words[form].add(WordClass::cue);
    });
  });
  for (const auto& [word, longest] : numbers.first_words()) first_looks[word].number = true;
  for (const auto& [word, longest] : triggers.first_words()) first_looks[word].event = true;
  for (const auto& [word, classes] : words)
    if (classes.has(WordClass::armed)) first_looks[word].event = true;
}

bool has_role(const PhraseTable<Trigger>::Match& match, std::initializer_list<TriggerRole> roles) {
  return match && std::any_of(match.meanings->begin(), match.meanings->end(), [roles](const Trigger& trigger) {
           return std::find(roles.begin(), roles.end(), trigger.role) != roles.end();
         });
}

std::vector<std::string> lexicon_languages(const KnowledgeFiles& files) {
  constexpr std::string_view folder = "lexicons/", file = "/triggers.tsv";
  std::vector<std::string> languages;
  for (const std::string& name : files.names(folder))
    if (name.ends_with(file) && name.size() > folder.size() + file.size())
      languages.push_back(name.substr(folder.size(), name.size() - folder.size() - file.size()));
  return languages;
}

WordClasses ClaimLexicon::classes(std::string_view folded) const {
  const WordClasses* found = words.find(folded);
  return found ? *found : WordClasses();
}

WordClasses ClaimLexicon::classes(const Text& text, std::size_t token) const {
  const WordClasses* found = words.find(text.folded(token), text.tokens[token].hash);
  return found ? *found : WordClasses();
}

bool ClaimLexicon::ends(std::string_view folded, Ending kind) const {
  const auto& known = endings[static_cast<std::size_t>(kind)];
  return std::any_of(known.begin(), known.end(), [folded](const std::string& ending) {
    return folded.size() > ending.size() + 1 && folded.ends_with(ending);
  });
}

SentenceWords::SentenceWords(const Text& whole, const Sentence& one, const ClaimLexicon& words)
    : text(whole), sentence(one), lexicon(words) {
  upper_case = whole.upper_case || all_capitals(whole, one);
  classes.reserve(one.last - one.first);
  numbers.reserve(one.last - one.first);
  for (std::uint32_t i = one.first; i < one.last; ++i) {
    const bool acronym = whole.tokens[i].shape == Token::Shape::upper && !upper_case && whole.tokens[i].span.size() < 5;
    WordClasses found = acronym ? WordClasses() : words.classes(whole, i);  // "US" is not "us"
    if (whole.tokens[i].shape == Token::Shape::number) found.add(WordClass::number);
    classes.push_back(found);
    numbers.push_back(words.numbers.match(whole, i, one.last));
  }
}

bool SentenceWords::is_any(std::size_t token, std::initializer_list<std::string_view> words) const {
  return inside(token) && std::find(words.begin(), words.end(), text.folded(token)) != words.end();
}

}  // namespace averment
