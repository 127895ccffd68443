// The longest name of the gazetteer that begins at a token.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "language/gazetteer.hpp"
#include "language/text_words.hpp"

namespace averment {

struct GazetteerMatch {
  std::size_t last = 0;  ///< Behind its last token.
  std::size_t words = 0;
  const GazetteerName* name = nullptr;  ///< Null: none begins here.
};

/// Everything it refers to must outlive it.
class GazetteerMatcher {
 public:
  GazetteerMatcher(const Text& text, const TextWords& words, const Gazetteer& gazetteer)
      : text_(text), words_(words), gazetteer_(gazetteer) {}

  /// Never crosses `end`.
  GazetteerMatch match(std::size_t first, std::size_t end) const;

  /// The words around tokens [first, last) say that a place stands there: "in X", "X province", "X, Iraq".
  bool is_placed(std::size_t first, std::size_t last) const;

 private:
  const GazetteerName* acceptable(const std::string& key, std::size_t first, std::size_t last, std::size_t words) const;
  bool fits(const GazetteerName& name, std::size_t first, std::size_t last, std::size_t words) const;
  bool may_begin(std::size_t first) const;
  bool context_holds(std::string_view context) const;

  const Text& text_;
  const TextWords& words_;
  const Gazetteer& gazetteer_;
  mutable std::unordered_map<std::string_view, bool> contexts_;  // a text is searched once for each
};

}  // namespace averment
