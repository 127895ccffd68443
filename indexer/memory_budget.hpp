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
  explicit MemoryBudget(std::uint64_t limit = IndexerOptions().memory_limit);

  std::size_t line = 0;      ///< Bytes of a report's file, or of its line.
  std::size_t read = 0;      ///< Bytes of reports that wait to be analyzed.
  std::size_t begun = 0;     ///< analysis_bytes of reports between reading and writing, above which none is begun.
  std::size_t analysis = 0;  ///< analysis_bytes of one report.
  std::size_t batch = 0;     ///< Bytes of text, of reports that wait to be committed.
  std::size_t words = 0;     ///< Whose numbers are remembered.
  std::size_t labels = 0;    ///< Names that are known to be written.
  std::size_t threads = 0;   ///< That analyze; each has caches of its own.
};

/// About what the analysis of a text takes, in bytes; of one that is dense with names and claims, half as much again.
std::size_t analysis_bytes(std::string_view text);
/// Of all that a report holds.
std::size_t analysis_bytes(const Report& report);

/// @throws InputError if that is more than the budget has for one report.
void check_room(const MemoryBudget& budget, std::size_t analysis_bytes);

}  // namespace averment
