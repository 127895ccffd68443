// Whether a text gives a person a role: "Governor Ana Ruiz", "Ana Ruiz, the governor of Oro".
#pragma once

#include "language/claim_lexicon.hpp"
#include "language/text.hpp"

namespace averment {

/// The role of `reference` stands right before the person's name, or is set off by a comma before or behind it.
bool has_role(const Mention& person, const BackReference& reference, const Text& text, const ClaimLexicon& lexicon);

/// As the words right before the name tell ("Mrs. Burton"), else the name itself.
Gender gender_of(const Mention& person, const Text& text, const ClaimLexicon& lexicon);

}  // namespace averment
