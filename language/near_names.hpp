// Names that differ from each other by a slip of the pen.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

class Gazetteer;

/// One of the words is the other with a letter left out, added, replaced or two exchanged, once for each six letters
/// (Damerau's distance); of a name that has figures, never.
bool is_slip(std::string_view word, std::string_view other);

/// Names by all of their words but one, so that those of which one word differs meet.
class NearNames {
 public:
  /// `key`: a name_key. Persons differ in the last word alone: another first name is another person. `value` is what
  /// find gives back.
  void add(std::string_view key, EntityType type, std::uint32_t value);

  /// The values of all names of that type of which one word differs by a slip; each once, ascending. Words that are
  /// names themselves ("Gambia", "Zambia") are no slips of each other.
  std::vector<std::uint32_t> find(std::string_view key, EntityType type, const Gazetteer& gazetteer) const;

  static constexpr std::size_t most_alike = 1000;  ///< Of one pattern; of more, none is found.

 private:
  struct Entry {
    std::string word;
    std::uint32_t value;
  };
  std::unordered_map<std::string, std::vector<Entry>> entries_;
};

}  // namespace averment
