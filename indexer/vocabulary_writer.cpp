// Numbers the words of an index as they appear.
#include "indexer/vocabulary_writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "store/checked_metadata.hpp"
#include "store/codec.hpp"
#include "store/schema.hpp"
#include "store/word_texts.hpp"

namespace averment {
namespace {

std::string size_key() { return std::string(schema::metadata::vocabulary_size); }

}  // namespace

std::uint32_t FormNumbers::find(std::uint64_t hash) const { return slots_[place(hash)].number; }

void FormNumbers::insert(std::uint64_t hash, std::uint32_t number) {
  if (++size_ * 2 > slots_.size()) grow();
  slots_[place(hash)] = {hash, number};
}

void FormNumbers::clear() {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  size_ = 0;
}

/// Where it is, or would be put.
std::size_t FormNumbers::place(std::uint64_t hash) const {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].number != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void FormNumbers::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old)
    if (slot.number != 0) slots_[place(slot.hash)] = slot;
}

std::string VocabularyWriter::numbered(const ReportWords& words) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(words.forms.size());
  for (const WrittenWord& form : words.forms) numbers.push_back(number(form));
  std::vector<std::uint32_t> sequence = words.sequence;
  for (std::uint32_t& place : sequence)
    if (place != 0) place = numbers[place - 1];
  return pack_words(sequence);
}

void VocabularyWriter::write_new() {
  if (new_words_.empty()) return;
  database_.set_metadata(size_key(), std::to_string(*size_));
  std::uint32_t place = *size_ - static_cast<std::uint32_t>(new_words_.size());  // the number less 1
  std::string block;
  for (auto word = new_words_.begin(); word != new_words_.end(); block.clear()) {
    const std::string key = schema::word_block_key(place / words_in_block);
    if (place % words_in_block != 0) block = database_.get_metadata(key);
    do put_string(block, *word);
    while (++word != new_words_.end() && ++place % words_in_block != 0);
    database_.set_metadata(key, block);
  }
  new_words_.clear();
}

void VocabularyWriter::forget() {
  known_.clear();
  new_words_.clear();
  size_.reset();
}

std::uint32_t VocabularyWriter::number_new(const std::string& word) {
  if (!size_) {
    size_ = 0;
    const std::string size = database_.get_metadata(size_key());
    std::from_chars(size.data(), size.data() + size.size(), *size_);
  }
  new_words_.push_back(word);
  return ++*size_;
}

std::uint32_t VocabularyWriter::number(const WrittenWord& form) {
  if (const std::uint32_t number = known_.find(form.hash)) return number;
  if (known_.size() >= most_known_) known_.clear();
  const std::uint32_t number = noted(form);
  known_.insert(form.hash, number);
  return number;
}

/// As the metadata have it, from now on.
std::uint32_t VocabularyWriter::noted(const WrittenWord& form) {
  WordEntry entry = word_entry(database_, form.word).value_or(WordEntry());
  if (std::find(entry.stems.begin(), entry.stems.end(), form.stem) != entry.stems.end()) return entry.number;
  if (entry.number == 0) entry.number = number_new(form.word);
  entry.stems.push_back(form.stem);
  set_checked(database_, schema::word_key(form.word), pack(entry, form.word));
  return entry.number;
}

}  // namespace averment
