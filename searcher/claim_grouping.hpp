// Puts claims under the values of a field, and finds the first ones of the largest groups without reading the others.
#pragma once

#include <cstdint>
#include <limits>
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
  /// By which day the claims of a group are ordered: their report's, or the event's where it is stated. In the latter
  /// order, claims without a day stand apart from the groups.
  enum class Order : std::uint8_t { published, event };

  ClaimGrouping(IndexView& index, Field by, const GroupOptions& options, Order order = Order::published)
      : index_(index), by_(by), options_(options), order_(order) {}

  void add(const MatchedReport& report, const std::vector<PackedClaim>& claims,
           const std::vector<std::uint32_t>& places);

  struct Group {
    std::string value;
    std::uint64_t count = 0;
    std::vector<ClaimPlace> first;      ///< By day, report, place in the text.
    std::vector<std::string> values{};  ///< Of undated claims, each one's.
  };

  /// The largest first, ties by value.
  std::vector<Group> groups() const;

  /// Those that stand apart; one with several values as often as it has them.
  Group undated() const;

  std::uint64_t count() const { return members_.size(); }  ///< Of groups.
  std::uint64_t claims() const { return claims_; }
  std::uint64_t in_groups() const { return in_groups_; }  ///< Claims, as often as they stand in a group.

 private:
  struct Member {
    std::uint32_t day;  ///< YYYYMMDD; behind every day where it is unknown.
    ClaimPlace claim;
    std::uint64_t value;
  };

  /// The claims under one value: how many, and those among which the first are.
  struct Members {
    std::uint64_t count = 0;
    std::uint32_t latest = std::numeric_limits<std::uint32_t>::max();  ///< No later day is among the first.
    std::size_t room = 1024;                                           ///< So many, then the later ones go.
    std::vector<Member> first{};
  };
  using MembersOf = std::unordered_map<std::uint64_t, Members>;

  void add(const MatchedReport& report, const PackedClaim& claim, Member member);
  void add(const Member& member, Members& to) const;
  void keep_first_days(Members& members) const;
  Members& members_of(std::uint64_t value);
  std::vector<Member> first(std::vector<Member> members) const;

  IndexView& index_;
  Field by_;
  GroupOptions options_;
  Order order_;
  std::vector<Member> undated_;
  MembersOf members_;
  MembersOf::value_type* last_ = nullptr;  // Asked for.
  std::uint64_t claims_ = 0, in_groups_ = 0;
  std::vector<std::uint64_t> values_;  // Kept for its memory.
};

}  // namespace averment
