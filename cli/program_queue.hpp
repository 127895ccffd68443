// Runs a program of the user's again and again, beside other work.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace averment::cli {

/// What one run of a program is given.
struct ProgramRun {
  std::vector<std::string> arguments;
  std::string input;
};

/// One run after the other, in the order in which they were added, in a thread of its own. After an interruption no
/// more are begun.
class ProgramQueue {
 public:
  /// `complain` is told of each run that failed, from that thread.
  ProgramQueue(std::string program, std::function<void(std::string_view)> complain);
  ~ProgramQueue();  ///< Begins no more runs, and waits for the one that has begun.
  ProgramQueue(const ProgramQueue&) = delete;
  ProgramQueue& operator=(const ProgramQueue&) = delete;

  void add(std::vector<ProgramRun> runs);
  /// Waits until all have ended, or there was an interruption. Returns how many were not begun.
  std::size_t finish();

 private:
  void work();

  const std::string program_;
  const std::function<void(std::string_view)> complain_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ProgramRun> waiting_;
  bool closed_ = false;  // no more will be added
  std::thread thread_;
};

/// "--exec PROGRAM ARGUMENTS: why", or nothing where the run was a success.
std::string failure_of(const std::string& program, const ProgramRun& run);

}  // namespace averment::cli
