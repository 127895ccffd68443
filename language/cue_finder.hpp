// Sentence → cues: who says, estimates or denies what stands where.
#pragma once

#include <cstdint>
#include <vector>

#include "language/claim_lexicon.hpp"

namespace averment {

/// Somebody credited with a stretch of the sentence. Token ranges are half-open.
struct Cue {
  enum class Kind : std::uint8_t {
    says,       ///< "X said that [...]", "[...], X said", "[...], said X"
    according,  ///< "according to X, [...]"
    citing,     ///< "citing X": whoever cites passes it on
    heading     ///< "[...]: X" and "X: [...]" in headlines
  };

  Kind kind = Kind::says;
  std::uint32_t source_first = 0, source_last = 0;    ///< The party as written; empty: a subject that is left out.
  std::uint32_t cue_first = 0, cue_last = 0;          ///< The words that credit it.
  std::uint32_t content_first = 0, content_last = 0;  ///< What it is credited with.
  std::uint32_t told_first = 0, told_last = 0;        ///< "X told [the newspaper Y]"; empty: nobody is named.
  bool denies = false;
  bool stance = false;         ///< The party takes a stand on it, it does not say it.
  bool only_if_named = false;  ///< Holds only if the words name a person or a body.
  bool trailing = false;       ///< The content stands before the cue.

  bool covers(std::uint32_t token) const { return content_first <= token && token < content_last; }
};

/// In the order of the cues. Passive cues ("it was reported", "are said to") credit nobody and are left out.
std::vector<Cue> find_cues(const SentenceWords& words);

}  // namespace averment
