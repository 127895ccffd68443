// Text → the names in it, by lists and rules: where they stand and of what type they are.
#pragma once

#include <cstdint>
#include <vector>

#include "language/gazetteer.hpp"
#include "language/name_words.hpp"
#include "language/text_words.hpp"

namespace averment {

/// What makes a stretch of text a name, the surest first.
enum class NameEvidence : std::uint8_t {
  tagged,      ///< A tag of the report marks the same words elsewhere.
  listed,      ///< The gazetteer knows it.
  title,       ///< A title or a rank stands before it.
  introduced,  ///< "a sniper named Lee": somebody new.
  shape,       ///< Its own words tell: "Ministry of Defense", a first name, an acronym.
  learned,     ///< The trained tagger says so.
  context,     ///< A word beside it tells: "in X", "X said".
  guess,       ///< Nothing but two or three words with capitals.
  repeated,    ///< It is a part of a name found elsewhere in the text.
};

struct FoundName {
  std::uint32_t first = 0;  ///< Its tokens: [first, last).
  std::uint32_t last = 0;
  EntityType type = EntityType::person;
  NameEvidence evidence = NameEvidence::listed;
  const GazetteerName* known = nullptr;
  char gender = 0;  ///< m, f; 0: not known.
};

/// Shared by threads once made.
class NameFinder {
 public:
  NameFinder(const NameWords& words, const Gazetteer& gazetteer) : words_(words), gazetteer_(gazetteer) {}

  /// Ascending, not overlapping.
  std::vector<FoundName> find(const Text& text, const TextWords& words) const;

 private:
  const NameWords& words_;
  const Gazetteer& gazetteer_;
};

}  // namespace averment
