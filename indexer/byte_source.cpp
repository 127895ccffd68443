// Files, compressed files and streams as bytes.
#include "indexer/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <istream>
#include <string>

#include "averment/error.hpp"

namespace averment {
namespace {

[[noreturn]] void fail(const char* tried) { throw InputError(std::string(tried) + ": " + std::strerror(errno)); }

/// What it opens may have become a pipe since it was found: that is not waited for.
int open_regular(const std::filesystem::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) fail("it cannot be opened");
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) return descriptor;
  close(descriptor);
  throw InputError("it is no regular file");
}

class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::filesystem::path& path) : descriptor_(open_regular(path)) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override { close(descriptor_); }

  std::size_t read(char* buffer, std::size_t size) override {
    ssize_t count;
    do {
      count = ::read(descriptor_, buffer, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) fail("it cannot be read");
    return static_cast<std::size_t>(count);
  }

 private:
  int descriptor_;
};

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(const std::filesystem::path& path) {
    const int descriptor = open_regular(path);
    file_ = gzdopen(descriptor, "rb");
    if (!file_) {
      close(descriptor);
      fail("it cannot be opened");
    }
    gzbuffer(file_, 128 << 10);
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override { gzclose(file_); }

  std::size_t read(char* buffer, std::size_t size) override {
    const int count = gzread(file_, buffer, static_cast<unsigned>(size));
    if (count > 0 && gzdirect(file_)) throw InputError("it is not compressed by gzip");
    if (count <= 0) check();
    return count > 0 ? static_cast<std::size_t>(count) : 0;
  }

 private:
  /// zlib tells a file that ends too soon only beside its last bytes.
  void check() const {
    int error = Z_OK;
    const char* message = gzerror(file_, &error);
    if (error == Z_ERRNO) fail("it cannot be read");
    if (error == Z_BUF_ERROR) throw InputError("its compressed data end too soon");
    if (error != Z_OK && error != Z_STREAM_END)
      throw InputError(std::string("its compressed data are damaged: ") + message);
  }

  gzFile file_ = nullptr;
};

class StreamSource : public ByteSource {
 public:
  explicit StreamSource(std::istream& stream) : stream_(stream) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (size == 0 || !stream_.get(*buffer)) return 0;
    return 1 + static_cast<std::size_t>(stream_.readsome(buffer + 1, static_cast<std::streamsize>(size - 1)));
  }

 private:
  std::istream& stream_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path) { return std::make_unique<FileSource>(path); }
std::unique_ptr<ByteSource> open_gzip(const std::filesystem::path& path) { return std::make_unique<GzipSource>(path); }
std::unique_ptr<ByteSource> open_stream(std::istream& stream) { return std::make_unique<StreamSource>(stream); }

}  // namespace averment
