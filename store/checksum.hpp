// One number for all that a document has beside its data, which carries a checksum of its own.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "store/schema.hpp"

namespace averment {

/// What stands in the slots of a document; empty: nothing.
using DocumentValues = std::array<std::string, schema::slot::count>;

/// Takes each term once, in the order of their bytes.
class DocumentChecksum {
 public:
  void add_term(std::string_view term, std::uint32_t count);
  /// Of the terms with their counts and the values: 8 bytes, as slot::checksum has them. Not of slot::words, whose
  /// numbers each index gives for itself, and which the data's checksum knows.
  std::string with(const DocumentValues& values);

 private:
  std::string summed_;
};

/// Of a document as it stands, or is to stand, in an index.
std::string checksum_of(const Xapian::Document& document);

/// Of one entry of a list. Sums of them do not depend on the order in which they are added.
std::uint64_t posting_hash(std::string_view term, Xapian::docid document, Xapian::termcount count);

}  // namespace averment
