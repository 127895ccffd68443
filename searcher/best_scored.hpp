// The reports with the highest scores, while all of them go by.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace averment {

struct RankedReport {
  Xapian::docid number = 0;  ///< In IndexView::database().
  double score = 0;
};

/// Keeps those that can be among the first `wanted` by score, and what has the last one's score.
class BestScored {
 public:
  explicit BestScored(std::size_t wanted) : wanted_(wanted) {}

  /// Whether one of that score may be among the best.
  bool takes(double score) const { return score >= least_; }
  void add(Xapian::docid number, double score) {
    if (!takes(score)) return;
    reports_.push_back({number, score});
    if (reports_.size() >= full_) drop_others();
  }
  /// In any order.
  std::vector<RankedReport> take() { return std::move(reports_); }

 private:
  void drop_others() {
    if (reports_.size() <= wanted_) return;
    const auto last = reports_.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1);
    std::nth_element(reports_.begin(), last, reports_.end(),
                     [](const RankedReport& a, const RankedReport& b) { return a.score > b.score; });
    least_ = last->score;
    std::erase_if(reports_, [&](const RankedReport& report) { return report.score < least_; });
    full_ = std::max(full_, reports_.size() * 2);  // of many with one score
  }

  std::size_t wanted_;
  std::size_t full_ = std::max<std::size_t>(64, wanted_ * 2);
  double least_ = -1;
  std::vector<RankedReport> reports_;
};

}  // namespace averment
