// A Xapian database in a folder.
#pragma once

#include <filesystem>

namespace averment::bench {

/// Rewrites the database in its smallest form, in place.
void compact_folder(const std::filesystem::path& directory);

}  // namespace averment::bench
