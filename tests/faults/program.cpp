// Runs the program and keeps what it says.
#include "tests/faults/program.hpp"

#include <cstdio>

#include "tests/child_process.hpp"
#include "tests/faults/amount.hpp"

namespace averment::faults {

Answer run_program(std::vector<std::string> arguments, const TemporaryFolder& folder,
                   const std::function<void()>& prepare) {
  arguments.insert(arguments.begin(), AVERMENT_PROGRAM);
  const pid_t child = fork();
  if (child == 0) {
    if (!freopen((folder / "out").c_str(), "w", stdout) || !freopen((folder / "err").c_str(), "w", stderr)) _exit(126);
    prepare();
    become(std::move(arguments));
  }
  const int status = status_of(child);
  return {status, content(folder / "out"), content(folder / "err")};
}

}  // namespace averment::faults
