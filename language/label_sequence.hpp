// The best legal sequence of labels over a window (Viterbi).
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

#include "language/tagger_labels.hpp"

namespace averment {

constexpr std::size_t padded_labels = 32;
template <typename Number>
using LabelScores = std::array<Number, padded_labels>;
template <typename Number>
using Transitions = std::array<std::array<Number, tagger_labels>, tagger_labels>;  ///< [before][label]

/// The labels that may stand before each label.
struct LegalLabels {
  std::array<std::array<TaggerLabel, tagger_labels>, tagger_labels> before{};
  std::array<std::uint8_t, tagger_labels> counts{};
};
constexpr LegalLabels legal_labels = [] {
  LegalLabels legal;
  for (TaggerLabel label = 0; label < tagger_labels; ++label)
    for (TaggerLabel before = 0; before < tagger_labels; ++before)
      if (may_follow(before, label)) legal.before[label][legal.counts[label]++] = before;
  return legal;
}();

/// Keeps its memory from window to window.
template <typename Number>
class LabelSequence {
 public:
  /// Outside stands before and behind the window.
  void find(const std::vector<LabelScores<Number>>& scores, std::size_t count, const Transitions<Number>& transitions,
            std::vector<TaggerLabel>& labels) {
    labels.resize(count);
    if (count == 0) return;
    constexpr Number never = std::numeric_limits<Number>::lowest() / 4;
    if (from_.size() < count) from_.resize(count);
    std::array<Number, tagger_labels> best, next;
    for (TaggerLabel label = 0; label < tagger_labels; ++label)
      best[label] = may_follow(outside_label, label) ? scores[0][label] + transitions[outside_label][label] : never;
    for (std::size_t at = 1; at < count; ++at) {
      for (TaggerLabel label = 0; label < tagger_labels; ++label) {
        Number most = never;
        TaggerLabel from = outside_label;
        for (std::size_t i = 0; i < legal_labels.counts[label]; ++i) {
          const TaggerLabel before = legal_labels.before[label][i];
          const Number score = best[before] + transitions[before][label];
          if (score > most) {
            most = score;
            from = before;
          }
        }
        next[label] = most + scores[at][label];
        from_[at][label] = from;
      }
      best = next;
    }
    TaggerLabel last = outside_label;
    for (TaggerLabel label = 0; label < tagger_labels; ++label)
      if (!is_open(label) && best[label] > best[last]) last = label;
    for (std::size_t at = count; at-- > 0;) {
      labels[at] = last;
      if (at) last = from_[at][last];
    }
  }

 private:
  std::vector<std::array<TaggerLabel, tagger_labels>> from_;
};

}  // namespace averment
