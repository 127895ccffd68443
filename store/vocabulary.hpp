// What the metadata keep of every written word: the number that stands for it in slot::words, and its stems.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

/// A word as reports of one language have it. Both folded, never empty.
struct WrittenWord {
  WrittenWord(std::string_view written, std::string_view its_stem);

  std::string word;
  std::string stem;
  std::uint64_t hash;  ///< Of both.
  bool operator==(const WrittenWord&) const = default;
};

/// The words of a report in order: title, border, text.
struct ReportWords {
  std::vector<WrittenWord> forms;       ///< Each word once, in the order of first appearance.
  std::vector<std::uint32_t> sequence;  ///< For each place 1 + an index into forms; 0: the border.
};

struct WordEntry {
  std::uint32_t number = 0;        ///< From 1, in the order in which the index met the words.
  std::vector<std::string> stems;  ///< Under which reports are indexed that have the word; one for each way to stem it.
  bool operator==(const WordEntry&) const = default;
};

/// `word`: whose entry it is, from which its stems differ by a few letters at the end.
std::string pack(const WordEntry& entry, std::string_view word);
/// Bytes that are no packing throw IndexError (damaged).
WordEntry unpack_word(std::string_view bytes, std::string_view word);

/// Empty if no report has had the word.
std::optional<WordEntry> word_entry(const Xapian::Database& database, const std::string& word);

/// Numbers of words, 0 for the border between title and text, which neither phrases nor near reach across. As varints:
/// the words that an index meets first, which are the frequent ones, take one byte or two.
std::string pack_words(const std::vector<std::uint32_t>& numbers);
std::vector<std::uint32_t> unpack_words(std::string_view bytes);

}  // namespace averment
