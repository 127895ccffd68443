// Puts claims under the values of a field, and finds the first ones of the largest groups without reading the others.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "averment/answer.hpp"
#include "averment/searcher.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_walk.hpp"
#include "store/packing.hpp"

namespace averment {

/// A claim by its report and its place among the report's claims.
struct ClaimPlace {
  Xapian::docid report = 0;  ///< In IndexView::database().
  std::uint32_t place = 0;
  auto operator<=>(const ClaimPlace&) const = default;
};

class ClaimGrouping {
 public:
  ClaimGrouping(IndexView& index, Field by) : index_(index), by_(by) {}

  void add(const MatchedReport& report, const std::vector<PackedClaim>& claims,
           const std::vector<std::uint32_t>& places);

  struct Group {
    std::string value;
    std::uint64_t count = 0;
    std::vector<ClaimPlace> first;  ///< In the order of ClaimAnswer::hits.
  };

  /// The largest first, ties by value.
  std::vector<Group> groups(const GroupOptions& options) const;

  std::uint64_t count() const { return members_.size(); }  ///< Of groups.
  std::uint64_t claims() const { return claims_; }
  std::uint64_t in_groups() const { return in_groups_; }  ///< Claims, as often as they stand in a group.

 private:
  struct Member {
    std::uint32_t day;  ///< YYYYMMDD; behind every day where it is unknown.
    ClaimPlace claim;
  };

  using Members = std::unordered_map<std::uint64_t, std::vector<Member>>;

  std::vector<Member>& members_of(std::uint64_t value);
  std::vector<ClaimPlace> first(std::vector<Member> members, std::size_t count) const;

  IndexView& index_;
  Field by_;
  Members members_;
  Members::value_type* last_ = nullptr;  // Asked for.
  std::uint64_t claims_ = 0, in_groups_ = 0;
  std::vector<std::uint64_t> values_;  // Kept for its memory.
};

}  // namespace averment
