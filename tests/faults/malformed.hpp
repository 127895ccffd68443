// Reports that are sound, and inputs that are not, made from a seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "averment/report.hpp"

namespace averment::faults {

using Random = std::mt19937;

/// What must become of an input.
enum class Fate : std::uint8_t {
  rejected,
  taken,  ///< Without what cannot be read of it.
  either  ///< But one of them.
};

struct Input {
  std::string bytes;
  std::string id;  ///< Of the report, where it is taken.
  Fate fate = Fate::either;
};

constexpr std::uint64_t size_limit = 64 << 10;  ///< Under which the inputs are to be read.

/// With a claim or two, and in which language and charset it may be.
Report sound_report(Random& random, const std::string& id);

/// The report as a line, without its end, or as a file, in one of the ways in which it may be written.
std::string sound_line(Random& random, const Report& report);
std::string sound_file(Random& random, const Report& report);

/// One line without its end; never blank.
Input malformed_line(Random& random, const std::string& id);
Input malformed_file(Random& random, const std::string& id);

}  // namespace averment::faults
