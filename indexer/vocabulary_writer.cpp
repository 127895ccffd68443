// Numbers the words of an index as they appear.
#include "indexer/vocabulary_writer.hpp"

#include <algorithm>
#include <charconv>

#include "store/schema.hpp"

namespace averment {
namespace {

constexpr std::size_t most_known = 500'000;  // some 60 MB

std::string size_key() { return std::string(schema::metadata::vocabulary_size); }

}  // namespace

std::string VocabularyWriter::numbered(const ReportWords& words) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(words.forms.size());
  for (const WordForm& form : words.forms) numbers.push_back(number(form));
  std::vector<std::uint32_t> sequence;
  sequence.reserve(words.sequence.size());
  for (const std::uint32_t place : words.sequence) sequence.push_back(place == 0 ? 0 : numbers[place - 1]);
  return pack_words(sequence);
}

void VocabularyWriter::write_size() {
  if (grew_) database_.set_metadata(size_key(), std::to_string(*size_));
  grew_ = false;
}

void VocabularyWriter::forget() {
  known_.clear();
  grew_ = false;
  size_.reset();
}

std::uint32_t VocabularyWriter::next_number() {
  if (!size_) {
    size_ = 0;
    const std::string size = database_.get_metadata(size_key());
    std::from_chars(size.data(), size.data() + size.size(), *size_);
  }
  grew_ = true;
  return ++*size_;
}

std::uint32_t VocabularyWriter::number(const WordForm& form) {
  WordEntry& known = entry(form.word);
  if (std::find(known.stems.begin(), known.stems.end(), form.stem) != known.stems.end()) return known.number;
  if (known.number == 0) known.number = next_number();
  known.stems.push_back(form.stem);
  database_.set_metadata(schema::word_key(form.word), pack(known, form.word));
  return known.number;
}

WordEntry& VocabularyWriter::entry(const std::string& word) {
  if (known_.size() >= most_known) known_.clear();
  const auto [found, is_new] = known_.try_emplace(word);
  if (!is_new) return found->second;
  if (std::optional<WordEntry> stored = word_entry(database_, word)) found->second = std::move(*stored);
  return found->second;
}

}  // namespace averment
