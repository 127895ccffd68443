// Runs the program and keeps what it says.
#include "tests/faults/program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

#include "tests/faults/amount.hpp"

namespace averment::faults {

Answer run_program(std::vector<std::string> arguments, const TemporaryFolder& folder,
                   const std::function<void()>& prepare) {
  arguments.insert(arguments.begin(), AVERMENT_PROGRAM);
  const pid_t child = fork();
  if (child == 0) {
    if (!freopen((folder / "out").c_str(), "w", stdout) || !freopen((folder / "err").c_str(), "w", stderr)) _exit(126);
    std::vector<char*> argv;
    for (std::string& word : arguments) argv.push_back(word.data());
    argv.push_back(nullptr);
    prepare();
    execv(argv[0], argv.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content(folder / "out"),
          content(folder / "err")};
}

}  // namespace averment::faults
