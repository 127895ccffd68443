// One number for all that a document has beside its data, which carries a checksum of its own.
#include "store/checksum.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/codec.hpp"
#include "store/schema.hpp"

namespace averment {

std::string checksum_of(const Xapian::Document& document) {
  std::string all;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    put_string(all, *term);
    put_varint(all, term.get_wdf());
  }
  for (unsigned slot = 0; slot < schema::slot::count; ++slot)
    if (slot != schema::slot::checksum && slot != schema::slot::words) put_string(all, document.get_value(slot));
  std::string bytes;
  put_fixed64(bytes, XXH64(all.data(), all.size(), 0));
  return bytes;
}

std::uint64_t posting_hash(std::string_view term, Xapian::docid document, Xapian::termcount count) {
  return XXH64(term.data(), term.size(), std::uint64_t{document} << 32 | count);
}

}  // namespace averment
