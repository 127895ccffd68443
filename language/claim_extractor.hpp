// Text → claims: reads quantities, the people they count and what happened to them. Sources are added later.
#pragma once

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "averment/claim.hpp"
#include "language/claim_lexicon.hpp"
#include "language/text.hpp"

namespace averment {

/// A claim before its source is known.
struct FoundClaim {
  Claim claim;
  std::uint32_t sentence = 0;  ///< Index into Text::sentences.
  std::uint32_t figure = 0;    ///< The figure's first token.
  std::uint32_t trigger = 0;   ///< The trigger's first token.
  Span group;                  ///< Of the people counted; empty where elided.
  bool of_pronoun = false;     ///< "three of them".
};

/// In the order of the text, then of the category. @throws InputError where there are more than `most`.
std::vector<FoundClaim> extract_claims(const Text& text, const ClaimLexicon& lexicon,
                                       std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace averment
