// Writes an index anew without the room that changes have left in it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace averment {

/// Puts the compacted index in the old one's place at once, so that a kill leaves one or the other. Nothing may be
/// uncommitted; `database` holds the lock, and afterwards that of the new index. Readers go on with the old one until
/// they look again. Returns why it could not be done, for want of room or because the file system cannot exchange two
/// folders: the index is as it was then. @throws IndexError if the new index cannot be opened: `database` is closed.
std::string compact_index(const std::filesystem::path& directory, Xapian::WritableDatabase& database);

/// The index takes over 1.5 times the room that it would take when compacted, as far as its last compaction tells; what
/// removed reports leave is not known.
bool compaction_pays(const std::filesystem::path& directory, const Xapian::Database& database, std::uint64_t revision);

}  // namespace averment
