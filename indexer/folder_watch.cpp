// What Linux tells of changes in folders: inotify.
#include "indexer/folder_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace averment {
namespace {

constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                 IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

std::string reason(int error) {
  if (error == ENOSPC) return "the system's limit of watched folders is reached (fs.inotify.max_user_watches)";
  if (error == EMFILE) return "the system's limit of watching programs is reached (fs.inotify.max_user_instances)";
  return std::strerror(error);
}

FolderEvent::Kind kind_of(std::uint32_t mask) {
  constexpr std::uint32_t of_folders =
      IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW | IN_UNMOUNT | IN_IGNORED;
  if (mask & of_folders) return FolderEvent::Kind::folders;
  if (mask & (IN_DELETE | IN_MOVED_FROM)) return FolderEvent::Kind::gone;
  // A file that is created will be written and closed, unless it is a link: that is looked at when it is at rest.
  return mask & (IN_MODIFY | IN_CREATE) ? FolderEvent::Kind::growing : FolderEvent::Kind::written;
}

}  // namespace

FolderWatch::FolderWatch() : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0) failure_ = reason(errno);
}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::optional<int> FolderWatch::add(const std::filesystem::path& folder) {
  if (descriptor_ < 0) return {};
  const int number = inotify_add_watch(descriptor_, folder.empty() ? "." : folder.c_str(), wanted);
  if (number >= 0) return number;
  const bool is_the_folders = errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ELOOP;
  if (!is_the_folders) failure_ = reason(errno);
  return {};
}

void FolderWatch::remove(int folder) { inotify_rm_watch(descriptor_, folder); }

std::vector<FolderEvent> FolderWatch::wait(std::chrono::milliseconds most) {
  pollfd file{descriptor_, POLLIN, 0};
  std::vector<FolderEvent> events;
  if (poll(&file, 1, static_cast<int>(most.count())) <= 0) return events;
  alignas(inotify_event) std::array<char, 64 << 10> buffer;
  const ssize_t size = read(descriptor_, buffer.data(), buffer.size());
  for (ssize_t at = 0; at < size;) {
    const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
    events.push_back({kind_of(event->mask), event->wd, event->len > 0 ? event->name : ""});
    at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
  }
  return events;
}

bool is_remote(const std::filesystem::path& folder) {
  struct statfs system {};
  if (statfs(folder.empty() ? "." : folder.c_str(), &system) != 0) return false;
  constexpr std::array<std::uint32_t, 11> remote{0x6969,       // NFS
                                                 0x517b,       // SMB
                                                 0xff534d42,   // CIFS
                                                 0xfe534d42,   // SMB 2
                                                 0x65735546,   // FUSE: sshfs and others
                                                 0x01021997,   // 9P
                                                 0x00c36400,   // Ceph
                                                 0x5346414f,   // AFS
                                                 0x73757245,   // Coda
                                                 0x786f4256,   // VirtualBox's shared folders
                                                 0x01161970};  // GFS2
  return std::find(remote.begin(), remote.end(), static_cast<std::uint32_t>(system.f_type)) != remote.end();
}

}  // namespace averment
