// Which reports came from files that are there no more.
#include "indexer/pruning.hpp"

#include <algorithm>
#include <filesystem>

namespace averment {
namespace {

namespace fs = std::filesystem;

std::string root_of(const std::string& path) {
  std::string root = fs::absolute(path).lexically_normal().string();
  if (root.size() > 1 && root.ends_with('/')) root.pop_back();
  return root;
}

bool is_under(std::string_view path, std::string_view root) {
  return path.starts_with(root) && (path.size() == root.size() || root == "/" || path[root.size()] == '/');
}

}  // namespace

Pruning::Pruning(const std::vector<std::string>& paths, ReportStore& store) : kept_(store.last_number() + 1ul) {
  for (const std::string& path : paths)
    if (path != "-") roots_.push_back(root_of(path));
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
  return std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) { return is_under(path, root); });
}

bool Pruning::file_is_kept(const std::string& path) const {
  for (fs::path at = path; !kept_files_.empty(); at = at.parent_path()) {
    if (kept_files_.contains(at.string())) return true;
    if (at == at.parent_path()) break;
  }
  return false;
}

}  // namespace averment
