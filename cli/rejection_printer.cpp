// Names on standard error what could not be taken.
#include "cli/rejection_printer.hpp"

#include <fmt/format.h>

#include <iostream>

#include "cli/display_text.hpp"

namespace averment::cli {

void print_rejection(const Rejection& rejection) {
  const std::string line = rejection.line > 0 ? fmt::format(":{}", rejection.line) : "";
  std::cerr << one_line(fmt::format("{}{}: {}", rejection.path, line, rejection.reason)) << '\n';
}

}  // namespace averment::cli
