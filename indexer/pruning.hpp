// Which reports came from files that are there no more.
#pragma once

#include <cstdint>
#include <functional>
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

  /// The report of that number was read again.
  void keep(std::uint32_t number);
  /// Something of that file or folder could not be read: what came from it stays. Empty: it was standard input.
  void keep_file(const std::string& path);

  /// What is to be removed.
  std::vector<std::uint32_t> gone(ReportStore& store) const;

 private:
  bool in_scope(const std::string& path) const;
  bool file_is_kept(const std::string& path) const;

  std::set<std::string, std::less<>> roots_;
  std::vector<bool> kept_;  // by number
  std::set<std::string, std::less<>> kept_files_;
};

}  // namespace averment
