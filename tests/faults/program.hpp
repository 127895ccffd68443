// Runs the program and keeps what it says.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/temporary_folder.hpp"

namespace averment::faults {

struct Answer {
  int status = -1;  ///< 128 and more: ended by a signal
  std::string out, err;
};

/// averment with these arguments. `folder`: for what it prints. `prepare` is called in its process before it begins.
Answer run_program(
    std::vector<std::string> arguments, const TemporaryFolder& folder, const std::function<void()>& prepare = [] {});

}  // namespace averment::faults
