// What can be searched for in a text: its words, folded and stemmed. Reports and queries go through here alike.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

/// Consecutive tokens are neighbours for phrases and near. Korean words give their overlapping pairs of syllables.
struct SearchToken {
  Span span;
  std::string word;  ///< As written, NFKC case-folded, at most 64 bytes; never empty, no NUL.
  std::string stem;  ///< Of word, by the text's language; equal to word where there is none.
  bool operator==(const SearchToken&) const = default;
};

/// Not for two threads at once.
class SearchAnalyzer {
 public:
  SearchAnalyzer();
  ~SearchAnalyzer();
  SearchAnalyzer(SearchAnalyzer&&) noexcept;

  /// `lang`: ISO 639-1; empty or unknown: no stemming.
  std::vector<SearchToken> analyze(std::string_view text, std::string_view lang);
  std::string stem(std::string_view folded_word, std::string_view lang);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
