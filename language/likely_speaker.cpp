// Who said something that is known to be somebody's words, where no cue says so.
#include "language/likely_speaker.hpp"

namespace averment {
namespace {

bool opens_quotation(const SentenceWords& words, std::uint32_t i) { return words.is_any(i, {"“", "\"", "‘", "«"}); }

/// An auxiliary or a verb: words that have a subject before them.
bool is_verb(const SentenceWords& words, std::uint32_t i) {
  if (words.is_mark(i) || (words.is_name(i) && !words.upper_case)) return false;
  const WordClasses classes = words.at(i);
  if (classes.any(WordClass::person, WordClass::armed, WordClass::preposition)) return false;
  return classes.any(WordClass::verb, WordClass::cue, WordClass::be, WordClass::have, WordClass::will, WordClass::would,
                     WordClass::modal, WordClass::auxiliary_do) ||
         words.ends(i, Ending::past) || words.ends(i, Ending::finite);
}

class SpeakerFinder {
 public:
  SpeakerFinder(const SentenceWords& words, std::uint32_t first, std::uint32_t last)
      : words_(words), first_(std::max(first, words.first())), last_(std::min(last, words.last())) {}

  Phrase run() const {
    for (const auto way : {&SpeakerFinder::heading, &SpeakerFinder::owner, &SpeakerFinder::subject,
                           &SpeakerFinder::subject_behind, &SpeakerFinder::agent})
      if (const Phrase found = (this->*way)(); can_speak(words_, found)) return found;
    return {};
  }

 private:
  /// "[Poll]: ...", "[WALLACE]: ..."
  Phrase heading() const {
    std::uint32_t end = first_;
    while (end > words_.first() && opens_quotation(words_, end - 1)) --end;
    if (end <= words_.first() || !words_.is(end - 1, ":")) return {};
    std::uint32_t begin = words_.first();
    while (opens_quotation(words_, begin)) ++begin;
    const Phrase head = phrase_at(words_, begin);
    return head.last == end - 1 ? head : Phrase{};
  }

  /// "[Okello]'s claim that", "claims by [the ministry] that": whoever the noun before the content belongs to.
  Phrase owner() const {
    constexpr std::uint32_t longest_noun = 4;
    for (std::uint32_t i = first_; i-- > words_.first() && first_ - i <= longest_noun;) {
      if (words_.is(i, WordClass::by)) return phrase_at(words_, i + 1);
      if (words_.at(i).has(WordClass::possessive)) return {i, i + 1};
      if (is_possessive_mark(words_, i)) return owner_before(words_, i);
      if (is_verb(words_, i) && !words_.at(i).any(WordClass::noun_cue, WordClass::document)) break;
    }
    return {};
  }

  std::uint32_t name_end(std::uint32_t at) const {
    while (words_.is_name(at)) ++at;
    return at;
  }

  /// Of the nearest verb before the content that has one.
  Phrase subject() const {
    for (std::uint32_t i = first_; i-- > words_.first();) {
      if (!is_verb(words_, i)) continue;
      if (i > words_.first() && words_.at(i - 1).any(WordClass::to, WordClass::negation)) continue;
      if (const Phrase subject = subject_before(words_, i); can_speak(words_, subject)) return subject;
    }
    return first_subject(words_, first_);
  }

  /// "“...,” [she] sings", "..., says [the mayor]"
  Phrase subject_behind() const {
    std::uint32_t at = last_;
    while (words_.inside(at) && words_.is_mark(at)) ++at;
    if (is_verb(words_, at)) ++at;
    const std::uint32_t end = name_end(at);
    return end > at ? Phrase{at, end} : phrase_at(words_, at);
  }

  /// "... has been endorsed by [dozens of papers]"
  Phrase agent() const {
    for (std::uint32_t i = last_; words_.inside(i); ++i)
      if (words_.is(i, WordClass::by)) return phrase_at(words_, i + 1);
    return {};
  }

  const SentenceWords& words_;
  const std::uint32_t first_, last_;
};

}  // namespace

Phrase likely_speaker(const SentenceWords& words, std::uint32_t first, std::uint32_t last) {
  return SpeakerFinder(words, first, last).run();
}

}  // namespace averment
