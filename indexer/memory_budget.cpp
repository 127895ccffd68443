// How much memory indexing takes, and what for.
#include "indexer/memory_budget.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "averment/error.hpp"

namespace averment {
namespace {

constexpr std::size_t megabyte = 1 << 20;
// Models and lists take 46 MB, each thread and what is written some more.
constexpr std::size_t least = 128 * megabyte, program = 96 * megabyte;
constexpr std::size_t most_words = 2'000'000, most_labels = 200'000;  // some 64 and 20 MB

// Measured at 10 MB of text. Of scripts without blanks two characters are a word each.
constexpr std::size_t bytes_a_word = 230, more_for_a_new_word = 290, bytes_a_mark = 130, bytes_a_byte = 4,
                      bytes_a_byte_beyond_ascii = 50;

/// About how many different words were added, of some millions: by linear counting, Whang, Vander-Zanden and Taylor
/// 1990.
class DistinctWords {
 public:
  void add(std::uint64_t hash) { bits_[hash >> 42] = true; }
  double count() const {
    const double size = static_cast<double>(bits_.size());
    const double free = static_cast<double>(std::count(bits_.begin(), bits_.end(), false));
    return size * std::log(size / std::max(free, 1.0));
  }

 private:
  std::vector<bool> bits_ = std::vector<bool>(std::size_t{1} << 22);
};

enum class Kind : std::uint8_t { blank, mark, letter, beyond_ascii };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    kinds[byte] = byte >= 0x80 ? Kind::beyond_ascii : letter ? Kind::letter : byte <= ' ' ? Kind::blank : Kind::mark;
  }
  return kinds;
}

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + megabyte - 1) / megabyte) + " MB"; }

}  // namespace

MemoryBudget::MemoryBudget(std::uint64_t limit) {
  if (limit < least)
    throw InputError("a memory limit of " + megabytes(limit) + " is not enough to index anything: give at least " +
                     megabytes(least) + " with --memory-limit");
  const std::size_t spare = limit - program;
  line = spare / 12;
  read = std::min(spare / 32, 8 * megabyte);
  begun = spare / 4;
  analysis = spare / 2;
  batch = std::min(spare / 32, 8 * megabyte);
  words = std::min(spare / 256, most_words);
  labels = std::min(spare / 1024, most_labels);
  threads = spare / (32 * megabyte);
}

std::size_t analysis_bytes(std::string_view text) {
  static constexpr std::array<Kind, 256> kinds = make_kinds();
  constexpr std::size_t small = 64 << 10;  // where it is not worth while to tell words from each other
  std::optional<DistinctWords> distinct;
  if (text.size() > small) distinct.emplace();
  std::size_t words = 0, marks = 0, beyond_ascii = 0;
  std::uint64_t hash = 0;
  Kind before = Kind::blank;
  const auto end_word = [&] {
    if (before == Kind::letter && distinct) distinct->add(hash * 0x9E3779B97F4A7C15);
  };
  for (const char c : text) {
    const Kind kind = kinds[static_cast<unsigned char>(c)];
    if (kind == Kind::letter) {
      words += before != Kind::letter;
      hash = before == Kind::letter ? hash : 0;
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    } else {
      end_word();
      marks += kind == Kind::mark;
      beyond_ascii += kind == Kind::beyond_ascii;
    }
    before = kind;
  }
  end_word();
  const std::size_t new_words = distinct ? static_cast<std::size_t>(distinct->count()) : words;
  return text.size() * bytes_a_byte + words * bytes_a_word + new_words * more_for_a_new_word + marks * bytes_a_mark +
         beyond_ascii * bytes_a_byte_beyond_ascii;
}

std::size_t analysis_bytes(const Report& report) {
  constexpr std::size_t bytes_a_tag = 256;  // and each entity, in reading and in analysis
  std::size_t bytes = analysis_bytes(report.text) + analysis_bytes(report.title);
  for (const EntityTag& tag : report.entities) bytes += bytes_a_tag + 2 * tag.name.size();
  for (const std::string& tag : report.tags) bytes += bytes_a_tag + 2 * tag.size();
  return bytes;
}

void check_room(const MemoryBudget& budget, std::size_t analysis_bytes) {
  if (analysis_bytes > budget.analysis)
    throw InputError("its analysis may take " + megabytes(analysis_bytes) + " of memory, and " +
                     megabytes(budget.analysis) + " are there: --memory-limit gives more");
}

}  // namespace averment
