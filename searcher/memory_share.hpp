// How much memory what is kept for later questions may take.
#pragma once

#include <cstddef>

namespace averment {

/// Bytes: that part of the machine's memory, a 16th for 16, but `least` on any.
std::size_t memory_share(std::size_t part, std::size_t least);

}  // namespace averment
