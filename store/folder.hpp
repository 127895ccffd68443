// A folder of the file system, held open.
#pragma once

#include <filesystem>

namespace averment {

/// As long as it is held, no other folder can be taken for it, not even one that is made after it was removed.
class Folder {
 public:
  explicit Folder(const std::filesystem::path& path);
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  bool is_open() const { return descriptor_ >= 0; }
  bool sync() const;  ///< What its entries are is on the disk. Else false, and errno says why.
  bool lock() const;  ///< Waits while other processes, or other openings in this one, have it locked.
  bool still_at(const std::filesystem::path& path) const;

 private:
  int descriptor_;
};

}  // namespace averment
