// One number for all that a document has beside its data, which carries a checksum of its own.
#include "store/checksum.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/codec.hpp"

namespace averment {

void DocumentChecksum::add_term(std::string_view term, std::uint32_t count) {
  put_string(summed_, term);
  put_varint(summed_, count);
}

std::string DocumentChecksum::with(const DocumentValues& values) {
  for (unsigned slot = 0; slot < values.size(); ++slot)
    if (slot != schema::slot::checksum && slot != schema::slot::words) put_string(summed_, values[slot]);
  std::string bytes;
  put_fixed64(bytes, XXH64(summed_.data(), summed_.size(), 0));
  return bytes;
}

std::string checksum_of(const Xapian::Document& document) {
  DocumentChecksum checksum;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    checksum.add_term(*term, term.get_wdf());
  DocumentValues values;
  for (unsigned slot = 0; slot < values.size(); ++slot) values[slot] = document.get_value(slot);
  return checksum.with(values);
}

std::uint64_t posting_hash(std::string_view term, Xapian::docid document, Xapian::termcount count) {
  return XXH64(term.data(), term.size(), std::uint64_t{document} << 32 | count);
}

}  // namespace averment
