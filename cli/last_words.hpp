// What is said where the program cannot go on: Xapian crashes on a damaged index, or gives up on a failing disk, or
// there is no memory left.
#pragma once

#include <chrono>
#include <string_view>

namespace averment::cli {

/// From now on a crash (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT) ends in a message that names the index in use, and
/// exit code 4 or, where it was written, 2: what was committed stays in either case.
void have_last_words();

/// Ends the program with a message that takes no memory, and exit code 2. An uncaught std::bad_alloc does the same.
[[noreturn]] void end_for_lack_of_memory();

enum class Use : bool { read, written };

/// Ends the program with a message and exit code 2 when that time is over.
void end_after(std::chrono::milliseconds time);

/// For those words; the last one counts. Names that are very long are cut.
void note_index(std::string_view directory, Use use);

}  // namespace averment::cli
