// Puts claims under the values of a field, and finds the first ones of the largest groups without reading the others.
#include "searcher/claim_grouping.hpp"

#include <limits>
#include <map>
#include <tuple>

#include "searcher/facet_counter.hpp"
#include "searcher/first_ones.hpp"
#include "store/schema.hpp"

namespace averment {

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
    (apart ? undated_ : members_of(value)).push_back(member);
  }
  in_groups_ += values_.size();
  ++claims_;
}

/// Most claims have the value of the one before: none.
std::vector<ClaimGrouping::Member>& ClaimGrouping::members_of(std::uint64_t value) {
  if (!last_ || value != last_->first) last_ = &*members_.try_emplace(value).first;
  return last_->second;
}

std::vector<ClaimGrouping::Group> ClaimGrouping::groups(const GroupOptions& options) const {
  using Entry = std::pair<std::uint64_t, const std::vector<Member>*>;
  std::vector<Entry> largest;
  for (const auto& [value, members] : members_) largest.emplace_back(value, &members);
  keep_first(largest, options.groups,
             [](const Entry& a, const Entry& b) { return a.second->size() > b.second->size(); });
  std::vector<std::pair<std::string, const std::vector<Member>*>> named;
  for (const auto& [value, members] : largest) named.emplace_back(value_name(index_, by_, value), members);
  std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
    return a.second->size() != b.second->size() ? a.second->size() > b.second->size() : a.first < b.first;
  });
  if (named.size() > options.groups) named.resize(options.groups);
  std::vector<Group> groups;
  for (const auto& [value, members] : named) {
    Group& group = groups.emplace_back(Group{value, members->size(), {}});
    for (const Member& member : first(*members, options.claims)) group.first.push_back(member.claim);
  }
  return groups;
}

ClaimGrouping::Group ClaimGrouping::undated(const GroupOptions& options) const {
  Group group{"(undated)", undated_.size(), {}};
  for (const Member& member : first(undated_, options.claims)) {
    group.first.push_back(member.claim);
    group.values.push_back(value_name(index_, by_, member.value));
  }
  return group;
}

std::vector<ClaimGrouping::Member> ClaimGrouping::first(std::vector<Member> members, std::size_t count) const {
  keep_first(members, count, [](const Member& a, const Member& b) { return a.day < b.day; });
  std::map<Xapian::docid, std::string> ids;
  for (const Member& member : members) ids[member.claim.report];
  ReportIds reader(index_);
  for (auto& [number, id] : ids) id = reader.of(number);
  const auto key = [&](const Member& member) {
    return std::tie(member.day, ids.at(member.claim.report), member.claim.report, member.claim.place, member.value);
  };
  std::sort(members.begin(), members.end(), [&](const Member& a, const Member& b) { return key(a) < key(b); });
  members.resize(std::min(count, members.size()));
  return members;
}

}  // namespace averment
