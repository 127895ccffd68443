// How much memory indexing takes, and what for.
#include "indexer/memory_budget.hpp"

#include <malloc.h>

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

// Measured at 1.5 and 10 MB of text. Of scripts without blanks two characters are a word each; a word with a capital
// letter may be a name, a number a claim.
constexpr std::size_t bytes_a_byte = 8, bytes_a_word = 190, more_for_a_new_word = 290, bytes_a_mark = 130,
                      more_for_a_name = 300, more_for_a_claim = 1600, bytes_a_byte_beyond_ascii = 50;
constexpr std::size_t bytes_a_tag = 256;  // and each entity, in reading and in analysis

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

enum class Kind : std::uint8_t { blank, mark, digit, small_letter, capital, beyond_ascii };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    kinds[byte] = byte >= 0x80                 ? Kind::beyond_ascii
                  : byte >= 'a' && byte <= 'z' ? Kind::small_letter
                  : byte >= 'A' && byte <= 'Z' ? Kind::capital
                  : byte >= '0' && byte <= '9' ? Kind::digit
                  : byte <= ' '                ? Kind::blank
                                               : Kind::mark;
  }
  return kinds;
}

bool of_word(Kind kind) { return kind == Kind::digit || kind == Kind::small_letter || kind == Kind::capital; }

struct WordCounts {
  std::size_t words = 0, new_words = 0, capitals = 0, numbers = 0, marks = 0, beyond_ascii = 0;
};

WordCounts count_words(std::string_view text) {
  static constexpr std::array<Kind, 256> kinds = make_kinds();
  constexpr std::size_t small = 64 << 10;  // where it is not worth while to tell words from each other
  std::optional<DistinctWords> distinct;
  if (text.size() > small) distinct.emplace();
  WordCounts counts;
  std::uint64_t hash = 0;
  bool in_word = false;
  const auto end_word = [&] {
    if (in_word && distinct) distinct->add(hash * 0x9E3779B97F4A7C15);
    in_word = false;
  };
  for (const char c : text) {
    const Kind kind = kinds[static_cast<unsigned char>(c)];
    if (!of_word(kind)) {
      end_word();
      counts.marks += kind == Kind::mark;
      counts.beyond_ascii += kind == Kind::beyond_ascii;
      continue;
    }
    if (!in_word) {
      ++counts.words;
      counts.capitals += kind == Kind::capital;
      counts.numbers += kind == Kind::digit;
      hash = 0;
      in_word = true;
    }
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  }
  end_word();
  counts.new_words = distinct ? static_cast<std::size_t>(distinct->count()) : counts.words;
  return counts;
}

std::size_t analysis_bytes(std::string_view text, const MemoryBudget& budget) {
  const WordCounts counts = count_words(text);
  return text.size() * bytes_a_byte + counts.words * bytes_a_word + counts.new_words * more_for_a_new_word +
         counts.marks * bytes_a_mark + counts.capitals * more_for_a_name +
         std::min(counts.numbers, budget.claims) * more_for_a_claim + counts.beyond_ascii * bytes_a_byte_beyond_ascii;
}

std::size_t tag_bytes(const Report& report) {
  std::size_t bytes = 0;
  for (const EntityTag& tag : report.entities) bytes += bytes_a_tag + 2 * tag.name.size();
  for (const std::string& tag : report.tags) bytes += bytes_a_tag + 2 * tag.size();
  return bytes;
}

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + megabyte - 1) / megabyte) + " MB"; }

}  // namespace

MemoryBudget::MemoryBudget(const IndexerOptions& options) : claims(options.most_claims) {
  const std::uint64_t limit = options.memory_limit;
  if (limit < least)
    throw InputError("a memory limit of " + megabytes(limit) + " is not enough to index anything: give at least " +
                     megabytes(least) + " with --memory-limit");
  const std::size_t spare = limit - program;
  line = spare / 12;
  read = std::min(spare / 32, 8 * megabyte);
  begun = spare / 4;
  analysis = spare / 8 * 5;
  unused = spare / 8;
  batch = std::min(spare / 32, 8 * megabyte);
  words = std::min(spare / 256, most_words);
  labels = std::min(spare / 1024, most_labels);
  threads = spare / (32 * megabyte);
}

std::size_t analysis_bytes(const Report& report, const MemoryBudget& budget) {
  return analysis_bytes(report.text, budget) + analysis_bytes(report.title, budget) + tag_bytes(report);
}

std::size_t bytes_as_read(const Report& report) {
  return bytes_a_tag + report.text.size() + report.title.size() + tag_bytes(report);
}

void give_back([[maybe_unused]] const MemoryBudget& budget) {
#ifdef __GLIBC__
  if (mallinfo2().fordblks > budget.unused) malloc_trim(0);
#endif
}

void check_room(const MemoryBudget& budget, std::size_t analysis_bytes) {
  if (analysis_bytes > budget.analysis)
    throw InputError("its analysis may take " + megabytes(analysis_bytes) + " of memory, and " +
                     megabytes(budget.analysis) + " are there: --memory-limit gives more");
}

}  // namespace averment
