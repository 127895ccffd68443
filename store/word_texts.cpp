// Written words by the numbers that stand for them in slot::words.
#include "store/word_texts.hpp"

#include "store/codec.hpp"
#include "store/schema.hpp"
#include "store/vocabulary.hpp"

namespace averment {
namespace {

constexpr std::size_t most_bytes = 64 << 20;

[[noreturn]] void fail() { ByteReader({}, "words").fail(); }

}  // namespace

std::vector<std::string_view> WordTexts::of(const Xapian::Database& database, std::string_view slot) {
  if (bytes_ > most_bytes) clear();
  std::vector<std::string_view> words;
  words.reserve(slot.size());
  for (const std::uint32_t number : unpack_words(slot))
    words.push_back(number == 0 ? std::string_view() : word(database, number));
  return words;
}

void WordTexts::clear() {
  blocks_.clear();
  bytes_ = 0;
}

std::string_view WordTexts::word(const Xapian::Database& database, std::uint32_t number) {
  const std::uint32_t block = (number - 1) / words_in_block, place = (number - 1) % words_in_block;
  const bool is_known = block < blocks_.size() && blocks_[block];
  const Block& words = is_known ? *blocks_[block] : read(database, block);
  if (place >= words.words.size()) fail();
  return words.words[place];
}

const WordTexts::Block& WordTexts::read(const Xapian::Database& database, std::uint32_t block) {
  auto read = std::make_unique<Block>();
  read->bytes = database.get_metadata(schema::word_block_key(block));
  if (read->bytes.empty()) fail();  // before a number that is none makes room for itself
  for (ByteReader in(read->bytes, "words"); !in.at_end();) read->words.push_back(in.bytes(in.count(1)));
  if (block >= blocks_.size()) blocks_.resize(block + 1);
  bytes_ += sizeof(Block) + read->bytes.size() + read->words.size() * sizeof(std::string_view);
  blocks_[block] = std::move(read);
  return *blocks_[block];
}

}  // namespace averment
