// How much the tests of faults do: AVERMENT_FAULTS=N times as much as a test run does.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace averment::faults {

inline unsigned times(unsigned in_a_test_run) {
  const char* factor = std::getenv("AVERMENT_FAULTS");
  return in_a_test_run * static_cast<unsigned>(factor ? std::max(1, std::atoi(factor)) : 1);
}

inline std::string content(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace averment::faults
