// Numbers the words of an index as they appear.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/memory_budget.hpp"
#include "store/vocabulary.hpp"

namespace averment {

/// Numbers of forms under their 64-bit hashes, without the forms: of a million, two are confused with a chance of one
/// to thirty million. Open addressing: one look at memory for each word of a report.
class FormNumbers {
 public:
  /// 0: it is not known.
  std::uint32_t find(std::uint64_t hash) const;
  void insert(std::uint64_t hash, std::uint32_t number);
  std::size_t size() const { return size_; }
  void clear();

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  ///< 0: the slot is free.
  };

  std::size_t place(std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::size_t size_ = 0;
};

/// Its changes are part of the database's transaction.
class VocabularyWriter {
 public:
  explicit VocabularyWriter(Xapian::WritableDatabase& database) : database_(database) {}

  void remember(std::size_t words) { most_known_ = words; }  ///< At most so many.
  /// The words' numbers in order, as slot::words has them; what the index does not know of them is noted.
  std::string numbered(const ReportWords& words);
  /// To be called before each commit.
  void write_new();
  /// What was noted since the last commit has been discarded.
  void forget();

 private:
  std::uint32_t number(const WrittenWord& form);
  std::uint32_t noted(const WrittenWord& form);
  std::uint32_t number_new(const std::string& word);

  Xapian::WritableDatabase& database_;
  std::optional<std::uint32_t> size_;   ///< Empty: not yet read.
  std::vector<std::string> new_words_;  ///< Those with the last numbers, which are not yet written under them.
  FormNumbers known_;
  std::size_t most_known_ = MemoryBudget().words;
};

}  // namespace averment
