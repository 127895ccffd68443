// The words of reports, kept in memory after they were read: phrases look at many reports.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace averment {

/// Of one database. Holds an eighth of the machine's memory at most, and at least the words of 200,000 reports, 128 MB;
/// then begins anew.
class WordBlocks {
 public:
  /// slot::words of a document, until the next call. `database`: always the same, as long as clear() is not called.
  std::string_view of(const Xapian::Database& database, Xapian::docid number);
  void clear();
  /// Has the memory fetched in which `of` will look, if it is read already.
  void prefetch(Xapian::docid number) const;

 private:
  static constexpr Xapian::docid in_block = 16;  // as many as share a block of Xapian's table

  struct Block {
    std::string words;
    std::array<std::uint32_t, in_block + 1> ends{};
  };

  static Block read(const Xapian::Database& database, Xapian::docid first);

  std::unordered_map<Xapian::docid, Block> blocks_;
  std::size_t bytes_ = 0;
};

}  // namespace averment
