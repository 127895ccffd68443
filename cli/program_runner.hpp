// Runs a program of the user's, without a shell.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace averment::cli {

/// Looks for the program in PATH unless its name has a slash, gives it the arguments and `input` on standard input, and
/// waits until it ends; after `most`, or a second after an interruption, it is killed. Returns why it did not do its
/// work; empty: it ended with 0.
std::string run_program(const std::string& program, const std::vector<std::string>& arguments, const std::string& input,
                        std::chrono::milliseconds most);

}  // namespace averment::cli
