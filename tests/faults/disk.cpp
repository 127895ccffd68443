// A disk that has been written to and whose power fails: what was not synced may be there or not.
#include "tests/faults/disk.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace averment::faults {
namespace {

namespace fs = std::filesystem;
using Kind = Operation::Kind;

constexpr std::uint64_t block = 4096;

void put(std::string& content, std::uint64_t offset, std::string_view bytes) {
  if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size());
  content.replace(offset, bytes.size(), bytes);
}

}  // namespace

std::vector<RecordedOperation> read_trace(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<RecordedOperation> trace;
  for (Operation head; in.read(reinterpret_cast<char*>(&head), sizeof head);) {
    RecordedOperation operation{head.kind, head.handle, head.offset, std::string(head.path_size, '\0'),
                                std::string(head.more_size, '\0')};
    in.read(operation.path.data(), head.path_size);
    in.read(operation.more.data(), head.more_size);
    trace.push_back(std::move(operation));
  }
  return trace;
}

Disk::Disk(fs::path root) : root_(std::move(root)), tree_(std::make_shared<Node>()) { tree_->is_folder = true; }

Disk::NodePtr Disk::find(const fs::path& path) const {
  NodePtr node = tree_;
  for (const fs::path& name : path.lexically_relative(root_)) {
    if (name == ".") continue;
    const auto found = node->live.find(name);
    if (found == node->live.end()) return nullptr;
    node = found->second;
  }
  return node;
}

Disk::Node& Disk::parent_of(const fs::path& path) const {
  const NodePtr folder = find(path.parent_path());
  if (!folder) throw std::runtime_error("the trace has no folder for " + path.string());
  return *folder;
}

void Disk::set(Node& folder, std::vector<std::pair<std::string, NodePtr>> names) {
  for (const auto& [name, node] : names) {
    if (node)
      folder.live[name] = node;
    else
      folder.live.erase(name);
  }
  folder.entries.push_back({std::move(names)});
}

void Disk::sync(Node& node) {
  node.synced = node.live;
  node.entries.clear();
  for (const Change& change : node.changes) {
    if (change.size)
      node.content.resize(*change.size);
    else
      put(node.content, change.offset, change.bytes);
  }
  node.changes.clear();
}

void Disk::apply(const RecordedOperation& operation) {
  const fs::path path = operation.path;
  switch (operation.kind) {
    case Kind::open: {
      NodePtr node = find(path);
      if (!node) {
        node = std::make_shared<Node>();
        set(parent_of(path), {{path.filename(), node}});
      } else if (operation.offset != 0) {
        node->changes.push_back({0, 0, {}});
      }
      handles_[operation.handle] = node;
      break;
    }
    case Kind::write:
      handles_.at(operation.handle)->changes.push_back({{}, operation.offset, operation.more});
      break;
    case Kind::truncate:
      handles_.at(operation.handle)->changes.push_back({operation.offset, 0, {}});
      break;
    case Kind::sync:
      sync(*handles_.at(operation.handle));
      break;
    case Kind::rename:
    case Kind::exchange: {
      const fs::path to = operation.more;
      Node& folder = parent_of(path);
      if (&folder != &parent_of(to)) throw std::runtime_error("a name that moves to another folder: " + to.string());
      const NodePtr replaced = operation.kind == Kind::exchange ? find(to) : nullptr;
      set(folder, {{to.filename(), find(path)}, {path.filename(), replaced}});
      break;
    }
    case Kind::unlink:
    case Kind::remove_folder:
      set(parent_of(path), {{path.filename(), nullptr}});
      break;
    case Kind::make_folder: {
      const NodePtr node = std::make_shared<Node>();
      node->is_folder = true;
      set(parent_of(path), {{path.filename(), node}});
      break;
    }
    case Kind::mark:
      break;
  }
}

std::string Disk::content_after(const Node& file, std::mt19937& random) {
  std::string content = file.content;
  const unsigned share = random() % 3;  // none of it, all of it, each block or not
  for (const Change& change : file.changes) {
    if (share == 0 || (share == 2 && change.size && random() % 2 == 0)) continue;
    if (change.size) {
      content.resize(*change.size);
      continue;
    }
    for (std::uint64_t at = 0; at < change.bytes.size(); at += block)
      if (share == 1 || random() % 2 == 0)
        put(content, change.offset + at, std::string_view(change.bytes).substr(at, block));
  }
  return content;
}

void Disk::write(const Node& folder, std::mt19937& random, const fs::path& to) {
  fs::create_directory(to);
  Entries entries = folder.synced;
  std::size_t left = folder.entries.size();
  if (const unsigned share = random() % 3; share != 1) left = share == 0 ? 0 : random() % (left + 1);
  for (const Entry& entry : folder.entries) {
    if (left-- == 0) break;
    for (const auto& [name, node] : entry.names) {
      if (node)
        entries[name] = node;
      else
        entries.erase(name);
    }
  }
  for (const auto& [name, node] : entries) {
    if (node->is_folder)
      write(*node, random, to / name);
    else
      std::ofstream(to / name, std::ios::binary) << content_after(*node, random);
  }
}

void Disk::fail(std::mt19937& random, const fs::path& folder) const { write(*tree_, random, folder); }

}  // namespace averment::faults
