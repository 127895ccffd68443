// Lanes of claims → one timeline in the order of date.
#pragma once

#include <vector>

#include "averment/answer.hpp"
#include "searcher/claim_grouping.hpp"

namespace averment {

class TimelineBuilder {
 public:
  /// The totals are `grouping`'s, to which all is added already.
  explicit TimelineBuilder(const ClaimGrouping& grouping);

  void add_lane(const ClaimGrouping::Group& group, bool undated, std::vector<ClaimRecord> records);
  Timeline build();

 private:
  Timeline timeline_;
};

}  // namespace averment
