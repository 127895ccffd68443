// Files, compressed files and streams as bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <memory>

namespace averment {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// At most `size` bytes, as soon as there are some; 0: there are no more. @throws InputError if reading fails.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

/// @throws InputError if it cannot be opened.
std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path);
std::unique_ptr<ByteSource> open_gzip(const std::filesystem::path& path);
std::unique_ptr<ByteSource> open_stream(std::istream& stream);

}  // namespace averment
