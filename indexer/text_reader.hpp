// A plain text file → a report.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/reading.hpp"

namespace averment {

/// `id`: the report's, unless front matter states one. Hands one item on, and warnings before it.
void read_text_file(const std::filesystem::path& path, const std::string& id, const Place& place, const Sink& sink);

}  // namespace averment
