// The bytes of a document's data, with a checksum that is right → a report or the documented error.
#include "property.hpp"
#include "store/spelling.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

StoredParts parts(std::string data, std::vector<std::string_view> words) { return {std::move(data), {}, words}; }

/// With the title's words and the text's, as many as a spelling may ask for or not.
const std::vector<std::string_view> some_words{"two", "dead", "", "the", "police", "said", "two", "soldiers"};

/// As if no word were known.
std::string serialized(const RecordedReport& record) {
  return serialize(record, {spelling_of(record.report.title, {}), spelling_of(record.report.text, {})});
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  accepted<IndexError>([&] { deserialize(parts(std::string(bytes_of(data, size)), some_words)); });
  for (const auto& words : {some_words, std::vector<std::string_view>()}) {
    std::string bytes;
    if (!accepted<IndexError>([&] { bytes = with_checksum(std::string(bytes_of(data, size)), words); })) continue;
    accepted<IndexError>([&] {
      const RecordedReport record = deserialize_claims_and_hash(parts(bytes, words));
      require(claim_ids(record).size() == record.claims.size(), "each claim has an id");
    });
    RecordedReport record;
    if (accepted<IndexError>([&] { record = deserialize(parts(bytes, words)); }))
      require(deserialize(parts(serialized(record), {})) == record, "what was read and written stays as it is");
  }
  return 0;
}
