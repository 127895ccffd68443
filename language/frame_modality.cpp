// Whether what is said of counted people has happened, is expected, or only possible.
#include "language/frame_scanner.hpp"

namespace averment {

Modality FrameScanner::modality(const VerbGroup& group, Category category, std::uint32_t at) const {
  if (group.modal && words_.inside(group.first))
    for (std::uint32_t i = group.first; i < at; ++i)
      if (may_be(i)) return Modality::hypothetical;
  const bool present_perfect = group.have && group.be;
  if (group.caused) return conditional(at) ? Modality::hypothetical : Modality::asserted;
  if (inflected(at, Ending::will)) return Modality::forecast;
  if (inflected(at, Ending::would)) return category == Category::killed ? Modality::hypothetical : Modality::forecast;
  if (group.will || (group.be && group.to && !group.evidential && !present_perfect)) return Modality::forecast;
  if (group.would) return category == Category::killed ? Modality::hypothetical : Modality::forecast;
  if (group.to && !group.have && !group.evidential && !group.be) return Modality::forecast;
  if (conditional(at)) return Modality::hypothetical;
  return Modality::asserted;
}

/// The verb says "will" or "would" by its ending: "morirán", "morirían".
bool FrameScanner::inflected(std::uint32_t at, Ending ending) const {
  const std::uint32_t end = at + trigger(at).words;
  while (at < end && !words_.ends(at, ending)) ++at;
  return at < end;
}

/// "may", not the month.
bool FrameScanner::may_be(std::uint32_t at) const {
  if (!words_.is(at, WordClass::may)) return false;
  const bool month =
      words_.at(at).has(WordClass::month) && (words_.is_name(at) || words_.at(at - 1).has(WordClass::number));
  return !month;
}

/// An "if" clause holds the trigger, or governs it.
bool FrameScanner::conditional(std::uint32_t at) const {
  for (std::uint32_t i = words_.first(); i < at; ++i)
    if (words_.is(i, WordClass::conditional)) {
      for (std::uint32_t j = i; j < at; ++j)
        if (words_.is(j, ",")) return false;
      return !words_.is(i + 1, WordClass::any_word);
    }
  return false;
}

/// Of a verb or noun that governs what follows it: "would release", "agreed to send", "the release of".
Modality FrameScanner::modality_before(std::uint32_t at, Category category) const {
  constexpr std::uint32_t reach = 8;
  const std::uint32_t begin = at > words_.first() + reach ? at - reach : words_.first();
  const bool bare = at > words_.first() && words_.is(at - 1, WordClass::to);
  bool forecast = false;
  for (std::uint32_t i = at; i-- > begin;) {
    if (may_be(i) || words_.is(i, WordClass::threat)) return Modality::hypothetical;
    if (words_.at(i).has(WordClass::will)) return Modality::forecast;
    if (words_.at(i).has(WordClass::would))
      return category == Category::killed || category == Category::wounded ? Modality::hypothetical
                                                                           : Modality::forecast;
    if (words_.at(i).has(WordClass::force) && bare) return Modality::asserted;
    const bool event = category == Category::survived || category == Category::deployed;
    if (words_.at(i).has(WordClass::forecast) && event && (bare || i + 5 >= at)) forecast = true;
    if (words_.is_mark(i) && !words_.is_any(i, {"\"", "“", "”"})) break;
  }
  if (conditional(at)) return Modality::hypothetical;
  if (forecast || inflected(at, Ending::will)) return Modality::forecast;
  if (bare || inflected(at, Ending::would))
    return category == Category::killed || category == Category::wounded ? Modality::hypothetical : Modality::forecast;
  return Modality::asserted;
}

}  // namespace averment
