// Paths → the files to read, in a fixed order.
#include "indexer/input_files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <set>

#include "averment/error.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;

std::optional<InputFormat> format_of(const fs::path& path) {
  std::string name = path.filename().string();
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (name.ends_with(".txt")) return InputFormat::text;
  if (name.ends_with(".jsonl")) return InputFormat::json_lines;
  if (name.ends_with(".jsonl.gz")) return InputFormat::json_lines_gzip;
  return {};
}

bool leads_out(const fs::path& link, const fs::path& root) {
  std::error_code error;
  if (!fs::is_symlink(fs::symlink_status(link, error))) return false;
  const fs::path target = fs::canonical(link, error), whole_root = fs::canonical(root, error);
  return error ||
         std::mismatch(whole_root.begin(), whole_root.end(), target.begin(), target.end()).first != whole_root.end();
}

class Walk {
 public:
  Walk(Links links, const std::function<bool(const InputFile&)>& visit, const std::function<bool(Rejection)>& reject,
       const VisitFolder& entered)
      : links_(links), visit_(visit), reject_(reject), told_(entered) {}

  bool start(const std::string& given) {
    if (given == "-") return visit_({InputFormat::standard_input, "-", "", {}});
    const fs::path path = root_ = given;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) return folder(path, "");
    if (!fs::is_regular_file(status)) return reject_({given, 0, "it is no file that can be read"});
    if (const auto format = format_of(path)) return visit_({*format, path, path.filename().string(), {}});
    return reject_({given, 0, "its format is not known: .txt, .jsonl and .jsonl.gz are"});
  }

 private:
  bool folder(const fs::path& path, const std::string& relative) {
    if (!enter(path)) return true;
    if (told_) told_(path, relative);
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
      names.push_back(entry->path().filename().string());
    if (error && !reject_({path.string(), 0, "the folder cannot be read: " + error.message()})) return false;
    std::sort(names.begin(), names.end());
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return name.starts_with('.') || entry_of(path / name, relative + name);
    });
  }

  bool entry_of(const fs::path& path, const std::string& relative) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const auto format = format_of(path);
    if (!fs::is_directory(status) && !(format && fs::is_regular_file(status))) return true;
    if (links_ == Links::inside && leads_out(path, root_))
      return reject_({path.string(), 0, "it is a link that leads out of the folder: --follow-links reads it"});
    if (fs::is_directory(status)) return folder(path, relative + "/");
    return visit_({*format, path, relative, {}});
  }

  /// False: the walk was there already, as happens with links.
  bool enter(const fs::path& path) {
    struct stat status {};
    return stat(path.c_str(), &status) != 0 || entered_.emplace(status.st_dev, status.st_ino).second;
  }

  const Links links_;
  fs::path root_;
  const std::function<bool(const InputFile&)>& visit_;
  const std::function<bool(Rejection)>& reject_;
  const VisitFolder& told_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

void each_input_file(const std::vector<std::string>& paths, Links links,
                     const std::function<bool(const InputFile&)>& visit, const std::function<bool(Rejection)>& reject,
                     const VisitFolder& enter) {
  for (const std::string& path : paths)
    if (!Walk(links, visit, reject, enter).start(path)) return;
}

std::optional<InputFile> file_in_folder(const fs::path& root, Links links, const fs::path& folder,
                                        const std::string& relative, const std::string& name) {
  std::error_code error;
  const fs::path path = folder / name;
  const auto format = format_of(path);
  if (!format || name.starts_with('.') || !fs::is_regular_file(path, error)) return {};
  if (links == Links::inside && leads_out(path, root)) return {};
  return InputFile{*format, path, relative + name, {}};
}

void check_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && !fs::exists(path, error))
      throw InputError("cannot read '" + path + "': " + (error ? error.message() : "there is no such file or folder"));
  }
}

}  // namespace averment
