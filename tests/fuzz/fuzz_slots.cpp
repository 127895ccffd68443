// The bytes of value slots and metadata → values or the documented error. What can be read is written again as it is.
#include <algorithm>

#include "property.hpp"
#include "searcher/word_sequence.hpp"
#include "store/fingerprint.hpp"
#include "store/packing.hpp"
#include "store/revision.hpp"
#include "store/saved_queries.hpp"
#include "store/vocabulary.hpp"

namespace averment {
namespace {

constexpr std::string_view word = "soldiers";

std::string claims_again(std::string_view bytes) { return pack(unpack_claims(bytes), unpack_day(bytes)); }
std::string lines_again(std::string_view bytes) { return pack(unpack_lines(bytes)); }
std::string files_again(std::string_view bytes) { return pack(unpack_own_files(bytes)); }
std::string heading_again(std::string_view bytes) { return pack(unpack_heading(bytes)); }
std::string origin_again(std::string_view bytes) { return pack(unpack_origin(bytes)); }
std::string word_again(std::string_view bytes) { return pack(unpack_word(bytes, word), word); }
std::string words_again(std::string_view bytes) { return pack_words(unpack_words(bytes)); }
std::string ids_again(std::string_view bytes) { return pack_marks(unpack_marks(bytes)); }

std::string revision_again(std::string_view bytes) {
  const Revision revision = unpack_revision(7, bytes);
  utc_text(revision.time);
  return pack(revision);
}

std::string facets_again(std::string_view bytes) {
  std::vector<PackedFacet> facets;
  for (const FieldInfo& row : all_fields()) {
    std::vector<std::uint64_t> values;
    unpack_values(bytes, row.field, values);
    for (const std::uint64_t value : values) facets.push_back({row.field, value});
  }
  return pack(facets);
}

std::string bands_again(std::string_view bytes) {
  const std::size_t bands = bands_of(bytes).size();
  require(bands == 0 || bands == bytes.size() / 3, "a fingerprint has a band for each three bytes");
  return {};
}

/// Words side by side, found in bytes as in numbers.
std::string sequence_again(std::string_view bytes) {
  const std::vector<std::uint32_t> all = unpack_words(bytes);
  if (all.size() < 3) return {};
  const std::vector<std::uint32_t> last(all.end() - 2, all.end()), first(all.begin(), all.begin() + 1);
  const std::string packed = pack_words(all);
  require(has_sequence(packed, pack_words(last)), "words at the end stand side by side");
  const std::vector<std::uint32_t> turned(last.rbegin(), last.rend());
  const bool stands = std::search(all.begin(), all.end(), turned.begin(), turned.end()) != all.end();
  require(has_sequence(packed, pack_words(turned)) == stands, "bytes tell what numbers tell");
  has_near(packed, first, last, 5);
  return {};
}

constexpr std::string (*decoders[])(std::string_view) = {claims_again, lines_again,    files_again, heading_again,
                                                         origin_again, word_again,     words_again, ids_again,
                                                         facets_again, revision_again, bands_again, sequence_again};

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  std::string_view bytes = bytes_of(data, size);
  const auto again = decoders[take_choice(bytes, std::size(decoders))];
  std::string packed;
  if (accepted<IndexError>([&] { packed = again(bytes); }))
    if (!packed.empty()) require(again(packed) == packed, "what was read and written stays as it is");
  return 0;
}
