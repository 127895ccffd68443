// The averaged structured perceptron.
#include "language/training/perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

namespace averment {
namespace {

using Scores = LabelScores<float>;

constexpr std::uint32_t dropped = ~0u;

/// A weight and the sum of what it was before, so that the average costs only where it changes.
struct AveragedRow {
  Scores weights{};
  Scores sums{};
};

class Trainer {
 public:
  Trainer(std::vector<Example>& examples, const TrainingOptions& options) : options_(options) {
    number_features(examples);
  }

  TaggerModel run(const std::function<void(int, std::size_t, std::size_t)>& report) {
    std::vector<std::uint32_t> order(windows_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::mt19937_64 random(options_.seed);
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      shuffle(order, random);
      std::size_t wrong = 0;
      for (const std::uint32_t window : order) wrong += learn(windows_[window], random);
      if (report) report(epoch + 1, wrong, order.size());
    }
    return average();
  }

 private:
  struct Window {
    std::vector<std::uint32_t> features;
    std::vector<std::uint32_t> ends;
    std::vector<TaggerLabel> labels;
  };

  void number_features(std::vector<Example>& examples) {
    std::unordered_map<Feature, std::uint32_t> uses;
    for (const Example& example : examples)
      for (const Feature feature : example.features) ++uses[feature];
    for (auto& [feature, count] : uses) {
      if (count < options_.least_uses) {
        count = dropped;
      } else {
        count = static_cast<std::uint32_t>(features_.size());
        features_.push_back(feature);
      }
    }
    rows_.resize(features_.size());
    for (Example& example : examples) {
      Window window;
      std::size_t at = 0;
      for (const std::uint32_t end : example.ends) {
        for (; at < end; ++at)
          if (const std::uint32_t number = uses[example.features[at]]; number != dropped)
            window.features.push_back(number);
        window.ends.push_back(static_cast<std::uint32_t>(window.features.size()));
      }
      window.labels = std::move(example.labels);
      windows_.push_back(std::move(window));
      example = {};
    }
    examples.clear();
  }

  /// Like std::shuffle, whose result the standard leaves open.
  static void shuffle(std::vector<std::uint32_t>& order, std::mt19937_64& random) {
    for (std::size_t at = order.size(); at > 1; --at) std::swap(order[at - 1], order[random() % at]);
  }

  /// The window without the features that are hidden this time.
  const Window& hide(const Window& whole, std::mt19937_64& random) {
    if (options_.dropout <= 0) return whole;
    const auto limit = static_cast<std::uint64_t>(options_.dropout * 65536);
    seen_.features.clear();
    seen_.ends.clear();
    seen_.labels = whole.labels;
    std::size_t at = 0;
    std::uint64_t bits = 0;
    for (const std::uint32_t end : whole.ends) {
      for (; at < end; ++at) {
        if (at % 4 == 0) bits = random();
        if ((bits & 0xFFFF) >= limit) seen_.features.push_back(whole.features[at]);
        bits >>= 16;
      }
      seen_.ends.push_back(static_cast<std::uint32_t>(seen_.features.size()));
    }
    return seen_;
  }

  bool learn(const Window& whole, std::mt19937_64& random) {
    const Window& window = hide(whole, random);
    const std::size_t count = window.labels.size();
    if (scores_.size() < count) scores_.resize(count);
    std::size_t feature = 0;
    for (std::size_t at = 0; at < count; ++at) {
      Scores& scores = scores_[at];
      scores.fill(0);
      for (; feature < window.ends[at]; ++feature) {
        const Scores& weights = rows_[window.features[feature]].weights;
        for (std::size_t label = 0; label < padded_labels; ++label) scores[label] += weights[label];
      }
    }
    sequence_.find(scores_, count, transitions_, found_);
    ++time_;
    if (found_ == window.labels) return false;
    update(window);
    return true;
  }

  void update(const Window& window) {
    std::size_t feature = 0;
    TaggerLabel right_before = outside_label, found_before = outside_label;
    for (std::size_t at = 0; at < window.labels.size(); ++at) {
      const TaggerLabel right = window.labels[at], found = found_[at];
      if (right != found)
        for (; feature < window.ends[at]; ++feature) {
          AveragedRow& row = rows_[window.features[feature]];
          row.weights[right] += 1;
          row.weights[found] -= 1;
          row.sums[right] += static_cast<float>(time_);
          row.sums[found] -= static_cast<float>(time_);
        }
      feature = window.ends[at];
      if (right != found || right_before != found_before) {
        transitions_[right_before][right] += 1;
        transitions_[found_before][found] -= 1;
        transition_sums_[right_before][right] += static_cast<double>(time_);
        transition_sums_[found_before][found] -= static_cast<double>(time_);
      }
      right_before = right;
      found_before = found;
    }
  }

  /// Scaled so that the weightiest number fits.
  TaggerModel average() {
    std::vector<std::pair<float, std::uint32_t>> by_weight;
    const auto time = static_cast<float>(time_);
    float most = 0;
    for (std::uint32_t number = 0; number < rows_.size(); ++number) {
      AveragedRow& row = rows_[number];
      float weight = 0;
      for (std::size_t label = 0; label < tagger_labels; ++label) {
        row.weights[label] -= row.sums[label] / time;
        weight = std::max(weight, std::abs(row.weights[label]));
      }
      most = std::max(most, weight);
      if (weight > 0) by_weight.emplace_back(-weight, number);
    }
    std::sort(by_weight.begin(), by_weight.end(), [this](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : features_[a.second] < features_[b.second];
    });
    if (by_weight.size() > options_.most_features) by_weight.resize(options_.most_features);
    const float scale = std::min(32767.0f / most, 256.0f);
    std::vector<FeatureWeights> kept;
    for (const auto& [weight, number] : by_weight) {
      FeatureWeights one{features_[number], {}};
      for (std::size_t label = 0; label < tagger_labels; ++label)
        one.weights[label] = static_cast<std::int16_t>(std::lround(rows_[number].weights[label] * scale));
      kept.push_back(one);
    }
    Transitions<std::int32_t> transitions{};
    for (std::size_t before = 0; before < tagger_labels; ++before)
      for (std::size_t label = 0; label < tagger_labels; ++label)
        transitions[before][label] = static_cast<std::int32_t>(std::lround(
            (transitions_[before][label] - transition_sums_[before][label] / static_cast<double>(time_)) * scale));
    return TaggerModel(kept, transitions);
  }

  const TrainingOptions options_;
  std::vector<Feature> features_;
  std::vector<AveragedRow> rows_;
  std::vector<Window> windows_;
  Window seen_;
  Transitions<float> transitions_{};
  std::array<std::array<double, tagger_labels>, tagger_labels> transition_sums_{};
  std::vector<Scores> scores_;
  LabelSequence<float> sequence_;
  std::vector<TaggerLabel> found_;
  std::uint64_t time_ = 0;
};

}  // namespace

TaggerModel train_perceptron(std::vector<Example>& examples, const TrainingOptions& options,
                             const std::function<void(int epoch, std::size_t wrong, std::size_t windows)>& report) {
  return Trainer(examples, options).run(report);
}

}  // namespace averment
