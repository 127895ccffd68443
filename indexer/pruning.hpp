// Which reports came from files that are there no more.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report_store.hpp"

namespace averment {

class Pruning {
 public:
  /// Looks after the reports that `store` holds now.
  explicit Pruning(ReportStore& store) : kept_(store.last_number() + 1ul) {}

  /// Those that came from this file, or from under this folder, are to be looked after.
  void look_after(const std::string& path);
  /// Of that file or folder it is known that it went: though nothing of it is there, its reports are to be removed.
  void look_after_gone(const std::string& path);

  /// The report of that number was read again.
  void keep(std::uint32_t number);
  /// Something of that file or folder could not be read: what came from it stays. Empty: it was standard input.
  void keep_file(const std::string& path);

  struct Gone {
    std::vector<std::uint32_t> numbers;             ///< To be removed.
    std::map<std::string, std::uint64_t> spared{};  ///< How many reports of a path of which nothing is left.
  };
  /// `whole_paths`: nothing is spared. Else a path of which nothing is left is taken for a disk that is not mounted.
  Gone gone(ReportStore& store, bool whole_paths) const;

 private:
  bool file_is_kept(const std::string& path) const;

  std::set<std::string, std::less<>> roots_, gone_roots_;
  std::vector<bool> kept_;  // by number
  std::set<std::string, std::less<>> kept_files_;
};

}  // namespace averment
