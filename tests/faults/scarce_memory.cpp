// Preloaded into a program: counts what it asks memory for, from when it first touches a folder, and lets some fail.
//
// operator new, Xapian, ICU and the C library itself all ask malloc and its like. fail_variable: "N M", of the requests
// M from the Nth on fail. The trace is their number.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "tests/faults/open_call.hpp"
#include "tests/faults/trace.hpp"

extern "C" {
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);
}

namespace {

std::atomic<bool> counts;
std::atomic<std::uint64_t> count;
std::uint64_t first = 0, last = 0;  // of those that fail
const char* root = nullptr;
int trace = -1;

/// Before the program's own beginning: it must not ask for memory itself.
__attribute__((constructor)) void read_settings() {
  root = std::getenv(averment::faults::root_variable);
  if (const char* path = std::getenv(averment::faults::trace_variable))
    trace = static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (const char* fail = std::getenv(averment::faults::fail_variable)) {
    char* end = nullptr;
    first = std::strtoull(fail, &end, 10);
    last = first + std::strtoull(end, nullptr, 10) - 1;
  }
  counts = !root || !*root;
}

__attribute__((destructor)) void write_count() {
  const std::uint64_t all = count;
  if (trace >= 0) syscall(SYS_write, trace, &all, sizeof all);
}

void look_at(const char* path) {
  if (!counts && root && std::strncmp(path, root, std::strlen(root)) == 0) counts = true;
}

bool fails() {
  if (!counts) return false;
  const std::uint64_t number = ++count;
  if (first == 0 || number < first || number > last) return false;
  errno = ENOMEM;
  return true;
}

int opened(int folder, const char* path, int flags, unsigned mode) {
  look_at(path);
  return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
}

}  // namespace

extern "C" {

void* malloc(size_t size) { return fails() ? nullptr : __libc_malloc(size); }
void* calloc(size_t members, size_t size) { return fails() ? nullptr : __libc_calloc(members, size); }
void* realloc(void* memory, size_t size) { return fails() ? nullptr : __libc_realloc(memory, size); }
void* memalign(size_t alignment, size_t size) { return fails() ? nullptr : __libc_memalign(alignment, size); }
void* aligned_alloc(size_t alignment, size_t size) { return fails() ? nullptr : __libc_memalign(alignment, size); }
int posix_memalign(void** memory, size_t alignment, size_t size) noexcept {
  *memory = fails() ? nullptr : __libc_memalign(alignment, size);
  return *memory ? 0 : ENOMEM;
}

FAULTS_OPEN(open)
FAULTS_OPEN(open64)

int mkdir(const char* path, mode_t mode) noexcept {
  look_at(path);
  return static_cast<int>(syscall(SYS_mkdir, path, mode));
}

}  // extern "C"
