// The terms of a document with their counts, in little memory until Xapian takes them.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/checksum.hpp"

namespace averment {

/// A Xapian::Document allocates several times for each term. Made where it is written, from terms in order, it takes
/// less time, and memory for one document instead of a batch.
class DocumentTerms {
 public:
  void reserve(std::size_t terms);
  /// No NUL is in it.
  void add(std::string_view prefix, std::string_view text, std::uint32_t count);
  /// By their bytes, equal ones as one with the sum of their counts. To be called when all are added.
  void sort();

  void add_to(Xapian::Document& document) const;
  void add_to(DocumentChecksum& checksum) const;

 private:
  struct Term {
    std::uint64_t beginning = 0;        ///< Its first 8 bytes as a number, which compares as they do.
    std::uint32_t begin = 0, size = 0;  ///< Of letters_.
    std::uint32_t count = 0;            ///< How often the report has it; 0 if it is no word.
  };

  std::string_view text_of(const Term& term) const { return {letters_.data() + term.begin, term.size}; }

  std::string letters_;
  std::vector<Term> terms_;
};

}  // namespace averment
