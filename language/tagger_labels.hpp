// What the trained tagger says of a token: outside of all names, or begin, inside, last or unit of one (BILOU).
#pragma once

#include <cstddef>
#include <cstdint>

#include "averment/entity.hpp"

namespace averment {

/// The types of names the tagger tells apart: those of EntityType, but `other` (works, products, weapons) where that
/// has the dates, which rules find.
enum class TaggedType : std::uint8_t { person, organization, place, unit, nationality, event, other };
constexpr std::size_t tagged_types = 7;

enum class Bilou : std::uint8_t { begin, inside, last, unit };

/// 0: outside; else one for each type and each of B, I, L, U.
using TaggerLabel = std::uint8_t;
constexpr std::size_t tagger_labels = 1 + 4 * tagged_types;
constexpr TaggerLabel outside_label = 0;

constexpr TaggerLabel label_of(TaggedType type, Bilou part) {
  return static_cast<TaggerLabel>(1 + 4 * static_cast<std::size_t>(type) + static_cast<std::size_t>(part));
}
constexpr TaggedType type_of(TaggerLabel label) { return static_cast<TaggedType>((label - 1) / 4); }
constexpr Bilou part_of(TaggerLabel label) { return static_cast<Bilou>((label - 1) % 4); }

/// A name is open behind it.
constexpr bool is_open(TaggerLabel label) {
  return label != outside_label && (part_of(label) == Bilou::begin || part_of(label) == Bilou::inside);
}
/// It goes on with the name that the label before it opened.
constexpr bool continues(TaggerLabel label) {
  return label != outside_label && (part_of(label) == Bilou::inside || part_of(label) == Bilou::last);
}
constexpr bool may_follow(TaggerLabel before, TaggerLabel label) {
  if (is_open(before)) return continues(label) && type_of(before) == type_of(label);
  return !continues(label);
}

}  // namespace averment
