// How counted people hang on those before them: in lists, as parts, as "two of them".
#include "language/frame_scanner.hpp"

namespace averment {

bool FrameScanner::joined(const CountedPeople& one, const CountedPeople& next) const {
  constexpr std::uint32_t farthest = 13;
  if (next.begin() < one.end || next.begin() > one.end + farthest) return false;
  if (words_.at(next.end).has(WordClass::cue)) return false;  // "40 men died, a guard said"
  if (one.of_pronoun) return false;                           // "there were six of us, and all five died"
  std::uint32_t from = one.end;
  if (words_.is(from, WordClass::of))  // "seven soldiers of the Peruvian army and 15 rebels"
    while (from < next.begin() && !words_.is(from, ",") && !words_.at(from).has(WordClass::joint_and) &&
           !words_.at(from).any(WordClass::be, WordClass::have, WordClass::verb, WordClass::relative))
      ++from;
  if (words_.is(from, WordClass::who)) from = past_relative(from, next.begin());
  for (std::uint32_t i = from; i < next.begin(); ++i) {
    if (words_.at(i).has(WordClass::indefinite) && i > from) i = past_name(i);  // ", [a New Yorker] and"
    if (!words_.is(i, ",") && !words_.is(i, WordClass::list_joint)) return false;
  }
  return next.begin() > one.end;
}

/// Past "a New Yorker"; `at`: something else stands there.
std::uint32_t FrameScanner::past_name(std::uint32_t at) const {
  std::uint32_t end = at + 1;
  while (words_.is_name(end)) ++end;
  return end > at + 1 ? end : at;
}

/// "a man [who worked there], a pupil and two nuns": to the comma before the next one; `at`: it ends nowhere near.
std::uint32_t FrameScanner::past_relative(std::uint32_t at, std::uint32_t next) const {
  constexpr std::uint32_t longest_clause = 10;
  std::uint32_t end = next;
  while (end > at && !words_.is(end, ",")) --end;
  if (end == at || end > at + longest_clause) return at;
  for (std::uint32_t i = at; i < end; ++i)
    if (words_.is_mark(i) && !words_.glued(i)) return at;
  return end;
}

/// "four bodies, including [the driver of a truck and] an 11-year-old girl"
bool FrameScanner::included_behind(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t longest_list = 14;
  if (!words_.at(end - 1).has(WordClass::joint_and) && !words_.is(end - 1, ",")) return false;
  for (std::uint32_t i = end; i-- > begin && end - i < longest_list;) {
    if (words_.is(i, WordClass::including)) return true;
    if (words_.at(i).any(WordClass::be, WordClass::have, WordClass::verb, WordClass::relative, WordClass::cue) ||
        words_.is(i, ";"))
      return false;
  }
  return false;
}

/// "three students were among [six people killed]"
bool FrameScanner::is_among(const CountedPeople& part, const CountedPeople& whole) const {
  std::uint32_t at = part.end;
  bool be = false;
  for (; words_.at(at).any(WordClass::be, WordClass::have, WordClass::adverb); ++at)
    be |= words_.at(at).has(WordClass::be);
  if (!be || !words_.is(at, WordClass::among)) return false;
  for (++at; at < whole.begin() && words_.at(at).any(WordClass::determiner, WordClass::adverb);) ++at;
  return at == whole.begin();
}

std::optional<FrameScanner::Tie> FrameScanner::tie(const CountedPeople& whole, const CountedPeople& part) const {
  const std::uint32_t at = part.begin();
  if (at <= whole.quantity.first) return {};
  const std::uint32_t before = at - 1;
  const bool among_them =
      at >= 2 && words_.is(at - 2, WordClass::among) && words_.is(before, WordClass::plural_pronoun);
  if (words_.at(before).has(WordClass::including) || (at >= 2 && words_.is(at - 2, WordClass::including)) ||
      among_them || included_behind(whole.quantity.last, at))
    return Tie{"including", false};
  const bool of_share = whole.quantity.kind == Quantity::Kind::share;
  if (words_.is(before, "(") && (of_share || !part.single())) return Tie{"in_brackets", true};
  const bool compared =
      words_.is(before, WordClass::from) && at >= words_.first() + 2 && words_.is(at - 2, WordClass::compared);
  if (compared && part.noun == CountedPeople::Noun::elided) return Tie{"compared", true};
  if (part.of_pronoun && (words_.is_mark(before) || words_.at(before).has(WordClass::conjunction)))
    return Tie{"of_them", true};
  if (part.single() && words_.is(before, ",") && listed_singly(whole)) return Tie{"apposed", true};
  if (joined(whole, part)) return Tie{"joined", true};
  const bool after_comma = words_.is_any(before, {",", "-", "–", "—", ":", "--"}) && before <= whole.end + 12;
  const bool closes = words_.is_any(part.end, {",", ".", ")", "-", ";"}) || words_.is(part.end, WordClass::joint_and) ||
                      part.end >= words_.last();
  const bool enough = !part.single() || !words_.is(before, ",");
  if (after_comma && closes && part.noun != CountedPeople::Noun::elided && enough) return Tie{"apposed", true};
  const bool elided_clause = part.noun == CountedPeople::Noun::elided &&
                             (words_.is(before, ",") || words_.is(before, WordClass::joint_and)) &&
                             (words_.at(part.end).has(WordClass::preposition) || degree_closes(part.end));
  const bool ranked = part.noun == CountedPeople::Noun::elided && words_.is(before, WordClass::rank_link) &&
                      words_.is_name(before - 1) && !words_.at(before - 1).has(WordClass::time);
  if (elided_clause || ranked) return Tie{"continued", true};  // ", followed by Brazil at 175,270"
  return {};
}

/// "two teenagers, a boy and a girl,": as many single people stand behind as were counted.
bool FrameScanner::listed_singly(const CountedPeople& whole) const {
  if (!whole.quantity.low || whole.quantity.low != whole.quantity.high || *whole.quantity.low < 2) return false;
  const auto self =
      std::find_if(people_.begin(), people_.end(), [&](const CountedPeople& one) { return one.end == whole.end; });
  std::uint64_t listed = 0;
  std::uint32_t end = whole.end;
  for (auto next = self; next != people_.end() && ++next != people_.end() && next->single(); ++listed) {
    const std::uint32_t begin = next->begin();
    if (begin != end + 1 || !(words_.is(end, ",") || words_.is(end, WordClass::joint_and))) break;
    end = next->end;
  }
  return listed == *whole.quantity.low;
}

/// "two were wounded, one [critically]"
bool FrameScanner::degree_closes(std::uint32_t at) const {
  return words_.ends(at, Ending::adverb) && (!words_.inside(at + 1) || words_.is_any(at + 1, {",", ".", ";", ")"}));
}

}  // namespace averment
