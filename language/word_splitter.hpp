// Text → the places of its words, by Unicode's word boundaries (UAX #29) and ICU's dictionaries for scripts
// that write without blanks.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

/// Not for two threads at once.
class WordSplitter {
 public:
  WordSplitter();
  ~WordSplitter();

  /// Appends every word of `text` to `words`, in order. Possessive endings are off, "killed.The" is two words, "U.S"
  /// and "2.5" one; words of Hangul syllables give their overlapping pairs. Linear in the size of text.
  void split(std::string_view text, std::vector<Span>& words);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
