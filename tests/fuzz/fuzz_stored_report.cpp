// The bytes of a document's data, with a checksum that is right → a report or the documented error.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "property.hpp"
#include "store/codec.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

std::string again(std::string_view bytes) { return serialize(deserialize(bytes)); }

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  accepted<IndexError>([&] { deserialize(bytes_of(data, size)); });
  std::string bytes(bytes_of(data, size));
  put_fixed64(bytes, XXH64(bytes.data(), bytes.size(), 0));
  std::string packed;
  accepted<IndexError>([&] {
    const RecordedReport record = deserialize_claims_and_hash(bytes);
    require(claim_ids(record).size() == record.claims.size(), "each claim has an id");
  });
  if (accepted<IndexError>([&] { packed = again(bytes); }))
    require(again(packed) == packed, "what was read and written stays as it is");
  return 0;
}
