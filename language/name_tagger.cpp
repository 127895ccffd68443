// Text → the names in it, as the trained tagger sees them.
#include "language/name_tagger.hpp"

namespace averment {
namespace {

using Scores = LabelScores<std::int32_t>;

class NameTagger {
 public:
  NameTagger(const TokenFeatures& features, const TaggerModel& model) : features_(features), model_(model) {}

  std::vector<TaggedName> run() {
    std::vector<TaggedName> names;
    LabelSequence<std::int32_t> sequence;
    std::vector<TaggerLabel> labels;
    for (const TokenWindow& window : features_.windows()) {
      const std::size_t count = window.last - window.first;
      if (scores_.size() < count) scores_.resize(count);
      const TokenWindow sentence = features_.sentence(window.first);
      for (std::size_t at = 0; at < count; ++at) score(window.first + at, sentence, scores_[at]);
      sequence.find(scores_, count, model_.transitions(), labels);
      append_names(labels, window.first, names);
    }
    return names;
  }

 private:
  void score(std::size_t token, TokenWindow sentence, Scores& scores) {
    found_.clear();
    features_.add_all(token, sentence, found_);
    scores.fill(0);
    for (const Feature feature : found_)
      if (const TaggerModel::Row* row = model_.find(feature))
        for (std::size_t label = 0; label < padded_labels; ++label) scores[label] += (*row)[label];
  }

  const TokenFeatures& features_;
  const TaggerModel& model_;
  std::vector<Scores> scores_;
  std::vector<Feature> found_;
};

}  // namespace

void append_names(const std::vector<TaggerLabel>& labels, std::uint32_t first, std::vector<TaggedName>& names) {
  std::uint32_t begin = first;
  for (std::uint32_t at = 0; at < labels.size(); ++at) {
    if (labels[at] == outside_label) continue;
    if (!continues(labels[at])) begin = first + at;
    if (!is_open(labels[at])) names.push_back({begin, first + at + 1, type_of(labels[at])});
  }
}

std::vector<TaggedName> tag_names(const TokenFeatures& features, const TaggerModel& model) {
  return NameTagger(features, model).run();
}

}  // namespace averment
