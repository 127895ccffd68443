// A Xapian database in a folder.
#include "bench/engines/xapian_folder.hpp"

#include <xapian.h>

namespace averment::bench {

void compact_folder(const std::filesystem::path& directory) {
  const std::filesystem::path compacted = directory.string() + ".compacted";
  std::filesystem::remove_all(compacted);
  Xapian::Database(directory.string()).compact(compacted.string());
  std::filesystem::remove_all(directory);
  std::filesystem::rename(compacted, directory);
}

}  // namespace averment::bench
