// CoNLL columns → texts with the names marked in them.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "averment/entity.hpp"

namespace averment::evaluation {

struct LabelledSpan {
  Span span;
  std::string label;  ///< "PER", without its B- or I-.
  auto operator<=>(const LabelledSpan&) const = default;
};

struct LabelledText {
  std::string text;
  std::vector<LabelledSpan> names;  ///< Ascending.
};

/// Lines `token ... tag` (tags O, B-X, I-X), blank lines between sentences, "-DOCSTART-" between documents; where a
/// file has none of these, each sentence is a text of its own. Sentences become paragraphs, and blanks are left out
/// where writers leave them out: before a comma, inside brackets.
std::vector<LabelledText> read_conll(std::istream& in);

}  // namespace averment::evaluation
