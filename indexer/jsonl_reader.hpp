// JSON Lines → reports, one a line.
#pragma once

#include "indexer/byte_source.hpp"
#include "indexer/reading.hpp"

namespace averment {

/// How far a file that grows was read: up to the end of its last whole line.
struct JsonLinesTail {
  std::uint64_t bytes = 0, lines = 0;
  std::uint64_t hash = 0;  ///< XXH64 of those bytes.
};

/// What a reading begins with, and how far it came.
struct TailReading {
  JsonLinesTail from, reached;
};

/// A line over the size limit is rejected without being held. Where the source fails, what came before stays.
void read_json_lines(ByteSource& source, const Place& place, const Sink& sink);

/// The same from where the last reading ended, which is passed over; how far it comes is noted. False, and nothing is
/// handed on: the source begins otherwise than it did.
bool read_json_lines(ByteSource& source, const Place& place, const Sink& sink, TailReading& tail);

}  // namespace averment
