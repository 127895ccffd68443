// Preloaded into a program: records what it does to the files below a folder, and lets one operation fail.
//
// Stands between the program with its libraries and the C library; asks the kernel itself.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "tests/faults/open_call.hpp"
#include "tests/faults/trace.hpp"

namespace {

using averment::faults::Operation;
using Kind = Operation::Kind;

class Recorder {
 public:
  Recorder() {
    if (const char* root = std::getenv(averment::faults::root_variable)) root_ = root;
    if (const char* trace = std::getenv(averment::faults::trace_variable))
      trace_ = static_cast<int>(syscall(SYS_openat, AT_FDCWD, trace, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (const char* fail = std::getenv(averment::faults::fail_variable)) {
      char* end = nullptr;
      fails_ = std::strtoull(fail, &end, 10);
      error_ = static_cast<int>(std::strtol(end, nullptr, 10));
    }
  }

  bool concerns(std::string_view path) const {
    return !root_.empty() && path.starts_with(root_) && (path.size() == root_.size() || path[root_.size()] == '/');
  }

  /// True: it is the one that is to fail, and errno says how.
  bool fails() {
    if (++count_ != fails_) return false;
    errno = error_;
    return true;
  }

  void note(Kind kind, std::uint32_t handle, std::uint64_t offset, std::string_view path, std::string_view more = {}) {
    if (trace_ < 0) return;
    const Operation operation{kind, handle, offset, static_cast<std::uint32_t>(path.size()),
                              static_cast<std::uint32_t>(more.size())};
    std::string bytes(reinterpret_cast<const char*>(&operation), sizeof operation);
    bytes.append(path).append(more);
    syscall(SYS_write, trace_, bytes.data(), bytes.size());
  }

  std::uint32_t& handle(int descriptor) {
    const auto place = static_cast<std::size_t>(descriptor);
    if (handles_.size() <= place) handles_.resize(place + 1);
    return handles_[place];
  }
  std::uint32_t next_handle() { return ++handles_made_; }

  std::recursive_mutex mutex;

 private:
  std::string root_;
  int trace_ = -1;
  std::uint64_t count_ = 0, fails_ = 0;
  int error_ = 0;
  std::vector<std::uint32_t> handles_;  // By descriptor; 0: it does not concern.
  std::uint32_t handles_made_ = 0;
};

Recorder& recorder() {
  static Recorder* const it = new Recorder;  // until the very end
  return *it;
}

std::string whole(int folder, const char* path) {
  if (*path == '/') return path;
  char buffer[PATH_MAX + 1];
  std::string base;
  if (folder == AT_FDCWD) {
    if (syscall(SYS_getcwd, buffer, PATH_MAX) > 0) base = buffer;
  } else {
    const std::string link = "/proc/self/fd/" + std::to_string(folder);
    const ssize_t size = readlink(link.c_str(), buffer, PATH_MAX);
    if (size > 0) base.assign(buffer, static_cast<std::size_t>(size));
  }
  return base + "/" + path;
}

int opened(int folder, const char* path, int flags, unsigned mode) {
  const std::lock_guard lock(recorder().mutex);
  const std::string name = whole(folder, path);
  if (!recorder().concerns(name)) return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
  struct stat before {};
  const bool was_there = syscall(SYS_newfstatat, folder, path, &before, 0) == 0;
  if (recorder().fails()) return -1;
  const int descriptor = static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
  if (descriptor < 0) return descriptor;
  const std::uint32_t handle = recorder().handle(descriptor) = recorder().next_handle();
  const bool empties = (flags & O_TRUNC) != 0 || !was_there;
  const int error = errno;
  recorder().note(Kind::open, handle, empties ? 1 : 0, name);
  errno = error;
  return descriptor;
}

/// The operation on a descriptor, if it concerns.
template <typename Do>
auto on(int descriptor, Kind kind, std::uint64_t offset, std::string_view more, const Do& act) -> decltype(act()) {
  const std::lock_guard lock(recorder().mutex);
  const std::uint32_t handle = descriptor < 0 ? 0 : recorder().handle(descriptor);
  if (handle == 0) return act();
  if (recorder().fails()) return -1;
  const auto result = act();
  const int error = errno;
  if (result >= 0)
    recorder().note(kind, handle, offset, {},
                    more.substr(0, kind == Kind::write ? static_cast<std::size_t>(result) : 0));
  errno = error;
  return result;
}

template <typename Do>
int on_path(int folder, const char* path, Kind kind, const Do& act) {
  const std::lock_guard lock(recorder().mutex);
  const std::string name = whole(folder, path);
  if (!recorder().concerns(name)) return act();
  if (recorder().fails()) return -1;
  const int result = act();
  const int error = errno;
  if (result == 0) recorder().note(kind, 0, 0, name);
  errno = error;
  return result;
}

int renamed(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  const std::lock_guard lock(recorder().mutex);
  const std::string old_name = whole(from_folder, from), new_name = whole(to_folder, to);
  const auto act = [&] { return static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, flags)); };
  if (!recorder().concerns(old_name)) return act();
  if (recorder().fails()) return -1;
  const int result = act();
  const int error = errno;
  constexpr unsigned exchange = 2;  // RENAME_EXCHANGE
  if (result == 0) recorder().note((flags & exchange) != 0 ? Kind::exchange : Kind::rename, 0, 0, old_name, new_name);
  errno = error;
  return result;
}

}  // namespace

#define FAULTS_OPENAT(name)                                            \
  int name(int folder, const char* path, int flags, ...) {             \
    va_list arguments;                                                 \
    va_start(arguments, flags);                                        \
    const unsigned mode = averment::faults::mode_of(flags, arguments); \
    va_end(arguments);                                                 \
    return opened(folder, path, flags, mode);                          \
  }

extern "C" {

FAULTS_OPEN(open)
FAULTS_OPEN(open64)
FAULTS_OPENAT(openat)
FAULTS_OPENAT(openat64)

int close(int descriptor) {
  {
    const std::lock_guard lock(recorder().mutex);
    if (descriptor >= 0) recorder().handle(descriptor) = 0;
  }
  return static_cast<int>(syscall(SYS_close, descriptor));
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  const auto at = static_cast<std::uint64_t>(std::max<off_t>(0, lseek(descriptor, 0, SEEK_CUR)));
  return on(descriptor, Kind::write, at, {static_cast<const char*>(bytes), size},
            [&] { return syscall(SYS_write, descriptor, bytes, size); });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  return on(descriptor, Kind::write, static_cast<std::uint64_t>(offset), {static_cast<const char*>(bytes), size},
            [&] { return syscall(SYS_pwrite64, descriptor, bytes, size, offset); });
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off_t offset) {
  return pwrite(descriptor, bytes, size, offset);
}

int ftruncate(int descriptor, off_t size) noexcept {
  return on(descriptor, Kind::truncate, static_cast<std::uint64_t>(size), {},
            [&] { return static_cast<int>(syscall(SYS_ftruncate, descriptor, size)); });
}
int ftruncate64(int descriptor, off_t size) noexcept { return ftruncate(descriptor, size); }

int fsync(int descriptor) {
  return on(descriptor, Kind::sync, 0, {}, [&] { return static_cast<int>(syscall(SYS_fsync, descriptor)); });
}
int fdatasync(int descriptor) {
  return on(descriptor, Kind::sync, 0, {}, [&] { return static_cast<int>(syscall(SYS_fdatasync, descriptor)); });
}

int rename(const char* from, const char* to) noexcept { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return renamed(from_folder, from, to_folder, to, 0);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept {
  return renamed(from_folder, from, to_folder, to, flags);
}

int unlink(const char* path) noexcept {
  return on_path(AT_FDCWD, path, Kind::unlink, [&] { return static_cast<int>(syscall(SYS_unlink, path)); });
}
int unlinkat(int folder, const char* path, int flags) noexcept {
  return on_path(folder, path, (flags & AT_REMOVEDIR) != 0 ? Kind::remove_folder : Kind::unlink,
                 [&] { return static_cast<int>(syscall(SYS_unlinkat, folder, path, flags)); });
}
int remove(const char* path) noexcept {
  struct stat status {};
  const bool is_folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
  return unlinkat(AT_FDCWD, path, is_folder ? AT_REMOVEDIR : 0);
}
int mkdir(const char* path, mode_t mode) noexcept {
  return on_path(AT_FDCWD, path, Kind::make_folder, [&] { return static_cast<int>(syscall(SYS_mkdir, path, mode)); });
}
int rmdir(const char* path) noexcept {
  return on_path(AT_FDCWD, path, Kind::remove_folder, [&] { return static_cast<int>(syscall(SYS_rmdir, path)); });
}

void averment_faults_mark(unsigned long long number) {
  const std::lock_guard lock(recorder().mutex);
  recorder().note(Kind::mark, 0, number, {});
}

}  // extern "C"
