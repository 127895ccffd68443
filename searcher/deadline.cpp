// How long a question may take.
#include "searcher/deadline.hpp"

#include <algorithm>

#include "averment/error.hpp"

namespace averment {
namespace {

using Clock = std::chrono::steady_clock;

thread_local Clock::time_point end = Clock::time_point::max();
thread_local std::chrono::milliseconds allowed{0};
thread_local unsigned steps = 0;

}  // namespace

Deadline::Deadline(std::chrono::milliseconds time) : outer_(end), outer_time_(allowed) {
  if (time.count() == 0) return;
  const Clock::time_point own = Clock::now() + time;
  if (own >= end) return;
  end = own;
  allowed = time;
}

Deadline::~Deadline() {
  end = outer_;
  allowed = outer_time_;
}

void check_time(unsigned taken) {
  if (end == Clock::time_point::max() || (steps += taken) < steps_a_look) return;
  steps = 0;
  if (Clock::now() < end) return;
  throw TimeLimitError("it took longer than " + std::to_string(allowed.count()) +
                       " ms and was ended: ask for less, or give it more time with SearcherOptions::time_limit");
}

}  // namespace averment
