// What the metadata keep of every written word: the number that stands for it in slot::words, and its stems.
#include "store/vocabulary.hpp"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/checked_metadata.hpp"
#include "store/codec.hpp"
#include "store/schema.hpp"

namespace averment {

WrittenWord::WrittenWord(std::string_view written, std::string_view its_stem)
    : word(written), stem(its_stem), hash(XXH64(word.data(), word.size(), XXH64(stem.data(), stem.size(), 0))) {}

std::string pack(const WordEntry& entry, std::string_view word) {
  std::string out;
  put_varint(out, entry.number);
  for (const std::string& stem : entry.stems) {
    const auto shared = std::mismatch(stem.begin(), stem.end(), word.begin(), word.end()).first - stem.begin();
    put_varint(out, static_cast<std::uint64_t>(shared));
    put_string(out, std::string_view(stem).substr(static_cast<std::size_t>(shared)));
  }
  return out;
}

WordEntry unpack_word(std::string_view bytes, std::string_view word) {
  ByteReader in(bytes, "words");
  WordEntry entry;
  entry.number = in.varint32();
  while (!in.at_end()) {
    const std::uint64_t shared = in.varint();
    if (shared > word.size()) in.fail();
    entry.stems.push_back(std::string(word.substr(0, shared)) + in.string());
  }
  if (entry.number == 0 || entry.stems.empty()) in.fail();
  return entry;
}

std::optional<WordEntry> word_entry(const Xapian::Database& database, const std::string& word) {
  const std::string bytes = checked_metadata(database, schema::word_key(word));
  return bytes.empty() ? std::nullopt : std::optional(unpack_word(bytes, word));
}

std::string pack_words(const std::vector<std::uint32_t>& numbers) {
  constexpr std::size_t longest = 5;
  std::string out(numbers.size() * longest, '\0');
  char* end = out.data();
  for (std::uint32_t number : numbers) {
    for (; number >= 0x80; number >>= 7) *end++ = static_cast<char>(number | 0x80);
    *end++ = static_cast<char>(number);
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

std::vector<std::uint32_t> unpack_words(std::string_view bytes) {
  ByteReader in(bytes, "words");
  std::vector<std::uint32_t> numbers;
  numbers.reserve(bytes.size());
  while (!in.at_end()) numbers.push_back(in.varint32());
  return numbers;
}

}  // namespace averment
