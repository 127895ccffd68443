// What Linux tells of changes in folders: inotify.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace averment {

/// Something happened to a file of a folder that is watched.
struct FolderEvent {
  enum class Kind : std::uint8_t {
    written,  ///< It was closed after writing, moved here or linked here: it is whole.
    growing,  ///< It was written to.
    gone,     ///< It was removed, or moved away.
    folders   ///< Not a file, but folders came, went or were moved, or events were lost: look at all.
  };
  Kind kind = Kind::written;
  int folder = 0;  ///< As `add` numbered it.
  std::string name;
};

class FolderWatch {
 public:
  FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Empty: it is not there or may not be read, or the system does not watch it, of which failure() says why. The same
  /// folder has the same number, whatever path leads to it.
  std::optional<int> add(const std::filesystem::path& folder);
  void remove(int folder);
  const std::string& failure() const { return failure_; }  ///< Empty: none.

  /// What happened, as soon as something does; nothing when the time is over.
  std::vector<FolderEvent> wait(std::chrono::milliseconds most);

 private:
  int descriptor_;
  std::string failure_;
};

/// Where changes made by other machines, or below, are not told: network file systems and the like.
bool is_remote(const std::filesystem::path& folder);

}  // namespace averment
