// A credited party as written → its one name, its type and the side it speaks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/text.hpp"

namespace averment {

class Aliases;
struct ClaimLexicon;

struct ResolvedSource {
  std::string name;
  std::string type;   ///< person, government, organization, nominal or document.
  std::string party;  ///< Empty: not known.
};

/// `phrase` stands at `where` in the report; its mentions link short names to full ones.
ResolvedSource resolve_source(std::string_view phrase, Span where, const Text& text, const ClaimLexicon& lexicon,
                              const std::vector<Mention>& mentions, const Aliases& aliases);

}  // namespace averment
