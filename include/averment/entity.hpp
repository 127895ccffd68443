// Who and what a report names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace averment {

/// A stretch of a report's text: half-open [begin, end), in UTF-8 bytes. Printed formats count code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

enum class EntityType : std::uint8_t { person, organization, place, unit, nationality, event, date };

/// The name that records and queries use: person, org, place, unit, nationality, event, date.
std::string_view name_of(EntityType type);

/// Reads name_of's names and the usual labels of taggers (PER, ORG, LOC, GPE, NORP, ...). Empty: not known.
std::optional<EntityType> entity_type(std::string_view name);

/// One place where a report names an entity.
struct Mention {
  Span span;
  EntityType type = EntityType::person;
  std::string name;  ///< The entity's one name, whatever its spelling here.
  bool operator==(const Mention&) const = default;
};

/// What speaks for two names being one entity's.
enum class MergeEvidence : std::uint8_t {
  spelling,         ///< The same but for case, accents, hyphens, articles.
  title,            ///< One has a title in front of the same full name.
  transliteration,  ///< Spellings of one name of another script.
  middle_name,      ///< The same first and last name; one has others between.
  slip,             ///< One word differs by a slip of the pen; of persons, not the first name.
  acronym,          ///< One has the initials of the other.
  short_form        ///< In one report: a surname or first name alone, among names that the full name is found with.
};

std::string_view name_of(MergeEvidence evidence);

}  // namespace averment
