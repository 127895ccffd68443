// A quantity as a text states it, before it is known what is counted.
#pragma once

#include <cstdint>
#include <optional>

#include "averment/claim.hpp"

namespace averment {

/// Tokens are indices into Text::tokens; ranges are half-open.
struct Quantity {
  enum class Kind : std::uint8_t {
    number,   ///< "300", "two hundred", "63 to 65", "a dozen"
    vague,    ///< "dozens", "several"
    article,  ///< "a", "another", "one", "the only": one person, if a noun for people follows
    share     ///< "two-thirds", "80 percent", "all"
  };

  Kind kind = Kind::number;
  bool numeral = false;     ///< Of an article: "one", which may stand without a noun.
  std::uint32_t begin = 0;  ///< With qualifier and determiners.
  std::uint32_t first = 0;  ///< The figure: [first, last).
  std::uint32_t last = 0;
  std::uint32_t end = 0;  ///< With a qualifier behind it: "300 or more".
  std::optional<std::uint64_t> low, high;
  Qualifier qualifier = Qualifier::exact;
  std::uint32_t qualifier_first = 0;  ///< The qualifier's words: [qualifier_first, qualifier_last); empty: none.
  std::uint32_t qualifier_last = 0;
  std::optional<Share> share;
};

}  // namespace averment
