// How much memory indexing takes, and what for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "averment/indexer.hpp"
#include "averment/report.hpp"

namespace averment {

/// Parts of IndexerOptions::memory_limit. What is left over is for models, programs and the allocator's waste.
struct MemoryBudget {
  /// @throws InputError where so little is not enough for any report.
  explicit MemoryBudget(const IndexerOptions& options = {});

  std::size_t line = 0;      ///< Bytes of a report's file, or of its line.
  std::size_t read = 0;      ///< Bytes of reports that wait to be analyzed.
  std::size_t begun = 0;     ///< analysis_bytes of reports between reading and writing: one that takes more is alone.
  std::size_t analysis = 0;  ///< analysis_bytes of one report.
  std::size_t claims = 0;    ///< Of one report; no more are made.
  std::size_t unused = 0;    ///< Bytes that the allocator may keep free.
  std::size_t batch = 0;     ///< Bytes of text, of reports that wait to be committed.
  std::size_t words = 0;     ///< Whose numbers are remembered.
  std::size_t labels = 0;    ///< Names that are known to be written.
  std::size_t threads = 0;   ///< That analyze; each has caches of its own.
};

/// About what the analysis of a report takes, in bytes; where all numbers are words and make claims, half as much
/// again.
std::size_t analysis_bytes(const Report& report, const MemoryBudget& budget);

/// What a report takes that waits to be analyzed.
std::size_t bytes_as_read(const Report& report);

/// What the allocator keeps free goes back to the system if it is much: it would be kept for the thread that freed it,
/// while another one takes as much anew.
void give_back(const MemoryBudget& budget);

/// @throws InputError if that is more than the budget has for one report.
void check_room(const MemoryBudget& budget, std::size_t analysis_bytes);

}  // namespace averment
