// Quantity → the people it counts: the noun phrase behind it, if it is one for people.
#include "language/counted_people.hpp"

namespace averment {
namespace {

class Reader {
 public:
  Reader(const SentenceWords& words, const Quantity& quantity) : words_(words) { people_.quantity = quantity; }

  std::optional<CountedPeople> run() {
    std::uint32_t i = skip_to_noun(people_.quantity.end);
    if (people_.of_pronoun && !words_.at(i).any(WordClass::person, WordClass::armed)) return elided(i);
    const std::uint32_t end = noun_phrase_end(i);  // "seven of them children" has a noun too
    if (end == i) return elided(partitive_ ? people_.quantity.end : i);
    return classify(i, end);
  }

 private:
  bool single() const { return people_.single(); }

  /// Over "of the", "other", "more", nested numbers: "[55] of the around 70 people".
  std::uint32_t skip_to_noun(std::uint32_t i) {
    while (words_.is(i, WordClass::additional) && !single()) ++i;
    if (words_.is(i, WordClass::of)) {
      partitive_ = people_.part_of_group = true;
      ++i;
      const bool noun_follows = words_.at(i + 1).any(WordClass::person, WordClass::armed);
      if (words_.is(i, WordClass::plural_pronoun) || (words_.is(i, WordClass::partitive) && !noun_follows)) {
        people_.of_pronoun = true;
        return i + 1;
      }
    }
    while (words_.inside(i) &&
           (words_.at(i).any(WordClass::determiner, WordClass::possessive, WordClass::number) || is_nested_number(i))) {
      if (!partitive_ && people_.quantity.kind != Quantity::Kind::share) break;
      ++i;
    }
    return i;
  }

  bool is_nested_number(std::uint32_t i) const { return words_.is(i, WordClass::about) || words_.number_at(i); }

  std::uint32_t noun_phrase_end(std::uint32_t i) {
    std::uint32_t end = i;
    while (end < words_.last()) {
      const std::uint32_t next = step(i, end);
      if (next == end) break;
      end = next;
    }
    while (end > i && words_.is_mark(end - 1)) --end;
    return end;
  }

  /// Where the phrase goes on behind `at`; `at`: it ends here.
  std::uint32_t step(std::uint32_t begin, std::uint32_t at) {
    const WordClasses classes = words_.at(at);
    if (words_.is_mark(at)) {
      const std::uint32_t next = step_over_mark(begin, at);
      if (next != at && words_.is_any(at, {"'s", "’s"})) people_.named.clear();  // "one of the victim's lawyers"
      return next;
    }
    if (classes.has(WordClass::number) && words_.is(at + 1, "-") && words_.glued(at + 1))
      return at + 1;  // "55-year-old"
    const bool compound = words_.is(at + 1, "-") && words_.glued(at + 1);
    if (at > begin && !compound && words_.number_at(at)) return at;
    const auto trigger = words_.lexicon.triggers.match(words_.text, at, words_.last());
    const std::uint32_t trigger_end = at + trigger.words;
    if (trigger && words_.is(trigger_end, "-") && words_.glued(trigger_end)) return trigger_end;  // "hostage-takers"
    if (at > begin && words_.is(at - 1, WordClass::institutional) && words_.is(at, WordClass::remains))
      return at;  // "public bodies"
    if (has_role(trigger, {TriggerRole::head, TriggerRole::noun}) && !is_participle_only(trigger, at)) {
      note_named(trigger, {TriggerRole::head, TriggerRole::noun});
      return at + trigger.words;
    }
    if (has_role(trigger, {TriggerRole::adj, TriggerRole::verb, TriggerRole::part, TriggerRole::intr})) {
      if (names_people_before(begin, at) || !people_follow(at + trigger.words)) return at;
      note_named(trigger, {TriggerRole::adj, TriggerRole::verb});
      return at + trigger.words;
    }
    if (classes.any(WordClass::person, WordClass::armed, WordClass::collective)) return at + 1;
    if (classes.has(WordClass::adverb)) {
      const auto participle = words_.lexicon.triggers.match(words_.text, at + 1, words_.last());
      const bool opens = at == begin || participle;  // "2,237 daily deaths"
      return opens && people_follow(at + 1) ? at + 1 : at;
    }
    if (classes.any(WordClass::thing)) return at + 1;
    if (classes.any(WordClass::be, WordClass::have, WordClass::auxiliary_do, WordClass::will, WordClass::would,
                    WordClass::modal, WordClass::to, WordClass::negation, WordClass::pronoun, WordClass::relative,
                    WordClass::subordinator, WordClass::conjunction, WordClass::preposition, WordClass::determiner,
                    WordClass::possessive, WordClass::number))
      return at;
    if (classes.has(WordClass::time)) return at;
    const bool attributive = !names_people_before(begin, at) && people_follow(at + 1);  // "suspected insurgents"
    if (classes.any(WordClass::verb, WordClass::cue, WordClass::evidential) && !attributive) return at;
    return at + 1;
  }

  /// "two gunmen | killed five farmers": behind its noun a participle is no part of the phrase.
  bool names_people_before(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (words_.at(i).any(WordClass::person, WordClass::armed) && !words_.is(i, WordClass::attributive)) return true;
    return end > begin && words_.is_name(end - 1) &&
           formed_like_people(words_, end - 1, single());  // "44,000 Timorese"
  }

  /// "12 dead" and "12 wounded" have no noun: a head that is an adjective too counts as one only before a stop.
  bool is_participle_only(const PhraseTable<Trigger>::Match& trigger, std::uint32_t at) const {
    const bool adjective = std::any_of(trigger.meanings->begin(), trigger.meanings->end(), [](const Trigger& one) {
      return one.role == TriggerRole::adj || one.form == VerbForm::past || one.form == VerbForm::participle;
    });
    return adjective && (!partitive_ || people_follow(at + trigger.words));
  }

  std::uint32_t step_over_mark(std::uint32_t begin, std::uint32_t at) const {
    const std::string_view mark = words_.text.folded(at);
    if (at > begin && is_acronym_in_brackets(at) && people_follow(at + 3))
      return at + 3;  // "United Nations (UN) peacekeepers"
    const bool glue = (mark == "-" || mark == "‑" || mark == "/") && words_.glued(at) && words_.glued(at + 1);
    if (at > begin && glue) return compound_end(at);
    const bool owns = at > begin && (mark == "'s" || mark == "’s");
    if (owns && people_follow(at + 1) && !names_event(at + 1)) return at + 1;
    if (at > begin && mark == "-" && words_.glued(at) && words_.is(at + 1, WordClass::age_unit))
      return compound_end(at);  // "12- year-old"
    if (at == begin && (mark == "“" || mark == "\"" || mark == "‘")) return at + 1;
    return at;
  }

  bool is_acronym_in_brackets(std::uint32_t at) const {
    return words_.is_any(at, {"(", "["}) && words_.shape(at + 1) == Token::Shape::upper &&
           words_.is_any(at + 2, {")", "]"});
  }

  /// Past the whole of "-year-old" or "-led": its parts are no nouns of the phrase.
  std::uint32_t compound_end(std::uint32_t at) const {
    std::uint32_t end = at + 2;
    while (words_.is(end, "-") && words_.glued(end) && words_.glued(end + 1)) end += 2;
    return std::min(end, words_.last());
  }

  /// A noun for people comes next, behind nothing but other nouns, adjectives and joined participles.
  bool people_follow(std::uint32_t at) const {
    for (std::uint32_t steps = 0; steps < 4 && words_.inside(at); ++steps, ++at) {
      const WordClasses classes = words_.at(at);
      if (classes.any(WordClass::person, WordClass::armed, WordClass::collective)) return true;
      const auto trigger = words_.lexicon.triggers.match(words_.text, at, words_.last());
      if (has_role(trigger, {TriggerRole::head, TriggerRole::noun}) &&
          !has_role(trigger, {TriggerRole::adj, TriggerRole::verb}))
        return true;
      const bool joint =
          words_.is(at, WordClass::joint) && words_.lexicon.triggers.match(words_.text, at + 1, words_.last());
      if (joint || trigger) continue;
      if (words_.is_mark(at) || classes.any(WordClass::be, WordClass::preposition, WordClass::conjunction,
                                            WordClass::pronoun, WordClass::thing, WordClass::time, WordClass::number,
                                            WordClass::determiner, WordClass::possessive, WordClass::have))
        return false;
      if (formed_like_people(words_, at, single())) return true;
    }
    return false;
  }

  void note_named(const PhraseTable<Trigger>::Match& match, std::initializer_list<TriggerRole> roles) {
    for (const Trigger& trigger : *match.meanings) {
      if (std::find(roles.begin(), roles.end(), trigger.role) == roles.end()) continue;
      if (trigger.role == TriggerRole::verb && trigger.form != VerbForm::past && trigger.form != VerbForm::participle)
        continue;
      if (trigger.role == TriggerRole::noun) people_.counts_cases = true;  // of them, not of people
      if (std::find(people_.named.begin(), people_.named.end(), trigger.category) == people_.named.end())
        people_.named.push_back(trigger.category);
    }
  }

  std::optional<CountedPeople> elided(std::uint32_t end) {
    const Quantity& quantity = people_.quantity;
    if (single() && !quantity.numeral) return {};
    const auto adjective = words_.lexicon.triggers.match(words_.text, quantity.end, words_.last());
    const WordClasses noun = words_.at(quantity.end + adjective.words);
    if (adjective && !noun.any(WordClass::time, WordClass::person) && noun.any(WordClass::animal, WordClass::thing))
      return {};  // "two injured elephants"
    people_.noun = CountedPeople::Noun::elided;
    people_.end = std::max(end, quantity.end);
    return people_;
  }

  std::optional<CountedPeople> classify(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t head = end;
    while (head > begin && !names_people(head - 1)) --head;
    const WordClasses last = words_.at(end - 1);
    if (single() && end == begin + 1 && words_.is(begin, WordClass::ordinal)) return one_more(end);
    if (head == begin) return without_known_people(begin, end);
    if (words_.is(begin, WordClass::clock)) return {};  // "at 5 a.m. Police searched"
    if (head + 1 == end && last.has(WordClass::thing)) return {};
    const bool acts =
        head < end && !single() && words_.ends(end - 1, Ending::plural) && !words_.ends(head - 1, Ending::plural);
    if (acts && !words_.is(head - 1, WordClass::attributive)) {  // "terrorist acts", "detainee facilities"
      people_.named.clear();
      return without_known_people(begin, end);
    }
    if (single() && head < end && !may_follow_person(head)) return {};
    if (single() && words_.is(end, WordClass::injury)) return {};  // "a minor burn"
    const WordClasses classes = words_.at(head - 1);
    const bool only_collective = classes.has(WordClass::collective) &&
                                 !classes.any(WordClass::person, WordClass::armed) && !partitive_ &&
                                 people_.quantity.kind != Quantity::Kind::share;
    if (only_collective) return {};
    if ((single() || partitive_) && words_.is_any(head, {"'s", "’s"}) && !names_event(head + 1)) return {};
    if (single() && people_.counts_cases && !counts_one_case(head - 1)) return {};
    if (people_.counts_cases && head > begin + 1 && words_.at(head - 2).any(WordClass::animal, WordClass::figurative))
      return {};  // "20 cattle deaths", "30,000 cardiac arrests"
    const bool vague = people_.quantity.kind == Quantity::Kind::vague;
    if (vague && people_.counts_cases && !words_.ends(head - 1, Ending::plural)) return {};  // "multiple murder"
    return finish(begin, head, is_armed(begin, head) ? CountedPeople::Noun::armed : CountedPeople::Noun::person);
  }

  /// "two men were killed and a third [wounded]"
  std::optional<CountedPeople> one_more(std::uint32_t end) {
    const bool verb = words_.at(end).any(WordClass::be, WordClass::have) ||
                      words_.lexicon.triggers.match(words_.text, end, words_.last());
    if (!verb) return {};
    people_.noun = CountedPeople::Noun::elided;
    people_.end = end;
    return people_;
  }

  /// "one death", "a single fatality": not "a death", "the only deaths".
  bool counts_one_case(std::uint32_t noun) const {
    if (people_.quantity.numeral) return true;
    return people_.quantity.last > people_.quantity.first + 1 &&
           !words_.is(people_.quantity.first, WordClass::definite) && !words_.ends(noun, Ending::plural);
  }

  /// "a tourist's [death]"
  bool names_event(std::uint32_t i) const {
    return has_role(words_.lexicon.triggers.match(words_.text, i, words_.last()), {TriggerRole::event});
  }

  bool names_people(std::uint32_t i) const {
    if (words_.at(i).any(WordClass::person, WordClass::armed, WordClass::collective)) return true;
    if (words_.is(i, WordClass::aged_head) && words_.glued(i) && words_.is(i - 1, "-")) return true;  // "15-year-old"
    for (std::uint32_t words = 1; words <= 3 && i + 1 >= words_.first() + words; ++words) {
      const auto match = words_.lexicon.triggers.match(words_.text, i + 1 - words, i + 1);
      if (match.words == words && has_role(match, {TriggerRole::head, TriggerRole::noun})) return true;
    }
    return formed_like_people(words_, i, single());
  }

  bool is_armed(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (words_.at(i).has(WordClass::armed)) return true;
    return false;
  }

  /// "a man armed with ...": but "a student visa" is no person.
  bool may_follow_person(std::uint32_t i) const {
    return words_.is_name(i) || words_.ends(i, Ending::modifier) || words_.upper_case;
  }

  std::optional<CountedPeople> without_known_people(std::uint32_t begin, std::uint32_t end) {
    if (words_.at(end - 1).any(WordClass::thing, WordClass::animal) || words_.at(begin).has(WordClass::thing))
      return {};
    if (single()) {
      if (!is_imprisoned(end)) return {};
      return finish(begin, end, CountedPeople::Noun::unknown);
    }
    if (words_.ends(end - 1, Ending::plural) || words_.is_name(end - 1))
      return finish(begin, end, CountedPeople::Noun::unknown);
    if (partitive_) return {};  // "a lot of heat"
    if (words_.ends(begin, Ending::plural)) return finish(begin, begin + 1, CountedPeople::Noun::unknown);
    return elided(people_.quantity.end);
  }

  /// "a self-professed guru of tax havens [was sentenced]": nobody but people is.
  bool is_imprisoned(std::uint32_t end) const {
    constexpr std::uint32_t reach = 16;
    const std::uint32_t first = people_.quantity.first;
    if (words_.is(first - 1, WordClass::of) && begins_detention(first - 2)) return true;  // "the arrest of a tapper"
    if (first > words_.first() && !words_.is_mark(first - 1) &&
        !words_.at(first - 1).any(WordClass::that, WordClass::cue, WordClass::conjunction))
      return false;
    bool be = false;
    for (std::uint32_t i = end; i < end + reach && words_.inside(i); ++i) {
      if (words_.is_mark(i) && !(words_.glued(i) && words_.glued(i + 1))) return false;
      if (words_.at(i).any(WordClass::relative, WordClass::subordinator, WordClass::conjunction, WordClass::cue))
        return false;
      be |= words_.at(i).has(WordClass::be);
      const auto trigger =
          be ? words_.lexicon.triggers.match(words_.text, i, words_.last()) : PhraseTable<Trigger>::Match();
      if (trigger)
        return std::any_of(trigger.meanings->begin(), trigger.meanings->end(), [&](const Trigger& one) {
          const bool verb = one.role == TriggerRole::verb || one.role == TriggerRole::jailed;
          return one.category == Category::detained &&
                 (verb || (one.role == TriggerRole::part && words_.is(i + trigger.words - 1, WordClass::term)));
        });
    }
    return false;
  }

  bool begins_detention(std::uint32_t at) const {
    if (!words_.inside(at)) return false;
    const auto trigger = words_.lexicon.triggers.match(words_.text, at, words_.last());
    return trigger && std::any_of(trigger.meanings->begin(), trigger.meanings->end(), [](const Trigger& one) {
             return one.category == Category::detained && one.role == TriggerRole::event;
           });
  }

  CountedPeople finish(std::uint32_t begin, std::uint32_t end, CountedPeople::Noun noun) {
    people_.noun = noun;
    people_.end = end = past_adjectives(end);
    people_.group_first = begin;
    while (people_.group_first < end && words_.is_mark(people_.group_first)) ++people_.group_first;
    people_.group_last = end;
    // "women and children" share one number.
    while (words_.is(people_.end, WordClass::joint_and) &&
           words_.at(people_.end + 1).any(WordClass::person, WordClass::armed) &&
           !words_.is(people_.end + 1, WordClass::other_person) &&
           words_.text.folded(people_.end + 1)
               .ends_with(words_.text.folded(end - 1).substr(words_.text.folded(end - 1).size() - 1)))
      people_.group_last = people_.end += 2;
    if (single() && words_.is(end - 1, WordClass::pair))
      people_.quantity.low = people_.quantity.high = 2;  // "a young couple"
    read_bound_behind();
    return people_;
  }

  /// "soldados [norcoreanos]": where adjectives stand behind their noun.
  std::uint32_t past_adjectives(std::uint32_t end) const {
    const Ending form = single() ? Ending::adjective : Ending::adjectives;
    while (words_.shape(end) == Token::Shape::lower && words_.ends(end, form) && !has_other_use(end)) ++end;
    return end;
  }

  bool has_other_use(std::uint32_t i) const {
    return words_.lexicon.triggers.match(words_.text, i, words_.last()) ||
           words_.lexicon.numbers.match(words_.text, i, words_.last()) ||
           words_.at(i).any(WordClass::be, WordClass::have, WordClass::will, WordClass::would, WordClass::modal,
                            WordClass::negation, WordClass::adverb, WordClass::preposition, WordClass::conjunction,
                            WordClass::relative, WordClass::subordinator, WordClass::time, WordClass::verb,
                            WordClass::cue, WordClass::evidential, WordClass::determiner, WordClass::possessive,
                            WordClass::pronoun, WordClass::including);
  }

  /// "66 people [or more]"
  void read_bound_behind() {
    const auto bound = words_.lexicon.qualifiers_after.match(words_.text, people_.end, words_.last());
    Quantity& quantity = people_.quantity;
    if (bound.words < 2 || quantity.kind != Quantity::Kind::number || quantity.qualifier != Qualifier::exact) return;
    people_.end += bound.words;
    quantity.qualifier = bound.meanings->front().qualifier.value_or(Qualifier::exact);
    if (quantity.qualifier == Qualifier::at_least) quantity.high.reset();
    if (quantity.qualifier == Qualifier::at_most) quantity.low.reset();
  }

  const SentenceWords& words_;
  CountedPeople people_;
  bool partitive_ = false;
};

}  // namespace

bool formed_like_people(const SentenceWords& words, std::uint32_t at, bool single) {
  if (words.ends(at, single ? Ending::person : Ending::people)) return true;
  return (words.is_name(at) || words.upper_case) && words.ends(at, single ? Ending::demonym : Ending::demonyms);
}

std::optional<CountedPeople> read_counted_people(const SentenceWords& words, const Quantity& quantity) {
  return Reader(words, quantity).run();
}

}  // namespace averment
