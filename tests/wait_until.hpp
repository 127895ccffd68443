// Waits for a condition: tests of what happens beside them must not depend on how fast it does.
#pragma once

#include <chrono>
#include <thread>

namespace averment {

/// Asks often, for 20 seconds at most, whether the condition holds. False: it never did.
template <typename Condition>
bool wait_until(const Condition& holds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

}  // namespace averment
