// The trained tagger's weights: for each feature it knows, one number for each label.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/label_sequence.hpp"
#include "language/token_features.hpp"

namespace averment {

struct FeatureWeights {
  Feature feature = 0;
  std::array<std::int16_t, padded_labels> weights{};
};

/// Shared by threads once made.
class TaggerModel {
 public:
  /// One number for each label, in one line of the cache. The last one, which is no label's, is the largest of them
  /// without their signs: see add_rows.
  struct alignas(64) Row : std::array<std::int16_t, padded_labels> {
    static_assert(tagger_labels < padded_labels);

    std::int32_t largest() const { return static_cast<std::uint16_t>(back()); }
    /// False: 16 bits do not hold the scores of some label.
    bool set(const LabelScores<std::int32_t>& scores);
  };

  /// Of features that differ; those that find no room (their eight neighbours in the table are taken) are left out, so
  /// give the weighty ones first.
  TaggerModel(const std::vector<FeatureWeights>& features, const Transitions<std::int32_t>& transitions);

  /// What `write` gave. @throws InputError if the bytes are no model, one of another version, or damaged.
  explicit TaggerModel(std::string_view bytes);

  std::string write() const;

  /// Null: the feature is not known.
  const Row* find(Feature feature) const {
    const std::size_t first = (static_cast<std::size_t>(feature) & bucket_mask_) * bucket_size;
    for (std::size_t slot = first; slot < first + bucket_size; slot += 4)
      if (const std::uint64_t equal = equal_lanes(&tags_[slot], tag_of(feature)))
        return &rows_[slot + static_cast<std::size_t>(__builtin_ctzll(equal)) / 16];
    return nullptr;
  }

  /// Has the memory fetched in which find will look.
  void prefetch(Feature feature) const {
    __builtin_prefetch(&tags_[(static_cast<std::size_t>(feature) & bucket_mask_) * bucket_size]);
  }

  const Transitions<std::int32_t>& transitions() const { return transitions_; }
  std::size_t size() const { return size_; }  ///< Features.

 private:
  static constexpr std::size_t bucket_size = 8;
  static std::uint16_t tag_of(Feature feature) {
    const auto tag = static_cast<std::uint16_t>(feature >> 48);
    return tag ? tag : 1;
  }
  /// Of four tags, the high bit of each that equals `tag` (the lowest such bit is always right); all at once.
  static std::uint64_t equal_lanes(const std::uint16_t* tags, std::uint16_t tag) {
    constexpr std::uint64_t ones = 0x0001000100010001ull;
    std::uint64_t four;
    std::memcpy(&four, tags, sizeof four);
    four ^= tag * ones;
    return (four - ones) & ~four & (ones << 15);
  }
  void make_room(std::size_t buckets);

  std::vector<std::uint16_t> tags_;  // 0: no row
  std::vector<Row> rows_;
  std::size_t bucket_mask_ = 0;
  std::size_t size_ = 0;
  Transitions<std::int32_t> transitions_{};
};

/// Sums up rows, `count` of them, label by label.
void add_rows(const TaggerModel::Row* const* rows, std::size_t count, LabelScores<std::int32_t>& sums);

}  // namespace averment
