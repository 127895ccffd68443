// Two claims side by side: whether they can be compared, and whether they agree.
#include "averment/comparison.hpp"

#include <array>
#include <utility>

#include "searcher/claim_facts.hpp"

namespace averment {
namespace {

constexpr std::array<std::string_view, 6> relations = {"same",        "compatible", "divergent",
                                                       "conflicting", "updates",    "not_comparable"};
constexpr std::array<std::string_view, 18> reasons = {
    "same_bounds",        "overlap",         "far_apart",      "disjoint",     "later_report",  "not_affirmed",
    "different_category", "share",           "no_number",      "one_person",   "unknown_group", "different_group",
    "part_of_group",      "different_place", "different_time", "unknown_time", "other_scale",   "one_statement"};

ClaimFacts facts_of(const ComparedFigure& figure, const ComparisonOptions& options) {
  const ClaimFacts facts = facts_of(figure.claim, options);
  return figure.added ? sum(facts, facts_of(*figure.added, options)) : facts;
}

}  // namespace

std::string_view name_of(Relation relation) { return relations[static_cast<std::size_t>(relation)]; }
std::string_view name_of(Reason reason) { return reasons[static_cast<std::size_t>(reason)]; }

std::optional<Relation> relation(std::string_view name) {
  for (std::size_t i = 0; i < relations.size(); ++i)
    if (relations[i] == name) return static_cast<Relation>(i);
  return {};
}

bool addable(const ClaimRecord& killed, const ClaimRecord& wounded) {
  return addable(facts_of(killed, {}), facts_of(wounded, {}));
}

Comparison compare(const ComparedFigure& a, const ComparedFigure& b, const ComparisonOptions& options) {
  return compare(facts_of(a, options), facts_of(b, options), options);
}

}  // namespace averment
