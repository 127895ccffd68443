// Text → the names in it, by lists and rules.
#include "language/name_finder.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "language/gazetteer_match.hpp"

namespace averment {
namespace {

using Shape = Token::Shape;

constexpr std::size_t longest_run = 24;  // tokens; a longer one is a table
constexpr std::uint32_t kNounAtEnd = kOrganizationLast | kUnitLast | kPlaceLast | kEventLast;

EntityType type_of_noun(const TextWord& noun) {
  if (noun.is(kOrganizationLast)) return EntityType::organization;
  if (noun.is(kUnitLast)) return EntityType::unit;
  return noun.is(kPlaceLast) ? EntityType::place : EntityType::event;
}

class Finder {
 public:
  Finder(const Text& text, const TextWords& words, const NameWords& lists, const Gazetteer& gazetteer)
      : text_(text), words_(words), lists_(lists), matcher_(text, words, gazetteer) {}

  std::vector<FoundName> run() {
    for (const Sentence& sentence : text_.sentences) {
      end_ = sentence.last;
      begin_ = sentence.first;
      for (std::size_t at = sentence.first; at < sentence.last;) at = step(at);
    }
    find_repeated();
    return std::move(found_);
  }

 private:
  struct Run {
    std::size_t first, last;
  };

  // --- one step: what begins at this token; returns the next token to look at ---

  std::size_t step(std::size_t at) {
    const TextWord& word = words_[at];
    if (word.key.empty()) return at + 1;
    const GazetteerMatch known = matcher_.match(at, end_);
    if (word.is(kTitleStart) && known.words < 2)
      if (const std::size_t next = titled_person(at)) return next;
    if (text_.upper_case || (!word.capital && !known.name)) {
      if (!known.name) return numbered_unit(at);
      return add(at, known.last, known.name->type, NameEvidence::listed, known.name);
    }
    return classify(at, word.capital ? run_end(at) : known.last, known);
  }

  std::size_t add(std::size_t first, std::size_t last, EntityType type, NameEvidence evidence,
                  const GazetteerName* known = nullptr, char gender = 0) {
    // "The Hague" has its article in its name.
    if (known && known->name.starts_with("The ") && first > begin_ && words_[first - 1].key == "the" &&
        words_[first - 1].cased)
      --first;
    FoundName name{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), type, evidence, known, gender};
    found_.push_back(name);
    return last;
  }

  std::size_t add_person(std::size_t first, std::size_t last, NameEvidence evidence, char gender = 0) {
    const GazetteerMatch known = matcher_.match(first, last);
    const bool listed = known.last == last && known.name && known.name->type == EntityType::person;
    if (!gender && words_[first].is(kMale) != words_[first].is(kFemale)) gender = words_[first].is(kMale) ? 'm' : 'f';
    return add(first, last, EntityType::person, evidence, listed ? known.name : nullptr, gender);
  }

  // --- titles ---

  /// Behind the title that begins at `at`; 0: none does.
  std::size_t title_end(std::size_t at) const {
    std::string key(words_[at].key);
    std::size_t best = lists_.is_title(key) ? at + 1 : 0;
    for (std::size_t next = at + 1, count = 1; next < end_ && count < NameWords::longest_title; ++next) {
      if (words_[next].key.empty()) {
        if (words_.is_hyphen(next)) continue;
        break;
      }
      key += ' ';
      key += words_[next].key;
      ++count;
      if (lists_.is_title(key)) best = next + 1;
    }
    return best;
  }

  std::size_t titled_person(std::size_t at) {
    std::size_t name = title_end(at);
    if (!name) return 0;
    for (int titles = 0; titles < 5 && name < end_ && words_[name].is(kTitleStart); ++titles) {
      const std::size_t more = title_end(name);
      if (!more || more >= end_ || !words_[more].capital) break;
      name = more;
    }
    if (name >= end_ || !begins_person(name)) return 0;
    const std::size_t last = std::min(run_end(name), name + 7);
    if (noun_in({name, last}) < last) return 0;
    char gender = words_[at].key == "mr" ? 'm' : words_[at].key == "mrs" || words_[at].key == "ms" ? 'f' : '\0';
    return add_person(name, last, NameEvidence::title, gender);
  }

  /// A capital that starts a person's name, and no country's or organization's.
  bool begins_person(std::size_t at) const {
    const TextWord& word = words_[at];
    if (text_.upper_case ? word.is(kCommon)
                         : !word.capital && !(word.is(kParticle) && !word.is(kLink) && next_capital(at)))
      return false;
    const GazetteerMatch known = matcher_.match(at, end_);
    if (!known.name || known.name->type == EntityType::person) return true;
    return known.words == 1 && (known.name->list == NameList::cities || known.name->list == NameList::regions);
  }

  bool next_capital(std::size_t at) const {
    std::size_t next = at + 1;
    if (next < end_ && words_.is_hyphen(next)) ++next;
    return next < end_ && words_[next].capital;
  }

  // --- runs of capitalized words ---

  std::size_t run_end(std::size_t first) const {
    std::size_t at = first + 1;
    while (at < end_ && at < first + longest_run) {
      const std::size_t next = run_step(first, at);
      if (next == at) break;
      at = next;
    }
    return at;
  }

  std::size_t run_step(std::size_t first, std::size_t at) const {
    const TextWord& word = words_[at];
    if (word.capital) return ends_before_title(at) ? at : at + 1;
    if (words_.is_hyphen(at)) return over_hyphen(first, at);
    if (word.key == "and" && text_.tokens[at].shape == Shape::punctuation)
      return at + 1 < end_ && words_[at + 1].capital ? at + 2 : at;
    if (word.is(kParticle) && text_.tokens[at].shape == Shape::lower && next_capital(at))
      if (!word.is(kFunction) || words_.is_hyphen(at + 1)) return at + 1;
    // "Rudskoi, Jr."
    return at;
  }

  /// "Seong-kweun" goes on, "U.S.-led" ends at its hyphen.
  std::size_t over_hyphen(std::size_t first, std::size_t hyphen) const {
    const TextWord& next = words_[hyphen + 1];
    if (next.capital || next.is(kParticle)) return hyphen + 2;
    const bool given_name = hyphen >= first + 2 && next.key.size() <= 6 && words_[hyphen - 1].key.size() <= 6;
    if (next.is(kCommon) && !given_name) return hyphen;
    return text_.tokens[hyphen + 1].shape == Shape::lower && !words_[hyphen - 1].upper ? hyphen + 2 : hyphen;
  }

  bool ends_before_title(std::size_t at) const {
    if (!words_[at].is(kTitleStart)) return false;
    const std::size_t name = title_end(at);
    return name && name < end_ && words_[name].capital && !words_[name].is(kNounAtEnd);
  }

  // --- what a run is ---

  std::size_t classify(std::size_t first, std::size_t last, const GazetteerMatch& known) {
    if (known.words > 1 && known.last >= last)
      return add(first, known.last, known.name->type, NameEvidence::listed, known.name);
    if (const std::size_t next = named_by_its_noun({first, last}, known)) return next;
    if (words_[first].initial && words_[first].is(kCommon) && !known.name && !starts_with_first_name(first, last))
      return first + 1;
    if (known.name && known.last >= last)
      return add(first, known.last, known.name->type, NameEvidence::listed, known.name);
    if (known.words > 1) return add(first, known.last, known.name->type, NameEvidence::listed, known.name);
    const NameEvidence evidence = person_evidence({first, last});
    if (evidence != NameEvidence::repeated && !(known.name && !is_person_shape({first, last}, *known.name)))
      return add_person(first, last, evidence);
    if (known.name) return add(first, known.last, known.name->type, NameEvidence::listed, known.name);
    if (last == first + 1 && is_acronym(first)) return add(first, last, EntityType::organization, NameEvidence::shape);
    if (last == first + 1 && (words_[first].is(kOrganizationAlone) || has_inner_capital(first)))
      return add(first, last, EntityType::organization, NameEvidence::shape);
    if (has_known_inside(first, last)) return first + 1;
    if (words_[first].is(kGroup) || (words_[first].upper && words_[first].is(kNoAcronym))) return first + 1;
    if (last == first + 1 && words_[first].is(kCommon)) return last;
    if (matcher_.is_placed(first, last) && last - first <= 5)
      return add(first, last, EntityType::place, NameEvidence::context);
    if (looks_like_two_names(first, last)) return add_person(first, last, NameEvidence::guess);
    unknown_.push_back({first, last});
    return last;
  }

  /// Two or three unknown words with capitals: most are persons.
  bool looks_like_two_names(std::size_t first, std::size_t last) const {
    if (last - first < 2 || last - first > 3 || words_[first].initial) return false;
    for (std::size_t at = first; at < last; ++at)
      if (text_.tokens[at].shape != Shape::capitalized || words_[at].is(kCommon | kNounAtEnd)) return false;
    return true;
  }

  /// "Will Smith", but not "Ask John Smith" and "See Kim Jong-un".
  bool starts_with_first_name(std::size_t first, std::size_t last) const {
    if (!words_[first].is(kMale | kFemale) || last < first + 2 || !words_[first + 1].capital) return false;
    const bool other_begins = last > first + 2 && words_[first + 1].is(kFirstName);
    return !other_begins && !words_[first + 1].is(kCommon) && !matcher_.match(first + 1, last).name;
  }

  bool has_known_inside(std::size_t first, std::size_t last) const {
    for (std::size_t at = first + 1; at < last; ++at)
      if (!words_[at].key.empty() && matcher_.match(at, last).name) return true;
    return false;
  }

  /// The first noun in the run that says what it names; run.last: none.
  std::size_t noun_in(Run run) const {
    for (std::size_t at = run.first + 1; at < run.last; ++at)
      if (words_[at].is(kNounAtEnd) && words_[at].capital) return at;
    return run.last;
  }

  /// "Defense Ministry", "Ministry of Defense", "82nd Airborne Division", "Mount Sinai"; 0: no such name.
  std::size_t named_by_its_noun(Run run, const GazetteerMatch& known) {
    if (const std::size_t last = noun_first(run)) {
      const TextWord& head = words_[run.first];
      const EntityType type = head.is(kOrganizationFirst) ? EntityType::organization
                              : head.is(kPlaceFirst)      ? EntityType::place
                                                          : EntityType::event;
      return add(run.first, last, type, NameEvidence::shape);
    }
    std::size_t noun = noun_in(run);
    if (noun == run.last) return 0;
    while (noun + 1 < run.last && words_[noun + 1].is(kNounAtEnd)) ++noun;
    const EntityType type = type_of_noun(words_[noun]);
    // "Iranian Foreign Ministry": every country has one, so the nationality is a name of its own.
    if (known.name && known.name->type == EntityType::nationality && known.last < noun && words_[noun].is(kOfACountry))
      return 0;
    const bool two_words = noun == run.first + 1;
    // "Chan-ho Park" and "Benny Hill" are no places.
    const bool first_name = words_[run.first].is(kFirstName) && !words_[run.first].is(kCommon) && !known.name;
    if (two_words && first_name && type == EntityType::place && words_[noun].is(kFirstName)) return 0;
    if (two_words && words_[run.first].initial && words_[run.first].is(kFunction)) return 0;
    std::size_t last = noun + 1;
    if (words_[noun].is(kOrganizationFirst)) last = behind_of(last);
    return add(run.first, last, type, NameEvidence::shape);
  }

  /// "Ministry of Defense", "Mount Sinai", "Operation Cast Lead": behind it; 0: no such name.
  std::size_t noun_first(Run run) const {
    const TextWord& head = words_[run.first];
    if (!head.is(kOrganizationFirst | kPlaceFirst | kEventFirst) || !head.capital) return 0;
    const std::size_t next = run.first + 1;
    if (next >= end_) return 0;
    if (words_[next].is(kLink)) {
      if (run.last != next || !head.is(kOrganizationFirst | kPlaceFirst)) return 0;
      const std::size_t last = behind_of(next);
      // "State of California Department of Water Resources" is no place.
      if (head.is(kPlaceFirst) && !head.is(kOrganizationFirst))
        for (std::size_t at = next; at < last; ++at)
          if (words_[at].is(kOrganizationLast) && words_[at].cased) return 0;
      return last > next ? last : 0;
    }
    if (head.is(kOrganizationHead) && run.last > next)
      return behind_of(run.last);  // "Servicio Nacional de Inteligencia"
    // "Mount Sinai", "Hurricane Mitch"; not "State Department".
    const bool plain = head.is(kPlaceFirst | kEventFirst) && !head.is(kOrganizationFirst);
    return plain && run.last > next && words_[next].capital && noun_in(run) == run.last ? run.last : 0;
  }

  /// Over "of Defense", "for Human Rights", "of the Red Cross and Red Crescent"; `at` where there is none.
  std::size_t behind_of(std::size_t at) const {
    std::size_t last = at;
    for (int times = 0; times < 2 && last < end_; ++times) {
      if (!words_[last].is(kLink) && !(words_[last].key == "and" && times)) break;
      std::size_t name = last + 1;
      if (name < end_ && words_[name].is(kLinkArticle)) ++name;
      if (name >= end_ || !words_[name].capital || ends_before_title(name)) break;
      last = run_end(name);
    }
    return last;
  }

  /// "3rd Brigade", "82nd Airborne Division".
  std::size_t numbered_unit(std::size_t at) {
    const Token& token = text_.tokens[at];
    const bool number = token.shape == Shape::number || (token.shape == Shape::mixed && words_[at].key[0] <= '9');
    if (!number || at + 1 >= end_ || !words_[at + 1].cased) return at + 1;
    for (std::size_t next = at + 1; next < end_ && next < at + 6 && words_[next].cased; ++next)
      if (words_[next].is(kUnitLast)) return add(at, next + 1, EntityType::unit, NameEvidence::shape);
    return at + 1;
  }

  bool is_acronym(std::size_t at) const {
    const TextWord& word = words_[at];
    const bool letters = std::all_of(word.key.begin(), word.key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters && word.upper && word.key.size() >= 2 && word.key.size() <= 7 && !word.is(kNoAcronym) &&
           !word.is(kCommon) && !words_.seen_lower(word);
  }

  // --- persons ---

  /// Its own words make it a person's name, whatever stands around: needed where a listed place begins it.
  bool is_person_shape(Run run, const GazetteerName& known) const {
    return (known.list == NameList::cities || known.list == NameList::regions) && run.last > run.first + 1 &&
           words_[run.first].is(kFirstName) && words_[run.first + 1].capital && !words_[run.first + 1].is(kCommon);
  }

  NameEvidence person_evidence(Run run) const {
    const std::size_t words = count_words(run);
    if (words > 6) return NameEvidence::repeated;
    if (is_introduced(run.first)) return NameEvidence::introduced;
    if (words > 1) {
      const TextWord& first = words_[run.first];
      const bool given = first.is(kFirstName) && (!first.is(kCommon) || (first.is(kMale | kFemale) && !first.initial));
      if (has_nationality(run)) return NameEvidence::repeated;
      if (given || starts_with_first_name(run.first, run.last)) return NameEvidence::shape;
      if (has_given_name_shape(run) || has_inner_initial(run)) return NameEvidence::shape;
      if (stands_by_person_word(run)) return NameEvidence::context;
    } else if (is_given_name(run.first)) {
      return NameEvidence::shape;
    } else if (has_inner_capital(run.first)) {
      return NameEvidence::repeated;
    } else if (stands_by_person_noun(run) || speaks(run)) {
      return words_[run.first].is(kCommon | kNounAtEnd) || is_acronym(run.first) ? NameEvidence::repeated
                                                                                 : NameEvidence::context;
    }
    return NameEvidence::repeated;
  }

  std::size_t count_words(Run run) const {
    std::size_t count = 0;
    for (std::size_t at = run.first; at < run.last; ++at) count += !words_[at].key.empty();
    return count;
  }

  /// "a sniper named Lee", "identified only as Ri", "by his last name Ri".
  bool is_introduced(std::size_t first) const {
    std::size_t at = first;
    while (at > begin_ && first - at < 2 && (words_[at - 1].key == "as" || words_[at - 1].key == "only")) --at;
    return at > begin_ && words_[at - 1].is(kIntroduction) && text_.tokens[at - 1].shape == Shape::lower;
  }

  bool has_nationality(Run run) const {
    for (std::size_t at = run.first; at < run.last; ++at)
      if (const GazetteerName* name = matcher_.match(at, run.last).name; name && name->type == EntityType::nationality)
        return true;
    return false;
  }

  /// "Seong-kweun": Korean and Chinese given names.
  bool has_given_name_shape(Run run) const {
    for (std::size_t at = run.first + 2; at + 1 < run.last; ++at)
      if (words_.is_hyphen(at) && text_.tokens[at + 1].shape == Shape::lower) return true;
    for (std::size_t at = run.first; at + 1 < run.last; ++at)
      if (words_[at].is(kParticle) && text_.tokens[at].shape == Shape::lower) return true;
    return false;
  }

  /// "George W. Bush", "J. Smith".
  bool has_inner_initial(Run run) const {
    for (std::size_t at = run.first; at + 1 < run.last; ++at)
      if (words_[at].key.size() == 1 && text_.tokens[at].span.size() == 2) return true;
    return false;
  }

  /// "USAir", "PolitiFact"; not "McCarthy" and "O'Brien".
  bool has_inner_capital(std::size_t at) const {
    const std::string_view written = text_.written(text_.tokens[at]);
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool surname = written.starts_with("Mc") || written.starts_with("Mac") || written.starts_with("O'") ||
                         written.starts_with("O’") || written.starts_with("De") || written.starts_with("La");
    const bool small = std::any_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return small && !surname && std::any_of(written.begin() + 1, written.end(), upper);
  }

  /// A first name alone, where its capital says something.
  bool is_given_name(std::size_t at) const {
    const TextWord& word = words_[at];
    return word.is(kMale | kFemale) && !word.is(kCommon | kNounAtEnd) && !word.initial && !word.upper;
  }

  bool stands_by_person_noun(Run run) const {
    return run.first > begin_ && words_[run.first - 1].is(kPersonNoun) &&
           text_.tokens[run.first - 1].shape == Shape::lower;
  }

  /// "X said", "said X,".
  bool speaks(Run run) const {
    if (run.last < end_ && words_[run.last].is(kSpeechVerb) && text_.tokens[run.last].shape == Shape::lower)
      return true;
    return false;
  }

  bool stands_by_person_word(Run run) const {
    if (stands_by_person_noun(run) || speaks(run)) return true;
    if (run.first > begin_ && words_[run.first - 1].is(kSpeechVerb) && words_[run.first - 1].key != "called")
      return true;
    if (run.last + 1 >= end_ || text_.written(text_.tokens[run.last]) != ",")
      return run.last < end_ && words_[run.last].key == "who";
    const TextWord& next = words_[run.last + 1];
    if (next.key == "who") return true;
    if (text_.tokens[run.last + 1].shape == Shape::number && next.key.size() == 2) return true;
    for (std::size_t at = run.last + 1; at < end_ && at < run.last + 6; ++at)
      if (words_[at].is(kPersonNoun) && text_.tokens[at].shape == Shape::lower) return true;
    return false;
  }

  // --- names that other names of the text explain ---

  void find_repeated() {
    std::unordered_map<std::string_view, EntityType> by_word;   // a word of a person's name, or a one-word name
    std::unordered_set<std::string_view> storms, full_persons;  // last words of events, and of persons' full names
    for (const FoundName& name : found_) {
      if (name.last > name.first + 1) {
        if (name.type == EntityType::event) storms.insert(words_[name.last - 1].key);
        if (name.type == EntityType::person) full_persons.insert(words_[name.last - 1].key);
      }
    }
    for (FoundName& name : found_) {
      // "Mitch" is the hurricane where the text knows no other.
      const std::string_view word = words_[name.first].key;
      if (name.type == EntityType::person && name.last == name.first + 1 && name.evidence >= NameEvidence::shape &&
          storms.count(word) && !full_persons.count(word))
        name.type = EntityType::event;
    }
    for (const FoundName& name : found_) {
      if (name.type == EntityType::person) {
        by_word.emplace(words_[name.last - 1].key, EntityType::person);
        if (name.last > name.first + 1) by_word.emplace(words_[name.first].key, EntityType::person);
      } else if (name.last == name.first + 1 && name.evidence >= NameEvidence::shape) {
        by_word.emplace(words_[name.first].key, name.type);
      }
    }
    for (FoundName& name : found_) {
      // "Lincoln" is a person where the text knows an Abraham Lincoln.
      const bool city = name.known && name.last == name.first + 1 &&
                        (name.known->list == NameList::cities || name.known->list == NameList::regions);
      if (!city || matcher_.is_placed(name.first, name.last)) continue;
      const auto other = by_word.find(words_[name.first].key);
      if (other == by_word.end() || other->second != EntityType::person) continue;
      name.type = EntityType::person;
      name.known = nullptr;
      name.evidence = NameEvidence::repeated;
    }
    for (const Run& run : unknown_) {
      if (run.last != run.first + 1) continue;
      const auto other = by_word.find(words_[run.first].key);
      if (other != by_word.end()) add(run.first, run.last, other->second, NameEvidence::repeated);
    }
    std::sort(found_.begin(), found_.end(), [](const FoundName& a, const FoundName& b) { return a.first < b.first; });
  }

  const Text& text_;
  const TextWords& words_;
  const NameWords& lists_;
  GazetteerMatcher matcher_;
  std::size_t begin_ = 0, end_ = 0;  // of the sentence
  std::vector<FoundName> found_;
  std::vector<Run> unknown_;
};

}  // namespace

std::vector<FoundName> NameFinder::find(const Text& text, const TextWords& words) const {
  return Finder(text, words, words_, gazetteer_).run();
}

}  // namespace averment
