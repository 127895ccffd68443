// Opens Xapian: creates, locks, checks the schema's version, and alone turns Xapian's errors into ours.
#include "store/database.hpp"

#include <cerrno>
#include <cstring>
#include <thread>

#include "averment/error.hpp"
#include "store/folder.hpp"
#include "store/lock_holder.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;
using Reason = IndexError::Reason;

constexpr const char* version_file = "iamglass";
constexpr const char* a_table = "postlist.glass";

fs::perms rights_of(const fs::path& path) {
  std::error_code ignored;
  return fs::status(path, ignored).permissions();
}

void set_rights_of_files(const fs::path& directory, fs::perms rights) {
  std::error_code ignored;
  for (const auto& file : fs::directory_iterator(directory, ignored))
    if (file.status(ignored).permissions() != rights) fs::permissions(file.path(), rights, ignored);
}

std::string quoted(const fs::path& directory) { return "'" + directory.string() + "'"; }

[[noreturn]] void fail_to(std::string_view tried, const fs::path& directory, const std::string& why) {
  throw IndexError(Reason::failed, "cannot " + std::string(tried) + " the index " + quoted(directory) + ": " + why +
                                       "; check rights and free space, then try again");
}

[[noreturn]] void refuse_missing(const fs::path& directory) {
  throw IndexError(Reason::missing, "there is no index in " + quoted(directory) +
                                        ": check the path, or make one with 'averment index --db " +
                                        directory.string() + " FILES'");
}

void check_version(const fs::path& directory, const Xapian::Database& database) {
  const std::string version = database.get_metadata(std::string(schema::metadata::schema_version));
  if (version == std::to_string(schema::version)) return;
  const std::string found =
      version.empty() ? "is a database of another program" : "was written under schema version " + version;
  throw IndexError(Reason::other_version, quoted(directory) + " " + found + ", this program reads version " +
                                              std::to_string(schema::version) +
                                              ": index the reports again into a new folder");
}

/// Where an index is made before it gets its name. What a broken creation left there is made anew.
fs::path unfinished(const fs::path& directory) {
  return directory.parent_path() / ("." + directory.filename().string() + ".unfinished");
}

void make_empty_index(const fs::path& folder) {
  for (const auto& remains : fs::directory_iterator(folder)) fs::remove_all(remains.path());
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  database.set_metadata(std::string(schema::metadata::schema_version), std::to_string(schema::version));
  database.set_metadata(std::string(schema::metadata::revision), "0");
  database.commit();
  database.close();
  fs::permissions(folder, fs::perms::owner_all);
  set_rights_of_files(folder, fs::perms::owner_read | fs::perms::owner_write);
}

/// Makes it under another name, so that a kill leaves either a whole index or none. Of two processes that create the
/// same one, the second waits, then finds it made.
void create(const fs::path& directory) {
  const fs::path making = unfinished(directory);
  fs::create_directories(directory.parent_path());
  while (!index_exists(directory)) {
    fs::create_directory(making);
    const Folder folder(making);
    const bool locked = folder.is_open() && folder.lock();
    if (!locked && errno != ENOENT) fail_to("create", directory, std::strerror(errno));
    if (!locked || !folder.still_at(making)) continue;  // another process has just given it its name
    if (index_exists(directory)) {
      fs::remove_all(making);
      return;
    }
    make_empty_index(making);
    folder.sync();
    fs::rename(making, directory);
    sync_folder(directory.parent_path());
  }
}

/// Without a "." or a slash at its end, so that it has a parent and a name.
fs::path normal(const fs::path& directory) {
  fs::path path = fs::absolute(directory).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

void create_if_missing(const fs::path& directory) {
  if (index_exists(directory)) return;
  if (fs::exists(directory) && !(fs::is_directory(directory) && fs::is_empty(directory)))
    throw IndexError(Reason::missing, quoted(directory) + " exists and is no index: choose another folder for it");
  try {
    create(directory);
  } catch (const fs::filesystem_error& error) {
    fail_to("create", directory, error.code().message());
  }
}

}  // namespace

bool index_exists(const fs::path& directory) {
  std::error_code ignored;
  return fs::exists(directory / version_file, ignored) || fs::exists(directory / a_table, ignored);
}

Xapian::Database open_for_reading(const fs::path& directory) {
  return with_index_errors(directory, "open", [&] {
    if (!index_exists(directory)) refuse_missing(directory);
    Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
    check_version(directory, database);
    return database;
  });
}

Xapian::WritableDatabase open_for_writing(const fs::path& directory, std::chrono::milliseconds wait) {
  constexpr std::chrono::milliseconds between_tries{20};
  const auto end = std::chrono::steady_clock::now() + wait;
  return with_index_errors(directory, "open", [&] {
    const fs::path path = normal(directory);
    create_if_missing(path);
    while (true) {
      const Folder folder(path);
      try {
        Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
        check_version(directory, database);
        if (folder.still_at(path)) return database;  // else the lock is that of a folder that was exchanged meanwhile
      } catch (const Xapian::DatabaseLockError&) {
        if (std::chrono::steady_clock::now() >= end) throw;
        std::this_thread::sleep_for(between_tries);
      } catch (const Xapian::Error&) {
        if (!folder.is_open() || folder.still_at(path)) throw;
      }
    }
  });
}

Xapian::docid document_with(const Xapian::Database& database, const std::string& term) {
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

void sync_folder(const fs::path& directory) {
  if (!Folder(directory).sync()) fail_to("write", directory, std::strerror(errno));
}

void settle_commit(const fs::path& directory) {
  set_rights_of_files(directory, rights_of(directory / a_table));
  sync_folder(directory);
}

void take_rights(const fs::path& directory, const fs::path& of) {
  set_rights_of_files(directory, rights_of(of / a_table));
  std::error_code ignored;
  fs::permissions(directory, rights_of(of), ignored);
}

void throw_index_error(const fs::path& directory, std::string_view tried, const Xapian::Error& error) {
  const char* system = error.get_error_string();
  const std::string why = error.get_msg() + (system ? std::string(" (") + system + ")" : std::string());
  const auto is = [&error](std::string_view type) { return error.get_type() == type; };
  const std::string index = "the index " + quoted(directory);
  if (is("DatabaseLockError") && error.get_msg().ends_with("already locked"))
    throw IndexError(Reason::locked, index + " is being written by " + holder_of_lock(directory) +
                                         ": wait until it has ended, or --wait longer");
  if (is("DatabaseModifiedError"))
    throw IndexError(Reason::changing, index + " changes faster than it can be read: try again");
  if (is("DatabaseVersionError"))
    throw IndexError(Reason::other_version, index + " was written by another version of Xapian (" + why +
                                                "): index the reports again into a new folder");
  // A table that is not there is damage; everything else that the system refuses is not.
  const bool refused = system && std::string_view(system) != std::strerror(ENOENT);
  if (refused || is("DatabaseLockError") || is("DatabaseCreateError") || is("DatabaseClosedError"))
    fail_to(tried, directory, why);
  throw IndexError(Reason::damaged, index + " is damaged: " + why + " while trying to " + std::string(tried) +
                                        " it; index the reports again into a new folder");
}

}  // namespace averment
