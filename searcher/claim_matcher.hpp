// Decides which reports and claims a condition holds for: Xapian names candidates, each is then tested.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "averment/field.hpp"
#include "averment/searcher.hpp"
#include "searcher/condition.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_walk.hpp"
#include "store/packing.hpp"

namespace averment {

class ClaimMatcher {
 public:
  /// For one state of the index.
  ClaimMatcher(const Condition& condition, Of of, const ClaimFilter& filter, const IndexView& index);

  /// All reports that may match, and no other where tests_reports() is false.
  const Xapian::Query& candidates() const { return candidates_; }
  /// None but these may match.
  void narrow_to(const Xapian::Query& reports);
  bool tests_reports() const { return test_.has_value(); }

  /// For a candidate: one claim satisfies all conditions on claims that are asked together (or the report does without
  /// any: "river OR category:killed"), none an excluded one.
  bool holds(const MatchedReport& report) const;

  /// The candidate's claims that match, by their place among `claims`, its own.
  std::vector<std::uint32_t> matching(Xapian::docid number, const std::vector<PackedClaim>& claims) const;

 private:
  /// The parts that candidates() does not settle.
  struct Test {
    Condition::Kind kind = Condition::Kind::report;
    ClaimTest claim{};
    std::vector<Xapian::docid> reports{};  // report: for which it holds, ascending.
    bool together = false;                 // Asked of one claim together with its neighbours in an all_of.
    std::vector<Test> children{};
  };
  struct Candidate {
    Xapian::docid number;
    const std::vector<PackedClaim>& claims;
  };

  Test test_of(const Condition& condition, const IndexView& index) const;
  bool holds(const Test& test, const Candidate& report) const;
  bool all_hold(const Test& test, const Candidate& report) const;
  /// `claim`: null where what the report has without its claims is to be enough.
  bool holds(const Test& test, const PackedClaim* claim, const Candidate& report) const;

  ClaimFilter filter_;
  Xapian::Query candidates_;
  std::optional<Test> test_;
};

std::vector<PackedClaim> claims_of(const MatchedReport& report);

}  // namespace averment
