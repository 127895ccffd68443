// The claims of an index put where each meets all that it may be compared with, and few others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "searcher/claim_facts.hpp"
#include "searcher/claim_grouping.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_walk.hpp"
#include "store/packing.hpp"

namespace averment {

/// A claim, or one of people killed with one of people wounded of the same report, as a sum.
struct Comparable {
  ClaimFacts facts;
  ClaimPlace claim;
  std::optional<std::uint32_t> added;  ///< The place of the wounded, in a sum.
  std::uint32_t report = 0;            ///< Which of reports().
  bool wanted = false;                 ///< The query chose it, or one of the two.
};

class ComparableClaims {
 public:
  enum class Scope : std::uint8_t {
    figures,    ///< What can be comparable, sums too.
    mentions,   ///< Claims about people who can be told, with a number or without.
    everything  ///< Also claims that are not comparable, beside those about the same side, place or report.
  };

  struct ReportFacts {
    Xapian::docid number = 0;
    std::string id;
    std::uint64_t outlet = 0;     ///< 0: unknown.
    std::uint32_t published = 0;  ///< YYYYMMDD; 0: unknown.
  };

  ComparableClaims(const IndexView& index, const ComparisonOptions& options, const ClaimFilter& filter, Scope scope)
      : index_(index), options_(options), filter_(filter), scope_(scope) {}

  /// First, of each report: the places of the claims that the query chooses.
  void want(const MatchedReport& report, const std::vector<PackedClaim>& claims,
            const std::vector<std::uint32_t>& places);
  /// Then, of all reports.
  void add(const MatchedReport& report, const std::vector<PackedClaim>& claims);

  /// Each in the order of published date, report, place in the text; only such as hold a wanted claim. Once.
  std::vector<std::vector<Comparable>> groups();
  const std::vector<ReportFacts>& reports() const { return reports_; }

 private:
  std::vector<Comparable> comparables(const MatchedReport& report, const std::vector<PackedClaim>& claims) const;
  void add_sums(std::vector<Comparable>& comparables) const;
  bool in_scope(const ClaimFacts& facts) const;
  std::uint64_t key(const ClaimFacts& facts) const;
  void mark(std::vector<Comparable>& comparables, const std::vector<std::uint32_t>& places) const;
  bool before(const Comparable& a, const Comparable& b) const;

  const IndexView& index_;
  ComparisonOptions options_;
  ClaimFilter filter_;
  Scope scope_;
  std::unordered_set<std::uint64_t> keys_;  // Of wanted claims.
  std::unordered_map<Xapian::docid, std::vector<std::uint32_t>> wanted_;
  std::unordered_map<std::uint64_t, std::vector<Comparable>> groups_;
  std::vector<ReportFacts> reports_;
};

}  // namespace averment
