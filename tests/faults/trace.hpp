// What a recorded program did to the files below one folder, as the recorder writes it and the tests read it.
#pragma once

#include <cstdint>

namespace averment::faults {

/// One operation. `path` and `more` (a second path, or what was written) follow it in the trace.
struct Operation {
  enum class Kind : std::uint8_t {
    open,      ///< path under `handle`; `offset` 1: it was created or emptied
    write,     ///< `more` at `offset`
    truncate,  ///< to `offset` bytes
    sync,      ///< of a file or a folder
    rename,    ///< path to `more`
    exchange,  ///< path with `more`
    unlink,
    make_folder,
    remove_folder,
    mark  ///< the program said so: `offset`
  };
  Kind kind;
  std::uint32_t handle;  ///< Which opening; 0: none.
  std::uint64_t offset;
  std::uint32_t path_size, more_size;
};

/// Settings of the recorder, by the environment.
inline constexpr const char* root_variable = "FAULTS_ROOT";    ///< Operations below it count.
inline constexpr const char* trace_variable = "FAULTS_TRACE";  ///< The file that they are written to.
inline constexpr const char* fail_variable = "FAULTS_FAIL";  ///< "N ERRNO": the operation of that number fails, from 1.

/// The recorder's function that notes a mark; programs look it up by this name.
inline constexpr const char* mark_function = "averment_faults_mark";

}  // namespace averment::faults
