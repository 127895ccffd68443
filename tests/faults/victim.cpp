// The program that is killed, or whose disk fails: does the plan's work, and says what is committed.
#include <dlfcn.h>
#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>

#include "cli/last_words.hpp"
#include "tests/faults/plan.hpp"
#include "tests/faults/trace.hpp"

int main(int, char** argv) {
  using namespace averment::faults;
  averment::cli::have_last_words();
  averment::cli::note_index(argv[1], averment::cli::Use::written);
  const auto mark = reinterpret_cast<void (*)(unsigned long long)>(dlsym(RTLD_DEFAULT, mark_function));
  const auto say = [](const std::string& what) { std::cout << what << std::endl; };
  try {
    work({}, argv[1], [&](unsigned batch) {
      if (mark) mark(batch);
      say("committed " + std::to_string(batch));
    });
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
