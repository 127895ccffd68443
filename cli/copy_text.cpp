// How alike two reports are, in words.
#include "cli/copy_text.hpp"

#include <fmt/format.h>

namespace averment::cli {

int shared_percent(double shared) { return static_cast<int>(shared * 100); }

std::string shared_text(double shared) { return fmt::format("{} % shared", shared_percent(shared)); }

}  // namespace averment::cli
