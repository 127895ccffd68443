// The words of reports, kept in memory after they were read: phrases look at many reports.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

/// Of one database. Begins anew where it holds more than `most_bytes`; 128 MB are the words of some 200,000 reports.
class WordBlocks {
 public:
  explicit WordBlocks(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// slot::words of a document, until the next call. `database`: always the same, as long as clear() is not called.
  std::string_view of(const Xapian::Database& database, Xapian::docid number);
  void clear();
  /// Has the memory fetched in which `of` will look, if it is read already: where it finds the words, then the words.
  void prefetch_place(Xapian::docid number) const;
  void prefetch(Xapian::docid number) const;

 private:
  static constexpr Xapian::docid in_block = 16;  // as many as share a block of Xapian's table

  struct Block {
    std::string words;
    std::array<std::uint32_t, in_block + 1> ends{};
  };

  std::unique_ptr<Block> read(const Xapian::Database& database, Xapian::docid first);
  const Block* find(Xapian::docid number) const {
    return number / in_block < blocks_.size() ? blocks_[number / in_block].get() : nullptr;
  }

  std::vector<std::unique_ptr<Block>> blocks_;
  std::optional<Xapian::ValueIterator> next_{};  // Behind the block that was read last: most are read in their order.
  Xapian::docid behind_ = 0;                     // That block's end.
  std::size_t most_bytes_, bytes_ = 0;
};

}  // namespace averment
