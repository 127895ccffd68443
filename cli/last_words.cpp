// What is said where the program cannot go on: Xapian crashes on a damaged index, or gives up on a failing disk.
//
// Xapian 1.4 believes what it reads, and writes value slots in destructors, so that a write that fails there can end in
// std::terminate. The words stand ready, for a signal handler may not make any.
#include "cli/last_words.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "cli/command.hpp"
#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

struct Words {
  std::array<char, 1024> text{};
  volatile std::size_t size = 0;
  volatile int status = exit_failed;
};

Words words;
alignas(16) std::array<char, 64 << 10> stack;  // the program's own may be what ran out

void set_words(const std::string& text, int status) {
  words.size = 0;
  words.status = status;
  const std::size_t size = std::min(text.size(), words.text.size());
  std::copy_n(text.data(), size, words.text.data());
  words.size = size;
}

extern "C" void say_last_words(int) {
  if (write(STDERR_FILENO, words.text.data(), words.size) < 0) _exit(exit_failed);
  _exit(words.status);
}

}  // namespace

void have_last_words() {
  set_words("averment: it crashed; what was committed stays\n", exit_failed);
  stack_t alternative{};
  alternative.ss_sp = stack.data();
  alternative.ss_size = stack.size();
  sigaltstack(&alternative, nullptr);
  struct sigaction action {};
  action.sa_handler = say_last_words;
  action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // which have words of their own
  for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) sigaction(number, &action, nullptr);
#endif
}

void note_index(std::string_view directory, Use use) {
  constexpr std::size_t longest_name = 512;
  const std::string name = "'" + one_line(directory.substr(0, longest_name)) + "'";
  if (use == Use::written)
    set_words(
        "averment: writing the index " + name +
            " ended in the middle, perhaps as the disk is full or failing; what was committed stays: check the disk, "
            "then run it again\n",
        exit_failed);
  else
    set_words(
        "averment: reading the index " + name +
            " crashed: it is probably damaged; 'averment verify' says more, and 'averment index' makes a new one of "
            "the reports in another folder\n",
        exit_no_index);
}

}  // namespace averment::cli
