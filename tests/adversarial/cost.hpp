// What an action costs, measured in a process of its own.
#pragma once

#include <array>
#include <functional>

namespace averment {

enum Stage { reading, analyzing, writing, asking };
constexpr std::size_t stage_count = 4;

/// Told by the action after each of its stages.
using StageDone = std::function<void(Stage)>;

struct Cost {
  std::array<double, stage_count> seconds{};  ///< Of the processor, for the program itself.
  double megabytes = 0;                       ///< Of memory at its peak, beyond what there was before.
  int status = 0;                             ///< As waitpid gives it; 0: all is well.

  double total() const { return seconds[reading] + seconds[analyzing] + seconds[writing] + seconds[asking]; }
};

/// Runs it in a forked process, which is ended after `most_seconds` of processor time.
Cost cost_of(const std::function<void(const StageDone&)>& action, unsigned most_seconds);

}  // namespace averment
