// Checks an index against itself and against the files that its reports came from.
#pragma once

#include <vector>

#include "averment/answer.hpp"
#include "searcher/index_view.hpp"

namespace averment {

/// Every report is read whole: its checksum, its text's SHA-256, and its packed values against its claims. `files`:
/// those that the reports came from are read again.
std::vector<Damage> verify_index(IndexView& index, bool files);

}  // namespace averment
