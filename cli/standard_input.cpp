// Standard input that Ctrl-C ends, also while it waits for more.
#include "cli/standard_input.hpp"

#include <poll.h>
#include <unistd.h>

#include "cli/signals.hpp"

namespace averment::cli {

StandardInput::int_type StandardInput::underflow() {
  constexpr int patience = 100;  // Milliseconds: the signal may have gone to another thread.
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (poll(&input, 1, patience) <= 0)
    if (interrupted()) return traits_type::eof();
  const ssize_t size = read(STDIN_FILENO, buffer_.data(), buffer_.size());
  if (size <= 0) return traits_type::eof();
  setg(buffer_.data(), buffer_.data(), buffer_.data() + size);
  return traits_type::to_int_type(*gptr());
}

}  // namespace averment::cli
