// Paths → the files to read, in a fixed order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "averment/indexer.hpp"

namespace averment {

enum class InputFormat : std::uint8_t { text, json_lines, json_lines_gzip, standard_input };

struct TailReading;

struct InputFile {
  InputFormat format = InputFormat::text;
  std::filesystem::path path;              ///< As given, or below a folder that was given; "-" for standard input.
  std::string id;                          ///< Of a report that states none: the path relative to the folder given.
  std::shared_ptr<TailReading> tail = {};  ///< JSON Lines that grow: what was read of them before; null: read all.
};

/// `relative`: what the ids of files in it begin with.
using VisitFolder = std::function<void(const std::filesystem::path& folder, const std::string& relative)>;

/// What becomes of symbolic links below a folder that was given.
enum class Links : bool {
  inside,  ///< Those that lead out of it are rejected.
  all      ///< Followed wherever they lead.
};

/// `visit` and `reject` return false to end the walk. Folders are walked in the order of their files' names, each
/// once whatever links lead to it, and told to `enter` before they are looked into; hidden files and files of other
/// formats are passed over there, and rejected where they are given themselves.
void each_input_file(const std::vector<std::string>& paths, Links links,
                     const std::function<bool(const InputFile&)>& visit, const std::function<bool(Rejection)>& reject,
                     const VisitFolder& enter = {});

/// The file of that name in a folder, as the walk of `root` would have it; empty: it would pass it over or reject it.
std::optional<InputFile> file_in_folder(const std::filesystem::path& root, Links links,
                                        const std::filesystem::path& folder, const std::string& relative,
                                        const std::string& name);

/// @throws InputError if one of the paths does not exist.
void check_paths(const std::vector<std::string>& paths);

}  // namespace averment
