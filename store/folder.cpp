// A folder of the file system, held open.
#include "store/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace averment {

Folder::Folder(const std::filesystem::path& path)
    : descriptor_(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

Folder::~Folder() {
  if (is_open()) close(descriptor_);
}

bool Folder::sync() const { return is_open() && fsync(descriptor_) == 0; }

bool Folder::lock() const { return is_open() && flock(descriptor_, LOCK_EX) == 0; }

bool Folder::still_at(const std::filesystem::path& path) const {
  struct stat mine {
  }, there{};
  return is_open() && fstat(descriptor_, &mine) == 0 && stat(path.c_str(), &there) == 0 &&
         mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

}  // namespace averment
