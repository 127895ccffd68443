// The words of reports, kept in memory after they were read.
#include "searcher/word_blocks.hpp"

#include "store/schema.hpp"

namespace averment {
namespace {

constexpr std::size_t most_bytes = 128 << 20;

}  // namespace

std::string_view WordBlocks::of(const Xapian::Database& database, Xapian::docid number) {
  const Xapian::docid first = number / in_block * in_block;
  auto found = blocks_.find(first);
  if (found == blocks_.end()) {
    if (bytes_ > most_bytes) clear();
    found = blocks_.emplace(first, read(database, first)).first;
    bytes_ += sizeof(Block) + found->second.words.capacity();
  }
  const Block& block = found->second;
  const Xapian::docid place = number - first;
  return std::string_view(block.words).substr(block.ends[place], block.ends[place + 1] - block.ends[place]);
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
