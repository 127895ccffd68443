// Reads the files again that reports came from.
#include "searcher/origin_checker.hpp"

#include <unicode/ustring.h>
#include <zlib.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <new>
#include <nlohmann/json.hpp>
#include <optional>

#include "store/sha256.hpp"

namespace averment {
namespace {

/// A file's bytes, unpacked if it is compressed; up to the first one that cannot be read.
class File {
 public:
  explicit File(const std::string& path) {
    errno = 0;
    file_ = gzopen(path.c_str(), "rb");
    if (!file_ && (errno == 0 || errno == ENOMEM)) throw std::bad_alloc();
  }
  ~File() {
    if (file_) gzclose(file_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return file_ != nullptr; }

  /// Up to the next line end, or all that is left; empty: there is no more.
  std::optional<std::string> line() {
    std::string line;
    for (bool any = false;; any = true) {
      if (begin_ == end_ && !fill()) return any ? std::optional(std::move(line)) : std::nullopt;
      const char* const from = buffer_.data() + begin_;
      const char* const stop = std::find(from, static_cast<const char*>(buffer_.data() + end_), '\n');
      line.append(from, stop);
      begin_ = static_cast<std::size_t>(stop - buffer_.data());
      if (begin_ == end_) continue;
      ++begin_;
      return line;
    }
  }

  std::string rest() {
    std::string rest;
    while (begin_ < end_ || fill()) {
      rest.append(buffer_.data() + begin_, end_ - begin_);
      begin_ = end_;
    }
    return rest;
  }

 private:
  bool fill() {
    begin_ = 0;
    const int count = gzread(file_, buffer_.data(), static_cast<unsigned>(buffer_.size()));
    int error = Z_OK;
    if (count < 0) gzerror(file_, &error);
    if (error == Z_MEM_ERROR) throw std::bad_alloc();
    end_ = count > 0 ? static_cast<std::size_t>(count) : 0;
    return end_ > 0;
  }

  gzFile file_ = nullptr;
  std::vector<char> buffer_ = std::vector<char>(256 << 10);
  std::size_t begin_ = 0, end_ = 0;
};

bool is_utf8(const std::string& bytes) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = 0;
  u_strFromUTF8(nullptr, 0, &size, bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

/// The text is the file's end: front matter and a byte order mark may stand before it.
bool ends_with_text(const std::string& file, std::uint64_t bytes, const std::string& sha) {
  return bytes <= file.size() && sha256(std::string_view(file).substr(file.size() - bytes)) == sha;
}

/// Some string of the line's object is the text, whatever its key.
bool has_text(const std::string& line, std::uint64_t bytes, const std::string& sha) {
  const nlohmann::json object = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return false;
  return std::any_of(object.begin(), object.end(), [&](const nlohmann::json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return text.size() == bytes && sha256(text) == sha;
  });
}

}  // namespace

void OriginChecker::add(const Report& report, const std::string& sha256) {
  if (report.origin.path.empty()) return;
  files_[report.origin.path].emplace(report.origin.line, Text{report.id, sha256, report.text.size()});
}

std::vector<Damage> OriginChecker::check() const {
  std::vector<Damage> damages;
  for (const auto& [path, texts] : files_) {
    File file(path);
    if (!std::filesystem::is_regular_file(path) || !file.is_open()) {
      for (const auto& [line, text] : texts) damages.push_back({text.report, "its file is gone: " + path});
      continue;
    }
    std::uint64_t number = 0;
    std::optional<std::string> content;
    for (const auto& [line, text] : texts) {
      const bool whole = line == 0;
      if (whole && !content) content = file.rest();
      for (; number < line; ++number) content = file.line();
      const bool same = !content ? false
                        : whole  ? ends_with_text(*content, text.bytes, text.sha256) || !is_utf8(*content)
                                 : has_text(*content, text.bytes, text.sha256);
      if (!same)
        damages.push_back({text.report, "its file has another text now: " + path +
                                            (whole ? "" : ", line " + std::to_string(line)) + "; index it again"});
    }
  }
  return damages;
}

}  // namespace averment
