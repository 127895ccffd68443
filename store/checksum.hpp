// One number for all that a document has beside its data, which carries a checksum of its own.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

namespace averment {

/// Of its terms with their counts and its value slots: 8 bytes, as slot::checksum has them. Not of slot::words, whose
/// numbers each index gives for itself, and which the data's checksum knows.
std::string checksum_of(const Xapian::Document& document);

/// Of one entry of a list. Sums of them do not depend on the order in which they are added.
std::uint64_t posting_hash(std::string_view term, Xapian::docid document, Xapian::termcount count);

}  // namespace averment
