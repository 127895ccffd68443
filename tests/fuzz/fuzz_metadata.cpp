// Metadata and compressed data of an index that may hold anything → values or the documented error.
#include <xapian.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "property.hpp"
#include "store/checked_metadata.hpp"
#include "store/codec.hpp"
#include "store/compression.hpp"
#include "store/revision.hpp"
#include "store/saved_queries.hpp"
#include "store/schema.hpp"
#include "store/vocabulary.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

/// A dictionary that is what was written, whatever it is, and data compressed with it.
void read_compressed(Xapian::WritableDatabase& database, std::string_view bytes) {
  const std::size_t half = bytes.size() / 2;
  std::string dictionary(bytes.substr(0, half));
  if (half > 0) put_fixed64(dictionary, XXH64(dictionary.data(), dictionary.size(), 0));
  database.set_metadata(std::string(schema::metadata::dictionary), dictionary);
  const Compression compression(database);
  accepted<IndexError>([&] { compression.expand(bytes.substr(half)); });
  // Bytes that are no dictionary of zstd's may be one to write with, and none to read with.
  accepted<IndexError>(
      [&] { require(compression.expand(compression.compress(bytes)) == bytes, "what was compressed comes back"); });
}

void read_metadata(Xapian::WritableDatabase& database, std::string_view bytes) {
  using namespace schema;
  const std::string value(bytes);
  // An empty value takes an entry away.
  for (const std::string& key : {saved_key("q"), seen_key("q"), revision_key(3), word_key("soldiers"),
                                 std::string(metadata::revision), std::string(metadata::dictionary)})
    database.set_metadata(key, value.empty() || key == metadata::revision ? value : with_checksum_of(key, value));
  newest_revision_number(database);
  accepted<IndexError>([&] { Compression compression(database); });
  accepted<IndexError>([&] { word_entry(database, "soldiers"); });
  accepted<IndexError>([&] { each_revision(database, 1, [](const Revision&) { return true; }); });
  accepted<IndexError>([&] {
    for (const SavedQuery& saved : saved_queries(database))
      require(pack(saved).size() == value.size(), "a saved query is stored as it is");
  });
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  std::string_view bytes = bytes_of(data, size);
  const bool compressed = take_choice(bytes, 2) == 1;
  static const TemporaryFolder folder;
  static Xapian::WritableDatabase database((folder / "index").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  compressed ? read_compressed(database, bytes) : read_metadata(database, bytes);
  return 0;
}
