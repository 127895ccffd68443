// Opens Xapian: creates, locks, checks the schema's version, and alone turns Xapian's errors into ours.
#pragma once

#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace averment {

/// The last committed state. @throws IndexError
Xapian::Database open_for_reading(const std::filesystem::path& directory);

/// Takes the writer's lock; creates the index where there is none. @throws IndexError
Xapian::WritableDatabase open_for_writing(const std::filesystem::path& directory, std::chrono::milliseconds wait = {});

/// An index stands there, whole or damaged.
bool index_exists(const std::filesystem::path& directory);

/// The first document that has the term; 0: there is none.
Xapian::docid document_with(const Xapian::Database& database, const std::string& term);

/// Makes renames inside the folder survive a power cut: to be called after each commit. @throws IndexError
void sync_folder(const std::filesystem::path& directory);

/// After each commit: files that Xapian has made anew get the rights of the others, and the folder is synced.
/// @throws IndexError
void settle_commit(const std::filesystem::path& directory);

/// The folder and the index's files get the rights of another index.
void take_rights(const std::filesystem::path& directory, const std::filesystem::path& of);

/// Throws the IndexError that says what `error`, met while `tried` ("search"), means for the index.
[[noreturn]] void throw_index_error(const std::filesystem::path& directory, std::string_view tried,
                                    const Xapian::Error& error);

/// action(), with IndexError in place of Xapian's errors.
template <typename Action>
decltype(auto) with_index_errors(const std::filesystem::path& directory, std::string_view tried, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    throw_index_error(directory, tried, error);
  }
}

}  // namespace averment
