// Puts claims under the values of a field, and finds the first ones of the largest groups without reading the others.
#include "searcher/claim_grouping.hpp"

#include <limits>
#include <map>
#include <tuple>

#include "searcher/deadline.hpp"
#include "searcher/facet_counter.hpp"
#include "searcher/first_ones.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

constexpr auto is_earlier = [](const auto& a, const auto& b) { return a.day < b.day; };

}  // namespace

void ClaimGrouping::add(const MatchedReport& report, const std::vector<PackedClaim>& claims,
                        const std::vector<std::uint32_t>& places) {
  if (places.empty()) return;
  const std::uint32_t published = unpack_day(report.value(schema::slot::claims));
  for (const std::uint32_t place : places) {
    const std::uint32_t stated = order_ == Order::event ? claims[place].event_day : 0;
    const std::uint32_t day = stated != 0 ? stated : published;
    add(report, claims[place],
        {day == 0 ? std::numeric_limits<std::uint32_t>::max() : day, {report.number(), place}, 0});
  }
}

void ClaimGrouping::add(const MatchedReport& report, const PackedClaim& claim, Member member) {
  const bool apart = order_ == Order::event && member.day == std::numeric_limits<std::uint32_t>::max();
  values_.clear();
  values_of_claim(by_, claim, report, index_, values_);
  for (const std::uint64_t value : values_) {
    member.value = value;
    if (apart)
      undated_.push_back(member);
    else
      add(member, members_of(value));
  }
  in_groups_ += values_.size();
  ++claims_;
}

void ClaimGrouping::add(const Member& member, Members& to) const {
  ++to.count;
  if (member.day > to.latest) return;
  to.first.push_back(member);
  if (to.first.size() >= to.room) keep_first_days(to);
}

/// A large group would take more time to hold than to read.
void ClaimGrouping::keep_first_days(Members& members) const {
  std::vector<Member>& first = members.first;
  if (options_.claims < first.size()) {
    keep_first(first, options_.claims, is_earlier);
    members.latest = first.empty() ? 0 : first.back().day;
  }
  members.room = std::max(members.room, 2 * first.size());
}

/// Most claims have the value of the one before: none.
ClaimGrouping::Members& ClaimGrouping::members_of(std::uint64_t value) {
  if (!last_ || value != last_->first) last_ = &*members_.try_emplace(value).first;
  return last_->second;
}

std::vector<ClaimGrouping::Group> ClaimGrouping::groups() const {
  using Entry = std::pair<std::uint64_t, const Members*>;
  std::vector<Entry> largest;
  for (const auto& [value, members] : members_) largest.emplace_back(value, &members);
  keep_first(largest, options_.groups,
             [](const Entry& a, const Entry& b) { return a.second->count > b.second->count; });
  std::vector<std::pair<std::string, const Members*>> named;
  for (const auto& [value, members] : largest) named.emplace_back(value_name(index_, by_, value), members);
  std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
    return a.second->count != b.second->count ? a.second->count > b.second->count : a.first < b.first;
  });
  if (named.size() > options_.groups) named.resize(options_.groups);
  std::vector<Group> groups;
  for (const auto& [value, members] : named) {
    Group& group = groups.emplace_back(Group{value, members->count, {}});
    for (const Member& member : first(members->first)) group.first.push_back(member.claim);
  }
  return groups;
}

ClaimGrouping::Group ClaimGrouping::undated() const {
  Group group{"(undated)", undated_.size(), {}};
  for (const Member& member : first(undated_)) {
    group.first.push_back(member.claim);
    group.values.push_back(value_name(index_, by_, member.value));
  }
  return group;
}

std::vector<ClaimGrouping::Member> ClaimGrouping::first(std::vector<Member> members) const {
  keep_first(members, options_.claims, is_earlier);
  // Ids decide between reports of one day: only those are read, and in the order of their numbers.
  std::map<Xapian::docid, std::string> ids;
  for (auto next = members.begin(); next != members.end();) {
    const auto begin = next;
    next = std::find_if(begin, members.end(), [&](const Member& member) { return member.day != begin->day; });
    const bool several =
        std::any_of(begin, next, [&](const Member& member) { return member.claim.report != begin->claim.report; });
    for (auto member = begin; several && member != next; ++member) ids[member->claim.report];
  }
  ReportIds reader(index_);
  for (auto& [number, id] : ids) id = reader.of(number);
  const auto id_of = [&](Xapian::docid report) {
    const auto known = ids.find(report);
    return known == ids.end() ? std::string_view() : std::string_view(known->second);
  };
  const auto key = [&](const Member& member) {
    return std::tuple(member.day, id_of(member.claim.report), member.claim.report, member.claim.place, member.value);
  };
  sort_in_time(members, [&](const Member& a, const Member& b) { return key(a) < key(b); });
  members.resize(std::min<std::size_t>(options_.claims, members.size()));
  return members;
}

}  // namespace averment
