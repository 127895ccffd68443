// Writes an index anew without the room that changes have left in it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>

namespace averment {

/// Puts the compacted index in the old one's place at once, so that a kill leaves one or the other. `database` holds
/// the lock on `directory`, and on the new index afterwards. Nothing may be uncommitted. Readers go on with the old one
/// until they look again. @throws IndexError where there is no room for a second index, or the file system cannot
/// exchange two folders; the index is as it was then.
void compact_index(const std::filesystem::path& directory, Xapian::WritableDatabase& database);

/// The index takes over 1.5 times the room that it would take when compacted, as far as its last compaction tells.
bool compaction_pays(const std::filesystem::path& directory, const Xapian::Database& database, std::uint64_t revision);

}  // namespace averment
