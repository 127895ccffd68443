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

/// Token `first` up to `last` of one sentence: the stretches in which a name may stand.
struct TokenWindow {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Where a word stands, seen from the token that is looked at.
enum class Place : std::uint8_t { self, before, behind, two_before, two_behind };
constexpr std::size_t places = 5;

/// The text, its words and what was found must outlive it.
class TokenFeatures {
 public:
  /// `found`: what the rules say, ascending.
  TokenFeatures(const Text& text, const TextWords& words, const std::vector<FoundName>& found,
                const Gazetteer& gazetteer);

  /// Within two tokens of a capital or of a name that the rules found; ascending.
  const std::vector<TokenWindow>& windows() const { return windows_; }

  /// Tokens with the same kind have the same features of words.
  std::uint32_t kind(std::size_t token) const { return kinds_[token]; }
  std::uint64_t kind_hash(std::uint32_t kind) const { return forms_[kind].written; }

  /// Features that a word alone gives to the token that it is, or is beside. Appends.
  void add_word(std::uint32_t kind, Place place, std::vector<Feature>& features) const;

  /// All the others: of pairs, of runs of capitals, of what the rules found, of the rest of the report. Appends.
  void add_surroundings(std::size_t token, TokenWindow sentence, std::vector<Feature>& features) const;

  /// All of a token's features. Appends.
  void add_all(std::size_t token, TokenWindow sentence, std::vector<Feature>& features) const;

  /// The sentence that the token stands in.
  TokenWindow sentence(std::size_t token) const;

 private:
  struct Form {
    std::uint64_t written = 0;
    std::uint64_t key = 0;
    std::uint64_t shape = 0;  ///< "Xx-x"
    std::uint8_t coarse = 0;  ///< lower, capital, upper, number, mark
    std::uint32_t classes = 0;
    std::uint32_t lists = 0;  ///< Bits of NameList, and whether a longer name begins so.
    std::array<std::uint64_t, 4> starts{}, ends{};
  };
  struct Seen {
    std::uint16_t types = 0;  ///< Bits: types of the rules' names that the word is a part of, alone and as the last.
    std::uint8_t lower = 0;
    std::uint8_t capital = 0;
  };
  struct Run {
    std::uint32_t first = 0, last = 0;
  };

  void find_forms(const Gazetteer& gazetteer);
  Form form_of(std::size_t token, const Gazetteer& gazetteer) const;
  void find_rules(const std::vector<FoundName>& found);
  void find_windows();
  void find_runs();
  const Form* form(std::size_t token, TokenWindow sentence, int offset) const;

  const Text& text_;
  const TextWords& words_;
  std::vector<std::uint32_t> kinds_;
  std::vector<Form> forms_;
  std::vector<std::uint8_t> rules_;  ///< 0, or 1 + type * 4 + part
  std::vector<std::uint8_t> evidence_;
  std::vector<Run> runs_;
  std::vector<std::uint32_t> run_of_;
  std::unordered_map<std::uint64_t, Seen> seen_;
  std::vector<TokenWindow> windows_;
};

}  // namespace averment
