// Who holds an index's lock.
//
// Locks of open files belong to no process that the kernel would name: but who has the file open can be seen, of one's
// own processes.
#include "store/lock_holder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace averment {
namespace {

namespace fs = std::filesystem;

bool has_open(const fs::path& process, const struct stat& file) {
  std::error_code error;
  for (fs::directory_iterator entry(process / "fd", error), end; !error && entry != end; entry.increment(error)) {
    struct stat opened {};
    if (stat(entry->path().c_str(), &opened) == 0 && opened.st_dev == file.st_dev && opened.st_ino == file.st_ino)
      return true;
  }
  return false;
}

}  // namespace

std::string holder_of_lock(const fs::path& index) {
  struct stat lock {};
  if (stat((index / "flintlock").c_str(), &lock) != 0) return "another process";
  std::error_code error;
  bool is_this = false;
  for (fs::directory_iterator process("/proc", error), end; !error && process != end; process.increment(error)) {
    const std::string number = process->path().filename().string();
    if (!std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
    if (!has_open(process->path(), lock)) continue;
    if (number == std::to_string(getpid())) {
      is_this = true;
      continue;
    }
    std::string name;
    std::getline(std::ifstream(process->path() / "comm") >> std::ws, name);
    return "process " + number + (name.empty() ? "" : " (" + name + ")");
  }
  return is_this ? "this process" : "another process";
}

}  // namespace averment
