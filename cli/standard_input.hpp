// Standard input that Ctrl-C ends, also while it waits for more.
#pragma once

#include <array>
#include <streambuf>

namespace averment::cli {

/// Once interrupted() the input is at its end.
class StandardInput : public std::streambuf {
 protected:
  int_type underflow() override;

 private:
  std::array<char, 1 << 16> buffer_;
};

}  // namespace averment::cli
