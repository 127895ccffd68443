// The noun phrase of a credited party, read from a cue to the left or to the right.
#include "language/source_phrase.hpp"

namespace averment {

bool is_possessive_mark(const SentenceWords& words, std::uint32_t i) {
  return words.is_any(i, {"'s", "’s"}) || (words.is_any(i, {"'", "’"}) && words.glued(i));
}

namespace {

constexpr std::uint32_t longest_phrase = 24;

bool is_dash(const SentenceWords& words, std::uint32_t i) { return words.is_any(i, {"-", "–", "—", "--"}); }

bool is_hyphen(const SentenceWords& words, std::uint32_t i) {
  return words.is_any(i, {"-", "‑", "/"}) && words.glued(i) && words.glued(i + 1);
}

bool is_quote(const SentenceWords& words, std::uint32_t i) {
  return words.is_any(i, {"“", "”", "\"", "‘", "«", "»", "<", ">"});
}

/// "the official [daily] Izvestia"
bool determined(const SentenceWords& words, std::uint32_t i) {
  return words.at(i - 1).has(WordClass::determiner) || words.at(i - 2).has(WordClass::determiner);
}

/// May stand inside a noun phrase.
bool nominal(const SentenceWords& words, std::uint32_t i) {
  if (!words.inside(i)) return false;
  if (words.is_mark(i)) return is_hyphen(words, i) || is_possessive_mark(words, i) || words.is(i, "&");
  const WordClasses classes = words.at(i);
  if (words.is_name(i) && !words.upper_case)
    return !classes.any(WordClass::subordinator, WordClass::conjunction, WordClass::be);
  if (classes.any(WordClass::be, WordClass::have, WordClass::auxiliary_do, WordClass::will, WordClass::would,
                  WordClass::modal, WordClass::to, WordClass::negation, WordClass::conjunction, WordClass::relative,
                  WordClass::subordinator, WordClass::preposition, WordClass::pronoun, WordClass::time))
    return false;
  if (classes.any(WordClass::person, WordClass::armed, WordClass::collective, WordClass::thing)) return true;
  if (classes.has(WordClass::adverb) && words.is_name(i + 1) && determined(words, i)) return true;
  if (words.ends(i, Ending::finite)) return false;
  return !classes.any(WordClass::adverb, WordClass::verb, WordClass::including) || words.is(i, WordClass::office);
}

/// Prepositions that tie a phrase to its head noun.
bool ties(const SentenceWords& words, std::uint32_t i) { return words.is(i, WordClass::tie); }

/// Words that a subject begins with, which are no part of the party.
bool leads_in(const SentenceWords& words, std::uint32_t i) {
  const WordClasses classes = words.at(i);
  return classes.any(WordClass::conjunction, WordClass::time, WordClass::number, WordClass::lead_in) ||
         words.is(i, ",");
}

bool all_names(const SentenceWords& words, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return false;
  for (std::uint32_t i = first; i < last; ++i)
    if ((!words.is_name(i) && !is_hyphen(words, i)) || words.at(i).any(WordClass::person, WordClass::time))
      return false;
  return true;
}

/// A noun for a person stands in the phrase that ends before `end`.
bool describes_person(const SentenceWords& words, std::uint32_t end) {
  constexpr std::uint32_t longest_title = 10;
  for (std::uint32_t i = end; i-- > words.first() && end - i < longest_title && !words.is(i, ",");)
    if (words.at(i).any(WordClass::person, WordClass::armed) && !words.at(i).has(WordClass::collective)) return true;
  return false;
}

/// "relatives who have camped in front of the office [say]": the subject stands before "who".
std::uint32_t before_relative(const SentenceWords& words, std::uint32_t begin) {
  constexpr std::uint32_t longest_clause = 12;
  for (std::uint32_t i = begin; i-- > words.first() && begin - i < longest_clause;) {
    if (words.is_mark(i) && !is_hyphen(words, i)) return 0;
    if (words.is(i, WordClass::who) && i > words.first() && nominal(words, i - 1)) return i;
    if (words.at(i).has(WordClass::cue) && !words.is_name(i)) return 0;
  }
  return 0;
}

/// An auxiliary, an adverb, a time.
bool stands_between(const SentenceWords& words, std::uint32_t i) {
  const WordClasses classes = words.at(i);
  if (classes.has(WordClass::time)) return true;
  if (words.is_name(i) || classes.has(WordClass::person)) return false;
  if (classes.any(WordClass::adverb, WordClass::have, WordClass::be, WordClass::auxiliary_do, WordClass::will,
                  WordClass::would))
    return true;
  const bool noun = i > words.first() && words.at(i - 1).any(WordClass::determiner, WordClass::possessive);
  return words.ends(i, Ending::adverb) && !noun && !classes.any(WordClass::collective, WordClass::thing);
}

/// The names that end before token `end` are governed by a preposition.
bool follows_preposition(const SentenceWords& words, std::uint32_t end) {
  std::uint32_t begin = end;
  while (begin > words.first() && words.is_name(begin - 1)) --begin;
  return begin < end && begin > words.first() && words.at(begin - 1).has(WordClass::preposition);
}

/// Skips what stands between a subject and its verb, backwards; returns the subject's end.
std::uint32_t subject_end(const SentenceWords& words, std::uint32_t end) {
  const std::uint32_t first = words.first();
  while (end > first && stands_between(words, end - 1)) --end;
  if (end > first && words.is(end - 1, WordClass::preposition) && words.at(end).has(WordClass::time)) --end;
  if (end > first && words.is_any(end - 1, {")", "]"})) {
    for (std::uint32_t i = end - 1; i > first && end - i < longest_phrase; --i)
      if (words.is_any(i, {"(", "["})) return i;
    return end;
  }
  const bool inserted =
      end > first && (words.is(end - 1, ",") || (is_dash(words, end - 1) && !is_hyphen(words, end - 1)));
  if (!inserted) return end;
  const std::string_view mark = words.text.folded(end - 1);
  for (std::uint32_t i = end - 1; i-- > first && end - i < longest_phrase + 10;) {  // back to its opening mark
    if (words.is_any(i, {";", ":", "”", "“", "\"", "«", "»", "--"})) break;
    if (!words.is(i, mark) || i == first) continue;
    if (words.is_any(i - 1, {")", "]"})) return subject_end(words, i);
    if (all_names(words, i + 1, end - 1) && describes_person(words, i)) return end - 1;  // "the minister, V. Esk, said"
    const bool place =
        all_names(words, i + 1, end - 1) && follows_preposition(words, i);  // "X, from Toronto, Canada, said"
    if (!place && (nominal(words, i - 1) || words.is_any(i - 1, {"”", "\""}))) return i;
  }
  return end;
}

/// Behind "BAGHDAD, Iraq -".
std::uint32_t past_dateline(const SentenceWords& words) {
  constexpr std::uint32_t longest_dateline = 12;
  for (std::uint32_t i = words.first(); i < words.first() + longest_dateline && words.inside(i); ++i)
    if (is_dash(words, i) && !words.glued(i)) return i + 1;
  return words.first();
}

/// "a report [released by] the agency", "a report [published Friday in] a journal"; 0: nothing of the kind.
std::uint32_t past_release(const SentenceWords& words, std::uint32_t at) {
  if (!words.is(at, WordClass::release)) return 0;
  if (words.is(++at, WordClass::by)) return at + 1;
  const std::uint32_t time = at;
  while (words.at(at).has(WordClass::time)) ++at;
  return at > time && words.is(at, WordClass::locative) ? at + 1 : 0;
}

}  // namespace

Phrase subject_before(const SentenceWords& words, std::uint32_t cue) {
  std::uint32_t end = subject_end(words, cue);
  if (end > words.first() && words.is(end - 1, ">")) --end;  // "<Oro Mines Inc> said"
  if (end > words.first() && words.at(end - 1).any(WordClass::who, WordClass::that)) {
    --end;
    if (end > words.first() && words.is(end - 1, ",")) --end;
  }
  if (end <= words.first()) return {};
  if (words.is(end - 1, WordClass::anybody)) return {};
  if (words.at(end - 1).has(WordClass::pronoun)) {
    if (!words.is(end - 1, WordClass::third_person)) return {};
    return {end - 1, end};
  }
  std::uint32_t begin = end;
  while (begin > words.first() && end - begin < longest_phrase) {
    const std::uint32_t i = begin - 1;
    if (nominal(words, i) && !(words.at(i).has(WordClass::cue) && !words.is_name(i) && i + 1 < end &&
                               !words.at(i).any(WordClass::person, WordClass::thing))) {
      --begin;
      if (words.at(i).any(WordClass::determiner, WordClass::possessive) &&
          !(i > words.first() && (ties(words, i - 1) || words.is(i - 1, WordClass::joint_and))))
        break;
      continue;
    }
    const bool joined = words.is(i, WordClass::joint) && i > words.first() && nominal(words, i - 1) && begin < end;
    const bool tied = ties(words, i) && i > words.first() && nominal(words, i - 1) && begin < end;
    const bool quoted =
        is_quote(words, i) && begin < end && i > words.first() && (words.is_name(i + 1) || words.is_name(i - 1));
    if (!joined && !tied && !quoted) break;
    --begin;
  }
  while (begin < end &&
         (leads_in(words, begin) || ties(words, begin) || is_quote(words, begin) || is_dash(words, begin) ||
          (words.at(begin).has(WordClass::preposition) && !words.is_name(begin))))
    ++begin;
  if (begin + 1 < end && begin > words.first() && words.is(begin - 1, ",") && words.ends(begin, Ending::ing) &&
      !words.is_name(begin))
    ++begin;  // ", prompting concerns from an association which said"
  while (end > begin && (is_quote(words, end - 1) || words.is(end - 1, ","))) --end;
  if (begin + 1 == end && words.is_mark(begin)) return {};
  if (is_possessive_mark(words, begin))
    return first_subject(words, begin);                        // "police who looked into last week 's raid said"
  if (words.is(end, "(") && words.is(end + 2, ")")) end += 3;  // its acronym
  const bool reached = begin > words.first() + 2 && words.is(begin - 1, WordClass::by) &&
                       !words.is(begin - 2, WordClass::release) && words.ends(begin - 2, Ending::participle) &&
                       nominal(words, begin - 3);
  if (reached) return subject_before(words, begin - 2);  // "a nurse reached by telephone said"
  if (const std::uint32_t who = before_relative(words, begin)) return subject_before(words, who);
  return {begin, end};
}

Phrase owner_before(const SentenceWords& words, std::uint32_t end) {
  std::uint32_t begin = end;
  while (begin > words.first() && words.is_name(begin - 1)) --begin;
  return begin < end ? Phrase{begin, end} : subject_before(words, end);
}

Phrase phrase_at(const SentenceWords& words, std::uint32_t begin) {
  while (words.is_any(begin, {":"})) ++begin;
  if (words.at(begin).has(WordClass::pronoun)) {
    if (!words.is(begin, WordClass::third_person)) return {};
    return {begin, begin + 1};
  }
  std::uint32_t end = begin;
  bool noun = false;
  while (words.inside(end) && end - begin < longest_phrase) {
    if (const std::uint32_t party = noun ? past_release(words, end) : 0) {
      end = party;
      continue;
    }
    if (nominal(words, end)) {
      const bool starts_clause =
          noun && words.at(end).has(WordClass::cue) && !words.is_name(end) && !words.at(end).has(WordClass::thing);
      const bool new_phrase = noun && words.at(end).any(WordClass::determiner, WordClass::possessive) &&
                              !ties(words, end - 1) && !words.at(end - 1).any(WordClass::joint_and, WordClass::by) &&
                              !(words.is_name(end) && words.is_name(end + 1) && !words.upper_case);  // "The Lancet"
      if (starts_clause || new_phrase) break;
      noun |= !words.at(end).any(WordClass::determiner, WordClass::possessive);
      ++end;
      continue;
    }
    const bool joined =
        noun && words.is(end, WordClass::joint) && nominal(words, end + 1) && !words.at(end + 1).has(WordClass::number);
    const bool tied = noun && ties(words, end) && !words.is(end, WordClass::loose_tie) && nominal(words, end + 1) &&
                      !words.at(end + 1).any(WordClass::number, WordClass::time);
    const bool quoted = is_quote(words, end) &&
                        (words.is_name(end + 1) || words.is_name(end - 1) || (end > begin && words.is_name(end - 2)));
    if (!joined && !tied && !quoted) break;
    ++end;
  }
  while (end > begin && (words.is_mark(end - 1) || ties(words, end - 1))) --end;
  if (end < words.last() && words.is(end, "(") && words.is(end + 2, ")")) end += 3;
  if (!noun) return {};
  // "its director, Ana Brecht": the name is the party.
  if (words.is(end, ",") && words.is_name(end + 1) && !words.is_name(end - 1)) {
    std::uint32_t last = end + 1;
    while (words.is_name(last) || is_hyphen(words, last)) ++last;
    if (last > end + 2 && (words.is_mark(last) || !words.inside(last))) return {end + 1, last};
  }
  return {begin, end};
}

bool can_speak(const SentenceWords& words, const Phrase& phrase) {
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const WordClasses classes = words.at(i);
    if (classes.any(WordClass::person, WordClass::armed, WordClass::office, WordClass::third_person,
                    WordClass::document, WordClass::collective))
      return true;
    const bool opens_sentence = i == words.first() && phrase.last == i + 1;
    if (words.is_name(i) && !opens_sentence && !classes.any(WordClass::determiner, WordClass::time)) return true;
  }
  return false;
}

Phrase first_subject(const SentenceWords& words, std::uint32_t end) {
  std::uint32_t begin = past_dateline(words);
  while (is_quote(words, begin)) ++begin;
  if (words.at(begin).any(WordClass::preposition, WordClass::subordinator, WordClass::time, WordClass::adverb)) {
    while (begin < end && !words.is(begin, ",")) ++begin;
    ++begin;
  }
  const Phrase subject = phrase_at(words, begin);
  return subject.last < end && can_speak(words, subject) ? subject : Phrase{};
}

}  // namespace averment
