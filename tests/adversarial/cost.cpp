// What an action costs, measured in a process of its own.
#include "cost.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>

namespace averment {
namespace {

double seconds_used() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

/// A line of /proc/self/status in megabytes: VmRSS, VmHWM.
double memory(const std::string& line) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (double kilobytes = 0; word == line + ":" && status >> kilobytes) return kilobytes / 1024;
  return 0;
}

/// What the process did before does not count.
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

[[noreturn]] void measure(const std::function<void(const StageDone&)>& action, unsigned most_seconds, int result) {
  const rlimit limit{most_seconds, most_seconds};
  setrlimit(RLIMIT_CPU, &limit);
  Cost cost;
  forget_peak();
  const double before = memory("VmRSS");
  double last = seconds_used();
  try {
    action([&](Stage stage) {
      const double now = seconds_used();
      cost.seconds[stage] += now - last;
      last = now;
    });
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    _exit(1);
  }
  cost.megabytes = memory("VmHWM") - before;
  _exit(write(result, &cost, sizeof cost) == sizeof cost ? 0 : 1);
}

}  // namespace

Cost cost_of(const std::function<void(const StageDone&)>& action, unsigned most_seconds) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("cannot make a pipe");
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot make a process");
  if (child == 0) measure(action, most_seconds, ends[1]);
  close(ends[1]);
  Cost cost;
  const bool told = read(ends[0], &cost, sizeof cost) == sizeof cost;
  close(ends[0]);
  waitpid(child, &cost.status, 0);
  if (!told && cost.status == 0) cost.status = -1;
  return cost;
}

}  // namespace averment
