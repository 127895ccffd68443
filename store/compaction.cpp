// Writes an index anew without the room that changes have left in it.
#include "store/compaction.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string>
#include <system_error>

#include "averment/error.hpp"
#include "store/database.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t too_small = 32 << 20;           // bytes: not worth the trouble
constexpr std::uint64_t commits_before_the_first = 64;  // by which the blocks of an index are half empty
constexpr double most_waste = 1.5;
constexpr Xapian::docid looked_at = 100;  // reports of a copy

std::string key() { return std::string(schema::metadata::compacted); }

/// Asked with each commit, so not by a directory_iterator: libstdc++'s ends the process where it lacks memory.
std::uint64_t bytes_of(const fs::path& directory) {
  std::uint64_t bytes = 0;
  for (const char* file : {"iamglass", "postlist.glass", "termlist.glass", "docdata.glass"}) {
    std::error_code failed;
    const std::uint64_t size = fs::file_size(directory / file, failed);
    if (!failed) bytes += size;
  }
  return bytes;
}

void sync_files(const fs::path& directory) {
  for (const auto& file : fs::directory_iterator(directory)) {
    const int descriptor = open(file.path().c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
    if (descriptor >= 0) close(descriptor);
    if (!synced) throw fs::filesystem_error("sync", std::error_code(errno, std::generic_category()));
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

void make_compacted(const fs::path& whole, const fs::path& making) {
  Xapian::Database(whole.string()).compact(making.string(), Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
  Xapian::WritableDatabase made(making.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
  made.set_metadata(key(), std::to_string(bytes_of(making)) + " " + std::to_string(made.get_doccount()));
  made.commit();
  made.close();
  take_rights(making, whole);
  sync_files(making);
}

bool are_the_same(const Xapian::Document& one, const Xapian::Document& other) {
  return one.get_data() == other.get_data() && one.termlist_count() == other.termlist_count() &&
         one.values_count() == other.values_count();
}

/// Xapian takes a table that it cannot open for reading, for whatever reason, for an empty one, and copies nothing of
/// it.
void check_copy(const Xapian::Database& index, const fs::path& making, const fs::path& directory) {
  const Xapian::Database copy(making.string());
  bool is_whole = copy.get_doccount() == index.get_doccount() && copy.get_lastdocid() == index.get_lastdocid();
  const Xapian::docid step = std::max<Xapian::docid>(1, index.get_lastdocid() / looked_at);
  auto number = index.postlist_begin("");
  while (is_whole && number != index.postlist_end("")) {
    is_whole = are_the_same(index.get_document(*number), copy.get_document(*number));
    number.skip_to(*number + step);
  }
  if (!is_whole)
    throw IndexError(IndexError::Reason::failed, "cannot compact the index '" + directory.string() +
                                                     "': its copy lacks something; it is as it was: try again");
}

void remove_quietly(const fs::path& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

}  // namespace

std::string compact_index(const fs::path& directory, Xapian::WritableDatabase& database) {
  fs::path whole, making;
  try {
    whole = fs::canonical(directory);  // where a link leads
    making = whole.parent_path() / ("." + whole.filename().string() + ".compacted");
    fs::remove_all(making);  // the remains of an attempt that died
    with_index_errors(directory, "compact", [&] {
      make_compacted(whole, making);
      check_copy(database, making, directory);
    });
    if (renameat2(AT_FDCWD, making.c_str(), AT_FDCWD, whole.c_str(), RENAME_EXCHANGE) != 0)
      throw fs::filesystem_error("exchange", std::error_code(errno, std::generic_category()));
  } catch (const fs::filesystem_error& error) {
    remove_quietly(making);
    return "cannot compact the index '" + directory.string() + "': " + error.code().message() + "; it is as it was";
  } catch (const IndexError& error) {
    remove_quietly(making);
    return error.what();
  }
  // The old handle would write its tables into one folder and their version into the other.
  with_index_errors(directory, "open", [&] {
    database.close();
    database =
        Xapian::WritableDatabase(whole.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_RETRY_LOCK);
  });
  sync_folder(whole.parent_path());  // or a power cut could bring back the old folder, which is gone
  remove_quietly(making);
  return {};
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
