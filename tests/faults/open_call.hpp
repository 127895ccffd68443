// open() and its like in a preloaded library, which has a function opened(folder, path, flags, mode) for all of them.
#pragma once

#include <fcntl.h>

#include <cstdarg>

namespace averment::faults {

/// It is an argument only where a file may be made.
inline unsigned mode_of(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 ? va_arg(arguments, unsigned) : 0;
}

}  // namespace averment::faults

#define FAULTS_OPEN(name)                                              \
  int name(const char* path, int flags, ...) {                         \
    va_list arguments;                                                 \
    va_start(arguments, flags);                                        \
    const unsigned mode = averment::faults::mode_of(flags, arguments); \
    va_end(arguments);                                                 \
    return opened(AT_FDCWD, path, flags, mode);                        \
  }
