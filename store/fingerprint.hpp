// What a report shares with its copies: few bytes that stay the same where few words change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/vocabulary.hpp"

namespace averment {

/// Hashes of all runs of four words, ascending, each once; of fewer words, their one run. `words`: numbers or hashes of
/// the words, in order.
std::vector<std::uint64_t> runs_of(const std::vector<std::uint64_t>& words);

/// The share of runs that two reports have in common, of all that either has (Jaccard's index): from 0 to 1.
double shared(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other);

/// MinHash with one permutation (Li, Owen and Zhang 2012), as bands (Leskovec, Rajaraman and Ullman, "Mining of Massive
/// Datasets", 3.4): two reports that share half of their runs agree in some band with a probability of 97 %, that share
/// three fifths, with 99.5 %. Of words by their hashes, so that it is the same in every index. Empty if there are none.
std::string fingerprint(const ReportWords& words);

/// A fingerprint's bands; equal numbers of different bands are different. None of bytes that are no fingerprint.
std::vector<std::uint32_t> bands_of(std::string_view fingerprint);

}  // namespace averment
