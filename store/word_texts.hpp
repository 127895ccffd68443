// Written words by the numbers that stand for them in slot::words.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

/// How many words with consecutive numbers the metadata keep under one key.
inline constexpr std::uint32_t words_in_block = 64;

/// Of one database: what was read of it is kept, 64 MB at most, then it begins anew.
class WordTexts {
 public:
  /// The words of a report, from its slot::words; for the border an empty one. They hold until the next call.
  /// `database`: always the same, as long as clear() is not called. @throws IndexError (damaged)
  std::vector<std::string_view> of(const Xapian::Database& database, std::string_view slot);
  void clear();

 private:
  struct Block {
    std::string bytes;
    std::vector<std::string_view> words;
  };

  std::string_view word(const Xapian::Database& database, std::uint32_t number);
  const Block& read(const Xapian::Database& database, std::uint32_t block);

  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t bytes_ = 0;
};

}  // namespace averment
