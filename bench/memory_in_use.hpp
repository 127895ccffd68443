// How much memory the process has, as Linux counts it.
#pragma once

#include <cstddef>

namespace averment::bench {

/// The most that was resident since the start or the last forget_peak(), in bytes; 0 where it cannot be told.
std::size_t peak_memory();

/// Where the system does not allow it, peak_memory() goes on counting from the start.
void forget_peak();

}  // namespace averment::bench
