// Sentence → quantities: digits, words, ranges, shares and vague amounts, with their bounds.
#pragma once

#include <vector>

#include "language/claim_lexicon.hpp"
#include "language/quantity.hpp"

namespace averment {

/// In the order of the text. Dates, ages, sums of money, ordinals, scores and numbers that are part of a name or a
/// compound ("26-year-old", "M-16") are left out; whether people are counted is not decided here.
std::vector<Quantity> read_quantities(const SentenceWords& words);

/// Digits with separators: "5,000", "5,00,069", "2.5". Empty: no number or wrongly grouped.
std::optional<double> read_digits(std::string_view digits, const Grammar& marks);

}  // namespace averment
