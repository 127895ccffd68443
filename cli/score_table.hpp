// Scores of a comparison with gold claims, as text.
#pragma once

#include <string>

#include "averment/evaluation.hpp"

namespace averment::cli {

/// Precision, recall and F1 of what is detected, valued and attributed, then by category; a line each.
std::string score_table(const ClaimScores& scores);

}  // namespace averment::cli
