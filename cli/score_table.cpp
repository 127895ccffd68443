// Scores of a comparison with gold claims, as text.
#include "cli/score_table.hpp"

#include <fmt/format.h>

namespace averment::cli {

std::string score_table(const ClaimScores& scores) {
  std::string text = fmt::format("{:12}{:>10}{:>10}{:>10}   ({} gold, {} found)\n", "", "precision", "recall", "f1",
                                 scores.gold, scores.found);
  const auto add_rates = [&](std::string_view name, const Rates& rates) {
    text += fmt::format("{:12}{:10.3f}{:10.3f}{:10.3f}\n", name, rates.precision, rates.recall, rates.f1);
  };
  add_rates("detected", scores.detected);
  add_rates("valued", scores.valued);
  add_rates("attributed", scores.attributed);
  text += fmt::format("{:28}{:.3f}\n", "source given detected", scores.source_given_detected);
  text += fmt::format("{:28}{:.3f}\n", "qualifier given detected", scores.qualifier_given_detected);
  text += fmt::format("{:28}{:.3f}\n", "modality given detected", scores.modality_given_detected);
  for (const CategoryRates& row : scores.by_category)
    text += fmt::format("  {:20}{:8.3f}{:8.3f}{:8.3f}   ({} gold)\n", name_of(row.category), row.detected.precision,
                        row.detected.recall, row.detected.f1, row.gold);
  return text;
}

}  // namespace averment::cli
