// Sentences of a corpus whose names are marked, as training reads and mends them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "language/tagger_labels.hpp"

namespace averment {

/// Words [first, last) are a name.
struct LabeledName {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  TaggedType type = TaggedType::other;
};

struct LabeledSentence {
  std::vector<std::string> words;
  std::vector<LabeledName> names;  ///< Ascending, not overlapping.
  bool begins_report = false;      ///< The corpus says so.
};

/// One CoNLL file: a word and its label a line, apart by a tab or a blank; an empty line behind a sentence. Labels that
/// name no type (dates, quantities) are read as no name. @throws InputError if it cannot be read or has no label.
std::vector<LabeledSentence> read_conll(const std::filesystem::path& path);

}  // namespace averment
