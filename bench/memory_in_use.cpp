// How much memory the process has, as Linux counts it: proc(5), /proc/PID/status and /proc/PID/clear_refs.
#include "bench/memory_in_use.hpp"

#include <fstream>
#include <string>

namespace averment::bench {

std::size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) * 1024;
  return 0;
}

void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace averment::bench
