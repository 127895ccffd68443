// Ctrl-C and termination as a flag that long work polls.
#include "cli/signals.hpp"

#include <atomic>
#include <csignal>

namespace averment::cli {
namespace {

std::atomic<bool> flag = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler must not wait for a lock");

void set_flag(int) { flag = true; }

void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, nullptr);
}

}  // namespace

void ignore_write_signals() {
  handle(SIGPIPE, SIG_IGN, 0);
  handle(SIGXFSZ, SIG_IGN, 0);
}

void watch_for_interruption() {
  handle(SIGINT, set_flag, SA_RESETHAND);
  handle(SIGTERM, set_flag, SA_RESETHAND);
}

bool interrupted() { return flag; }

}  // namespace averment::cli
