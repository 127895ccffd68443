// The head of a plain text file: lines of "key: value" between two lines "---".
#pragma once

#include <string>

#include "indexer/raw_report.hpp"

namespace averment {

/// The text begins after the closing line; a file without front matter is all text. Values are JSON (strings in
/// quotation marks, lists, objects) or plain words up to the line's end.
/// @throws InputError, with the line, for anything else.
/// `nesting_limit`: see read_json.
RawReport split_front_matter(std::string file, std::size_t nesting_limit);

}  // namespace averment
