// How long a question may take.
#pragma once

#include <chrono>

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

/// To be called in each loop that takes the longer the more there is in an index. @throws TimeLimitError
void check_time();

}  // namespace averment
