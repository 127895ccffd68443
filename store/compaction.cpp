// Writes an index anew without the room that changes have left in it.
#include "store/compaction.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string>

#include "averment/error.hpp"
#include "store/database.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t too_small = 32 << 20;           // bytes: not worth the trouble
constexpr std::uint64_t commits_before_the_first = 64;  // by which the blocks of an index are half empty
constexpr double most_waste = 1.5;

std::string key() { return std::string(schema::metadata::compacted); }

[[noreturn]] void fail(const fs::path& directory, const std::string& why) {
  throw IndexError(IndexError::Reason::failed,
                   "cannot compact the index '" + directory.string() + "': " + why + "; it is as it was");
}

std::uint64_t bytes_of(const fs::path& directory) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const auto& file : fs::directory_iterator(directory, ignored)) bytes += file.file_size(ignored);
  return bytes;
}

void sync_files(const fs::path& directory) {
  for (const auto& file : fs::directory_iterator(directory)) {
    const int descriptor = open(file.path().c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
    if (descriptor >= 0) close(descriptor);
    if (!synced) fail(directory, std::strerror(errno));
  }
  sync_folder(directory);
}

/// The size and the reports of the index as it was last compacted; zeros: never.
struct Compacted {
  std::uint64_t bytes = 0, reports = 0;

  static Compacted of(const Xapian::Database& database) {
    const std::string text = database.get_metadata(key());
    Compacted last;
    const char* end = text.data() + text.size();
    const auto bytes = std::from_chars(text.data(), end, last.bytes);
    if (bytes.ptr < end) std::from_chars(bytes.ptr + 1, end, last.reports);
    return last;
  }
};

void note_size(const fs::path& made) {
  Xapian::WritableDatabase database(made.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
  database.set_metadata(key(), std::to_string(bytes_of(made)) + " " + std::to_string(database.get_doccount()));
  database.commit();
  database.close();
}

}  // namespace

void compact_index(const fs::path& directory, Xapian::WritableDatabase& database) {
  const fs::path path = fs::absolute(directory).lexically_normal();
  const fs::path whole = path.has_filename() ? path : path.parent_path();
  const fs::path making = whole.parent_path() / ("." + whole.filename().string() + ".compacted");
  with_index_errors(directory, "compact", [&] {
    fs::remove_all(making);  // the remains of an attempt that died
    Xapian::Database(whole.string()).compact(making.string(), Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
    note_size(making);
    sync_files(making);
    if (renameat2(AT_FDCWD, making.c_str(), AT_FDCWD, whole.c_str(), RENAME_EXCHANGE) != 0) {
      const std::string why = std::strerror(errno);
      fs::remove_all(making);
      fail(directory, why);
    }
    sync_folder(whole.parent_path());
    // The old one's lock is of no use any more: its folder has another name now.
    database = Xapian::WritableDatabase(whole.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    fs::remove_all(making);
  });
}

bool compaction_pays(const fs::path& directory, const Xapian::Database& database, std::uint64_t revision) {
  const std::uint64_t bytes = bytes_of(directory);
  if (bytes < too_small) return false;
  const Compacted last = Compacted::of(database);
  if (last.reports == 0) return revision >= commits_before_the_first;
  const double grown = std::max(1.0, static_cast<double>(database.get_doccount()) / static_cast<double>(last.reports));
  return static_cast<double>(bytes) > most_waste * static_cast<double>(last.bytes) * grown;
}

}  // namespace averment
