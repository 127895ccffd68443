// Counted people → what happened to them: ties each to the trigger words of its sentence.
#pragma once

#include <string_view>
#include <vector>

#include "language/claim_lexicon.hpp"
#include "language/counted_people.hpp"

namespace averment {

/// One category that the sentence gives to counted people.
struct Finding {
  std::uint32_t people = 0;  ///< Index into the counted people.
  Category category = Category::killed;
  Modality modality = Modality::asserted;
  std::uint32_t trigger = 0;  ///< The trigger's first token.
  std::string_view rule;      ///< A literal.
  double confidence = 1;
};

/// In the order of the people, then of the category.
std::vector<Finding> find_frames(const SentenceWords& words, const std::vector<CountedPeople>& people);

}  // namespace averment
