// What the trained tagger sees of a token, as numbers: trainer and decoder take it from here.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/name_finder.hpp"
#include "language/text_words.hpp"

namespace averment {

/// A feature's hash. Equal in every build on every machine.
using Feature = std::uint64_t;

/// Room for the features of one token.
class FeatureList {
 public:
  static constexpr std::size_t capacity = 128;  ///< A word has at most 25 classes, see token_features.cpp.

  void clear() { size_ = 0; }
  void add(Feature feature) { features_[size_++] = feature; }
  const Feature* begin() const { return features_.data(); }
  const Feature* end() const { return features_.data() + size_; }
  std::size_t size() const { return size_; }

 private:
  std::array<Feature, capacity> features_;
  std::size_t size_ = 0;
};

/// Tokens [first, last) of one sentence.
struct TokenWindow {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Where a word stands, seen from the token that is looked at.
enum class Place : std::uint8_t { self, before, behind, two_before, two_behind };
constexpr std::size_t places = 5;
constexpr std::array<int, places> offset_of = {0, -1, 1, -2, 2};

/// What a word alone tells, wherever it stands.
struct WordForm {
  std::uint64_t written = 0;  ///< Its hash, another one in capitals or another language; 0: none.
  std::uint64_t key = 0;
  std::uint64_t shape = 0;    ///< Of "O'Brien-Smith": "X'Xx-Xx".
  std::uint32_t classes = 0;  ///< See NameWordClass.
  std::uint32_t lists = 0;    ///< The name lists that it is in.
  std::uint8_t coarse = 0;    ///< Small letters, a capital, all capitals, a number, a mark.
  std::array<std::uint64_t, 4> starts{}, ends{};
};

/// Forms of the words met last, from report to report.
class WordForms {
 public:
  WordForms() : forms_(size) {}
  WordForm& place_of(std::uint64_t written) { return forms_[written % size]; }

 private:
  static constexpr std::size_t size = 1 << 14;
  std::vector<WordForm> forms_;
};

/// The text and its words must outlive it.
class TokenFeatures {
 public:
  /// `found`: what the rules say, ascending.
  TokenFeatures(const Text& text, const TextWords& words, const std::vector<FoundName>& found,
                const Gazetteer& gazetteer, WordForms& forms);

  /// The stretches in which names may stand: words with capitals and what is between them, if it is short. Ascending.
  const std::vector<TokenWindow>& windows() const { return windows_; }
  TokenWindow sentence(std::size_t token) const;

  /// Of a token in a window, or beside one; in `sentence`, or else the form that stands for none.
  const WordForm& form(std::size_t token, TokenWindow sentence, Place place) const {
    return form(token, sentence, offset_of[static_cast<std::size_t>(place)]);
  }

  /// Features that a word alone gives to the token that it is, or is beside.
  static void add_word(const WordForm& form, Place place, FeatureList& features);

  /// All of a token's features, as the decoder sums them up.
  void add_all(std::size_t token, FeatureList& features) const;

  /// All but those of words: of pairs, of runs of capitals, of what the rules found, of the rest of the report.
  void add_surroundings(std::size_t token, TokenWindow sentence, FeatureList& features) const;

 private:
  struct Run {
    std::uint32_t first = 0, last = 0;
  };

  void find_rules(const std::vector<FoundName>& found);
  void find_windows();
  bool may_be_in_name(std::size_t token, const Sentence& sentence) const;
  void find_runs();
  void find_forms(const Gazetteer& gazetteer, WordForms& forms);
  WordForm form_of(std::size_t token, std::uint64_t written, const Gazetteer& gazetteer) const;
  const WordForm& form(std::size_t token, TokenWindow sentence, int offset) const;
  std::uint64_t rule(std::size_t token, TokenWindow sentence, int offset) const;
  void add_pairs(std::size_t token, TokenWindow sentence, FeatureList& features) const;
  void add_rules(std::size_t token, TokenWindow sentence, FeatureList& features) const;
  void add_run(std::size_t token, TokenWindow sentence, FeatureList& features) const;
  void add_report(std::size_t token, const WordForm& here, FeatureList& features) const;

  const Text& text_;
  const TextWords& words_;
  std::vector<TokenWindow> windows_;
  std::vector<WordForm> forms_;
  std::vector<std::uint32_t> form_of_;  // by token; 0: none was needed
  std::vector<std::uint8_t> rules_;     // by token: 0, or 1 + type * 4 + part
  std::vector<std::uint8_t> evidence_;
  std::vector<Run> runs_;
  std::vector<std::uint32_t> run_of_;                             // by token: 1 + its run; 0: none
  std::unordered_map<std::string_view, std::uint16_t> in_names_;  // word → types of the rules' names that have it
};

}  // namespace averment
