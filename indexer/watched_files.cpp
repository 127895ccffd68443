// Which of the files that were given have changed, and are at rest: found by events, or by looking.
#include "indexer/watched_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <thread>

#include "indexer/jsonl_reader.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds usual_poll{500};
constexpr Milliseconds between_looks_at_a_file{300};
constexpr Milliseconds between_looks_at_all{100};
constexpr Milliseconds between_looks_for_missing{1000};
constexpr Milliseconds before_removing{1000};  // A folder that is being removed takes its time.
constexpr int rest_after_look = 4;             // times as long as it took

bool is_link(const fs::path& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && (S_ISLNK(status.st_mode) || status.st_nlink > 1);
}

/// Somebody has it open for writing. False also where the system does not tell.
bool is_being_written(const fs::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  // Whoever opens it for writing while the lease is held has a signal sent: not SIGIO, which would end the program.
  fcntl(file, F_SETSIG, SIGURG);
  const bool refused = fcntl(file, F_SETLEASE, F_RDLCK) != 0;
  const bool written = refused && errno == EAGAIN;
  if (!refused) fcntl(file, F_SETLEASE, F_UNLCK);
  close(file);
  return written;
}

bool is_under(const std::string& path, const std::string& folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

}  // namespace

std::optional<FileStamp> stamp_of(const fs::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return FileStamp{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
}

WatchedFiles::WatchedFiles(const IngestOptions& options, std::optional<Milliseconds> poll,
                           std::function<void(const std::string&)> warn)
    : paths_(options.paths),
      links_(options.follow_links ? Links::all : Links::inside),
      whole_paths_(options.prune_whole_paths),
      poll_(poll),
      warn_(std::move(warn)) {
  if (!poll_) events_.emplace();
}

void WatchedFiles::start() { look_at_all(true); }

std::vector<std::string> WatchedFiles::present_paths() {
  std::vector<std::string> present;
  for (std::size_t root = 0; root < paths_.size(); ++root) {
    if (!is_missing(root)) {
      present.push_back(paths_[root]);
      continue;
    }
    missing_.insert(root);
    std::erase_if(known_, [&](const auto& known) { return known.first.first == root; });
  }
  return present;
}

std::map<std::string, std::shared_ptr<TailReading>> WatchedFiles::tails() const {
  std::map<std::string, std::shared_ptr<TailReading>> tails;
  for (const auto& [key, known] : known_)
    if (known.file.tail) tails.emplace(key.second, known.file.tail);
  return tails;
}

void WatchedFiles::all_taken() {
  for (const auto& [key, known] : known_)
    if (known.file.tail) known.file.tail->from = known.file.tail->reached;
}

bool WatchedFiles::any_gone(Clock::time_point now) const {
  return !gone_.empty() && now - last_gone_ >= before_removing;
}

bool WatchedFiles::is_missing(std::size_t root) const {
  std::error_code error;
  return !fs::exists(paths_[root], error);
}

bool WatchedFiles::all_are_gone(std::size_t root) const {
  return std::all_of(known_.lower_bound({root, ""}), known_.lower_bound({root + 1, ""}),
                     [this](const auto& known) { return gone_.contains(known.first); });
}

void WatchedFiles::wait(Milliseconds most) {
  if (events_)
    for (const FolderEvent& event : events_->wait(most)) take(event);
  else
    std::this_thread::sleep_for(most);
  if (look_is_due(Clock::now())) look_at_all(false);
  settle(Clock::now());
}

bool WatchedFiles::look_is_due(Clock::time_point now) const {
  const Clock::duration since = now - looked_, rest = look_took_ * rest_after_look;
  if (poll_) return since >= std::max<Clock::duration>(*poll_, rest);
  if (must_look_) return since >= std::max<Clock::duration>(between_looks_at_all, look_took_);
  return !missing_.empty() && since >= between_looks_for_missing &&
         std::any_of(missing_.begin(), missing_.end(), [&](std::size_t root) { return !is_missing(root); });
}

void WatchedFiles::look_at_all(bool all_is_known) {
  const Clock::time_point begun = Clock::now();
  must_look_ = false;
  places_.clear();
  missing_.clear();
  std::set<Key> seen, unreadable;
  for (std::size_t root = 0; root < paths_.size(); ++root) {
    if (is_missing(root)) {
      missing_.insert(root);
      continue;
    }
    look_under(root, seen, unreadable, all_is_known);
    const auto first = seen.lower_bound({root, ""});
    const bool is_empty = first == seen.end() || first->first != root;
    if (is_empty && !whole_paths_ && known_.lower_bound({root, ""}) != known_.lower_bound({root + 1, ""}))
      missing_.insert(root);
  }
  forget_missing(seen, unreadable);
  if (events_) stop_watching_others();
  looked_ = Clock::now();
  look_took_ = looked_ - begun;
}

void WatchedFiles::look_under(std::size_t root, std::set<Key>& seen, std::set<Key>& unreadable, bool all_is_known) {
  const fs::path given = paths_[root];
  std::error_code error;
  const bool is_folder = fs::is_directory(given, error);
  each_input_file(
      {paths_[root]}, links_,
      [&](const InputFile& file) {
        if (!is_folder) watch({root, given.parent_path(), "", file});
        const Key key{root, file.path.string()};
        seen.insert(key);
        see(key, file, all_is_known);
        return true;
      },
      [&](const Rejection& rejection) {
        unreadable.emplace(root, rejection.path);
        const bool is_new = told_.insert(rejection.path).second;
        if (is_new && !all_is_known) warn_(rejection.path + ": " + rejection.reason);
        return true;
      },
      [&](const fs::path& folder, const std::string& relative) {
        watch({root, folder, relative, {}});
      });
}

void WatchedFiles::see(const Key& key, const InputFile& file, bool all_is_known) {
  const std::optional<FileStamp> stamp = stamp_of(file.path);
  if (!stamp) return;
  gone_.erase(key);
  if (all_is_known) {
    Known& known = known_[key] = {file, *stamp};
    if (file.format == InputFormat::json_lines) known.file.tail = std::make_shared<TailReading>();
    return;
  }
  const auto known = known_.find(key);
  if (known == known_.end() || known->second.stamp != *stamp)
    unsettled_.try_emplace(key, Unsettled{file, *stamp, Clock::now()});
}

/// What was known and is seen no more is gone, unless all that was given is, or it cannot be seen now.
void WatchedFiles::forget_missing(const std::set<Key>& seen, const std::set<Key>& unreadable) {
  for (const auto& [key, known] : known_) {
    if (seen.contains(key) || missing_.contains(key.first) || gone_.contains(key)) continue;
    const bool is_hidden = std::any_of(unreadable.begin(), unreadable.end(), [&, &key = key](const Key& folder) {
      return folder.first == key.first && is_under(key.second, folder.second);
    });
    if (is_hidden) continue;
    gone_.insert(key);
    last_gone_ = Clock::now();
  }
}

void WatchedFiles::watch(Place place) {
  if (!events_) return;
  if (is_remote(place.folder)) return poll_instead("its file system does not tell of changes made elsewhere");
  const std::optional<int> number = events_->add(place.folder);
  if (!number) {
    if (!events_->failure().empty()) poll_instead(events_->failure());
    return;
  }
  watched_.insert(*number);
  places_[*number].push_back(std::move(place));
}

void WatchedFiles::stop_watching_others() {
  for (auto number = watched_.begin(); number != watched_.end();) {
    if (places_.contains(*number)) {
      ++number;
    } else {
      events_->remove(*number);
      number = watched_.erase(number);
    }
  }
}

void WatchedFiles::poll_instead(const std::string& why) {
  events_.reset();
  places_.clear();
  watched_.clear();
  poll_ = usual_poll;
  warn_("the files are looked at every " + std::to_string(usual_poll.count()) +
        " ms, as the system does not tell of "
        "changes: " +
        why);
}

void WatchedFiles::take(const FolderEvent& event) {
  if (event.kind == FolderEvent::Kind::folders) {
    must_look_ = true;
    return;
  }
  const auto places = places_.find(event.folder);
  if (places == places_.end()) return;
  for (const Place& place : places->second) take(event, place);
}

void WatchedFiles::take(const FolderEvent& event, const Place& place) {
  if (place.only && event.name != place.only->path.filename()) return;
  const fs::path path = place.only ? place.only->path : place.folder / event.name;
  const Key key{place.root, path.string()};
  if (event.kind == FolderEvent::Kind::gone) {
    unsettled_.erase(key);
    ready_.erase(key);
    if (known_.contains(key)) gone_.insert(key);
    last_gone_ = Clock::now();
    return;
  }
  std::error_code error;
  if (fs::is_directory(path, error)) must_look_ = true;  // a link to one
  const std::optional<InputFile> file =
      place.only ? place.only : file_in_folder(paths_[place.root], links_, place.folder, place.relative, event.name);
  if (!file) {
    if (is_link(path)) must_look_ = true;  // which says why it is not read
    return;
  }
  const bool whole = event.kind == FolderEvent::Kind::written || is_link(path);
  if (whole || file->format == InputFormat::json_lines) make_ready(key, *file, whole);
}

/// Files that were seen to have changed are ready when they are the same at a second look, and nobody writes them.
void WatchedFiles::settle(Clock::time_point now) {
  const Milliseconds between = poll_.value_or(between_looks_at_a_file);
  for (auto at = unsettled_.begin(); at != unsettled_.end();) {
    const auto entry = at++;
    auto& [file, stamp, looked] = entry->second;
    if (now - looked < between) continue;
    const std::optional<FileStamp> second = stamp_of(file.path);
    if (!second) {
      unsettled_.erase(entry);
      continue;
    }
    const bool grows = file.format == InputFormat::json_lines;
    const bool rests = *second == stamp && (grows || !is_being_written(file.path));
    stamp = *second;
    looked = now;
    if (rests || grows) make_ready(entry->first, file, rests);
    if (rests) unsettled_.erase(entry);
  }
}

/// An empty file is one that is about to be written.
void WatchedFiles::make_ready(const Key& key, InputFile file, bool whole) {
  const std::optional<FileStamp> stamp = stamp_of(file.path);
  if (!stamp || stamp->size == 0) return;
  const auto known = known_.find(key);
  if (file.format == InputFormat::json_lines) {
    if (known != known_.end()) file.tail = known->second.file.tail;
    if (!file.tail) file.tail = std::make_shared<TailReading>();
  }
  gone_.erase(key);
  last_change_ = Clock::now();
  if (ready_.empty()) first_change_ = last_change_;
  Ready& ready = ready_[key];
  ready = {std::move(file), ready.whole || whole};
}

WatchedFiles::Batch WatchedFiles::batch() {
  Batch batch;
  for (auto at = ready_.begin(); at != ready_.end();) {
    const auto& [key, ready] = *at;
    const std::optional<FileStamp> stamp = stamp_of(ready.file.path);
    if (!stamp) {
      at = ready_.erase(at);
      continue;
    }
    batch.files.push_back(ready.file);
    if (!ready.whole) batch.partly.push_back(fs::absolute(ready.file.path).lexically_normal().string());
    batch.stamps.emplace_back(key, *stamp);
    ++at;
  }
  if (!any_gone(Clock::now())) return batch;
  std::set<std::size_t> vanished;  // as a whole: perhaps a disk that is not mounted
  for (const Key& key : gone_)
    if (missing_.contains(key.first) || is_missing(key.first) || (!whole_paths_ && all_are_gone(key.first)))
      vanished.insert(key.first);
  must_look_ = must_look_ || !vanished.empty();
  std::erase_if(gone_, [&](const Key& key) { return vanished.contains(key.first); });
  for (const Key& key : gone_) {
    if (!stamp_of(key.second)) batch.gone.push_back(key.second);
    batch.gone_keys.push_back(key);
  }
  return batch;
}

void WatchedFiles::taken(const Batch& batch) {
  for (std::size_t i = 0; i < batch.files.size(); ++i) {
    const auto& [key, stamp] = batch.stamps[i];
    const InputFile& file = batch.files[i];
    if (file.tail) file.tail->from = file.tail->reached;
    known_[key] = {file, stamp};
    ready_.erase(key);
  }
  for (const Key& key : batch.gone_keys) {
    known_.erase(key);
    gone_.erase(key);
  }
}

}  // namespace averment
