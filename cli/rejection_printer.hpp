// Names on standard error what could not be taken.
#pragma once

#include "averment/indexer.hpp"

namespace averment::cli {

/// "path:line: reason".
void print_rejection(const Rejection& rejection);

}  // namespace averment::cli
