// A report's text → tokens in sentences, paragraphs and quotations.
#pragma once

#include <memory>
#include <string_view>

#include "language/text.hpp"

namespace averment {

class KnowledgeFiles;

/// Shared by threads once made. Time is linear in the text's size.
class Tokenizer {
 public:
  explicit Tokenizer(const KnowledgeFiles& files);
  ~Tokenizer();

  /// `source` must be valid UTF-8 and outlive the result.
  Text tokenize(std::string_view source) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
