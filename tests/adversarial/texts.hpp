// Texts that nobody writes but somebody may send: of whatever size, made to be slow to read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace averment {

struct AdversarialText {
  std::string name;
  std::string (*make)(std::size_t bytes);
};

/// A file's content each: of `bytes`, or up to one unit of repetition less.
const std::vector<AdversarialText>& adversarial_texts();

}  // namespace averment
