// A disk that has been written to and whose power fails: what was not synced may be there or not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/faults/trace.hpp"

namespace averment::faults {

struct RecordedOperation {
  Operation::Kind kind{};
  std::uint32_t handle = 0;
  std::uint64_t offset = 0;
  std::string path, more;
};

std::vector<RecordedOperation> read_trace(const std::filesystem::path& file);

/// Pessimistic where file systems differ: each block of 4 KiB written since a file's last sync is there or not,
/// whatever was written before or after it; of a folder's changes since its last sync a beginning is there; syncing a
/// file does not make its name last.
class Disk {
 public:
  explicit Disk(std::filesystem::path root);

  void apply(const RecordedOperation& operation);
  /// What is there when the power comes back, as a folder of that name.
  void fail(std::mt19937& random, const std::filesystem::path& folder) const;

 private:
  struct Node;
  using NodePtr = std::shared_ptr<Node>;
  using Entries = std::map<std::string, NodePtr>;

  struct Change {                       // of a file's content
    std::optional<std::uint64_t> size;  // truncated to; else written
    std::uint64_t offset = 0;
    std::string bytes;
  };
  struct Entry {  // of a folder: names that got another node, or none
    std::vector<std::pair<std::string, NodePtr>> names;
  };
  struct Node {
    bool is_folder = false;
    std::string content;  // as synced
    std::vector<Change> changes;
    Entries live, synced;
    std::vector<Entry> entries;
  };

  NodePtr find(const std::filesystem::path& path) const;
  Node& parent_of(const std::filesystem::path& path) const;
  static void set(Node& folder, std::vector<std::pair<std::string, NodePtr>> names);
  static void sync(Node& node);
  static std::string content_after(const Node& file, std::mt19937& random);
  static void write(const Node& folder, std::mt19937& random, const std::filesystem::path& to);

  std::filesystem::path root_;
  NodePtr tree_;
  std::map<std::uint32_t, NodePtr> handles_;
};

}  // namespace averment::faults
