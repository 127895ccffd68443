// What the rules and what the trained tagger find → the names of the text.
#pragma once

#include <vector>

#include "language/name_finder.hpp"
#include "language/name_tagger.hpp"

namespace averment {

/// The tagger decides, but for names that lists of organizations know word for word; the rules lend their knowledge to
/// names that both find, and add what only lists and nouns tell. Both ascend, and so does what is returned; nothing
/// overlaps.
std::vector<FoundName> merge_names(const Text& text, const TextWords& words, const std::vector<FoundName>& rules,
                                   const std::vector<TaggedName>& tagged);

}  // namespace averment
