// Text → the names in it, as the trained tagger sees them.
#include "language/name_tagger.hpp"

#include <algorithm>
#include <limits>

namespace averment {
namespace {

using Scores = TaggerMemory::Scores;

void add(const std::array<std::int16_t, padded_labels>& more, Scores& scores) {
  for (std::size_t label = 0; label < padded_labels; ++label) scores[label] += more[label];
}

/// The table is larger than the caches: all is asked for before any of it is needed.
void prefetch(const FeatureList& features, const TaggerModel& model) {
  for (const Feature feature : features) model.prefetch(feature);
}

/// `features` have been prefetched.
void add(const FeatureList& features, const TaggerModel& model, Scores& scores) {
  std::array<const TaggerModel::Row*, FeatureList::capacity> rows;
  std::size_t count = 0;
  for (const Feature feature : features)
    if (const TaggerModel::Row* row = model.find(feature)) {
      __builtin_prefetch(row);
      rows[count++] = row;
    }
  // By halves, so that the sums stay in registers.
  constexpr std::size_t half = padded_labels / 2;
  for (std::size_t first = 0; first < padded_labels; first += half) {
    std::array<std::int32_t, half> sums;
    std::copy_n(scores.begin() + first, half, sums.begin());
    for (std::size_t row = 0; row < count; ++row)
      for (std::size_t label = 0; label < half; ++label) sums[label] += (*rows[row])[first + label];
    std::copy_n(sums.begin(), half, scores.begin() + first);
  }
}

bool fits(const Scores& scores) {
  using Kept = std::numeric_limits<std::int16_t>;
  const auto [least, most] = std::minmax_element(scores.begin(), scores.end());
  return *least >= Kept::min() && *most <= Kept::max();
}

}  // namespace

class NameTagger {
 public:
  NameTagger(const TokenFeatures& features, const TaggerModel& model, TaggerMemory& memory)
      : features_(features), model_(model), memory_(memory) {}

  std::vector<TaggedName> run() {
    std::vector<TaggedName> names;
    for (const TokenWindow& window : features_.windows()) {
      const std::size_t count = window.last - window.first;
      if (memory_.window_.size() < count) memory_.window_.resize(count);
      const TokenWindow sentence = features_.sentence(window.first);
      for (std::size_t at = 0; at < count; ++at) score(window.first + at, sentence, memory_.window_[at]);
      memory_.sequence_.find(memory_.window_, count, model_.transitions(), memory_.labels_);
      append_names(memory_.labels_, window.first, names);
    }
    return names;
  }

 private:
  void score(std::size_t token, TokenWindow sentence, Scores& scores) {
    found_.clear();
    features_.add_surroundings(token, sentence, found_);
    prefetch(found_, model_);
    scores.fill(0);
    for (std::size_t place = 0; place < places; ++place) {
      const WordForm& form = features_.form(token, sentence, static_cast<Place>(place));
      if (form.written) add_word(form, static_cast<Place>(place), scores);
    }
    add(found_, model_, scores);
  }

  /// What the word alone adds to the token it is, or is beside.
  void add_word(const WordForm& form, Place place, Scores& scores) {
    TaggerMemory::Sums& sums = memory_.sums_[form.written % TaggerMemory::size];
    if (sums.written != form.written) {
      sums.written = form.written;
      sums.known.fill(false);
    }
    const auto at = static_cast<std::size_t>(place);
    if (!sums.known[at]) {
      word_features_.clear();
      TokenFeatures::add_word(form, place, word_features_);
      prefetch(word_features_, model_);
      Scores sum{};
      add(word_features_, model_, sum);
      if (!fits(sum)) {
        for (std::size_t label = 0; label < padded_labels; ++label) scores[label] += sum[label];
        return;
      }
      std::copy(sum.begin(), sum.end(), sums.scores[at].begin());
      sums.known[at] = true;
    }
    add(sums.scores[at], scores);
  }

  const TokenFeatures& features_;
  const TaggerModel& model_;
  TaggerMemory& memory_;
  FeatureList found_, word_features_;
};

void append_names(const std::vector<TaggerLabel>& labels, std::uint32_t first, std::vector<TaggedName>& names) {
  std::uint32_t begin = first;
  for (std::uint32_t at = 0; at < labels.size(); ++at) {
    if (labels[at] == outside_label) continue;
    if (!continues(labels[at])) begin = first + at;
    if (!is_open(labels[at])) names.push_back({begin, first + at + 1, type_of(labels[at])});
  }
}

std::vector<TaggedName> tag_names(const TokenFeatures& features, const TaggerModel& model, TaggerMemory& memory) {
  return NameTagger(features, model, memory).run();
}

}  // namespace averment
