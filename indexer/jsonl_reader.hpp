// JSON Lines → reports, one a line.
#pragma once

#include "indexer/byte_source.hpp"
#include "indexer/reading.hpp"

namespace averment {

/// A line over the size limit is rejected without being held. Where the source fails, what came before stays.
void read_json_lines(ByteSource& source, const Place& place, const Sink& sink);

}  // namespace averment
