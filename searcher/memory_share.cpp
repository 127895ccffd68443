// How much memory what is kept for later questions may take.
#include "searcher/memory_share.hpp"

#include <unistd.h>

#include <algorithm>

namespace averment {

std::size_t memory_share(std::size_t part, std::size_t least) {
  const long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return least;
  return std::max(least, static_cast<std::size_t>(pages) / part * static_cast<std::size_t>(page));
}

}  // namespace averment
