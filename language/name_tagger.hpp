// Text → the names in it, as the trained tagger sees them.
#pragma once

#include <vector>

#include "language/tagger_model.hpp"

namespace averment {

/// A name that the tagger found: tokens [first, last).
struct TaggedName {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  TaggedType type = TaggedType::other;
};

/// What the tagger keeps from report to report, so that common words are looked up once: for one thread at a time.
class TaggerMemory {
 public:
  using Scores = LabelScores<std::int32_t>;

  WordForms forms;

 private:
  friend class NameTagger;
  /// The sums of what one word adds to the token that it is, or is beside.
  struct Sums {
    std::array<TaggerModel::Row, places> rows{};
    std::uint64_t written = 0;
    std::array<bool, places> known{};
  };
  static constexpr std::size_t size = 1 << 14;

  std::vector<Sums> sums_ = std::vector<Sums>(size);
  std::vector<Scores> window_;
  std::vector<const TaggerModel::Row*> rows_;
  LabelSequence<std::int32_t> sequence_;
  std::vector<TaggerLabel> labels_;
};

/// Appends the names that labels of a window's tokens, from `first` on, spell out.
void append_names(const std::vector<TaggerLabel>& labels, std::uint32_t first, std::vector<TaggedName>& names);

/// Ascending, not overlapping. The memory must have served no other model.
std::vector<TaggedName> tag_names(const TokenFeatures& features, const TaggerModel& model, TaggerMemory& memory);

}  // namespace averment
