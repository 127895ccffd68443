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

constexpr unsigned steps_a_look = 64;     // at the clock, which takes some 30 ns
constexpr unsigned steps_of_reading = 8;  // a value, a name

/// To be called in each loop that takes the longer the more there is in an index: a step is below a microsecond, what
/// takes longer counts as several. @throws TimeLimitError
void check_time(unsigned steps = 1);

/// std::sort, of what may be much. @throws TimeLimitError
template <typename Range, typename Before = std::less<>>
void sort_in_time(Range& range, const Before& before = {}) {
  constexpr unsigned comparisons_a_look = 512;
  unsigned compared = 0;
  std::sort(range.begin(), range.end(), [&](const auto& a, const auto& b) {
    if (++compared % comparisons_a_look == 0) check_time(steps_a_look);
    return before(a, b);
  });
}

}  // namespace averment
