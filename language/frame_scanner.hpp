// Walks from counted people to the trigger words on either side of them, over what may stand between.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "language/claim_frames.hpp"

namespace averment {

/// "killed", which may be active or passive.
inline bool is_past_form(VerbForm form) { return form == VerbForm::past || form == VerbForm::participle; }

/// The auxiliaries and adverbs walked over on the way to a verb.
struct VerbGroup {
  bool be = false, have = false, will = false, would = false, modal = false, to = false, negated = false;
  bool evidential = false;  ///< "are feared", "are estimated"
  bool caused = false;      ///< "forced [300 people] to"
  bool object = false;      ///< "[500 men] whom the court has"
  std::uint32_t first = 0;
  bool any() const { return be || have || will || would || modal || to || evidential; }
  void add(WordClasses auxiliary) {
    be |= auxiliary.has(WordClass::be);
    have |= auxiliary.has(WordClass::have);
    will |= auxiliary.has(WordClass::will);
    would |= auxiliary.has(WordClass::would);
    modal |= auxiliary.has(WordClass::modal);
    negated |= auxiliary.has(WordClass::negation);
  }
};

class FrameScanner {
 public:
  FrameScanner(const SentenceWords& words, const std::vector<CountedPeople>& people) : words_(words), people_(people) {}

  /// What the words behind say: "... were killed", "... died", "[12] dead", "... captured in Kursk".
  std::vector<Finding> behind(std::uint32_t people) const;

  /// What the words before say: "killed ...", "the death of ...", "a toll of ...", "also injured was ...". Only what
  /// governs the people directly, if the words behind say something already.
  std::vector<Finding> before(std::uint32_t people, bool only_governing) const;

  /// "murieron [12] soldados": a verb before its subject says so, in a language in which it may. With `joined` also
  /// "murieron el conductor y [dos] pasajeros".
  std::vector<Finding> subject_behind(std::uint32_t people, bool joined) const;

  /// What a pronoun for the people, at token `pronoun`, undergoes: "before [they] were shot", "abducted [them]",
  /// "[their] release".
  std::vector<Finding> of_pronoun(std::uint32_t people, std::uint32_t pronoun) const;

  /// Armed people who are somewhere: "about 1,400 troops in Iraq".
  std::optional<Finding> stationed(std::uint32_t people) const;

  /// Only "and", "or" or a comma stands between them.
  bool joined(const CountedPeople& one, const CountedPeople& next) const;

  bool is_among(const CountedPeople& part, const CountedPeople& whole) const;

  /// How a phrase hangs on the one before it.
  struct Tie {
    std::string_view rule;
    bool needs_no_name = false;  ///< Only where the phrase's own words say nothing.
  };
  std::optional<Tie> tie(const CountedPeople& whole, const CountedPeople& part) const;

 private:
  using Match = PhraseTable<Trigger>::Match;

  Match trigger(std::uint32_t at) const { return words_.lexicon.triggers.match(words_.text, at, words_.last()); }
  Match trigger_ending(std::uint32_t end) const;
  bool object_follows(std::uint32_t at) const;
  bool governs(std::uint32_t at) const;
  bool chain_has_object(std::uint32_t at) const;
  bool noun_follows(std::uint32_t at, WordClass noun, std::uint32_t reach) const;
  bool number_follows(std::uint32_t at) const;
  bool accepts(const Trigger& trigger, std::uint32_t at, std::uint32_t end, const VerbGroup& group,
               const CountedPeople& people, bool adjacent) const;
  std::vector<Category> accepted(const Match& match, std::uint32_t at, const VerbGroup& group,
                                 const CountedPeople& people, bool adjacent) const;
  std::vector<Finding> behind_from(std::uint32_t people, std::uint32_t at, std::uint32_t limit, bool in_relative) const;
  std::uint32_t chained_participle(std::uint32_t at) const;
  bool elliptical_subject(std::uint32_t people) const;
  std::vector<Finding> later(std::uint32_t people, std::uint32_t at, const VerbGroup& group, std::uint32_t limit) const;
  std::uint32_t past_country(std::uint32_t comma) const;
  bool listed_singly(const CountedPeople& whole) const;
  bool degree_closes(std::uint32_t at) const;
  bool is_transitive(std::uint32_t at) const;
  std::uint32_t past_name(std::uint32_t at) const;
  void add_joined_passive(std::uint32_t people, std::uint32_t at, std::uint32_t limit,
                          std::vector<Finding>& found) const;
  std::vector<Finding> treated(std::uint32_t people) const;
  std::vector<Finding> pulled(std::uint32_t people) const;
  bool hostage_behind_insertion(std::uint32_t at) const;
  std::uint32_t past_relative(std::uint32_t at, std::uint32_t next) const;
  std::uint32_t event_end(std::uint32_t end) const;
  bool only_time(std::uint32_t first, std::uint32_t last) const;
  bool listed_alongside(std::uint32_t begin) const;
  bool is_rate(const CountedPeople& people) const;
  bool of_animals(std::uint32_t first, std::uint32_t last) const;
  bool included_behind(std::uint32_t begin, std::uint32_t end) const;
  bool only_aimed_at(std::uint32_t verb) const;
  bool modifies_noun(std::uint32_t at, std::uint32_t end) const;
  bool may_be(std::uint32_t at) const;
  std::uint32_t past_other_count(std::uint32_t at) const;
  bool determined(std::uint32_t at) const;
  bool opened_before(std::uint32_t begin, std::string_view mark) const;
  bool is_subject(const CountedPeople& people) const;
  std::vector<Finding> collect(std::uint32_t people, std::uint32_t at, const VerbGroup& group,
                               std::vector<Category> first) const;
  std::uint32_t over_mark(std::uint32_t at, const CountedPeople& people) const;
  std::uint32_t matching_mark(std::uint32_t at) const;
  bool begins_verb_group(std::uint32_t at) const;
  bool reduced_relative(std::uint32_t at) const;

  std::vector<Finding> possessed(std::uint32_t people) const;
  std::vector<Finding> taken(std::uint32_t people) const;
  std::vector<Finding> object_of_verb(std::uint32_t people) const;
  bool says_fatal(std::uint32_t event) const;
  std::vector<Category> events_joined_before(std::uint32_t at) const;
  std::vector<Finding> counted_event(std::uint32_t people) const;
  std::vector<Finding> toll(std::uint32_t people) const;
  Modality toll_modality(std::uint32_t trigger, std::uint32_t end, Category category) const;
  std::vector<Category> counted_of(std::uint32_t trigger) const;
  std::vector<Finding> included(std::uint32_t people) const;
  std::vector<Finding> inverted(std::uint32_t people) const;
  std::vector<Finding> agent(std::uint32_t people) const;
  std::vector<Finding> joined_object(std::uint32_t people) const;
  std::vector<Finding> counted_by_verb(std::uint32_t people) const;
  std::vector<Category> active_meanings(const Match& match, std::uint32_t at, const CountedPeople& people) const;
  bool passive_before(std::uint32_t at) const;
  std::uint32_t skip_back(std::uint32_t at) const;
  std::uint32_t verb_of_marked_object(std::uint32_t end) const;
  VerbGroup group_before(std::uint32_t at) const;

  Modality modality(const VerbGroup& group, Category category, std::uint32_t trigger) const;
  Modality modality_before(std::uint32_t trigger, Category category) const;
  bool conditional(std::uint32_t trigger) const;
  bool inflected(std::uint32_t trigger, Ending ending) const;

  const SentenceWords& words_;
  const std::vector<CountedPeople>& people_;
};

/// killed and wounded of one number are killed_or_wounded; "shot and killed" is killed.
std::vector<Category> merge_categories(std::vector<Category> categories, bool only_hurt_on_the_way);

}  // namespace averment
