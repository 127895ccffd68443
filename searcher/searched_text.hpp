// The words that a query looks for in texts: what snippets mark.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "language/search_analyzer.hpp"

namespace averment {

struct SearchedText {
  std::set<std::string> stems, words;
  std::vector<std::string> beginnings;  ///< Of wildcards.

  bool empty() const { return stems.empty() && words.empty() && beginnings.empty(); }
  bool matches(const SearchToken& token) const {
    return stems.contains(token.stem) || words.contains(token.word) ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return token.word.starts_with(beginning); });
  }
};

}  // namespace averment
