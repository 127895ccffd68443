// The words of reports, kept in memory after they were read.
#include "searcher/word_blocks.hpp"

#include <unistd.h>

#include <algorithm>

#include "store/schema.hpp"

namespace averment {
namespace {

/// An eighth of the machine's memory, but room for the words of 200,000 reports on any.
std::size_t most_bytes() {
  constexpr std::size_t least = 128 << 20;
  const long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return least;
  return std::max(least, static_cast<std::size_t>(pages) / 8 * static_cast<std::size_t>(page));
}

}  // namespace

std::string_view WordBlocks::of(const Xapian::Database& database, Xapian::docid number) {
  const Xapian::docid first = number / in_block * in_block;
  auto found = blocks_.find(first);
  if (found == blocks_.end()) {
    static const std::size_t most = most_bytes();
    if (bytes_ > most) clear();
    found = blocks_.emplace(first, read(database, first)).first;
    bytes_ += sizeof(Block) + found->second.words.capacity();
  }
  const Block& block = found->second;
  const Xapian::docid place = number - first;
  return std::string_view(block.words).substr(block.ends[place], block.ends[place + 1] - block.ends[place]);
}

void WordBlocks::prefetch(Xapian::docid number) const {
  constexpr std::uint32_t line = 64, most = 16 * line;
  const auto found = blocks_.find(number / in_block * in_block);
  if (found == blocks_.end()) return;
  const Block& block = found->second;
  const std::uint32_t begin = block.ends[number % in_block];
  const std::uint32_t end = std::min(block.ends[number % in_block + 1], begin + most);
  for (std::uint32_t at = begin; at < end; at += line) __builtin_prefetch(block.words.data() + at);
}

WordBlocks::Block WordBlocks::read(const Xapian::Database& database, Xapian::docid first) {
  Block block;
  auto value = database.valuestream_begin(schema::slot::words);
  const auto end = database.valuestream_end(schema::slot::words);
  if (value != end) value.skip_to(first);
  for (Xapian::docid i = 0; i < in_block; ++i) {
    if (value != end && value.get_docid() == first + i) {
      block.words += *value;
      ++value;
    }
    block.ends[i + 1] = static_cast<std::uint32_t>(block.words.size());
  }
  block.words.shrink_to_fit();
  return block;
}

void WordBlocks::clear() {
  blocks_.clear();
  bytes_ = 0;
}

}  // namespace averment
