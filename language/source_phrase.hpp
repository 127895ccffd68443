// The noun phrase of a credited party, read from a cue to the left or to the right.
#pragma once

#include <cstdint>

#include "language/claim_lexicon.hpp"

namespace averment {

/// Tokens [first, last); empty where there is none.
struct Phrase {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first == last; }
};

/// The mark of "Okello's", "the rebels'".
bool is_possessive_mark(const SentenceWords& words, std::uint32_t at);

/// The subject that ends before token `end`: over adverbs, auxiliaries, appositions and relative clauses.
Phrase subject_before(const SentenceWords& words, std::uint32_t end);

/// Whose thing it is, before the "'s" at token `end`: a name alone, "the ministry".
Phrase owner_before(const SentenceWords& words, std::uint32_t end);

/// The phrase that begins at `begin`: "a Hamas spokesman", "data released by Kiev", "the Chugach Avalanche Center".
Phrase phrase_at(const SentenceWords& words, std::uint32_t begin);

/// People, an office, a document, a name or a pronoun stands in it.
bool can_speak(const SentenceWords& words, const Phrase& phrase);

/// The phrase that opens the sentence, behind a dateline and what is put in front ("On Monday, ..."), if it can speak
/// and ends before token `end`.
Phrase first_subject(const SentenceWords& words, std::uint32_t end);

}  // namespace averment
