// Saved queries among an index's metadata, and what they have seen.
#include "store/saved_queries.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "store/checked_metadata.hpp"
#include "store/codec.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace metadata = schema::metadata;

constexpr std::size_t bytes_of_mark = 8;

SavedQuery unpack_saved(std::string name, std::string_view bytes) {
  SavedQuery saved;
  saved.name = std::move(name);
  ByteReader in(bytes, "saved queries");
  const std::uint8_t modality = in.byte();  // 0: all
  if (modality > static_cast<std::uint8_t>(Modality::hypothetical) + 1) in.fail();
  saved.filter.modality.reset();
  if (modality > 0) saved.filter.modality = static_cast<Modality>(modality - 1);
  saved.filter.match = in.value(Match::possible);
  saved.filter.derived = in.byte() != 0;
  saved.query = in.rest();
  return saved;
}

}  // namespace

std::string saved_key(std::string_view name) { return std::string(metadata::saved).append(name); }
std::string seen_key(std::string_view name) { return std::string(metadata::seen).append(name); }

std::string pack(const SavedQuery& query) {
  std::string out;
  out += static_cast<char>(query.filter.modality ? static_cast<int>(*query.filter.modality) + 1 : 0);
  out += static_cast<char>(query.filter.match);
  out += static_cast<char>(query.filter.derived);
  return out += query.query;
}

std::vector<SavedQuery> saved_queries(const Xapian::Database& database) {
  std::vector<SavedQuery> all;
  const std::string prefix(metadata::saved);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
    all.push_back(unpack_saved((*key).substr(prefix.size()), checked_metadata(database, *key)));
  std::sort(all.begin(), all.end(), [](const SavedQuery& a, const SavedQuery& b) { return a.name < b.name; });
  return all;
}

std::uint64_t mark_of(std::string_view report, std::string_view claim_id) {
  return XXH64(claim_id.data(), claim_id.size(), XXH64(report.data(), report.size(), 0));
}

std::string pack_marks(std::vector<std::uint64_t> marks) {
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  std::string out;
  out.reserve(marks.size() * bytes_of_mark);
  for (const std::uint64_t mark : marks) put_fixed64(out, mark);
  return out;
}

std::vector<std::uint64_t> unpack_marks(std::string_view bytes) {
  ByteReader in(bytes, "claims that were seen");
  std::vector<std::uint64_t> marks;
  marks.reserve(bytes.size() / bytes_of_mark);
  while (!in.at_end()) marks.push_back(in.fixed64());
  return marks;
}

}  // namespace averment
