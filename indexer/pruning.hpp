// Which reports came from files that are there no more.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/report_store.hpp"

namespace averment {

class Pruning {
 public:
  /// Looks after the reports that `store` holds now and that came from under `paths`.
  Pruning(const std::vector<std::string>& paths, ReportStore& store);

  /// The report of that number was read again.
  void keep(std::uint32_t number);
  /// Something of that file or folder could not be read: what came from it stays.
  void keep_file(const std::string& path) { kept_files_.insert(path); }

  /// What is to be removed.
  std::vector<std::uint32_t> gone(ReportStore& store) const;

 private:
  bool in_scope(const std::string& path) const;
  bool file_is_kept(const std::string& path) const;

  std::vector<std::string> roots_;
  std::vector<bool> kept_;  // by number
  std::unordered_set<std::string> kept_files_;
};

}  // namespace averment
