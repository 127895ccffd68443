// What is said where the program cannot go on: Xapian crashes on a damaged index, or gives up on a failing disk.
//
// Xapian 1.4 believes what it reads, and writes value slots in destructors, so that a write that fails there can end in
// std::terminate; ICU crashes where it lacks memory. The words stand ready, for a signal handler may not make any, and
// none can be made without memory.
#include "cli/last_words.hpp"

#include <cxxabi.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <typeinfo>

#include "cli/command.hpp"
#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

struct Words {
  std::array<char, 1024> text{};
  volatile std::size_t size = 0;
  volatile int status = exit_failed;
};

Words words, of_time, of_memory;
alignas(16) std::array<char, 64 << 10> stack;  // the program's own may be what ran out

void set(Words& to, const std::string& text, int status) {
  to.size = 0;
  to.status = status;
  const std::size_t size = std::min(text.size(), to.text.size());
  std::copy_n(text.data(), size, to.text.data());
  to.size = size;
}

[[noreturn]] void say(const Words& what) {
  if (write(STDERR_FILENO, what.text.data(), what.size) < 0) _exit(exit_failed);
  _exit(what.status);
}

extern "C" void say_last_words(int) { say(words); }
extern "C" void say_time_is_over(int) { say(of_time); }

[[noreturn]] void say_what_nothing_caught() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type && *type == typeid(std::bad_alloc)) say(of_memory);
  std::abort();
}

}  // namespace

void have_last_words() {
  set(words, "averment: it crashed; what was committed stays\n", exit_failed);
  set(of_memory, "averment: there is not memory enough for this: end other programs, or give it more\n", exit_failed);
  std::set_terminate(say_what_nothing_caught);
  stack_t alternative{};
  alternative.ss_sp = stack.data();
  alternative.ss_size = stack.size();
  sigaltstack(&alternative, nullptr);
  struct sigaction action {};
  action.sa_handler = say_last_words;
  action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
  sigaction(SIGABRT, &action, nullptr);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // which have words of their own
  for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) sigaction(number, &action, nullptr);
#endif
}

void end_for_lack_of_memory() { say(of_memory); }

void end_after(std::chrono::milliseconds time) {
  set(of_time,
      "averment: it took longer than " + std::to_string(time.count() / 1000) +
          " s and was ended: ask for less, or give it more time with --timeout\n",
      exit_failed);
  struct sigaction action {};
  action.sa_handler = say_time_is_over;
  sigaction(SIGALRM, &action, nullptr);
  itimerval timer{};
  timer.it_value = {time.count() / 1000, (time.count() % 1000) * 1000};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

void note_index(std::string_view directory, Use use) {
  constexpr std::size_t longest_name = 512;
  const std::string name = "'" + one_line(directory.substr(0, longest_name)) + "'";
  if (use == Use::written) {
    set(words,
        "averment: writing the index " + name +
            " ended in the middle, perhaps as the disk is full or failing; what was committed stays: check the disk, "
            "then run it again\n",
        exit_failed);
    set(of_memory,
        "averment: writing the index " + name +
            " ended as there is not memory enough; what was committed stays: end other programs, then run it again\n",
        exit_failed);
  } else {
    set(words,
        "averment: reading the index " + name +
            " crashed: it is probably damaged, or there was not memory enough; 'averment verify' says more, and "
            "'averment "
            "index' makes a new one of the reports in another folder\n",
        exit_no_index);
  }
}

}  // namespace averment::cli
