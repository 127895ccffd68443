// Numbers the words of an index as they appear.
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/vocabulary.hpp"

namespace averment {

/// Its changes are part of the database's transaction.
class VocabularyWriter {
 public:
  explicit VocabularyWriter(Xapian::WritableDatabase& database) : database_(database) {}

  /// The words' numbers in order, as slot::words has them; what the index does not know of them is noted.
  std::string numbered(const ReportWords& words);
  /// To be called before each commit.
  void write_size();
  /// What was noted since the last commit has been discarded.
  void forget();

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::uint32_t number(const WordForm& form);
  std::uint32_t next_number();
  WordEntry& entry(const std::string& word);

  Xapian::WritableDatabase& database_;
  std::optional<std::uint32_t> size_;  ///< Empty: not yet read.
  bool grew_ = false;
  std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> known_;
};

}  // namespace averment
