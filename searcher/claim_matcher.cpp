// Decides which reports and claims a condition holds for: Xapian names candidates, each is then tested.
#include "searcher/claim_matcher.hpp"

#include <algorithm>

#include "searcher/all_reports.hpp"
#include "searcher/field_terms.hpp"
#include "searcher/match_walk.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using XapianQuery = Xapian::Query;
namespace prefix = schema::prefix;

XapianQuery with_claims() { return weightless(XapianQuery(std::string(prefix::has_claims))); }

/// The reports that have a claim which may pass the test.
XapianQuery candidates_of(const ClaimTest& test) {
  if (test.kind == ClaimTest::Kind::category) {
    std::vector<std::string> terms;
    for (const std::uint64_t number : test.ids) terms.push_back(std::string(prefix::category) + std::to_string(number));
    return terms.empty() ? XapianQuery::MatchNothing
                         : weightless(XapianQuery(XapianQuery::OP_OR, terms.begin(), terms.end()));
  }
  if (test.kind == ClaimTest::Kind::source && test.ids.size() <= most_name_terms)
    return any_name(prefix::source, test.ids);
  return with_claims();
}

XapianQuery candidates_of(const Condition& condition) {
  std::vector<XapianQuery> parts;
  for (const Condition& child : condition.children) parts.push_back(candidates_of(child));
  switch (condition.kind) {
    case Condition::Kind::report:
      return condition.query;
    case Condition::Kind::claim:
      return candidates_of(condition.test);
    case Condition::Kind::all_of:
      return XapianQuery(XapianQuery::OP_AND, parts.begin(), parts.end());
    case Condition::Kind::any_of:
      return XapianQuery(XapianQuery::OP_OR, parts.begin(), parts.end());
    case Condition::Kind::none_of:
      return all_reports();
  }
  return all_reports();
}

std::vector<Xapian::docid> reports_of(const XapianQuery& query, const IndexView& index) {
  std::vector<Xapian::docid> ids;
  walk_matches(index, query, [&](const MatchedReport& report) { ids.push_back(report.number()); });
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

std::vector<PackedClaim> claims_of(const MatchedReport& report) {
  return unpack_claims(report.value(schema::slot::claims));
}

ClaimMatcher::ClaimMatcher(const Condition& condition, Of of, const ClaimFilter& filter, const IndexView& index)
    : filter_(filter), candidates_(candidates_of(condition)) {
  if (of == Of::claims) candidates_ = XapianQuery(XapianQuery::OP_FILTER, candidates_, with_claims());
  if (!condition.of_claims) return;
  Condition open = condition;
  // Candidates satisfy what stands at the top: it needs no test.
  if (open.kind == Condition::Kind::all_of)
    std::erase_if(open.children, [](const Condition& child) { return !child.of_claims; });
  test_ = test_of(open, index);
}

void ClaimMatcher::narrow_to(const XapianQuery& reports) {
  candidates_ = XapianQuery(XapianQuery::OP_FILTER, reports, candidates_);
}

ClaimMatcher::Test ClaimMatcher::test_of(const Condition& condition, const IndexView& index) const {
  Test test{.kind = condition.kind, .claim = condition.test};
  if (condition.kind == Condition::Kind::report) test.reports = reports_of(condition.query, index);
  test.together = condition.of_claims && !condition.negates_claims;
  for (const Condition& child : condition.children) test.children.push_back(test_of(child, index));
  return test;
}

bool ClaimMatcher::holds(const MatchedReport& report) const {
  if (!test_) return true;
  const std::vector<PackedClaim> claims = claims_of(report);
  return holds(*test_, {report.number(), claims});
}

std::vector<std::uint32_t> ClaimMatcher::matching(Xapian::docid number, const std::vector<PackedClaim>& claims) const {
  const Candidate candidate{number, claims};
  std::vector<std::uint32_t> matching;
  matching.reserve(claims.size());
  for (std::uint32_t place = 0; place < claims.size(); ++place)
    if (counts(claims[place], filter_) && (!test_ || holds(*test_, &claims[place], candidate)))
      matching.push_back(place);
  return matching;
}

bool ClaimMatcher::holds(const Test& test, const Candidate& report) const {
  const auto child_holds = [&](const Test& child) { return holds(child, report); };
  switch (test.kind) {
    case Condition::Kind::report:
      return std::binary_search(test.reports.begin(), test.reports.end(), report.number);
    case Condition::Kind::claim:
      return std::any_of(report.claims.begin(), report.claims.end(), [&](const PackedClaim& claim) {
        return counts(claim, filter_) && test.claim.holds(claim, filter_);
      });
    case Condition::Kind::all_of:
      return all_hold(test, report);
    case Condition::Kind::any_of:
      return std::any_of(test.children.begin(), test.children.end(), child_holds);
    case Condition::Kind::none_of:
      return std::none_of(test.children.begin(), test.children.end(), child_holds);
  }
  return false;
}

bool ClaimMatcher::all_hold(const Test& test, const Candidate& report) const {
  bool any_together = false;
  for (const Test& child : test.children) {
    any_together |= child.together;
    if (!child.together && !holds(child, report)) return false;
  }
  const auto satisfies_all = [&](const PackedClaim* claim) {
    return std::all_of(test.children.begin(), test.children.end(),
                       [&](const Test& child) { return !child.together || holds(child, claim, report); });
  };
  return !any_together || satisfies_all(nullptr) ||
         std::any_of(report.claims.begin(), report.claims.end(),
                     [&](const PackedClaim& claim) { return counts(claim, filter_) && satisfies_all(&claim); });
}

bool ClaimMatcher::holds(const Test& test, const PackedClaim* claim, const Candidate& report) const {
  const auto child_holds = [&](const Test& child) { return holds(child, claim, report); };
  switch (test.kind) {
    case Condition::Kind::report:
      return std::binary_search(test.reports.begin(), test.reports.end(), report.number);
    case Condition::Kind::claim:
      return claim && test.claim.holds(*claim, filter_);
    case Condition::Kind::all_of:
      return std::all_of(test.children.begin(), test.children.end(), child_holds);
    case Condition::Kind::any_of:
      return std::any_of(test.children.begin(), test.children.end(), child_holds);
    case Condition::Kind::none_of:
      return std::none_of(test.children.begin(), test.children.end(), child_holds);
  }
  return false;
}

}  // namespace averment
