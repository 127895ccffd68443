// Which reports came from files that are there no more.
#include "indexer/pruning.hpp"

#include <filesystem>
#include <utility>

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

void Pruning::look_after_gone(const std::string& path) { gone_roots_.insert(absolute_path(path)); }

Pruning::Gone Pruning::gone(ReportStore& store, bool whole_paths) const {
  std::vector<std::pair<std::uint32_t, std::string>> missing;
  std::set<std::string, std::less<>> living;
  const auto is_root = [this](std::string_view path) { return roots_.contains(path) || gone_roots_.contains(path); };
  store.each_origin([&](std::uint32_t number, const Origin& origin) {
    const bool is_kept = number >= kept_.size() || kept_[number];  // greater numbers are new
    if (is_kept)
      any_above(origin.path, [&](std::string_view path) {
        if (is_root(path)) living.emplace(path);
        return false;
      });
    else if (any_above(origin.path, is_root) && !file_is_kept(origin.path))
      missing.emplace_back(number, origin.path);
  });
  Gone gone;
  for (const auto& [number, path] : missing) {
    std::string_view root;
    const bool is_gone = any_above(path, [&](std::string_view above) {
      if (is_root(above)) root = above;
      return whole_paths || gone_roots_.contains(above) || living.contains(above);
    });
    if (is_gone)
      gone.numbers.push_back(number);
    else
      ++gone.spared[std::string(root)];
  }
  return gone;
}

bool Pruning::file_is_kept(const std::string& path) const {
  return !kept_files_.empty() && any_above(path, [&](std::string_view above) { return kept_files_.contains(above); });
}

}  // namespace averment
