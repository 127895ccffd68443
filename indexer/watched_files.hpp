// Which of the files that were given have changed, and are at rest: found by events, or by looking.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/folder_watch.hpp"
#include "indexer/input_files.hpp"

namespace averment {

/// What tells one version of a file from another without reading it.
struct FileStamp {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t modified = 0;  ///< Nanoseconds.
  bool operator==(const FileStamp&) const = default;
};

/// Empty: there is no such file.
std::optional<FileStamp> stamp_of(const std::filesystem::path& file);

class WatchedFiles {
 public:
  using Clock = std::chrono::steady_clock;
  using Milliseconds = std::chrono::milliseconds;

  /// Of the options: paths, follow_links; prune_whole_paths: a path of which all files have vanished is no disk that
  /// may come back. `poll`: look this often and ask for no events. `warn` is told where the system gives none.
  WatchedFiles(const IngestOptions& options, std::optional<Milliseconds> poll,
               std::function<void(const std::string&)> warn);

  /// What is there now is known: only what changes from now on counts.
  void start();

  /// The paths given that are there now. Of the others no file is known any more: all are new when they come back.
  std::vector<std::string> present_paths();

  /// Of all JSON Lines, for reading them whole; and they have been.
  std::map<std::string, std::shared_ptr<TailReading>> tails() const;
  void all_taken();

  /// Takes note of changes; waits for some as long as `most`.
  void wait(Milliseconds most);

  bool polls() const { return poll_.has_value(); }
  /// Files have changed and are at rest, or have vanished for good: when the first of them did, and the last.
  bool any_changed() const { return !ready_.empty(); }
  bool any_gone(Clock::time_point now) const;
  Clock::time_point first_change() const { return first_change_; }
  Clock::time_point last_change() const { return last_change_; }

 private:
  /// A path given, by its place among them, and a file found there: one file may be in two folders that were given.
  using Key = std::pair<std::size_t, std::string>;

 public:
  struct Batch {
    std::vector<InputFile> files;
    std::vector<std::string> partly;  ///< Of them, those that are still being written: what they lack may come.
    std::vector<std::string> gone;

   private:
    friend class WatchedFiles;
    std::vector<std::pair<Key, FileStamp>> stamps;
    std::vector<Key> gone_keys;
  };

  /// All that has changed so far; it stays so until it is `taken`.
  Batch batch();
  void taken(const Batch& batch);

 private:
  struct Known {
    InputFile file;
    FileStamp stamp;
  };
  struct Unsettled {
    InputFile file;
    FileStamp stamp;
    Clock::time_point looked;
  };
  struct Ready {
    InputFile file;
    bool whole = false;
  };
  /// A folder that is watched, as a path given leads to it; `only`: for a file that was given itself.
  struct Place {
    std::size_t root;
    std::filesystem::path folder;
    std::string relative;
    std::optional<InputFile> only;
  };

  void look_at_all(bool all_is_known);
  void look_under(std::size_t root, std::set<Key>& seen, std::set<Key>& unreadable, bool all_is_known);
  void see(const Key& key, const InputFile& file, bool all_is_known);
  void forget_missing(const std::set<Key>& seen, const std::set<Key>& unreadable);
  void watch(Place place);
  void stop_watching_others();
  void poll_instead(const std::string& why);
  void take(const FolderEvent& event);
  void take(const FolderEvent& event, const Place& place);
  void settle(Clock::time_point now);
  void make_ready(const Key& key, InputFile file, bool whole);
  bool is_missing(std::size_t root) const;
  bool all_are_gone(std::size_t root) const;
  bool look_is_due(Clock::time_point now) const;

  std::vector<std::string> paths_;
  Links links_;
  bool whole_paths_;
  std::optional<Milliseconds> poll_;
  std::function<void(const std::string&)> warn_;
  std::optional<FolderWatch> events_;
  std::unordered_map<int, std::vector<Place>> places_;  // By the folder's number.
  std::set<int> watched_;
  std::map<Key, Known> known_;
  std::map<Key, Unsettled> unsettled_;
  std::map<Key, Ready> ready_;
  std::set<Key> gone_;
  std::set<std::size_t> missing_;  // Of the paths given.
  std::set<std::string> told_;     // What cannot be read, and the user knows.
  bool must_look_ = false;
  Clock::time_point looked_, first_change_, last_change_, last_gone_;
  Clock::duration look_took_{};
};

}  // namespace averment
