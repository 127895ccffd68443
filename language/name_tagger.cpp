// Text → the names in it, as the trained tagger sees them.
#include "language/name_tagger.hpp"

namespace averment {
namespace {

using Scores = TaggerMemory::Scores;

void add(const Scores& more, Scores& scores) {
  for (std::size_t label = 0; label < padded_labels; ++label) scores[label] += more[label];
}

void add(const FeatureList& features, const TaggerModel& model, Scores& scores) {
  // The table is larger than the caches: all is asked for before any of it is needed.
  for (const Feature feature : features) model.prefetch(feature);
  std::array<const TaggerModel::Row*, FeatureList::capacity> rows;
  std::size_t count = 0;
  for (const Feature feature : features)
    if (const TaggerModel::Row* row = model.find(feature)) {
      __builtin_prefetch(row);
      rows[count++] = row;
    }
  for (std::size_t row = 0; row < count; ++row)
    for (std::size_t label = 0; label < padded_labels; ++label) scores[label] += (*rows[row])[label];
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
    scores.fill(0);
    for (std::size_t place = 0; place < places; ++place) {
      const WordForm& form = features_.form(token, sentence, static_cast<Place>(place));
      if (form.written) add(sum_of(form, static_cast<Place>(place)), scores);
    }
    found_.clear();
    features_.add_surroundings(token, sentence, found_);
    add(found_, model_, scores);
  }

  /// What the word alone adds to the token it is, or is beside.
  const Scores& sum_of(const WordForm& form, Place place) {
    TaggerMemory::Sums& sums = memory_.sums_[form.written % TaggerMemory::size];
    if (sums.written != form.written) {
      sums.written = form.written;
      sums.known.fill(false);
    }
    const auto at = static_cast<std::size_t>(place);
    if (!sums.known[at]) {
      sums.known[at] = true;
      sums.scores[at].fill(0);
      found_.clear();
      TokenFeatures::add_word(form, place, found_);
      add(found_, model_, sums.scores[at]);
    }
    return sums.scores[at];
  }

  const TokenFeatures& features_;
  const TaggerModel& model_;
  TaggerMemory& memory_;
  FeatureList found_;
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
