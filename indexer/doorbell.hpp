// Wakes the one thread that waits for any of several things.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace averment {

class Doorbell {
 public:
  void ring() {
    const std::lock_guard lock(mutex_);
    rung_ = true;
    rang_.notify_one();
  }

  /// Returns after a ring since the last wait, or when the time is over.
  void wait(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    rang_.wait_for(lock, most, [&] { return rung_; });
    rung_ = false;
  }

 private:
  std::mutex mutex_;
  std::condition_variable rang_;
  bool rung_ = false;
};

}  // namespace averment
