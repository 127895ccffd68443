// Walks from counted people to the trigger words before them.
#include "language/frame_scanner.hpp"

namespace averment {
namespace {

std::vector<Finding> findings(std::uint32_t people, const std::vector<Category>& categories, Modality modality,
                              std::uint32_t trigger, std::string_view rule, double confidence) {
  std::vector<Finding> found;
  for (const Category category : categories) found.push_back({people, category, modality, trigger, rule, confidence});
  return found;
}

}  // namespace

std::vector<Finding> FrameScanner::before(std::uint32_t people, bool only_governing) const {
  if (auto found = possessed(people); !found.empty()) return found;
  for (const auto frame : {&FrameScanner::taken, &FrameScanner::treated, &FrameScanner::pulled,
                           &FrameScanner::object_of_verb, &FrameScanner::counted_event})
    if (auto found = (this->*frame)(people); !found.empty()) return found;
  if (only_governing) return {};
  for (const auto frame : {&FrameScanner::agent, &FrameScanner::toll, &FrameScanner::inverted,
                           &FrameScanner::joined_object, &FrameScanner::counted_by_verb})
    if (auto found = (this->*frame)(people); !found.empty()) return found;
  return {};
}

std::vector<Finding> FrameScanner::of_pronoun(std::uint32_t index, std::uint32_t pronoun) const {
  std::vector<Finding> found;
  const auto add = [&](const Match& match, std::uint32_t at, auto accepts) {
    for (const Trigger& one : *match.meanings)
      if (accepts(one) && one.category != Category::deployed && one.category != Category::displaced)
        found.push_back({index, one.category, modality_before(at, one.category), at, "pronoun", 0.75});
  };
  if (words_.is(pronoun, WordClass::their)) {
    if (const Match match = trigger(pronoun + 1))
      add(match, pronoun + 1, [&](const Trigger& one) {
        const bool final = one.category == Category::survived || one.category == Category::killed;
        return final && one.role == TriggerRole::event && !words_.is(pronoun + 1, WordClass::remains);
      });
    return found;
  }
  const bool object = !words_.inside(pronoun + 1) || words_.is_mark(pronoun + 1) ||
                      words_.at(pronoun + 1)
                          .any(WordClass::preposition, WordClass::conjunction, WordClass::adverb, WordClass::time,
                               WordClass::subordinator, WordClass::to);
  if (const Match match = trigger_ending(pronoun); object && match && !passive_before(pronoun - match.words))
    add(match, pronoun - match.words, [](const Trigger& one) { return one.role == TriggerRole::verb; });
  if (!found.empty()) return found;
  found = behind_from(index, pronoun + 1, words_.last(), false);
  std::erase_if(found, [](const Finding& finding) {
    return finding.rule != std::string_view("predicate") || finding.category == Category::deployed ||
           finding.category == Category::displaced;
  });
  for (Finding& finding : found) finding.rule = "pronoun", finding.confidence = 0.75;
  return found;
}

/// The longest phrase of triggers that ends before token `end`.
FrameScanner::Match FrameScanner::trigger_ending(std::uint32_t end) const {
  constexpr std::uint32_t longest_phrase = 5;
  for (std::uint32_t words = std::min(longest_phrase, end - words_.first()); words; --words)
    if (const Match match = words_.lexicon.triggers.match(words_.text, end - words, end); match.words == words)
      return match;
  return {};
}

/// Over adverbs, opening quotation marks and inserted phrases, backwards.
std::uint32_t FrameScanner::skip_back(std::uint32_t at) const {
  constexpr std::uint32_t longest_insertion = 10;
  for (;;) {
    if (at <= words_.first()) return at;
    const WordClasses classes = words_.at(at - 1);
    if (words_.is_any(at - 1, {"“", "\"", "‘", "«"}) || words_.is(at - 1, WordClass::object_mark)) {
      --at;
    } else if (classes.has(WordClass::adverb) && !classes.has(WordClass::preposition) && !trigger_ending(at)) {
      --at;
    } else if (classes.has(WordClass::time) && trigger_ending(at - 1)) {  // "freed Wednesday two soldiers"
      --at;
    } else if (words_.is(at - 1, ",")) {  // "killed, with clubs and machetes, three peasants"
      std::uint32_t open = at - 1;
      while (open > words_.first() && at - open < longest_insertion && !words_.is(open - 1, ",")) --open;
      const bool insertion = open > words_.first() && words_.is(open - 1, ",") && trigger_ending(open - 1) &&
                             words_.at(open).has(WordClass::preposition);
      return insertion ? open - 1 : at;
    } else {
      return at;
    }
  }
}

/// The verb whose words begin at `at` has a passive auxiliary before it.
bool FrameScanner::passive_before(std::uint32_t at) const {
  while (at > words_.first() && words_.at(at - 1).any(WordClass::adverb, WordClass::negation)) --at;
  return at > words_.first() && words_.at(at - 1).has(WordClass::be);
}

std::vector<Category> FrameScanner::active_meanings(const Match& match, std::uint32_t at,
                                                    const CountedPeople& people) const {
  std::vector<Category> categories;
  for (const Trigger& one : *match.meanings) {
    const bool verb =
        one.role == TriggerRole::verb ||
        (one.role == TriggerRole::weak && people.noun == CountedPeople::Noun::armed && !people.single()) ||
        (one.role == TriggerRole::lives && people.group_last > people.group_first &&
         words_.is(people.group_last - 1, WordClass::lives));
    const bool one_civilian = people.single() && people.noun != CountedPeople::Noun::armed;
    const bool unknown = people.noun == CountedPeople::Noun::unknown;
    if (one.category == Category::deployed && (one_civilian || unknown)) continue;
    if (one.category == Category::survived && unknown && !words_.is_name(people.group_last - 1))
      continue;  // "an album"
    if (!verb || (is_past_form(one.form) && passive_before(at))) continue;
    const bool person = people.noun == CountedPeople::Noun::person || people.noun == CountedPeople::Noun::armed;
    if (words_.is(at, WordClass::takes_things) && !person) continue;  // "seized 12 horns", "pulled out all the stops"
    if (std::find(categories.begin(), categories.end(), one.category) == categories.end())
      categories.push_back(one.category);
  }
  return categories;
}

/// "the three athletes' release", "a tourist's death"
std::vector<Finding> FrameScanner::possessed(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  const std::uint32_t mark = people.end;
  if (people.group_first == people.group_last || !words_.is_any(mark, {"'s", "’s", "'", "’"}) || !words_.glued(mark))
    return {};
  const Match match = trigger(mark + 1);
  if (!match) return {};
  std::vector<Category> categories;
  for (const Trigger& one : *match.meanings)
    if (one.role == TriggerRole::event && one.category != Category::deployed) categories.push_back(one.category);
  const Modality how = categories.empty() ? Modality::asserted : modality_before(people.begin(), categories.front());
  return findings(index, categories, how, mark + 1, "possessed", 0.85);
}

/// "taken two soldiers prisoner", "took 86 prisoners", "holding six of them hostage".
std::vector<Finding> FrameScanner::taken(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  const std::uint32_t end = skip_back(people.begin());
  if (end <= words_.first() || !words_.is(end - 1, WordClass::take)) return {};
  constexpr std::uint32_t farthest = 5;
  for (std::uint32_t at = people.end - 1; at < people.end + farthest && !words_.is_mark(at); ++at) {
    if (at > people.end && words_.at(at).any(WordClass::be, WordClass::have, WordClass::preposition)) break;
    if (words_.is(at, WordClass::captive)) {
      const bool civilians = people.noun == CountedPeople::Noun::person && words_.is(at, WordClass::captive_civilian);
      const Category category = civilians ? Category::abducted : Category::captured;
      return findings(index, {category}, Modality::asserted, end - 1, "taken", 0.95);
    }
    if (words_.is(at, WordClass::hostage))
      return findings(index, {Category::abducted}, Modality::asserted, end - 1, "taken", 0.95);
  }
  if (hostage_behind_insertion(people.end))
    return findings(index, {Category::abducted}, Modality::asserted, end - 1, "taken", 0.9);
  return {};
}

/// "holding 800 visitors, including 100 children, [hostage]"
bool FrameScanner::hostage_behind_insertion(std::uint32_t at) const {
  constexpr std::uint32_t longest_insertion = 9;
  if (!words_.is(at, ",")) return false;
  for (std::uint32_t i = at + 1; i < at + longest_insertion && words_.inside(i + 1); ++i)
    if (words_.is(i, ",")) return words_.is(i + 1, WordClass::hostage);
  return false;
}

/// "pulled two boys from the river"
std::vector<Finding> FrameScanner::pulled(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  const std::uint32_t end = skip_back(people.begin());
  const bool person = people.noun == CountedPeople::Noun::person || people.noun == CountedPeople::Noun::armed;
  if (!person || end <= words_.first() || !words_.is(end - 1, WordClass::pull) || passive_before(end - 1)) return {};
  if (!words_.is(people.end, WordClass::from) && !words_.is(people.end, WordClass::out)) return {};
  return findings(index, {Category::survived}, Modality::asserted, end - 1, "pulled", 0.85);
}

/// "treated five soldiers for wounds", "left one man with burns"
std::vector<Finding> FrameScanner::treated(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  const std::uint32_t end = skip_back(people.begin());
  if (end <= words_.first() || passive_before(end - 1)) return {};
  const bool left = words_.is(end - 1, WordClass::leave) && words_.is(people.end, WordClass::with);
  if ((!left && !words_.is(end - 1, WordClass::treat)) || !noun_follows(people.end, WordClass::injury, 8)) return {};
  return findings(index, {Category::wounded}, Modality::asserted, end - 1, "treated", 0.85);
}

/// "mató [en el acto] a ocho": past what stands between a verb and an object that a preposition marks. `end`: of what
/// stands before the mark.
std::uint32_t FrameScanner::verb_of_marked_object(std::uint32_t end) const {
  if (!words_.is(end, WordClass::object_mark)) return end;
  constexpr std::uint32_t longest_insertion = 8;
  for (std::uint32_t at = end; at > words_.first() && end - at < longest_insertion; --at) {
    if (trigger_ending(at)) return at;
    if (words_.is_mark(at - 1) || number_follows(at - 1) ||
        words_.at(at - 1).any(WordClass::be, WordClass::have, WordClass::verb, WordClass::cue, WordClass::relative,
                              WordClass::subordinator, WordClass::conjunction))
      return end;
  }
  return end;
}

/// The auxiliaries before the verb whose words begin at `at`.
VerbGroup FrameScanner::group_before(std::uint32_t at) const {
  VerbGroup group;
  for (group.first = at; at > words_.first(); --at) {
    const WordClasses classes = words_.at(at - 1);
    if (!classes.any(WordClass::be, WordClass::have, WordClass::will, WordClass::would, WordClass::modal,
                     WordClass::negation, WordClass::adverb, WordClass::evidential))
      break;
    group.add(classes);
    group.first = at - 1;
  }
  return group;
}

namespace {

/// Whether the verb's subject may stand behind it: "murieron", "fueron heridos"; headlines leave out "fueron".
bool takes_subject_behind(const Trigger& one, const VerbGroup& group, const CountedPeople& people, bool opens) {
  const bool armed = people.noun == CountedPeople::Noun::armed && !people.single();
  const bool passive = group.be || opens;
  if (one.category == Category::displaced && people.single()) return false;
  if (one.category == Category::deployed && !armed) return false;
  switch (one.role) {
    case TriggerRole::weak:
    case TriggerRole::verb:
      return passive && one.form == VerbForm::participle;
    case TriggerRole::part:
    case TriggerRole::adj:
      return passive;
    case TriggerRole::subject:
    case TriggerRole::intr:
      if (one.form == VerbForm::participle) return group.have;
      return one.form != VerbForm::ing && !group.be && (one.role == TriggerRole::intr || armed);
    default:
      return false;
  }
}

}  // namespace

/// "murieron 12 soldados", "resultaron heridas [el martes] 15 personas", "Liberados ocho rehenes".
std::vector<Finding> FrameScanner::subject_behind(std::uint32_t index, bool joined) const {
  const CountedPeople& people = people_[index];
  const std::uint32_t begin = people.begin();
  if (!words_.lexicon.grammar.subject_behind || begin <= words_.first()) return {};
  const bool range = words_.is(begin, WordClass::range_from);
  if (!range && words_.at(begin - 1).has(WordClass::preposition)) return {};
  constexpr std::uint32_t longest_insertion = 9;
  const std::uint32_t last = joined && words_.is(begin - 1, WordClass::joint_and) ? begin - 1 : begin;
  for (std::uint32_t end = last; end > words_.first() && begin - end < longest_insertion; --end) {
    if (const Match match = trigger_ending(end)) {
      const std::uint32_t at = end - match.words;
      const VerbGroup group = group_before(at);
      if (group.negated) return {};
      const bool opens = group.first == words_.first() || words_.is_mark(group.first - 1);
      std::vector<Category> categories;
      for (const Trigger& one : *match.meanings)
        if (takes_subject_behind(one, group, people, opens) &&
            std::find(categories.begin(), categories.end(), one.category) == categories.end())
          categories.push_back(one.category);
      if (categories.empty()) return {};
      const Modality how = modality(group, categories.front(), at);
      return findings(index, merge_categories(std::move(categories), false), how, at, "subject_behind", 0.9);
    }
    if (words_.is_mark(end - 1) || number_follows(end - 1) ||
        words_.at(end - 1).any(WordClass::be, WordClass::have, WordClass::verb, WordClass::cue, WordClass::relative,
                               WordClass::subordinator, WordClass::conjunction))
      return {};
  }
  return {};
}

/// "an operation to [detain] a leader"
bool FrameScanner::only_aimed_at(std::uint32_t verb) const {
  return verb >= words_.first() + 2 && words_.is(verb - 1, WordClass::to) && words_.is(verb - 2, WordClass::purpose);
}

/// "killed 12", "killing about 1,200 people", "kidnapped and killed 11 people".
std::vector<Finding> FrameScanner::object_of_verb(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  std::uint32_t end = verb_of_marked_object(skip_back(people.begin()));
  std::vector<Category> categories;
  std::uint32_t first = end;
  bool only_hurt = false;
  for (;;) {
    const Match match = trigger_ending(end);
    if (!match) break;
    const std::uint32_t at = end - match.words;
    const auto more = active_meanings(match, at, people);
    if (more.empty()) break;
    for (const Category category : more)
      if (std::find(categories.begin(), categories.end(), category) == categories.end()) categories.push_back(category);
    first = at;
    std::uint32_t joint = at;
    while (joint > words_.first() && words_.at(joint - 1).has(WordClass::adverb)) --joint;
    if (joint <= words_.first() || (!words_.is(joint - 1, ",") && !words_.is(joint - 1, WordClass::joint))) break;
    end = joint - 1;
    only_hurt |= words_.is(end - 1, WordClass::strike);
  }
  if (categories.empty() || only_aimed_at(first)) return {};
  if (first > words_.first() && words_.is(first - 1, WordClass::camera)) return {};
  for (std::uint32_t i = first > words_.first() + 3 ? first - 3 : words_.first(); i < first; ++i)
    if (words_.at(i).has(WordClass::negation)) return {};
  categories = merge_categories(std::move(categories), only_hurt);
  return findings(index, categories, modality_before(first, categories.front()), first, "object", 1.0);
}

/// "the fatal 2003 [shooting] of"
bool FrameScanner::says_fatal(std::uint32_t at) const {
  for (std::uint32_t i = at; i-- > words_.first() && at - i < 4;)
    if (words_.is(i, WordClass::fatal)) return true;
  return false;
}

/// "the [kidnapping and] killing of several"
std::vector<Category> FrameScanner::events_joined_before(std::uint32_t at) const {
  std::vector<Category> categories;
  if (at <= words_.first() + 1 || !words_.is(at - 1, WordClass::joint_and)) return categories;
  if (const Match match = trigger_ending(at - 1))
    for (const Trigger& one : *match.meanings)
      if (one.role == TriggerRole::event) categories.push_back(one.category);
  return categories;
}

/// "the death [yesterday] of nine"
bool FrameScanner::only_time(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (!words_.at(i).any(WordClass::time, WordClass::adverb)) return false;
  return true;
}

/// "the murder [by machine-gun fire] of two": where the noun for the event ends, of which `end` is behind.
std::uint32_t FrameScanner::event_end(std::uint32_t end) const {
  constexpr std::uint32_t longest_agent = 6;
  for (std::uint32_t at = end; at > words_.first() && end - at < longest_agent; --at) {
    if (trigger_ending(at)) return at == end || words_.is(at, WordClass::by) || only_time(at, end) ? at : end;
    if (words_.is_mark(at - 1) && !words_.glued(at - 1)) return end;
  }
  return end;
}

/// "the death of three", "lives of at least 607", "a contingent of 150 soldiers".
std::vector<Finding> FrameScanner::counted_event(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  std::uint32_t of = people.begin();
  if (words_.is(of, WordClass::range_from)) ++of;
  while (of > words_.first() && words_.at(of - 1).any(WordClass::adverb, WordClass::determiner)) --of;
  if (words_.is_any(of - 1, {"“", "\""})) --of;
  if (of <= words_.first()) return {};
  const bool injuries = words_.is(of - 1, WordClass::to) && words_.is(of - 2, WordClass::injury);  // "injuries to"
  if (!injuries && !words_.at(of - 1).any(WordClass::of, WordClass::object_mark)) return {};
  const std::uint32_t end = event_end(of - 1 - words_.is_any(of - 2, {"”", "\"", "["}));
  const Match match = trigger_ending(end);
  if (!match) return {};
  const std::uint32_t at = end - match.words;
  if (trigger_ending(of).words > match.words) return {};  // "to save the lives of 10"
  const bool bodies = words_.is(at, WordClass::remains);
  std::vector<Category> categories = events_joined_before(at);
  for (const Trigger& one : *match.meanings) {
    const bool lives = one.role == TriggerRole::lives && people.group_last > people.group_first &&
                       words_.is(people.group_last - 1, WordClass::lives);  // "the loss of 38 lives"
    const bool injury = injuries && one.role == TriggerRole::noun;
    if (one.role != TriggerRole::event && !lives && !injury) continue;
    if (one.category == Category::deployed && people.noun != CountedPeople::Noun::armed &&
        people.noun != CountedPeople::Noun::elided)
      continue;
    if (one.category == Category::deployed && people.single()) continue;
    const bool fatal = one.category == Category::wounded && says_fatal(at);
    categories.push_back(fatal ? Category::killed : one.category);
  }
  const Modality how = categories.empty() || bodies ? Modality::asserted : modality_before(at, categories.front());
  return findings(index, categories, how, at, "event", 0.9);
}

/// "invaded by 30,000 soldiers": a force that does something is as strong as that.
std::vector<Finding> FrameScanner::agent(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  const std::uint32_t begin = people.begin();
  if (people.noun != CountedPeople::Noun::armed || people.single() || begin < words_.first() + 2 ||
      !words_.is(begin - 1, WordClass::by))
    return {};
  const Match match = trigger_ending(begin - 1);
  if (!match) return {};
  const std::uint32_t at = begin - 1 - match.words;
  for (const Trigger& one : *match.meanings)
    if (one.role == TriggerRole::subject && one.form == VerbForm::participle && passive_before(at))
      return findings(index, {one.category}, Modality::asserted, at, "agent", 0.7);
  return {};
}

/// "the number of people who [died] ... passed 2,200", "the total of workers [slain] to 22"
std::vector<Category> FrameScanner::counted_of(std::uint32_t at) const {
  constexpr std::uint32_t farthest = 12;
  std::vector<Category> categories;
  const Match match = trigger(at);
  if (words_.at(at + match.words).any(WordClass::person, WordClass::armed)) return {};  // "trapped residents"
  for (const Trigger& one : *match.meanings)
    if (is_past_form(one.form) && (one.role == TriggerRole::verb || one.role == TriggerRole::intr))
      categories.push_back(one.category);
  for (std::uint32_t i = at; i-- > words_.first() && at - i < farthest && !words_.is(i, ",");)
    if (words_.is(i, WordClass::counting) && words_.is(i + 1, WordClass::of)) return categories;
  return {};
}

/// "the toll could rise to 55"
Modality FrameScanner::toll_modality(std::uint32_t at, std::uint32_t end, Category category) const {
  for (std::uint32_t i = at; i < end; ++i)
    if (may_be(i)) return Modality::hypothetical;
  return modality_before(at, category);
}

/// "from six in [1,000]", "from [six] in 1,000"
bool FrameScanner::is_rate(const CountedPeople& people) const {
  constexpr std::size_t digits_of_year = 4;
  const auto hundreds = [&](std::uint32_t at) {
    const std::size_t digits = words_.text.folded(at).size();
    return words_.at(at).has(WordClass::number) && digits > 2 && digits != digits_of_year;
  };
  const std::uint32_t begin = people.begin(), end = people.quantity.last;
  const bool whole = begin >= words_.first() + 2 && words_.is(begin - 1, WordClass::ratio) && hundreds(begin) &&
                     (words_.at(begin - 2).has(WordClass::number) || words_.number_at(begin - 2));
  return whole || (words_.is(end, WordClass::ratio) && words_.inside(end + 1) && hundreds(end + 1));
}

/// "cattle deaths", "deaths of goats": what dies is named beside the word for it.
bool FrameScanner::of_animals(std::uint32_t first, std::uint32_t last) const {
  const bool before = first > words_.first() && words_.is(first - 1, WordClass::animal);
  return before || (words_.is(last, WordClass::of) && words_.is(last + 1, WordClass::animal));
}

/// "the death toll rose to 55", "bringing the number of dead to 55".
std::vector<Finding> FrameScanner::toll(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  if (people.single() || people.quantity.kind == Quantity::Kind::share || people.noun == CountedPeople::Noun::unknown)
    return {};
  constexpr std::uint32_t farthest = 26;
  const std::uint32_t begin = people.begin();
  if (begin <= words_.first()) return {};
  const Match toll_before = trigger_ending(begin);  // "a death toll in excess of 2,000"
  const bool adjacent = toll_before && toll_before.words > 1 && has_role(toll_before, {TriggerRole::toll});
  if (!adjacent && !words_.is(begin - 1, ":") && !words_.at(begin - 1).any(WordClass::toll_link, WordClass::exceeding))
    return {};
  if (is_rate(people)) return {};
  for (std::uint32_t at = begin - 1; at-- > words_.first() && begin - at < farthest;) {
    if (words_.is_any(at, {";", "."}) || number_follows(at)) return {};
    const Match match = trigger(at);
    if (!match && words_.is(at, WordClass::counting)) return {};  // of something else
    if (!match) continue;
    if (const auto counted = counted_of(at); !counted.empty())
      return findings(index, counted, toll_modality(at, begin, counted.front()), at, "toll", 0.8);
    for (const Trigger& one : *match.meanings) {
      const bool dead_of = one.role == TriggerRole::head && words_.is(at + match.words, WordClass::may);
      if (one.role != TriggerRole::toll && !dead_of) continue;
      if (match.words == 1 && at + 1 == begin - 1 && words_.is(begin - 1, WordClass::locative)) return {};
      if (of_animals(at, at + match.words)) return {};
      return findings(index, {one.category}, toll_modality(at, begin, one.category), at, "toll", 0.85);
    }
  }
  return {};
}

/// "the dead included two nieces", "the fatalities include four men and one woman"
std::vector<Finding> FrameScanner::included(std::uint32_t index) const {
  constexpr std::uint32_t farthest = 20;
  if (people_[index].noun == CountedPeople::Noun::elided) return {};
  const std::uint32_t begin = people_[index].begin();
  for (std::uint32_t at = begin; at-- > words_.first() + 1 && begin - at < farthest;) {
    if (words_.at(at).any(WordClass::be, WordClass::have) || words_.is(at, ";")) return {};
    if (!words_.is(at, WordClass::including)) continue;
    const Match match = trigger_ending(at);
    std::vector<Category> categories;
    if (match)
      for (const Trigger& one : *match.meanings)
        if (one.role == TriggerRole::head || one.role == TriggerRole::noun) categories.push_back(one.category);
    return findings(index, categories, Modality::asserted, at, "included", 0.85);
  }
  return {};
}

/// "also injured was a street vendor", "among the dead were four of ...".
std::vector<Finding> FrameScanner::inverted(std::uint32_t index) const {
  const std::uint32_t begin = people_[index].begin();
  if (begin <= words_.first()) return {};
  if (auto found = included(index); !found.empty()) return found;
  if (!words_.at(begin - 1).has(WordClass::be)) return {};
  constexpr std::uint32_t farthest = 12;
  for (std::uint32_t at = begin - 1; at-- > words_.first() && begin - at < farthest;) {
    if (words_.is_mark(at) && !words_.is(at, ",")) return {};
    const Match match = trigger(at);
    if (!match) continue;
    const bool opens = at == words_.first() || words_.is_any(at - 1, {"“", "\""}) ||
                       words_.is(at - 1, WordClass::opener) || words_.at(at - 1).has(WordClass::adverb);
    if (!opens) return {};
    std::vector<Category> categories;
    for (const Trigger& one : *match.meanings)
      if (one.role == TriggerRole::verb || one.role == TriggerRole::adj || one.role == TriggerRole::head ||
          one.role == TriggerRole::part)
        if (std::find(categories.begin(), categories.end(), one.category) == categories.end())
          categories.push_back(one.category);
    return findings(index, categories, Modality::asserted, at, "inverted", 0.85);
  }
  return {};
}

/// "was killed alongside his wife, [three daughters] ..."
bool FrameScanner::listed_alongside(std::uint32_t begin) const {
  constexpr std::uint32_t longest_list = 12;
  if (!words_.is(begin - 1, ",")) return false;
  for (std::uint32_t i = begin - 1; i > words_.first() && begin - i < longest_list; --i) {
    if (words_.is(i - 1, WordClass::alongside)) return true;
    const bool part = words_.is(i - 1, ",") || words_.is_name(i - 1) ||
                      words_.at(i - 1).any(WordClass::person, WordClass::possessive, WordClass::determiner,
                                           WordClass::joint_and, WordClass::number);
    if (!part) return false;
  }
  return false;
}

/// "killed Khan and two others": the people are joined to a verb's first object.
std::vector<Finding> FrameScanner::joined_object(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  const std::uint32_t begin = people.begin();
  if (begin < words_.first() + 3) return {};
  const bool along = words_.is(begin - 1, WordClass::with) && words_.is(begin - 2, WordClass::together);
  const bool as_well = words_.is(begin - 1, WordClass::as_word) && words_.is(begin - 2, WordClass::well);
  const bool alongside = words_.is(begin - 1, WordClass::alongside) || listed_alongside(begin);
  if (!words_.is(begin - 1, WordClass::joint_and) && !along && !as_well && !alongside) return {};
  const std::uint32_t farthest = along ? 30 : 16;
  bool beside = along || alongside;
  for (std::uint32_t end = begin - 1; end > words_.first() && begin - end < farthest; --end) {
    beside |= words_.is(end - 1, WordClass::alongside) ||
              (words_.is(end - 1, WordClass::with) && words_.is(end - 2, WordClass::together));
    if (words_.is(end - 1, ";") || (!along && words_.is(end - 1, WordClass::clause_opener))) return {};
    const Match match = trigger_ending(end);
    if (!match) {
      if (words_.at(end - 1).any(WordClass::be, WordClass::have, WordClass::cue)) return {};
      continue;
    }
    const std::uint32_t at = end - match.words;
    if (words_.is(end - match.words, WordClass::to)) continue;  // "sentenced one to death and"
    auto categories = active_meanings(match, at, people);
    const bool of = !beside && words_.is(end, WordClass::of);  // "the deaths of Ana Ruiz and four others"
    if (categories.empty() && (beside || of))
      for (const Trigger& one : *match.meanings)
        if (of ? one.role == TriggerRole::event && one.category != Category::deployed &&
                     one.category != Category::displaced
               : one.role == TriggerRole::verb || one.role == TriggerRole::intr || one.role == TriggerRole::part)
          categories = {one.category};
    if (categories.empty()) return {};
    return findings(index, categories, modality_before(at, categories.front()), at, "joined_object", 0.75);
  }
  return {};
}

/// "around 5,000 are reported": what was counted is named before, in the same sentence.
std::vector<Finding> FrameScanner::counted_by_verb(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  if (people.noun != CountedPeople::Noun::elided || people.single()) return {};
  std::uint32_t at = people.end;
  bool be = false;
  for (; words_.at(at).any(WordClass::be, WordClass::have, WordClass::adverb); ++at)
    be |= words_.at(at).has(WordClass::be);
  if (!be || !words_.at(at).has(WordClass::count_verb)) return {};
  for (std::uint32_t i = people.begin(); i-- > words_.first();) {
    const Match match = trigger(i);
    if (!match || (i > words_.first() + 1 && words_.is(words_.first() + 1, WordClass::besides))) continue;
    for (const Trigger& one : *match.meanings)
      if (one.role == TriggerRole::noun) return findings(index, {one.category}, Modality::asserted, i, "counted", 0.7);
  }
  return {};
}

}  // namespace averment
