// Saved queries among an index's metadata, and what they have seen.
#include "store/saved_queries.hpp"

#include <algorithm>
#include <charconv>

#include "store/codec.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace metadata = schema::metadata;

constexpr std::size_t bytes_of_id = 8;
constexpr std::size_t digits_of_id = 16;

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

std::string hexadecimal(std::uint64_t id) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(digits_of_id, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, id >>= 4) *digit = digits[id & 15];
  return text;
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
    all.push_back(unpack_saved((*key).substr(prefix.size()), database.get_metadata(*key)));
  std::sort(all.begin(), all.end(), [](const SavedQuery& a, const SavedQuery& b) { return a.name < b.name; });
  return all;
}

std::string pack_claim_ids(const std::vector<std::string>& claim_ids) {
  std::vector<std::uint64_t> numbers;
  for (const std::string& id : claim_ids) {
    std::uint64_t number = 0;
    std::from_chars(id.data(), id.data() + id.size(), number, 16);
    numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string out;
  out.reserve(numbers.size() * bytes_of_id);
  for (const std::uint64_t number : numbers) put_fixed64(out, number);
  return out;
}

std::vector<std::string> unpack_claim_ids(std::string_view bytes) {
  ByteReader in(bytes, "claims that were seen");
  std::vector<std::string> ids;
  while (!in.at_end()) ids.push_back(hexadecimal(in.fixed64()));
  return ids;
}

}  // namespace averment
