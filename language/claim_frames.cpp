// Counted people → what happened to them: ties each to the trigger words of its sentence.
#include "language/claim_frames.hpp"

#include "language/frame_scanner.hpp"

namespace averment {
namespace {

/// What one counted phrase got, and from which side.
struct Found {
  std::vector<Finding> named, right, left;
  bool any() const { return !named.empty() || !right.empty() || !left.empty(); }
};

class Matcher {
 public:
  Matcher(const SentenceWords& words, const std::vector<CountedPeople>& people)
      : words_(words), people_(people), scanner_(words, people), found_(people.size()), inherited_(people.size()) {}

  std::vector<Finding> run() {
    for (std::uint32_t i = 0; i < people_.size(); ++i) match(i);
    share_along_lists();
    inherit();
    station();
    follow_pronouns();
    take_in_the_dead();
    return collect();
  }

 private:
  void match(std::uint32_t i) {
    const CountedPeople& people = people_[i];
    Found& found = found_[i];
    for (const Category category : people.named)
      found.named.push_back({i, category, Modality::asserted, people.end - 1, "named", 0.9});
    if (people.counts_cases && is_owned(people))
      std::erase_if(found.named, [](const Finding& finding) { return finding.category == Category::detained; });
    if (people.counts_cases) return;
    if (!is_predicate_noun(people) && !is_apposition(people)) found.right = scanner_.behind(i);
    const auto verb_before = scanner_.subject_behind(i, found.right.empty());
    if (!verb_before.empty())  // what follows says nothing of them, but "murieron 12 soldados [heridos]"
      std::erase_if(found.right, [&people](const Finding& finding) { return finding.trigger != people.end; });
    if (is_nested(i))
      std::erase_if(found.right, [](const Finding& finding) {
        return finding.rule == std::string_view("predicate") && finding.modality == Modality::asserted;
      });
    const bool main_verb = std::any_of(found.right.begin(), found.right.end(), [](const Finding& finding) {
      return finding.rule == std::string_view("predicate");
    });
    if (!verb_before.empty())
      found.left = verb_before;
    else if (!main_verb && !is_apposition(people))
      found.left = scanner_.before(i, !found.right.empty());
    drop_wounds_of_killed(found);
    name_captors(found);
    name_captives(people, found);
    drop_held(found);
    if (found.right.empty() && found.left.empty() && ((people.single() && !sole(people)) || is_everybody(people)))
      found.named.clear();
  }

  /// "Okello's multiple arrests": of one and the same.
  bool is_owned(const CountedPeople& people) const {
    const std::uint32_t begin = people.begin();
    return begin > words_.first() &&
           (words_.is_any(begin - 1, {"'s", "’s"}) || words_.is(begin - 1, WordClass::possessive));
  }

  /// "all refugees", wherever they are.
  static bool is_everybody(const CountedPeople& people) {
    const auto& share = people.quantity.share;
    return share && *share == Share(1.0) && !people.part_of_group && !people.quantity.low;
  }

  /// "the only survivor", "one of the deceased passengers" need no verb.
  bool sole(const CountedPeople& people) const {
    return words_.is(people.quantity.first, WordClass::definite) || people.part_of_group || people.counts_cases;
  }

  /// "was a soldier": says what somebody is.
  bool is_predicate_noun(const CountedPeople& people) const {
    const std::uint32_t begin = people.begin();
    const bool member = people.quantity.numeral && people.part_of_group;  // "was one of five miners killed"
    const bool exists = begin >= words_.first() + 2 && words_.is(begin - 2, WordClass::presence);  // "there was one"
    return people.single() && !member && !exists && begin > words_.first() &&
           (words_.at(begin - 1).has(WordClass::be) || words_.is(begin - 1, WordClass::as_word) ||
            words_.is(begin - 1, WordClass::negation));
  }

  /// "Saleh Bilalu, a taxi driver, was killed": the name is the one. Not "in Jenin, a taxi driver was killed".
  bool is_apposition(const CountedPeople& people) const {
    const std::uint32_t begin = people.begin();
    if (!people.single() || begin < words_.first() + 2 || !words_.is(begin - 1, ",")) return false;
    const bool inserted = words_.is(people.end, ",");
    if (words_.is(begin - 2, ")")) return inserted;
    if (follows_definite_person(begin - 1) && closes_soon(people.end)) return true;
    std::uint32_t name = begin - 1;
    while (name > words_.first() && words_.is_name(name - 1) && !words_.at(name - 1).has(WordClass::time)) --name;
    const std::uint32_t length = begin - 1 - name;
    const bool place = name > words_.first() && words_.at(name - 1).any(WordClass::place_preposition, WordClass::of);
    return length > 0 && (inserted || (length > 1 && !place));
  }

  /// "The suspected attacker[, a man from Oslo,]": a definite phrase for a person opens the clause and ends at the
  /// comma.
  bool follows_definite_person(std::uint32_t comma) const {
    bool person = false;
    for (std::uint32_t i = comma; i-- > words_.first();) {
      if (words_.is_mark(i)) return false;
      const bool attribute = i > words_.first() && words_.at(i - 1).any(WordClass::definite, WordClass::possessive);
      if (!attribute && words_.at(i).any(WordClass::be, WordClass::have, WordClass::verb, WordClass::cue,
                                         WordClass::preposition, WordClass::relative, WordClass::conjunction))
        return false;
      person |= words_.at(i).any(WordClass::person, WordClass::armed);
      const bool opens = i == words_.first() || words_.is_mark(i - 1) || words_.at(i - 1).has(WordClass::that);
      if (words_.at(i).any(WordClass::definite, WordClass::possessive)) return person && opens;
    }
    return false;
  }

  bool closes_soon(std::uint32_t at) const {
    constexpr std::uint32_t longest_apposition = 10;
    for (std::uint32_t i = at; i < at + longest_apposition && words_.inside(i); ++i)
      if (words_.is(i, ",")) return true;
    return false;
  }

  /// "55 of [the around 70 people] were killed".
  bool is_nested(std::uint32_t i) const {
    if (i == 0) return false;
    const CountedPeople& part = people_[i - 1];
    const std::uint32_t first = people_[i].quantity.first;
    const bool of_number = part.part_of_group && first < part.quantity.end + 3;  // "two of three"
    return first >= part.quantity.last && (first < part.end || of_number);
  }

  /// "stabbed a guard to death"; but "sentenced a guard to death"
  void drop_wounds_of_killed(Found& found) const {
    const bool sentenced = std::any_of(found.left.begin(), found.left.end(),
                                       [](const Finding& finding) { return finding.category == Category::detained; });
    if (sentenced)
      std::erase_if(found.right, [](const Finding& finding) { return finding.category == Category::killed; });
    const bool killed = std::any_of(found.right.begin(), found.right.end(),
                                    [](const Finding& finding) { return finding.category == Category::killed; });
    if (killed) std::erase_if(found.left, [](const Finding& finding) { return finding.category == Category::wounded; });
  }

  /// "two reporters held by militants" are no prisoners of a state.
  void name_captors(Found& found) const {
    constexpr std::uint32_t reach = 8;
    for (auto* side : {&found.right, &found.left, &found.named})
      for (Finding& finding : *side) {
        if (finding.category != Category::detained) continue;
        std::uint32_t by = finding.trigger + 1;
        while (by < finding.trigger + 3 && !words_.is(by, WordClass::by)) ++by;
        if (!words_.is(by, WordClass::by)) continue;
        for (std::uint32_t i = by + 1; i < by + reach && words_.inside(i) && !words_.is_mark(i); ++i)
          if (words_.is(i, WordClass::captor)) finding.category = Category::abducted;
      }
  }

  /// Civilians who are held captive are no prisoners of war.
  void name_captives(const CountedPeople& people, Found& found) const {
    if (people.noun == CountedPeople::Noun::armed) return;
    for (auto* side : {&found.right, &found.left, &found.named})
      for (Finding& finding : *side)
        for (std::uint32_t i = finding.trigger; i < finding.trigger + 3; ++i)
          if (finding.category == Category::captured && words_.is(i, WordClass::captive_civilian))
            finding.category = Category::abducted;
  }

  /// Hostages who are held are not detained.
  void drop_held(Found& found) const {
    const bool captured = std::any_of(found.left.begin(), found.left.end(),
                                      [](const Finding& finding) { return finding.rule == std::string_view("taken"); });
    if (captured) found.named.clear();
    const bool hostages = std::any_of(found.named.begin(), found.named.end(), [](const Finding& finding) {
      return finding.category == Category::abducted || finding.category == Category::captured;
    });
    if (hostages)
      std::erase_if(found.right, [](const Finding& finding) { return finding.category == Category::detained; });
  }

  /// "nine Britons, two Jordanians and an Egyptian were killed": what is said of one end holds of all.
  void share_along_lists() {
    std::vector<std::uint32_t> outer;  // without the 46 in "three of the 46 passengers and one pilot were killed"
    for (std::uint32_t i = 0; i < people_.size(); ++i)
      if (!is_nested(i)) outer.push_back(i);
    for (std::size_t begin = 0; begin < outer.size();) {
      std::size_t end = begin + 1;
      while (end < outer.size() && scanner_.joined(people_[outer[end - 1]], people_[outer[end]])) ++end;
      for (std::size_t i = begin + 1; i < end; ++i)
        if (says_nothing_yet(outer[i])) found_[outer[i]].left = moved(found_[outer[i - 1]].left, outer[i]);
      for (std::size_t i = end - 1; i-- > begin;)
        if (says_nothing_yet(outer[i]) && !is_included(outer[i]))
          found_[outer[i]].right = moved(found_[outer[i + 1]].right, outer[i]);
      begin = end;
    }
  }

  bool says_nothing_yet(std::uint32_t i) const {
    return found_[i].right.empty() && found_[i].left.empty() && !people_[i].counts_cases;
  }

  /// "five dead, among them [two] minors, and 20 wounded": part of the count before.
  bool is_included(std::size_t i) const {
    if (i == 0) return false;
    const auto tie = scanner_.tie(people_[i - 1], people_[i]);
    return tie && tie->rule == std::string_view("including");
  }

  static std::vector<Finding> moved(std::vector<Finding> findings, std::size_t to) {
    for (Finding& finding : findings) {
      finding.people = static_cast<std::uint32_t>(to);
      finding.rule = "list";
      finding.confidence *= 0.95;
    }
    return findings;
  }

  /// "20 people, including 3 children, were killed"; "(around 65)"; "... and three in Hama"; "two were among the 12
  /// dead".
  void inherit() {
    for (std::size_t i = 0; i + 1 < people_.size(); ++i) {
      const Found& whole = found_[i + 1];
      if (!says_nothing_yet(static_cast<std::uint32_t>(i)) || !scanner_.is_among(people_[i], people_[i + 1])) continue;
      found_[i].right = moved(!whole.right.empty() ? whole.right : whole.named, i);
      for (Finding& finding : found_[i].right) finding.rule = "among";
    }
    for (std::size_t i = 1; i < people_.size(); ++i) {
      Found& found = found_[i];
      if (!says_nothing_yet(static_cast<std::uint32_t>(i))) continue;
      const auto tie = scanner_.tie(people_[i - 1], people_[i]);
      if (!tie || (tie->needs_no_name && !found.named.empty())) continue;
      if (tie->rule == std::string_view("joined") && !inherited_[i - 1]) continue;
      const Found& whole = found_[i - 1];
      const auto& from = !whole.right.empty() ? whole.right : !whole.left.empty() ? whole.left : whole.named;
      found.left = moved(from, i);
      for (Finding& finding : found.left) finding.rule = tie->rule;
      inherited_[i] = true;
    }
  }

  /// Forces of which nothing else is said.
  void station() {
    for (std::uint32_t i = 0; i < people_.size(); ++i)
      if (!found_[i].any())
        if (auto stationed = scanner_.stationed(i)) found_[i].right.push_back(*stationed);
  }

  /// "shot three men, killing one": the number of those who were struck takes in the dead.
  void take_in_the_dead() {
    for (std::size_t i = 0; i + 1 < people_.size(); ++i) {
      const std::uint32_t verb = people_[i].end + 1;
      const bool elided = people_[i + 1].noun == CountedPeople::Noun::elided && people_[i + 1].begin() == verb + 1;
      if (!elided || !words_.is(verb - 1, ",") || !words_.ends(verb, Ending::ing)) continue;
      const bool killing = std::any_of(found_[i + 1].left.begin(), found_[i + 1].left.end(),
                                       [](const Finding& finding) { return finding.category == Category::killed; });
      for (Finding& finding : found_[i].left)
        if (killing && finding.category == Category::wounded && words_.is(finding.trigger, WordClass::strike))
          finding.category = Category::killed_or_wounded;
    }
  }

  /// "rescued 80 pupils after gunmen had abducted them", "the two captives and their release"
  void follow_pronouns() {
    if (people_.empty()) return;
    for (std::uint32_t i = people_.front().end; i < words_.last(); ++i) {
      const bool plural = words_.at(i).any(WordClass::plural_pronoun, WordClass::their);
      if ((!plural && !words_.is(i, WordClass::person_pronoun)) || words_.is(i - 1, WordClass::of)) continue;
      for (std::uint32_t p = static_cast<std::uint32_t>(people_.size()); p-- > 0;) {
        const CountedPeople& people = people_[p];
        if (people.end > i || people.single() == plural || people.counts_cases || people.of_pronoun) continue;
        if (people.noun == CountedPeople::Noun::unknown || people.quantity.kind == Quantity::Kind::share) break;
        if (!another_clause(people.end, i) || (!plural && others_named(people, i))) break;
        std::vector<Finding> found = scanner_.of_pronoun(p, i);
        std::erase_if(found, [&](const Finding& finding) { return known(found_[p], finding.category); });
        found_[p].named.insert(found_[p].named.end(), found.begin(), found.end());
        break;
      }
    }
  }

  /// The pronoun is not in the people's own clause.
  bool another_clause(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (words_.at(i).any(WordClass::sequel, WordClass::subordinator, WordClass::joint_and, WordClass::to))
        return true;
    return false;
  }

  /// "he" may be somebody else who is named before.
  bool others_named(const CountedPeople& people, std::uint32_t end) const {
    for (std::uint32_t i = words_.first(); i < end; ++i) {
      if (i >= people.begin() && i < people.end) continue;
      const bool name = words_.is_name(i) && i > words_.first() && !words_.at(i).has(WordClass::time);
      const bool placed = name && words_.at(i - 1).any(WordClass::place_preposition, WordClass::of);
      if ((name && !placed) || words_.at(i).any(WordClass::person, WordClass::armed)) return true;
    }
    return false;
  }

  static bool known(const Found& found, Category category) {
    for (const auto* side : {&found.right, &found.left, &found.named})
      for (const Finding& finding : *side)
        if (finding.category == category) return true;
    return false;
  }

  std::vector<Finding> collect() const {
    std::vector<Finding> all;
    for (const Found& found : found_) {
      const std::size_t begin = all.size();
      for (const auto* side : {&found.right, &found.left, &found.named})
        for (const Finding& finding : *side) add(all, begin, finding);
      std::stable_sort(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
                       [](const Finding& a, const Finding& b) { return a.category < b.category; });
    }
    return all;
  }

  static void add(std::vector<Finding>& all, std::size_t begin, const Finding& finding) {
    const bool known = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
                                   [&](const Finding& other) { return other.category == finding.category; });
    if (!known) all.push_back(finding);
  }

  const SentenceWords& words_;
  const std::vector<CountedPeople>& people_;
  FrameScanner scanner_;
  std::vector<Found> found_;
  std::vector<bool> inherited_;  ///< From the phrase before.
};

}  // namespace

std::vector<Finding> find_frames(const SentenceWords& words, const std::vector<CountedPeople>& people) {
  return Matcher(words, people).run();
}

}  // namespace averment
