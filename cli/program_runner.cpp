// Runs a program of the user's, without a shell.
#include "cli/program_runner.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include "cli/signals.hpp"

extern char** environ;

namespace averment::cli {
namespace {

constexpr std::chrono::milliseconds between_looks{2}, after_interruption{1000};

/// A file in memory that holds the text, and stands at its beginning: unlike a pipe, it is never full.
class InputFile {
 public:
  explicit InputFile(const std::string& text) : file_(memfd_create("input", MFD_CLOEXEC)) {
    for (std::size_t at = 0; file_ >= 0 && at < text.size();) {
      const ssize_t size = write(file_, text.data() + at, text.size() - at);
      if (size <= 0) return;
      at += static_cast<std::size_t>(size);
    }
    whole_ = file_ >= 0 && lseek(file_, 0, SEEK_SET) == 0;
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile() {
    if (file_ >= 0) close(file_);
  }

  bool whole() const { return whole_; }
  int descriptor() const { return file_; }

 private:
  int file_;
  bool whole_ = false;
};

/// The program gets back the signals that this one ignores or watches for.
void restore_signals(posix_spawnattr_t& attributes) {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int number : {SIGPIPE, SIGXFSZ, SIGINT, SIGTERM}) sigaddset(&signals, number);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
}

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return fmt::format("it was ended by signal {}", WTERMSIG(status));
  return WEXITSTATUS(status) == 0 ? std::string() : fmt::format("it ended with exit code {}", WEXITSTATUS(status));
}

std::string wait_for(pid_t process, std::chrono::milliseconds most) {
  using Clock = std::chrono::steady_clock;
  Clock::time_point end = Clock::now() + most;
  bool hurries = false;
  int status = 0;
  while (waitpid(process, &status, WNOHANG) == 0) {
    if (interrupted() && !hurries) {
      hurries = true;
      end = std::min(end, Clock::now() + after_interruption);
    }
    if (Clock::now() >= end) {
      kill(process, SIGKILL);
      waitpid(process, &status, 0);
      if (hurries) return "it was ended after an interruption";
      return fmt::format("it was ended after {} s", most.count() / 1000);
    }
    std::this_thread::sleep_for(between_looks);
  }
  return how_it_ended(status);
}

}  // namespace

std::string run_program(const std::string& program, const std::vector<std::string>& arguments, const std::string& input,
                        std::chrono::milliseconds most) {
  const InputFile file(input);
  if (!file.whole()) return fmt::format("its input cannot be written: {}", std::strerror(errno));
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, file.descriptor(), STDIN_FILENO);
  restore_signals(attributes);
  pid_t process = 0;
  const int error = posix_spawnp(&process, program.c_str(), &actions, &attributes, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) return fmt::format("it cannot be started: {}", std::strerror(error));
  return wait_for(process, most);
}

}  // namespace averment::cli
