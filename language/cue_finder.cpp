// Sentence → cues: who says, estimates or denies what stands where.
#include "language/cue_finder.hpp"

#include "language/source_phrase.hpp"

namespace averment {
namespace {

bool has_kind(const PhraseTable<CueKind>::Match& match, CueKind kind) {
  return match && std::find(match.meanings->begin(), match.meanings->end(), kind) != match.meanings->end();
}

bool is_apostrophe(const SentenceWords& words, std::uint32_t i) { return words.is_any(i, {"'s", "’s", "'", "’"}); }

class Finder {
 public:
  explicit Finder(const SentenceWords& words) : words_(words) {}

  std::vector<Cue> run() {
    for (std::uint32_t at = words_.first(); at < words_.last();) {
      const auto match = words_.lexicon.cues.match(words_.text, at, words_.last());
      if (match)
        add(at, match);
      else if (words_.is(at, WordClass::by))
        add_reckoning(at);
      at += std::max(match.words, 1u);
    }
    add_headings();
    return std::move(cues_);
  }

 private:
  void add(std::uint32_t at, const PhraseTable<CueKind>::Match& match) {
    const std::uint32_t end = at + match.words;
    if (has_kind(match, CueKind::preposition)) return add_preposition(Cue::Kind::according, at, end);
    if (has_kind(match, CueKind::citing) &&
        (words_.ends(at, Ending::ing) || words_.at(end).has(WordClass::determiner) || words_.is_name(end)))
      return add_preposition(Cue::Kind::citing, at, end);
    if (has_kind(match, CueKind::noun) && words_.is(end, WordClass::that) && add_noun(at, end)) return;
    if (has_kind(match, CueKind::noun) && words_.is(end, WordClass::by) && add_noun_by(at, end)) return;
    if (has_kind(match, CueKind::verb) || has_kind(match, CueKind::stance)) add_verb(at, end, match);
  }

  /// "reports by [local newspapers] on the capture of 12": what follows is theirs.
  bool add_noun_by(std::uint32_t at, std::uint32_t end) {
    const Phrase source = phrase_at(words_, end + 1);
    if (source.empty() || !can_speak(words_, source)) return false;
    if (!words_.at(source.last).any(WordClass::that, WordClass::of) && !words_.is(source.last, WordClass::topic))
      return false;
    Cue cue = make(Cue::Kind::says, source, at, end + 1);
    cue.content_first = source.last;
    cue.content_last = clause_end(source.last);
    cues_.push_back(cue);
    return true;
  }

  /// "[The board] issued a statement that ...", "denied [Okello]'s claim that ...": whose statement it is.
  bool add_noun(std::uint32_t at, std::uint32_t end) {
    std::uint32_t begin = at;
    while (begin > words_.first() && words_.at(begin - 1).has(WordClass::adverb)) --begin;
    Phrase source;
    if (begin > words_.first() + 1 && is_apostrophe(words_, begin - 1)) {
      source = owner_before(words_, begin - 1);
    } else {
      while (begin > words_.first() && words_.at(begin - 1).any(WordClass::determiner, WordClass::possessive)) --begin;
      if (begin > words_.first() + 1 && words_.is(begin - 1, WordClass::release) && !is_passive(begin - 1))
        source = subject_before(words_, begin - 1);
    }
    if (source.empty() || !can_speak(words_, source)) return false;
    Cue cue = make(Cue::Kind::says, source, at, end);
    cue.content_first = end + 1;
    cue.content_last = clause_end(end + 1);
    cues_.push_back(cue);
    return true;
  }

  /// "by the agency's reckoning".
  bool add_reckoning(std::uint32_t at) {
    constexpr std::uint32_t longest_party = 8;
    for (std::uint32_t i = at + 2; i < at + longest_party && words_.inside(i + 1); ++i) {
      if (!is_apostrophe(words_, i)) continue;
      for (std::uint32_t noun = i + 1; noun < i + 3; ++noun)
        if (has_kind(words_.lexicon.cues.match(words_.text, noun, words_.last()), CueKind::noun)) {
          Cue cue = make(Cue::Kind::according, {at + 1, i}, at, noun + 1);
          cue.content_first = noun + 1;
          cue.content_last = words_.last();
          cues_.push_back(cue);
          return true;
        }
    }
    return false;
  }

  void add_preposition(Cue::Kind kind, std::uint32_t at, std::uint32_t end) {
    const Phrase source = phrase_at(words_, end);
    if (source.empty()) return;
    Cue cue = make(kind, source, at, end);
    const bool opens = clause_begin(at) + 2 >= at;
    cue.content_first = opens ? source.last : clause_begin(at);
    cue.content_last = opens || kind == Cue::Kind::citing ? clause_end(source.last) : at;
    if (!opens && kind == Cue::Kind::according) {  // "... , according to X, and devastated ..."
      cue.content_last = clause_end(source.last);
      cue.trailing = true;
    }
    cues_.push_back(cue);
  }

  static Cue make(Cue::Kind kind, const Phrase& source, std::uint32_t at, std::uint32_t end) {
    Cue cue;
    cue.kind = kind;
    cue.source_first = source.first;
    cue.source_last = source.last;
    cue.cue_first = at;
    cue.cue_last = end;
    return cue;
  }

  void add_verb(std::uint32_t at, std::uint32_t end, const PhraseTable<CueKind>::Match& match) {
    if (add_reported_by(at, end)) return;
    if (is_part_of_compound(at, end) || is_noun(at) || is_passive(at) || is_infinitive(at) || governs_thing(at, end))
      return;
    Phrase told;
    const std::uint32_t subject = past_inserted(end, told);
    const bool follows = subject_follows(at, subject) && !has_kind(match, CueKind::told);
    Phrase source = follows ? phrase_at(words_, subject) : subject_before(words_, at);
    if (source.empty() || (words_.ends(at, Ending::ing) && words_.is(at - 1, ",") && !apposed(source, at)))
      source = words_.ends(at, Ending::ing) ? speaker_before(at) : coordinated_subject(at);
    if (const Phrase issuer = issuer_of(source, at); !issuer.empty()) source = issuer;
    const bool dropped = !follows && drops_subject(at, source);
    if (dropped) source = {at, at};
    if ((source.empty() && !dropped) || (words_.is(at, WordClass::human_cue) && !can_speak(words_, source))) return;
    const bool counts = words_.is(at, WordClass::count_verb);  // "the deaths recorded in China"
    if (counts && !can_speak(words_, source) && !words_.is_name(source.first)) return;
    Cue cue = make(Cue::Kind::says, source, at, end);
    cue.denies = has_kind(match, CueKind::deny);
    cue.stance = !has_kind(match, CueKind::verb);
    cue.told_first = told.first;
    cue.told_last = told.last;
    const std::uint32_t behind = has_kind(match, CueKind::told) ? past_addressee_phrase(read_addressee(cue)) : end;
    place_content(cue, follows ? source.last : behind);
    if (cue.content_first < cue.content_last) cues_.push_back(cue);
  }

  /// "[The ministry] released a statement claiming": a party speaks by its statement.
  Phrase issuer_of(const Phrase& source, std::uint32_t at) const {
    if (source.empty() || !words_.ends(at, Ending::ing) || source.first <= words_.first() + 1 ||
        !words_.is(source.last - 1, WordClass::utterance) || !words_.is(source.first - 1, WordClass::release))
      return {};
    const Phrase issuer = subject_before(words_, source.first - 1);
    return can_speak(words_, issuer) ? issuer : Phrase{};
  }

  /// "contó [el lunes] [a este periódico] Rosa Meneses": what may stand between a verb and a subject behind it.
  std::uint32_t past_inserted(std::uint32_t at, Phrase& told) const {
    if (!words_.lexicon.grammar.subject_behind) return at;
    const auto is_time = [this](std::uint32_t i) { return words_.at(i).any(WordClass::time, WordClass::adverb); };
    for (;;) {
      if (is_time(at)) {
        ++at;
      } else if (words_.at(at).any(WordClass::determiner, WordClass::preposition) && is_time(at + 1)) {
        at += 2;
      } else if (words_.is(at, WordClass::object_mark) && told.empty()) {
        told = addressee_at(at + 1);
        at = told.last;
      } else {
        return at;
      }
    }
  }

  /// "este periódico", "al diario El Istmo": a noun or its name, and no more, for the subject stands behind it.
  Phrase addressee_at(std::uint32_t at) const {
    std::uint32_t end = at;
    while (words_.at(end).any(WordClass::determiner, WordClass::possessive)) ++end;
    end += words_.inside(end) && !words_.is_name(end) && !words_.is_mark(end);
    while (words_.is_name(end)) ++end;
    return {at, end};
  }

  /// "Añadió que ...", "En su parte sostiene que ...": no subject is named where the language may leave it out.
  bool drops_subject(std::uint32_t at, const Phrase& before) const {
    if (!words_.lexicon.grammar.subject_dropped) return false;
    if (!before.empty())
      return before.first > words_.first() && words_.at(before.first - 1).has(WordClass::preposition);
    return at == words_.first() || !words_.at(at - 1).any(WordClass::relative, WordClass::as_word, WordClass::negation);
  }

  /// "reported [by the ministry]", "as reported [in the journal]"
  bool add_reported_by(std::uint32_t at, std::uint32_t end) {
    const bool as = at > words_.first() && words_.is(at - 1, WordClass::as_word);
    const bool by = words_.is(end, WordClass::by) || (as && words_.is(end, WordClass::locative));
    if (!by || !words_.ends(at, Ending::past) || !words_.at(at).any(WordClass::count_verb, WordClass::evidential))
      return false;
    const Phrase source = phrase_at(words_, end + 1);
    if (source.empty() || !can_speak(words_, source)) return false;
    Cue cue = make(Cue::Kind::according, source, at, end + 1);
    cue.content_first = clause_begin(at);
    cue.content_last = clause_end(source.last);
    cue.trailing = true;
    cues_.push_back(cue);
    return true;
  }

  /// "a self-described neutral"
  bool is_part_of_compound(std::uint32_t at, std::uint32_t end) const {
    return (at > words_.first() && words_.is(at - 1, "-") && words_.glued(at)) ||
           (words_.is(end, "-") && words_.glued(end) && words_.glued(end + 1));
  }

  /// "the next country, [the United Kingdom], reporting ..."
  bool apposed(const Phrase& phrase, std::uint32_t at) const {
    return phrase.first > words_.first() && words_.is(phrase.first - 1, ",") && phrase.last + 1 == at;
  }

  /// "[The group] made demands, [saying] it would ...": who spoke before in the sentence, else its subject.
  Phrase speaker_before(std::uint32_t at) const {
    if (at <= words_.first() || !words_.is(at - 1, ",")) return {};
    for (auto cue = cues_.rbegin(); cue != cues_.rend(); ++cue)
      if (cue->kind == Cue::Kind::says && !cue->stance) return {cue->source_first, cue->source_last};
    return first_subject(words_, at);
  }

  /// "[The group] posted a video and [said]": the subject of the clause's first verb.
  Phrase coordinated_subject(std::uint32_t at) const {
    std::uint32_t joint = at;
    while (joint > words_.first() &&
           words_.at(joint - 1).any(WordClass::adverb, WordClass::have, WordClass::auxiliary_do))
      --joint;
    if (joint <= words_.first() + 2 || !words_.is(joint - 1, WordClass::coordinated)) return {};
    return first_subject(words_, joint);
  }

  /// "the reports", "his claims": a noun, not a verb.
  bool is_noun(std::uint32_t at) const {
    if (at == words_.first()) return !words_.is(at, WordClass::opening_cue);
    const std::uint32_t before = at - 1;
    for (std::uint32_t i = at; i-- > words_.first() && i + 3 >= at;)  // "denied Besmiri reports", "confirmed reports"
      if (words_.at(i).has(WordClass::cue) && words_.ends(i, Ending::past) && !words_.is_name(i)) return true;
    const bool number = words_.at(before).has(WordClass::number) && !clause_follows(at + 1);
    if ((number || words_.at(before).any(WordClass::determiner, WordClass::possessive, WordClass::preposition)) &&
        !words_.at(before).has(WordClass::adverb) && !words_.is(before, WordClass::that))
      return true;
    if (!words_.is(at, WordClass::noun_cue)) return false;
    if (is_apostrophe(words_, before) || words_.is(before, WordClass::noun_lead)) return true;
    if (ends_as_tag(at)) return false;
    return !clause_follows(at + 1) || relative_clause_follows(at + 1);
  }

  /// "..., agency records [show]."
  bool ends_as_tag(std::uint32_t at) const {
    if (words_.inside(at + 1) && !words_.is_mark(at + 1)) return false;
    const Phrase subject = subject_before(words_, at);
    const bool in_place =
        subject.first > words_.first() + 1 && words_.is_name(subject.first - 2);  // "Wulu, Lakes state"
    return subject.first > words_.first() + 1 && closes_speech(subject.first - 1) && !in_place &&
           can_speak(words_, subject);
  }

  /// "reports [that killed] hope", "the United States [that left] two people dead"
  bool relative_clause_follows(std::uint32_t at) const {
    if (!words_.is(at, WordClass::that)) return false;
    return words_.at(at + 1).any(WordClass::be, WordClass::have, WordClass::verb) ||
           words_.lexicon.triggers.match(words_.text, at + 1, words_.last());
  }

  bool clause_follows(std::uint32_t at) const {
    if (words_.at(at).any(WordClass::number, WordClass::pronoun, WordClass::said_of) ||
        words_.is_any(at, {":", "“", "«"}))
      return true;
    const auto number = words_.number_at(at);
    return number && number.meanings->front().kind != NumberKind::article;
  }

  /// "are feared dead", "it was reported", "six reported wounded".
  bool is_passive(std::uint32_t at) const {
    if (!words_.ends(at, Ending::past) && !words_.is(at, WordClass::participle_cue)) return false;
    std::uint32_t before = at;
    if (words_.is(at + 1, WordClass::by)) return true;
    while (before > words_.first() && words_.at(before - 1).any(WordClass::adverb, WordClass::negation)) --before;
    if (before > words_.first() && words_.at(before - 1).any(WordClass::be, WordClass::negation)) return true;
    const auto next = words_.lexicon.triggers.match(words_.text, at + 1, words_.last());
    return !words_.is(at, WordClass::opening_cue) && next && !words_.is_name(at + 1) &&
           std::any_of(next.meanings->begin(), next.meanings->end(),
                       [](const Trigger& t) { return t.role == TriggerRole::adj || t.form == VerbForm::participle; });
  }

  bool is_infinitive(std::uint32_t at) const {
    return at > words_.first() && words_.at(at - 1).any(WordClass::to, WordClass::modal) &&
           !words_.is(at - 1, WordClass::able);
  }

  /// "claimed responsibility", "claimed the lives of": nothing is said.
  bool governs_thing(std::uint32_t at, std::uint32_t end) const {
    if (const auto trigger = words_.lexicon.triggers.match(words_.text, at, words_.last()); trigger.words > 1)
      if (trigger.meanings->front().role != TriggerRole::hospital || one_follows(at, WordClass::hospital, 10))
        return true;
    if (words_.at(end).any(WordClass::determiner) && words_.is(end + 1, WordClass::camera))
      return true;  // "showed a video"
    if (words_.is(at, WordClass::claiming_cue) && (!opens_clause(end) || one_follows(end, WordClass::lives, 7)))
      return true;
    if (words_.is(at, WordClass::placing_cue)) return !one_follows(end, WordClass::tally, 8);
    return words_.is(at, WordClass::that_cue) && !words_.is(end, WordClass::that) && !speech_follows(end) &&
           !closes_sentence_as_tag(at, end);
  }

  /// Among the next words.
  bool one_follows(std::uint32_t at, WordClass what, std::uint32_t reach) const {
    for (std::uint32_t i = at; i < at + reach && words_.inside(i); ++i)
      if (words_.is(i, what)) return true;
    return false;
  }

  /// "..., the office of the attorney general [posted] on Facebook."
  bool closes_sentence_as_tag(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t longest_rest = 6;
    const Phrase subject = subject_before(words_, at);
    return !subject.empty() && subject.first > words_.first() + 2 && closes_speech(subject.first - 1) &&
           words_.last() <= end + longest_rest &&
           !words_.at(end).any(WordClass::to, WordClass::determiner, WordClass::number);
  }

  /// "posted on his page: ..."
  bool speech_follows(std::uint32_t at) const {
    for (std::uint32_t i = at; i < at + 6 && words_.inside(i); ++i)
      if (words_.is_any(i, {":", "“", "\"", "«"})) return true;
    return false;
  }

  /// "claimed that", "claimed it had", "claimed 70 dead".
  bool opens_clause(std::uint32_t at) const {
    return words_.is_any(at, {":", ",", "“", "\"", ".", "”", "«", "»"}) ||
           words_.at(at).any(WordClass::said_of, WordClass::to, WordClass::pronoun, WordClass::possessive,
                             WordClass::number, WordClass::time) ||
           !words_.inside(at);
  }

  bool closes_speech(std::uint32_t mark) const {
    return words_.is_any(mark, {",", "”", "\"", "’", "»", "-", "–", "—", "?", "!"});
  }

  /// ", said X": a comma or closing mark before the verb, and its subject behind.
  bool opens_speech_tag(std::uint32_t at) const {
    if (at <= words_.first()) return false;
    const bool as =
        words_.lexicon.grammar.subject_behind && words_.is(at - 1, WordClass::as_word);  // "como sostiene X"
    return as || closes_speech(at - 1);
  }

  /// "..., say officials.": the tag's verb stands before its subject, and nothing follows.
  bool subject_follows(std::uint32_t at, std::uint32_t end) const {
    if (!opens_speech_tag(at) || words_.at(end).has(WordClass::number) || words_.ends(at, Ending::ing)) return false;
    const Phrase subject = phrase_at(words_, end);
    if (subject.empty() || tells_a_fate(subject)) return false;
    const bool document = words_.is(subject.last, WordClass::release);  // ", said a report published in ..."
    const bool ends = document || (words_.is_mark(subject.last) && !words_.is_any(subject.last, {"\"", "“", "«"}));
    return !words_.inside(subject.last) || ends || subject_before(words_, at).empty();
  }

  /// "said [one miner died]" is no party; "said [two officials]" is.
  bool tells_a_fate(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.first + 1; i < phrase.last; ++i)
      if (has_role(words_.lexicon.triggers.match(words_.text, i, words_.last()), {TriggerRole::intr})) return true;
    return false;
  }

  /// "X told [the newspaper Y] that"; returns where the addressee ends.
  std::uint32_t read_addressee(Cue& cue) const {
    const Phrase addressee = phrase_at(words_, cue.cue_last);
    if (addressee.empty()) return cue.cue_last;
    if (words_.at(addressee.first).has(WordClass::pronoun)) return addressee.last;
    bool named = false;
    for (std::uint32_t i = addressee.first; i < addressee.last; ++i)
      named |= (words_.is_name(i) && !words_.at(i).has(WordClass::time)) ||
               words_.at(i).any(WordClass::attributive, WordClass::office);
    if (named) {
      cue.told_first = addressee.first;
      cue.told_last = addressee.last;
    }
    return addressee.last;
  }

  /// "told an inquest [into the death of a girl] that ..."
  std::uint32_t past_addressee_phrase(std::uint32_t at) const {
    constexpr std::uint32_t longest_phrase = 25;
    if (!words_.at(at).has(WordClass::preposition) || words_.at(at + 1).has(WordClass::time)) return at;
    for (std::uint32_t i = at; i < at + longest_phrase && words_.inside(i); ++i)
      if (words_.is(i, WordClass::that) || words_.is_any(i, {":", "“", "\""})) return i;
    return at;
  }

  /// `behind`: the first token after the cue with its subject and addressee.
  void place_content(Cue& cue, std::uint32_t behind) const {
    const std::uint32_t front = std::min(cue.cue_first, cue.source_first);
    const bool tag = front > words_.first() && closes_speech(front - 1);
    if (tag && !says_something_behind(behind) && front > words_.first() + 1 && clause_begin(front - 1) + 2 < front) {
      cue.trailing = true;
      cue.content_first = clause_begin(front - 1);
      cue.content_last = front;
      // "..., X said, adding that ..." goes on behind the tag.
      const std::uint32_t tag_end = past_addressee(behind);
      if (words_.is_any(tag_end, {",", "“", "\"", "«"})) cue.content_last = words_.last();
    } else {
      cue.content_first = behind;
      cue.content_last = words_.is(cue.cue_first, WordClass::request_cue)
                             ? request_end(behind)
                             : std::min(object_end(behind), clause_end(behind));
    }
  }

  /// "[X told] this newspaper on Monday".
  std::uint32_t past_addressee(std::uint32_t at) const {
    std::uint32_t end = at;
    while (words_.inside(end) && end < at + 8 && !words_.is_mark(end)) ++end;
    return end;
  }

  /// Whether a clause follows a speech tag, so that the tag introduces it: "on Monday, X said that ...".
  bool says_something_behind(std::uint32_t at) const {
    while (words_.at(at).any(WordClass::time, WordClass::adverb, WordClass::number) ||
           words_.is(at, WordClass::occasion))
      ++at;
    if (!words_.inside(at) || words_.is_mark(at)) return false;
    if (words_.at(at).any(WordClass::said_of, WordClass::determiner, WordClass::pronoun, WordClass::quantifier))
      return true;
    for (std::uint32_t i = at; i < words_.last() && !words_.is(i, ","); ++i)
      if (words_.at(i).any(WordClass::be, WordClass::have) ||
          words_.lexicon.triggers.match(words_.text, i, words_.last()))
        return true;
    return false;
  }

  /// Where the clause around `at` begins: behind a semicolon or ", while".
  std::uint32_t clause_begin(std::uint32_t at) const {
    for (std::uint32_t i = at; i > words_.first(); --i)
      if (words_.is(i - 1, ";") ||
          (words_.is(i - 1, WordClass::contrast) && i >= words_.first() + 2 && words_.is(i - 2, ",")))
        return i;
    return words_.first();
  }

  /// "announced a strike | after four had died": where an object ends that no clause is; else where the sentence does.
  std::uint32_t object_end(std::uint32_t at) const {
    if (!words_.at(at).any(WordClass::determiner, WordClass::possessive) || words_.is(at, WordClass::that))
      return words_.last();
    for (std::uint32_t i = at; words_.inside(i) && !words_.is_mark(i); ++i) {
      if (words_.at(i).has(WordClass::sequel) || words_.is(i, WordClass::occasion_clause)) return i;
      if (words_.at(i).any(WordClass::be, WordClass::have, WordClass::will, WordClass::would, WordClass::modal,
                           WordClass::verb, WordClass::that, WordClass::relative) ||
          words_.ends(i, Ending::past) || words_.lexicon.triggers.match(words_.text, i, words_.last()))
        return words_.last();
    }
    return words_.last();
  }

  /// "urged people to stay at home | after four had died"
  std::uint32_t request_end(std::uint32_t at) const {
    const std::uint32_t end = clause_end(at);
    for (std::uint32_t i = at; i < end; ++i)
      if (words_.at(i).any(WordClass::sequel, WordClass::aftermath, WordClass::who)) return i;
    return end;
  }

  std::uint32_t clause_end(std::uint32_t at) const {
    for (std::uint32_t i = at; i + 1 < words_.last(); ++i) {
      if (words_.is(i, ";")) return i;
      if (words_.is_any(i, {",", "-", "–"}) && words_.at(i + 1).any(WordClass::contrast, WordClass::concession))
        return i;
    }
    return words_.last();
  }

  // Headlines: "Benin: 54 soldiers killed", "80 children freed in Nigeria: Police".
  void add_headings() {
    if (add_speaker()) return;
    if (words_.last() - words_.first() > 30) return;
    std::uint32_t last = words_.last();
    if (last > words_.first() && words_.is(last - 1, ".")) return;
    for (std::uint32_t i = words_.first() + 1; i + 1 < last; ++i) {
      const bool colon = words_.is(i, ":"), dash = words_.is_any(i, {"-", "–", "—", "--"}) && !words_.glued(i);
      if (!colon && !dash) continue;
      if (const Phrase tail = phrase_at(words_, i + 1);
          !tail.empty() && tail.last == last && last - i <= 6 && is_party(tail)) {
        Cue cue = make(Cue::Kind::heading, tail, i, i + 1);
        cue.content_first = words_.first();
        cue.content_last = i;
        cue.trailing = true;
        cues_.push_back(cue);
        return;
      }
      if (colon && i - words_.first() <= 5) {
        const Phrase head = phrase_at(words_, words_.first());
        if (head.empty() || head.last != i || !is_party(head)) continue;
        Cue cue = make(Cue::Kind::heading, head, i, i + 1);
        cue.content_first = i + 1;
        cue.content_last = last;
        cues_.push_back(cue);
        return;
      }
    }
  }

  /// "PENCE: We will go on." in a transcript: whether the name is a person's is seen later.
  bool add_speaker() {
    constexpr std::uint32_t longest_name = 4;
    std::uint32_t begin = words_.first();
    while (words_.is_any(begin, {"\"", "“", "«"})) ++begin;
    std::uint32_t end = begin;
    while (words_.is_name(end) && end - begin < longest_name) ++end;
    if (end == begin || !words_.is(end, ":")) return false;
    Cue cue = make(Cue::Kind::heading, {begin, end}, end, end + 1);
    cue.content_first = end + 1;
    cue.content_last = words_.last();
    cue.only_if_named = true;
    cues_.push_back(cue);
    return true;
  }

  /// People, or an office: not a place or a topic before a colon.
  bool is_party(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i)
      if (words_.at(i).any(WordClass::person, WordClass::armed, WordClass::office)) return true;
    return false;
  }

  const SentenceWords& words_;
  std::vector<Cue> cues_;
};

}  // namespace

std::vector<Cue> find_cues(const SentenceWords& words) { return Finder(words).run(); }

}  // namespace averment
