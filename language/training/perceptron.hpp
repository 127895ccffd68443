// The averaged structured perceptron that the tagger's weights come from (Collins 2002).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "language/name_tagger.hpp"

namespace averment {

/// A window of a labelled text: its tokens' features one after the other, and their labels.
struct Example {
  std::vector<Feature> features;
  std::vector<std::uint32_t> ends;  ///< Of each token's features.
  std::vector<TaggerLabel> labels;
};

struct TrainingOptions {
  int epochs = 6;
  double dropout = 0.25;  ///< The share of features that are hidden at each look.
  std::uint64_t seed = 1;
  std::uint32_t least_uses = 2;        ///< Features that occur less often are left out.
  std::size_t most_features = 60'000;  ///< The weightiest ones are kept.
};

/// Equal for equal examples and options. Empties `examples`. `report` is told how each epoch went.
TaggerModel train_perceptron(std::vector<Example>& examples, const TrainingOptions& options,
                             const std::function<void(int epoch, std::size_t wrong, std::size_t windows)>& report = {});

}  // namespace averment
