// Ctrl-C and termination as a flag that long work polls.
#include "cli/signals.hpp"

#include <csignal>

namespace averment::cli {
namespace {

volatile std::sig_atomic_t flag = 0;

void set_flag(int) { flag = 1; }

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

bool interrupted() { return flag != 0; }

}  // namespace averment::cli
