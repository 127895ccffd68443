// Ctrl-C and termination as a flag that long work polls.
#pragma once

namespace averment::cli {

/// A closed pipe and a file-size limit become errors of writing; they do not end the program.
void ignore_write_signals();

/// From now on the first SIGINT or SIGTERM sets a flag; the second one ends the program at once.
void watch_for_interruption();
bool interrupted();

}  // namespace averment::cli
