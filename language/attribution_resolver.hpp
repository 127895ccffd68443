// Claims → their sources: whom the text credits with each figure, and who passed it on.
#pragma once

#include <optional>
#include <vector>

#include "language/claim_extractor.hpp"
#include "language/claim_lexicon.hpp"
#include "language/text.hpp"

namespace averment {

class Aliases;

/// Sets source and, where anybody denies it, modality. First hit wins: a cue in the sentence that covers the figure
/// (the nearest one before it, else one behind it), the owner of the quotation it stands in. A pronoun is resolved to
/// the last party that spoke or, failing that, the last one named.
void resolve_attributions(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                          const std::vector<Mention>& mentions, const Aliases& aliases);

/// Whom the text credits with what stands at a place, where that is known to be what somebody says or takes a stand on:
/// the words that name the party credited with most of the place's words, of several the first one in the text, else
/// the likeliest speaker. Empty: its sentence names nobody who could be.
std::optional<Span> credited_with(Span place, const Text& text, const ClaimLexicon& lexicon,
                                  const std::vector<Mention>& mentions, const Aliases& aliases);

}  // namespace averment
