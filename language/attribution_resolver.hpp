// Claims → their sources: whom the text credits with each figure, and who passed it on.
#pragma once

#include <vector>

#include "language/claim_extractor.hpp"
#include "language/claim_lexicon.hpp"
#include "language/text.hpp"

namespace averment {

class Aliases;

/// Sets source and, where the source denies it, modality. First hit wins: a cue in the sentence that covers the figure
/// (the nearest one before it, else one behind it), the owner of the quotation it stands in. A pronoun is resolved to
/// the last party that spoke or, failing that, the last one named.
void resolve_attributions(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                          const std::vector<Mention>& mentions, const Aliases& aliases);

}  // namespace averment
