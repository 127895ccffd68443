// The words of reports, kept in memory after they were read.
#include "searcher/word_blocks.hpp"

#include <algorithm>

#include "store/schema.hpp"

namespace averment {
std::string_view WordBlocks::of(const Xapian::Database& database, Xapian::docid number) {
  const Block* block = find(number);
  if (!block) {
    if (bytes_ > most_bytes_) clear();
    const std::size_t place = number / in_block;
    if (place >= blocks_.size()) blocks_.resize(std::max<std::size_t>(place, database.get_lastdocid() / in_block) + 1);
    blocks_[place] = read(database, number - number % in_block);
    block = blocks_[place].get();
    bytes_ += sizeof(Block) + block->words.capacity();
  }
  const Xapian::docid place = number % in_block;
  return std::string_view(block->words).substr(block->ends[place], block->ends[place + 1] - block->ends[place]);
}

void WordBlocks::prefetch_place(Xapian::docid number) const {
  if (const Block* block = find(number)) {
    __builtin_prefetch(&block->words);
    __builtin_prefetch(&block->ends[number % in_block]);
  }
}

void WordBlocks::prefetch(Xapian::docid number) const {
  constexpr std::uint32_t line = 64, most = 16 * line;
  const Block* block = find(number);
  if (!block) return;
  const std::uint32_t begin = block->ends[number % in_block];
  const std::uint32_t end = std::min(block->ends[number % in_block + 1], begin + most);
  for (std::uint32_t at = begin; at < end; at += line) __builtin_prefetch(block->words.data() + at);
}

std::unique_ptr<WordBlocks::Block> WordBlocks::read(const Xapian::Database& database, Xapian::docid first) {
  auto block = std::make_unique<Block>();
  if (!next_ || first < behind_) next_ = database.valuestream_begin(schema::slot::words);
  behind_ = first + in_block;
  Xapian::ValueIterator& value = *next_;
  const auto end = database.valuestream_end(schema::slot::words);
  if (value != end) value.skip_to(first);
  for (Xapian::docid i = 0; i < in_block; ++i) {
    if (value != end && value.get_docid() == first + i) {
      block->words += *value;
      ++value;
    }
    block->ends[i + 1] = static_cast<std::uint32_t>(block->words.size());
  }
  block->words.shrink_to_fit();
  return block;
}

void WordBlocks::clear() {
  blocks_.clear();
  next_.reset();
  bytes_ = 0;
}

}  // namespace averment
