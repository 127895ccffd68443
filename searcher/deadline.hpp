// How long a question may take.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>

namespace averment {

/// From its making on, for as long as it lives, in this thread; of several, the one that ends first counts.
class Deadline {
 public:
  /// 0: no limit.
  explicit Deadline(std::chrono::milliseconds time);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

 private:
  std::chrono::steady_clock::time_point outer_;
  std::chrono::milliseconds outer_time_;
};

/// To be called in each loop that takes the longer the more there is in an index. It looks at the clock every 64 steps,
/// of some 100 ns to some microseconds each; what takes longer is as many. @throws TimeLimitError
void check_time(unsigned steps = 1);
constexpr unsigned steps_a_look = 64, steps_of_reading = 8;

/// std::sort, of what may be much.
template <typename Range, typename Before = std::less<>>
void sort_in_time(Range& range, const Before& before = {}) {
  constexpr unsigned compared_a_step = 64;
  unsigned compared = 0;
  std::sort(range.begin(), range.end(), [&](const auto& a, const auto& b) {
    if (++compared % compared_a_step == 0) check_time(compared_a_step / 8);
    return before(a, b);
  });
}

}  // namespace averment
