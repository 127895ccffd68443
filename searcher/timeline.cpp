// Lanes of claims → one timeline in the order of date.
#include "searcher/timeline.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "store/schema.hpp"

namespace averment {
namespace {

/// What schema::day_number understands of it.
std::string date_part(const std::string& date) {
  constexpr std::size_t size_of_day = 10;
  const std::uint32_t day = schema::day_number(date);
  if (day == 0) return {};
  return date.substr(0, day % 100 != 0 ? size_of_day : day / 100 % 100 != 0 ? 7 : 4);
}

TimelineClaim placed(std::uint32_t lane, const std::string& value, ClaimRecord record) {
  TimelineClaim claim{lane, value, date_part(record.claim.event_date), DateFrom::event_date, {}};
  if (claim.date.empty()) {
    claim.date = date_part(record.published);
    claim.date_from = DateFrom::published;
  }
  if (claim.date.empty()) claim.date_from.reset();
  claim.record = std::move(record);
  return claim;
}

std::uint32_t day_of(const TimelineClaim& claim) {
  return claim.date.empty() ? std::numeric_limits<std::uint32_t>::max() : schema::day_number(claim.date);
}

/// Lanes come in order each: of equal claims the first lane's is the first.
bool earlier(const TimelineClaim& a, const TimelineClaim& b) {
  return std::tuple(day_of(a), std::tie(a.record.report, a.record.start, a.record.claim.category)) <
         std::tuple(day_of(b), std::tie(b.record.report, b.record.start, b.record.claim.category));
}

}  // namespace

std::string_view name_of(DateFrom from) { return from == DateFrom::event_date ? "event_date" : "published"; }

TimelineBuilder::TimelineBuilder(const ClaimGrouping& grouping) {
  timeline_.total = grouping.claims();
  timeline_.in_lanes = grouping.in_groups();
  timeline_.lanes_in_all = grouping.count();
}

void TimelineBuilder::add_lane(const ClaimGrouping::Group& group, bool undated, std::vector<ClaimRecord> records) {
  const auto lane = static_cast<std::uint32_t>(timeline_.lanes.size());
  timeline_.lanes.push_back({group.value, group.count, undated});
  if (undated) ++timeline_.lanes_in_all;
  for (std::size_t i = 0; i < records.size(); ++i)
    timeline_.claims.push_back(placed(lane, undated ? group.values.at(i) : group.value, std::move(records[i])));
}

Timeline TimelineBuilder::build() {
  std::stable_sort(timeline_.claims.begin(), timeline_.claims.end(), earlier);
  return std::move(timeline_);
}

}  // namespace averment
