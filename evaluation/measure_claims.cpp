// Claims that people read in reports: which are found, with their bounds and their source.
#include "averment/evaluation.hpp"
#include "evaluation/measure.hpp"

namespace averment::evaluation {
namespace {

ClaimScores scores_of(const Measuring& measuring, const ClaimSet& set) {
  std::vector<GoldClaim> gold = read_gold_claims(set.gold);
  IngestOptions reading;
  reading.paths = {set.reports.string()};
  const ReadReports reports = read_reports(reading, measuring.lexicons, [&](const Rejection& rejection) {
    measuring.log << "measure: " << rejection.path << ": " << rejection.reason << '\n';
  });
  locate(gold, reports);
  return compare_claims(gold, reports.claims).scores;
}

void each_set(const Measuring& measuring, const std::function<void(const ClaimSet&, const ClaimScores&)>& take) {
  for (const ClaimSet& set : measuring.claims)
    if (is_there(measuring, set.gold) && is_there(measuring, set.reports)) take(set, scores_of(measuring, set));
}

}  // namespace

void measure_claims(const Measuring& measuring) {
  Table table(measuring.out,
              {"set", "gold", "found", "precision", "recall", "F1", "F1 valued", "F1 attributed", "source if detected"},
              1);
  each_set(measuring, [&](const ClaimSet& set, const ClaimScores& scores) {
    table.row({set.name, std::to_string(scores.gold), std::to_string(scores.found), decimals(scores.detected.precision),
               decimals(scores.detected.recall), decimals(scores.detected.f1), decimals(scores.valued.f1),
               decimals(scores.attributed.f1), decimals(scores.source_given_detected)});
  });
}

void measure_claims_by_category(const Measuring& measuring) {
  Table table(measuring.out, {"set", "category", "gold", "precision", "recall", "F1"}, 2);
  each_set(measuring, [&](const ClaimSet& set, const ClaimScores& scores) {
    for (const CategoryRates& row : scores.by_category)
      table.row({set.name, std::string(name_of(row.category)), std::to_string(row.gold),
                 decimals(row.detected.precision), decimals(row.detected.recall), decimals(row.detected.f1)});
  });
}

}  // namespace averment::evaluation
