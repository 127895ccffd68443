// Whether a found claim says what a gold claim says: value, source, group.
#pragma once

#include "averment/evaluation.hpp"

namespace averment {

/// Bounds within half a person of the gold's or of an accepted reading's, and the same share, within one hundredth;
/// "all five" may be read as five.
bool same_value(const GoldClaim& gold, const Claim& found);

/// Both none, or the same party: the same words, or all the telling words of one name among those of the other.
bool same_source(const GoldClaim& gold, const std::optional<Attribution>& found);

/// The same words, articles left out.
bool same_group(const GoldClaim& gold, const Claim& found);

}  // namespace averment
