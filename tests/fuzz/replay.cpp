// Runs a fuzz target over files as a plain test: replay TARGET FILE_OR_FOLDER...
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "property.hpp"

// A row for each target: CMakeLists.txt gives their functions names of their own.
#define TARGET(name) extern "C" int fuzz_##name(const std::uint8_t* data, std::size_t size);
#include "targets.inc"
#undef TARGET

namespace {

struct Target {
  std::string_view name;
  int (*run)(const std::uint8_t*, std::size_t);
};

constexpr Target targets[] = {
#define TARGET(name) {#name, fuzz_##name},
#include "targets.inc"
#undef TARGET
};

std::vector<std::filesystem::path> files(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void run(const Target& target, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  averment::require(in.good(), ("the file can be read: " + file.string()).c_str());
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::printf("%s\n", file.c_str());
  std::fflush(stdout);  // What a crash leaves behind says which file it was.
  target.run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  const auto target =
      std::find_if(std::begin(targets), std::end(targets), [name](const Target& one) { return one.name == name; });
  if (target == std::end(targets) || argc < 3) {
    std::fprintf(stderr, "usage: replay TARGET FILE_OR_FOLDER...\ntargets:");
    for (const Target& one : targets) std::fprintf(stderr, " %s", one.name.data());
    std::fprintf(stderr, "\n");
    return 2;
  }
  std::size_t count = 0;
  target->run(nullptr, 0);
  for (int i = 2; i < argc; ++i)
    for (const std::filesystem::path& file : files(argv[i])) {
      run(*target, file);
      ++count;
    }
  if (count > 0) return 0;
  std::fprintf(stderr, "there is nothing to replay\n");
  return 2;
}
