// Runs a program of the user's again and again, beside other work.
#include "cli/program_queue.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>
#include <utility>

#include "cli/program_runner.hpp"
#include "cli/signals.hpp"

namespace averment::cli {
namespace {

constexpr std::chrono::seconds time_of_a_program{60};
constexpr std::chrono::milliseconds between_looks{20};  // for an interruption, which wakes nobody

}  // namespace

std::string failure_of(const std::string& program, const ProgramRun& run) {
  const std::string why = run_program(program, run.arguments, run.input, time_of_a_program);
  return why.empty() ? why : fmt::format("--exec {} {}: {}", program, fmt::join(run.arguments, " "), why);
}

ProgramQueue::ProgramQueue(std::string program, std::function<void(std::string_view)> complain)
    : program_(std::move(program)), complain_(std::move(complain)), thread_([this] { work(); }) {}

ProgramQueue::~ProgramQueue() {
  {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    closed_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void ProgramQueue::add(std::vector<ProgramRun> runs) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.end(), std::move_iterator(runs.begin()), std::move_iterator(runs.end()));
  }
  changed_.notify_all();
}

std::size_t ProgramQueue::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  thread_.join();
  return waiting_.size();
}

void ProgramQueue::work() {
  std::unique_lock lock(mutex_);
  while (!interrupted()) {
    if (waiting_.empty()) {
      if (closed_) return;
      changed_.wait_for(lock, between_looks);
      continue;
    }
    const ProgramRun run = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    if (const std::string why = failure_of(program_, run); !why.empty()) complain_(why);
    lock.lock();
  }
}

}  // namespace averment::cli
