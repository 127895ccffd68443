// What a report shares with its copies: few bytes that stay the same where few words change.
#include "store/fingerprint.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace averment {
namespace {

constexpr std::size_t run_words = 4;
constexpr std::size_t bands = 12, rows = 2, bins = bands * rows;
constexpr std::size_t band_bytes = 3;
constexpr std::uint64_t empty_bin = ~std::uint64_t{0};

/// MurmurHash3's last step: all bits depend on all.
std::uint64_t mixed(std::uint64_t hash) {
  hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDull;
  hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53ull;
  return hash ^ hash >> 33;
}

/// The least hash of each bin; an empty bin has that of the next one, with its distance.
std::array<std::uint64_t, bins> least_of_bins(const std::vector<std::uint64_t>& runs) {
  std::array<std::uint64_t, bins> least;
  least.fill(empty_bin);
  for (const std::uint64_t run : runs) {
    std::uint64_t& bin = least[run % bins];
    bin = std::min(bin, run);
  }
  std::array<std::uint64_t, bins> filled = least;
  for (std::size_t bin = 0; bin < bins; ++bin)
    for (std::size_t distance = 1; filled[bin] == empty_bin && distance < bins; ++distance)
      if (const std::uint64_t next = least[(bin + distance) % bins]; next != empty_bin)
        filled[bin] = mixed(next + distance);
  return filled;
}

std::vector<std::uint64_t> all_runs(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> runs;
  runs.reserve(words.size());
  const std::size_t in_run = std::min(run_words, words.size());
  for (std::size_t begin = 0; in_run > 0 && begin + in_run <= words.size(); ++begin) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < in_run; ++i) hash = mixed(hash + words[begin + i] + 0x9E3779B97F4A7C15ull);
    runs.push_back(hash);
  }
  return runs;
}

}  // namespace

std::vector<std::uint64_t> runs_of(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> runs = all_runs(words);
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double shared(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
  std::size_t common = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    common += *a == *b;
    const bool a_first = *a <= *b, b_first = *b <= *a;
    a += a_first;
    b += b_first;
  }
  const std::size_t all = one.size() + other.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

std::string fingerprint(const ReportWords& words) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.sequence.size());
  for (const std::uint32_t place : words.sequence)
    if (place != 0) hashes.push_back(words.forms[place - 1].hash);
  std::string print;
  const std::vector<std::uint64_t> runs = all_runs(hashes);  // unsorted: the least are looked for
  if (runs.empty()) return print;
  const std::array<std::uint64_t, bins> least = least_of_bins(runs);
  for (std::size_t band = 0; band < bands; ++band) {
    std::uint64_t hash = 0;
    for (std::size_t row = 0; row < rows; ++row) hash = mixed(hash + least[band * rows + row]);
    for (std::size_t byte = 0; byte < band_bytes; ++byte) print += static_cast<char>(hash >> 8 * byte & 0xFF);
  }
  return print;
}

std::vector<std::uint32_t> bands_of(std::string_view fingerprint) {
  std::vector<std::uint32_t> numbers;
  if (fingerprint.size() != bands * band_bytes) return numbers;
  for (std::size_t band = 0; band < bands; ++band) {
    auto number = static_cast<std::uint32_t>(band);
    for (std::size_t byte = 0; byte < band_bytes; ++byte)
      number = number << 8 | static_cast<unsigned char>(fingerprint[band * band_bytes + byte]);
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace averment
