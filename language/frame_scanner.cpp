// Walks from counted people to the trigger words behind them, over what may stand between.
#include "language/frame_scanner.hpp"

namespace averment {
namespace {

constexpr std::uint32_t longest_walk = 60;  // tokens between people and their verb

bool is_finite(VerbForm form) { return form != VerbForm::participle && form != VerbForm::ing; }

void insert(std::vector<Category>& categories, Category category) {
  if (std::find(categories.begin(), categories.end(), category) == categories.end()) categories.push_back(category);
}

}  // namespace

std::vector<Category> merge_categories(std::vector<Category> categories, bool only_hurt_on_the_way) {
  const auto killed = std::find(categories.begin(), categories.end(), Category::killed);
  const auto wounded = std::find(categories.begin(), categories.end(), Category::wounded);
  if (killed == categories.end() || wounded == categories.end()) return categories;
  if (!only_hurt_on_the_way) *killed = Category::killed_or_wounded;
  categories.erase(wounded);
  return categories;
}

std::vector<Finding> FrameScanner::behind(std::uint32_t people) const {
  return behind_from(people, people_[people].end, words_.last(), false);
}

std::vector<Finding> FrameScanner::behind_from(std::uint32_t index, std::uint32_t at, std::uint32_t limit,
                                               bool in_relative) const {
  const CountedPeople& people = people_[index];
  VerbGroup group;
  bool adjacent = true;  // nothing but adverbs so far
  bool in_reduced_relative = false, relative_has_verb = false;
  std::uint32_t contact = 0;
  for (std::uint32_t steps = 0; steps < longest_walk && at < limit; ++steps) {
    const WordClasses classes = words_.at(at);
    const bool compound = words_.is(at - 1, "-") && words_.glued(at);
    const bool modifier = compound && !group.any();  // "few inroads into gang-[held] land"
    if (const Match match = modifier ? Match() : trigger(at)) {
      const auto categories = accepted(match, at, group, people, adjacent);
      if (!categories.empty()) {
        if (group.negated) return {};
        auto found = collect(index, at, group, categories);
        const bool aside = in_relative || found.front().rule == std::string_view("participle");
        if (!aside) return found;
        // The main verb may say more: "two who were rescued died in hospital".
        for (Finding& finding : found) finding.rule = in_relative ? "relative" : "participle";
        if (in_relative) add_joined_passive(index, at + match.words, limit, found);
        auto more = behind_from(index, at + match.words, limit, false);
        std::erase_if(more, [](const Finding& finding) {
          return finding.rule != std::string_view("predicate") && finding.rule != std::string_view("later");
        });
        if (!more.empty() && people.quantity.kind == Quantity::Kind::share) return more;
        found.insert(found.end(), more.begin(), more.end());
        return found;
      }
      const bool active_verb = std::any_of(match.meanings->begin(), match.meanings->end(), [](const Trigger& t) {
        return t.role == TriggerRole::verb || t.role == TriggerRole::weak;
      });
      if (active_verb && !in_relative && (object_follows(at + match.words) || group.any()))
        return later(index, at, group, limit);
    }
    if (words_.is(at, WordClass::whose)) return {};
    if (words_.is(at, WordClass::partitive) && trigger(at + 1) && at > people.end) return {};  // "beside those killed"
    const bool alone = people.noun == CountedPeople::Noun::elided && !people.part_of_group;
    if (alone && at > people.end && people.quantity.kind != Quantity::Kind::share && number_follows(at)) return {};
    const bool inserts = words_.is(at, ",") || (words_.is_any(at, {"-", "–", "—", "--"}) && !words_.glued(at));
    if (inserts && words_.at(at + 1).has(WordClass::relative) && !group.any())
      if (const std::uint32_t close = matching_mark(at)) {  // "five people, who were all crew, were rescued"
        auto found = behind_from(index, at + 2, close - 1, true);
        const auto more = behind_from(index, close, limit, false);
        found.insert(found.end(), more.begin(), more.end());
        return found;
      }
    if (words_.is_mark(at)) {
      const std::uint32_t next = over_mark(at, people);
      if (!next || (group.any() && !words_.is_any(at, {"“", "”", "\"", "‘", "’", "«", "»", ","})))
        return later(index, at, group, limit);
      at = next;
      adjacent = false;
      continue;
    }
    const bool gerund = words_.is(at, WordClass::gerund_auxiliary) && at > people.end &&
                        words_.at(at - 1).any(WordClass::preposition, WordClass::subordinator);
    if (gerund) {  // "suspected of being involved"
      at += 2;
      adjacent = false;
      continue;
    }
    if (classes.any(WordClass::be, WordClass::have, WordClass::will, WordClass::would, WordClass::modal,
                    WordClass::auxiliary_do, WordClass::negation)) {
      if (!group.any()) group.first = at;
      group.add(classes);
      ++at;
      continue;
    }
    if (classes.has(WordClass::relative) && !group.any()) {
      if (words_.is(at, WordClass::place_relative) && words_.is(at - 2, WordClass::to)) return {};  // "to see where"
      in_relative = true;
      group.object = words_.is(at, WordClass::whom);
      ++at;
      adjacent = false;
      continue;
    }
    const bool caused = classes.has(WordClass::to) && at == people.end && people.begin() > words_.first() &&
                        words_.at(people.begin() - 1).has(WordClass::force);
    if (classes.has(WordClass::to) && (group.any() || caused || words_.is(at + 1, WordClass::be))) {
      group.to = true;
      group.caused |= caused;
      ++at;
      continue;
    }
    if (classes.has(WordClass::to) && in_reduced_relative) {  // "migrants attempting to cross"
      at += 2;
      continue;
    }
    if (classes.has(WordClass::attempt) && words_.is(at + 1, WordClass::to) && words_.inside(at + 2)) {
      at += 3;  // "who tried to row", "trying to flee"
      adjacent = false;
      in_reduced_relative = true;
      continue;
    }
    if (classes.has(WordClass::keeps_on) && words_.is(at + 1, WordClass::to)) {  // "continued to be held"
      at += 2;
      adjacent = false;
      continue;
    }
    if (classes.has(WordClass::capable) && group.be &&
        words_.at(at + 1).has(WordClass::to)) {  // "were able to get to safety"
      at += 2;
      continue;
    }
    if (classes.has(WordClass::scheduled) && group.be && words_.at(at + 1).has(WordClass::to)) {  // "are due to be"
      group.will = true;
      at += 2;
      continue;
    }
    if (classes.has(WordClass::evidential) && !group.any() && words_.is(at + 1, WordClass::to) &&
        people.noun != CountedPeople::Noun::elided) {
      std::uint32_t verb = at + 2;
      while (words_.at(verb).any(WordClass::be, WordClass::have, WordClass::adverb)) ++verb;
      if (!trigger(verb)) {  // "a man suspected to have [sold] the gun"
        at = verb + 1 + words_.is(verb + 1, WordClass::pronoun);
        in_reduced_relative = true;
        adjacent = false;
        continue;
      }
    }
    const std::uint32_t behind_as = at + 1 + words_.is(at + 1, WordClass::as_word);
    if (classes.has(WordClass::evidential) && (group.be || trigger(behind_as) || words_.is(at + 1, WordClass::to))) {
      group.evidential = true;
      at = trigger(behind_as) ? behind_as : at + 1;  // "were listed as missing"
      continue;
    }
    if (classes.has(WordClass::adverb) ||
        (classes.has(WordClass::leave) &&
         (group.be || people.noun == CountedPeople::Noun::elided))) {  // "were left injured"
      ++at;
      continue;
    }
    if (classes.has(WordClass::time) && !group.any()) {
      ++at;
      adjacent = false;
      continue;
    }
    if (words_.is(at, WordClass::either)) {
      ++at;
      continue;
    }
    if (classes.has(WordClass::conjunction)) {
      if (const std::uint32_t after = past_other_count(at + 1); after && !group.any()) {
        at = after;
        adjacent = false;
        continue;
      }
      const WordClasses next = words_.at(at + 1);
      const bool noun_list =
          !group.any() && !trigger(at + 1) && !words_.is_mark(at + 1) && !number_follows(at + 1) &&
          !next.any(WordClass::verb, WordClass::cue, WordClass::be, WordClass::have, WordClass::pronoun,
                    WordClass::adverb, WordClass::number, WordClass::determiner, WordClass::possessive,
                    WordClass::subordinator, WordClass::relative, WordClass::preposition);
      if (!noun_list) return group.any() ? std::vector<Finding>() : later(index, at, group, limit);
      at += 2;
      adjacent = false;
      continue;
    }
    if (classes.has(WordClass::preposition) && !group.any()) {
      ++at;
      adjacent = false;
      continue;
    }
    if (classes.has(WordClass::subordinator) && words_.ends(at + 1, Ending::ing)) {  // "captured while fighting for"
      at += 2;
      adjacent = false;
      in_reduced_relative = true;
      continue;
    }
    if (classes.any(WordClass::subordinator)) return {};
    if (classes.has(WordClass::pronoun) && in_relative && words_.at(at - 1).has(WordClass::preposition)) {
      ++at;  // "all the men who came with me"
      continue;
    }
    if (classes.has(WordClass::pronoun)) {  // "everyone I came with has been killed"
      if (group.any() || people.quantity.kind != Quantity::Kind::share || contact) return {};
      contact = at;
      at += 2;
      adjacent = false;
      continue;
    }
    if (group.any()) {
      if (const std::uint32_t next = group.be ? chained_participle(at) : 0) {
        at = next;
        continue;
      }
      if (group.be && words_.ends(at, Ending::participle) && words_.is(at + 1, WordClass::to) && trigger(at + 1)) {
        ++at;  // "were gored [to death]"
        continue;
      }
      const bool second_verb = relative_has_verb && classes.any(WordClass::verb);  // "who had run there [went]"
      if (!in_relative || second_verb) return later(index, at, group, limit);
      group = {};
      relative_has_verb = true;
      ++at;
      continue;
    }
    if (const std::uint32_t next = at == people.end ? chained_participle(at) : 0) {
      at = next;
      continue;
    }
    const bool noun =
        classes.has(WordClass::noun_cue) && (words_.at(at + 1).any(WordClass::be, WordClass::have) || determined(at));
    const bool name = words_.is_name(at) && words_.is_name(at - 1) && !words_.is_name(at + 1);  // "the Red Cross"
    const bool verb_like = !compound && !noun && !name &&
                           (classes.any(WordClass::verb, WordClass::cue) ||
                            (!words_.is_name(at) && (words_.ends(at, Ending::past) || words_.ends(at, Ending::ing) ||
                                                     words_.ends(at, Ending::finite))));
    const bool attributive =
        words_.at(at - 1).any(WordClass::determiner, WordClass::possessive, WordClass::preposition) ||
        words_.is_any(at - 1, {"'s", "’s"});
    if (in_relative && relative_has_verb && classes.has(WordClass::cue)) return {};  // the main verb
    if (verb_like && !in_relative && !attributive && !reduced_relative(at)) return later(index, at, group, limit);
    in_reduced_relative |= verb_like;
    adjacent = false;
    ++at;
  }
  return {};
}

/// "three men who were held there [and were released]": the next passive of a relative clause.
void FrameScanner::add_joined_passive(std::uint32_t index, std::uint32_t at, std::uint32_t limit,
                                      std::vector<Finding>& found) const {
  constexpr std::uint32_t farthest = 10;
  const std::uint32_t end = std::min(limit, at + farthest);
  while (at < end && !words_.is_mark(at) && !words_.is(at, WordClass::joint_and)) ++at;
  if (!words_.is(at, WordClass::joint_and)) return;
  VerbGroup group;
  for (++at; words_.at(at).any(WordClass::be, WordClass::have, WordClass::adverb); ++at)
    group.be |= words_.at(at).has(WordClass::be);
  const Match match = trigger(at);
  if (!group.be || !match) return;
  for (Finding& finding : collect(index, at, group, accepted(match, at, group, people_[index], false))) {
    finding.rule = "relative";
    found.push_back(finding);
  }
}

/// "170 people and [nearly 500 elephants] were killed": past what is counted beside the people; 0: nothing is.
std::uint32_t FrameScanner::past_other_count(std::uint32_t at) const {
  while (words_.is(at, WordClass::about)) ++at;
  if (number_follows(at) || !words_.at(at).has(WordClass::number)) return 0;
  return words_.at(at + 1).has(WordClass::thing) ? at + 2 : 0;
}

/// "were raped and then [burned alive]", "tied up and [shot]": past a participle that says nothing, to the next one of
/// its chain; 0: there is none.
std::uint32_t FrameScanner::chained_participle(std::uint32_t at) const {
  if (!words_.ends(at, Ending::participle)) return 0;
  std::uint32_t joint = at + 1;
  if (words_.at(joint).any(WordClass::adverb, WordClass::preposition)) ++joint;
  if (!words_.is(joint, WordClass::joint_and)) return 0;
  std::uint32_t next = joint + 1;
  while (words_.at(next).has(WordClass::adverb)) ++next;
  const Match match = trigger(next);
  return match && !object_follows(next + match.words) ? next : 0;
}

/// "[A man] stepped on a mine and was killed", "[Two men] entered the camp before being shot dead": what a later verb
/// says of the clause's subject. `at`: where its first verb stands.
std::vector<Finding> FrameScanner::later(std::uint32_t index, std::uint32_t at, const VerbGroup& group,
                                         std::uint32_t limit) const {
  if (!is_subject(people_[index]) || group.negated) return {};
  bool others_act = false;  // "after it crept into him [and survived]"
  for (std::uint32_t joint = at; joint + 1 < limit; ++joint) {
    if (words_.at(joint).any(WordClass::relative, WordClass::that)) return {};
    if (words_.is(joint, ",")) others_act = false;
    if (others_act && words_.is(joint, WordClass::joint_and)) continue;
    others_act |= words_.at(joint).any(WordClass::subordinator, WordClass::sequel) && joint > at &&
                  words_.at(joint + 1).any(WordClass::pronoun, WordClass::determiner, WordClass::possessive);
    if (words_.is(joint, ";") && !elliptical_subject(index)) return {};
    const bool joins = words_.is(joint, WordClass::joint_and) || words_.is(joint, WordClass::sequel);
    const bool mark = words_.is_any(joint, {",", "(", ";"}) && words_.at(joint + 1).has(WordClass::adverb);
    if (!joins && !mark) continue;
    std::uint32_t next = joint + 1;
    const bool they = words_.at(next).any(WordClass::person_pronoun, WordClass::plural_pronoun);
    if (they && words_.is(next, WordClass::plural_pronoun) == people_[index].single()) continue;
    if (they && people_[index].single() && !words_.is(joint, WordClass::sequel)) continue;
    next += they;
    VerbGroup second;
    for (; words_.at(next).any(WordClass::be, WordClass::have, WordClass::adverb, WordClass::gerund_auxiliary,
                               WordClass::leave);
         ++next) {
      second.be |= words_.at(next).any(WordClass::be, WordClass::gerund_auxiliary);
      second.have |= words_.at(next).has(WordClass::have);
    }
    const Match match = trigger(next);
    if (!match) continue;
    const bool elliptical = !second.any() && !they && !object_follows(next + match.words);
    if (elliptical && (group.be || elliptical_subject(index))) second.be = true;  // "were blindfolded and killed"
    const bool itself = words_.is(joint, WordClass::sequel) && match.words > 1 && people_[index].single() &&
                        words_.at(next + match.words - 1).has(WordClass::third_person);  // "before killing himself"
    auto categories = itself ? std::vector<Category>{match.meanings->front().category}
                             : accepted(match, next, second, people_[index], false);
    std::erase(categories, Category::displaced);
    const bool finite = std::any_of(match.meanings->begin(), match.meanings->end(), [](const Trigger& one) {
      return one.role == TriggerRole::intr && is_finite(one.form);
    });
    if (categories.empty() || (!second.be && !finite && !itself)) continue;
    auto found = collect(index, next, second, categories);
    for (Finding& finding : found) finding.rule = "later", finding.confidence = 0.8;
    return found;
  }
  return {};
}

/// Its verb stands without an auxiliary, as in headlines: "[Two drivers] kidnapped in Herat, later found dead".
bool FrameScanner::elliptical_subject(std::uint32_t index) const {
  const std::uint32_t at = people_[index].end;
  return words_.ends(at, Ending::participle) && !object_follows(at + 1);
}

/// Opens the sentence, its headline's dateline or a clause.
bool FrameScanner::is_subject(const CountedPeople& people) const {
  const std::uint32_t begin = people.begin();
  if (begin == words_.first()) return true;
  return words_.is_mark(begin - 1) || words_.at(begin - 1).any(WordClass::conjunction, WordClass::subordinator,
                                                               WordClass::that, WordClass::cue, WordClass::time);
}

std::vector<Category> FrameScanner::accepted(const Match& match, std::uint32_t at, const VerbGroup& group,
                                             const CountedPeople& people, bool adjacent) const {
  std::vector<Category> categories;
  for (const Trigger& one : *match.meanings)
    if (accepts(one, at, at + match.words, group, people, adjacent)) insert(categories, one.category);
  return categories;
}

bool FrameScanner::accepts(const Trigger& one, std::uint32_t at, std::uint32_t end, const VerbGroup& group,
                           const CountedPeople& people, bool adjacent) const {
  const bool elided = people.noun == CountedPeople::Noun::elided;
  const bool armed = people.noun == CountedPeople::Noun::armed;
  const bool phrase_of_place = words_.at(at).any(WordClass::preposition, WordClass::possessive, WordClass::determiner);
  const bool unknown = people.noun == CountedPeople::Noun::unknown;
  const bool nameless = unknown && !words_.is_name(people.group_last - 1);
  const bool of_people = one.category == Category::killed || one.category == Category::wounded ||
                         one.category == Category::detained || one.category == Category::killed_or_wounded ||
                         one.category == Category::captured;
  if (nameless && !of_people) return false;
  const bool ill = people.group_last > people.group_first && words_.is(people.group_last - 1, WordClass::patient);
  if (ill && one.category == Category::wounded && one.role != TriggerRole::verb)
    return false;  // "patients in hospital"
  if (one.category == Category::deployed && people.single() && !armed) return false;
  if (one.category == Category::deployed && (unknown || (one.role == TriggerRole::part && (!armed || people.single()))))
    return false;
  switch (one.role) {
    case TriggerRole::weak:
      if (!armed || people.single()) return false;
      [[fallthrough]];
    case TriggerRole::verb:
      if (!is_past_form(one.form) && one.form != VerbForm::phrase) return false;
      if (group.be || group.object) return true;
      return !group.have && !chain_has_object(end) && !(group.any() && !group.evidential) &&
             (adjacent || group.any() || !modifies_noun(at, end));
    case TriggerRole::part:
      if (group.be || group.have || group.evidential) return true;
      return (adjacent || (!group.any() && !phrase_of_place)) && !governs(end);
    case TriggerRole::intr: {
      if (object_follows(end) && one.form != VerbForm::phrase && one.category != Category::displaced) return false;
      if (one.category == Category::displaced && object_follows(end) && !words_.is(end, WordClass::possessive) &&
          is_transitive(at))
        return false;  // "firefighters evacuated the building", but "residents fled the building"
      if (one.category == Category::displaced && people.single()) return false;
      if (words_.at(end - 1).has(WordClass::third_person) && !people.single()) return false;  // "killed himself"
      if (one.form == VerbForm::base && words_.is(at - 1, WordClass::to) && !group.to) return false;
      if (one.form == VerbForm::ing)
        return group.be || (!group.any() && people.quantity.kind != Quantity::Kind::article);
      if (group.have && group.to) return true;  // "are known to have died"
      return !group.be && (is_finite(one.form) || group.have || one.form == VerbForm::participle);
    }
    case TriggerRole::adj:
      if (group.be || group.evidential) return true;
      if (group.any()) return false;
      if (people.begin() > words_.first() && words_.is(people.begin() - 1, WordClass::leave) && !object_follows(end))
        return true;  // "left three members of the group dead"
      return (adjacent || (elided && !modifies_noun(at, end))) && !object_follows(end);
    case TriggerRole::noun:
    case TriggerRole::head:
      return group.be && people.quantity.kind == Quantity::Kind::share;
    case TriggerRole::subject:
      return armed && !people.single() && !words_.at(at - 1).has(WordClass::determiner) &&
             (group.be ? one.form == VerbForm::ing : is_finite(one.form) && one.form != VerbForm::third);
    case TriggerRole::suffers:
      if (one.form == VerbForm::participle && end > at + 1)  // "were treated for injuries"
        return (group.be || (adjacent && elided)) && noun_follows(end, WordClass::injury, 6);
      return (is_finite(one.form) || (one.form == VerbForm::ing && adjacent)) && !group.be &&
             noun_follows(end, WordClass::injury, 6);
    case TriggerRole::jailed:
      return noun_follows(end, WordClass::term, 6) &&
             (one.form == VerbForm::participle ? group.be || (adjacent && elided) : !group.be);
    case TriggerRole::hospital:
      return (group.be || (adjacent && elided)) && noun_follows(end, WordClass::hospital, 10);
    case TriggerRole::lives:
      return group.be && is_past_form(one.form) && words_.is(people.group_last - 1, WordClass::lives);
    case TriggerRole::event:
    case TriggerRole::toll:
      return false;
  }
  return false;
}

/// The verb at `at` may have an object.
bool FrameScanner::is_transitive(std::uint32_t at) const { return has_role(trigger(at), {TriggerRole::verb}); }

std::vector<Finding> FrameScanner::collect(std::uint32_t index, std::uint32_t at, const VerbGroup& group,
                                           std::vector<Category> categories) const {
  const std::uint32_t first = at;
  bool only_hurt = words_.is(at, WordClass::strike);
  std::uint32_t end = at + trigger(at).words;
  for (;;) {  // "killed or wounded", "were kidnapped and killed"
    std::uint32_t next = end;
    while (words_.is_any(next, {",", "/"}) || words_.at(next).has(WordClass::adverb)) ++next;
    const bool joint = words_.is(next, WordClass::joint);
    if (joint) ++next;
    if (!joint && !words_.is(end, ",") && !words_.is(end, "/")) break;
    VerbGroup own = group;  // "han muerto o [han resultado] heridos"
    for (; words_.at(next).any(WordClass::adverb, WordClass::be, WordClass::have); ++next)
      own.be |= words_.at(next).has(WordClass::be);
    const Match match = trigger(next);
    if (!match || object_follows(next + match.words)) break;
    auto more = accepted(match, next, own, people_[index], true);
    if (more.empty()) more = accepted(match, next, {}, people_[index], false);  // "was shot and died"
    if (more.empty()) break;
    for (const Category category : more) insert(categories, category);
    only_hurt |= words_.is(next, WordClass::strike);
    end = next + match.words;
  }
  const Match match = trigger(first);
  const bool finite =
      group.any() || std::any_of(match.meanings->begin(), match.meanings->end(), [](const Trigger& one) {
        return one.role == TriggerRole::intr && is_finite(one.form);
      });
  std::vector<Finding> found;
  for (const Category category : merge_categories(std::move(categories), only_hurt))
    found.push_back({index, category, modality(group, category, first), first, finite ? "predicate" : "participle",
                     finite ? 1.0 : 0.9});
  return found;
}

/// Of verbs joined by "and" or "or", the last one shows whether they are active: "shot and killed the minister".
bool FrameScanner::chain_has_object(std::uint32_t at) const {
  if (object_follows(at)) return true;
  if (!words_.is(at, WordClass::joint)) return false;
  std::uint32_t next = at + 1;
  while (words_.at(next).has(WordClass::adverb)) ++next;
  const Match match = trigger(next);
  return match && object_follows(next + match.words);
}

/// One of the next words is such a noun: the hospital in "taken to a nearby hospital".
bool FrameScanner::noun_follows(std::uint32_t at, WordClass noun, std::uint32_t reach) const {
  for (std::uint32_t i = at; i < at + reach && words_.inside(i); ++i) {
    if (words_.is(i, noun)) return true;
    if (words_.at(i).any(WordClass::relative, WordClass::be, WordClass::have, WordClass::subordinator)) return false;
    const bool own_verb = i > at && !words_.at(i - 1).any(WordClass::preposition, WordClass::conjunction);
    if (own_verb && words_.at(i).has(WordClass::determiner)) return false;  // "have launched an injury audit"
    const Match match = trigger(i);
    if (match && match.meanings->front().role == TriggerRole::intr) return false;
  }
  return false;
}

/// A trigger that ends before `at` has an object; behind the preposition of "trapped in" stands none.
bool FrameScanner::governs(std::uint32_t at) const {
  return !words_.at(at - 1).has(WordClass::preposition) && chain_has_object(at);
}

/// Something that a verb may govern begins at `at`, so that a verb before it is active.
bool FrameScanner::object_follows(std::uint32_t at) const {
  while (words_.is_any(at, {"“", "\"", "‘", "«"}) || words_.is(at, WordClass::object_mark) ||
         (words_.at(at).has(WordClass::adverb) && !words_.at(at).has(WordClass::preposition) &&
          !words_.is(at, WordClass::quantifier)))
    ++at;
  if (!words_.inside(at)) return false;
  if (number_follows(at)) return true;
  const WordClasses classes = words_.at(at);
  if (words_.is_mark(at)) return false;
  if (classes.has(WordClass::number)) return words_.is(at + 1, "-");
  if (classes.any(WordClass::time, WordClass::preposition, WordClass::conjunction, WordClass::subordinator,
                  WordClass::relative, WordClass::be, WordClass::have, WordClass::will, WordClass::to))
    return words_.is(at, WordClass::about) && !words_.is(at, WordClass::preposition);
  if (classes.any(WordClass::determiner, WordClass::possessive))
    return !words_.at(at + 1).has(WordClass::time) && !words_.is(at + 1, WordClass::period);
  if (classes.has(WordClass::pronoun)) return !words_.is(at, WordClass::subject_pronoun);
  if (classes.any(WordClass::person, WordClass::armed, WordClass::collective)) return true;
  return words_.is_name(at) && !words_.upper_case;
}

bool FrameScanner::number_follows(std::uint32_t at) const {
  for (const CountedPeople& people : people_)
    if (people.begin() <= at && at < people.end && at <= people.quantity.first) return true;
  return false;
}

/// Past a mark that may stand between people and their verb; 0: the clause ends there.
std::uint32_t FrameScanner::over_mark(std::uint32_t at, const CountedPeople& people) const {
  if (words_.is(at, "(") || words_.is(at, "[")) return matching_mark(at);
  if (words_.is_any(at, {"”", "“", "\"", "’", "‘", "«", "»", "'s", "’s", "'", "%"})) return at + 1;
  const bool comma = words_.is(at, ","), dash = words_.is_any(at, {"-", "–", "—", "--"});
  if (dash && words_.glued(at) && words_.glued(at + 1)) return at + 1;
  if (!comma && !dash) return 0;
  if (words_.at(at + 1).has(WordClass::relative) && !words_.is(at + 1, WordClass::place_relative)) return at + 1;
  const bool apposed = people.begin() > words_.first() && words_.is(people.begin() - 1, words_.text.folded(at));
  const bool object =
      people.begin() > words_.first() && words_.at(people.begin() - 1).any(WordClass::have, WordClass::verb);
  if (dash && !object && begins_verb_group(at + 1) && opened_before(people.begin(), words_.text.folded(at)))
    return at + 1;
  if (apposed && begins_verb_group(at + 1)) return at + 1;
  if (const std::uint32_t country = comma ? past_country(at) : 0) return country;
  const std::uint32_t close = matching_mark(at);
  return close && begins_verb_group(close) ? close : 0;
}

/// "in Peshawar[, Pakistan] died": past what a comma ties to a place before it, if the verb follows; 0: it does not.
std::uint32_t FrameScanner::past_country(std::uint32_t comma) const {
  std::uint32_t place = comma;
  while (place > words_.first() && words_.is_name(place - 1)) --place;
  if (place == comma || place == words_.first() || !words_.is(place - 1, WordClass::place_preposition)) return 0;
  std::uint32_t end = comma + 1;
  while (words_.is_name(end)) ++end;
  return end > comma + 1 && begins_verb_group(end) ? end : 0;
}

/// A dash with blanks around it stands before.
bool FrameScanner::opened_before(std::uint32_t begin, std::string_view mark) const {
  for (std::uint32_t i = words_.first() + 1; i < begin; ++i)
    if (words_.is(i, mark) && !words_.glued(i)) return true;
  return false;
}

/// One past the mark that closes what the one at `at` opens; 0: there is none near.
std::uint32_t FrameScanner::matching_mark(std::uint32_t at) const {
  const std::string_view open = words_.text.folded(at);
  const std::string_view close = open == "(" ? ")" : open == "[" ? "]" : open;
  constexpr std::uint32_t longest_insertion = 30;
  std::uint32_t candidate = 0;
  for (std::uint32_t i = at + 1; i < words_.last() && i < at + longest_insertion; ++i) {
    if (!words_.is(i, close)) continue;
    if (close == "," && !begins_verb_group(i + 1)) continue;
    return i + 1;
  }
  return candidate;
}

bool FrameScanner::begins_verb_group(std::uint32_t at) const {
  while (words_.at(at).has(WordClass::adverb)) ++at;
  if (words_.at(at).any(WordClass::be, WordClass::have, WordClass::will, WordClass::would, WordClass::modal))
    return true;
  const Match match = trigger(at);
  return match && std::any_of(match.meanings->begin(), match.meanings->end(), [](const Trigger& one) {
           return one.role == TriggerRole::intr || one.role == TriggerRole::part || one.role == TriggerRole::subject ||
                  (one.role == TriggerRole::verb && is_past_form(one.form));
         });
}

/// "the sons of a notorious [jailed] trafficker"
bool FrameScanner::modifies_noun(std::uint32_t at, std::uint32_t end) const {
  const WordClasses next = words_.at(end);
  const bool noun = words_.inside(end) && !words_.is_mark(end) &&
                    !next.any(WordClass::preposition, WordClass::conjunction, WordClass::time, WordClass::adverb,
                              WordClass::subordinator, WordClass::relative, WordClass::number, WordClass::by,
                              WordClass::be, WordClass::have, WordClass::to);
  return noun && !words_.is_mark(at - 1) && !words_.at(at - 1).any(WordClass::person, WordClass::armed);
}

/// "the Sudanese [state]": a determiner stands before it, and nothing else but names and adjectives.
bool FrameScanner::determined(std::uint32_t at) const {
  for (std::uint32_t i = at; i-- > words_.first() && at - i < 4;) {
    if (words_.at(i).has(WordClass::determiner)) return true;
    if (words_.at(i).any(WordClass::person, WordClass::armed, WordClass::thing, WordClass::verb, WordClass::cue,
                         WordClass::preposition, WordClass::conjunction, WordClass::be, WordClass::have))
      return false;
  }
  return false;
}

/// "prisoners suspected of ...", "men armed with ...": a participle that opens no clause.
bool FrameScanner::reduced_relative(std::uint32_t at) const {
  if (words_.ends(at, Ending::ing)) return true;
  if (words_.is(at, WordClass::described) && words_.is_name(at + 1)) return true;  // "a man named Rodriguez"
  return (words_.ends(at, Ending::participle) || words_.at(at).has(WordClass::evidential)) &&
         (words_.is(at + 1, WordClass::as_word) ? words_.is(at, WordClass::described)
                                                : words_.at(at + 1).any(WordClass::preposition, WordClass::to) &&
                                                      !words_.at(at + 1).has(WordClass::subordinator));
}

std::optional<Finding> FrameScanner::stationed(std::uint32_t index) const {
  const CountedPeople& people = people_[index];
  if (people.noun != CountedPeople::Noun::armed || people.single()) return {};
  const std::uint32_t begin = people.begin();
  bool exist = false;
  for (std::uint32_t i = begin > words_.first() + 4 ? begin - 4 : words_.first(); i < begin; ++i)
    exist |= words_.is(i, WordClass::presence);
  std::uint32_t at = people.end;
  for (std::uint32_t steps = 0; steps < 10 && words_.inside(at) && !words_.is_mark(at); ++steps, ++at) {
    if (number_follows(at)) return {};
    exist |= words_.at(at).any(WordClass::be, WordClass::persisting);
    if (words_.at(at).has(WordClass::verb) && !words_.at(at).any(WordClass::be, WordClass::evidential)) return {};
    if (words_.is(at, WordClass::locative) && exist &&
        (words_.is_name(at + 1) || words_.is_name(at + 2) || words_.at(at + 2).has(WordClass::thing)))
      return Finding{index, Category::deployed, Modality::asserted, at, "stationed", 0.7};
  }
  return {};
}

}  // namespace averment
