// Text → the names in it, as the trained tagger sees them.
#pragma once

#include <vector>

#include "language/tagger_model.hpp"

namespace averment {

/// A name that the tagger found: tokens [first, last).
struct TaggedName {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  TaggedType type = TaggedType::other;
};

/// Appends the names that labels of a window's tokens, from `first` on, spell out.
void append_names(const std::vector<TaggerLabel>& labels, std::uint32_t first, std::vector<TaggedName>& names);

/// Ascending, not overlapping.
std::vector<TaggedName> tag_names(const TokenFeatures& features, const TaggerModel& model);

}  // namespace averment
