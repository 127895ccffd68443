// Claims → whom and where they count, as comparisons take it: synonyms are one, what is left out is told from before.
#pragma once

#include <vector>

#include "averment/entity.hpp"
#include "language/claim_extractor.hpp"
#include "language/text.hpp"

namespace averment {

class Aliases;

/// Sets Claim::counted, of claims with their details. "4,000 killed", where a claim of the same sentence or of the two
/// before counts soldiers of a side, counts those; "five of them" only what its own sentence tells of.
void resolve_counted(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                     const std::vector<Mention>& mentions, const Aliases& aliases);

}  // namespace averment
