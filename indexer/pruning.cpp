// Which reports came from files that are there no more.
#include "indexer/pruning.hpp"

#include <filesystem>

namespace averment {
namespace {

namespace fs = std::filesystem;

std::string absolute_path(const std::string& path) {
  std::string whole = fs::absolute(path).lexically_normal().string();
  if (whole.size() > 1 && whole.ends_with('/')) whole.pop_back();
  return whole;
}

/// The path itself and each folder above it, until `visit` returns true; then true.
template <typename Visit>
bool any_above(std::string_view path, const Visit& visit) {
  while (!path.empty()) {
    if (visit(path)) return true;
    const std::size_t slash = path.rfind('/');
    if (slash == path.npos || path.size() == 1) return false;
    path = path.substr(0, slash == 0 ? 1 : slash);
  }
  return false;
}

}  // namespace

void Pruning::look_after(const std::string& path) {
  if (path != "-") roots_.insert(absolute_path(path));
}

void Pruning::keep_file(const std::string& path) {
  if (!path.empty()) kept_files_.insert(absolute_path(path));
}

void Pruning::keep(std::uint32_t number) {
  if (number < kept_.size()) kept_[number] = true;
}

std::vector<std::uint32_t> Pruning::gone(ReportStore& store) const {
  std::vector<std::uint32_t> numbers;
  store.each_origin([&](std::uint32_t number, const Origin& origin) {
    const bool is_kept = number >= kept_.size() || kept_[number];  // greater numbers are new
    if (!is_kept && in_scope(origin.path) && !file_is_kept(origin.path)) numbers.push_back(number);
  });
  return numbers;
}

bool Pruning::in_scope(const std::string& path) const {
  return any_above(path, [&](std::string_view above) { return roots_.contains(above); });
}

bool Pruning::file_is_kept(const std::string& path) const {
  return !kept_files_.empty() && any_above(path, [&](std::string_view above) { return kept_files_.contains(above); });
}

}  // namespace averment
