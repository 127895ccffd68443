// Text → the names in it, as the trained tagger sees them.
#include "language/name_tagger.hpp"

namespace averment {

class NameTagger {
  using Scores = TaggerMemory::Scores;

 public:
  NameTagger(const TokenFeatures& features, const TaggerModel& model, TaggerMemory& memory)
      : features_(features), model_(model), memory_(memory), rows_(memory.rows_) {}

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
    rows_.clear();
    found_.clear();
    features_.add_surroundings(token, sentence, found_);
    prefetch(found_);
    for (std::size_t place = 0; place < places; ++place) {
      const WordForm& form = features_.form(token, sentence, static_cast<Place>(place));
      if (form.written) add_word(form, static_cast<Place>(place));
    }
    add_rows_of(found_);
    add_rows(rows_.data(), rows_.size(), scores);
  }

  /// What the word alone adds to the token it is, or is beside.
  void add_word(const WordForm& form, Place place) {
    TaggerMemory::Sums& sums = memory_.sums_[form.written % TaggerMemory::size];
    if (sums.written != form.written) {
      sums.written = form.written;
      sums.known.fill(false);
    }
    const auto at = static_cast<std::size_t>(place);
    if (!sums.known[at] && !sum_up(form, place, sums.rows[at])) return;
    sums.known[at] = true;
    rows_.push_back(&sums.rows[at]);
  }

  /// False: a row does not hold the sum, and its parts are added to the token's rows instead.
  bool sum_up(const WordForm& form, Place place, TaggerModel::Row& sum) {
    FeatureList features;
    TokenFeatures::add_word(form, place, features);
    prefetch(features);
    const std::size_t before = rows_.size();
    add_rows_of(features);
    Scores scores;
    add_rows(rows_.data() + before, rows_.size() - before, scores);
    if (!sum.set(scores)) return false;
    rows_.resize(before);
    return true;
  }

  /// The table is larger than the caches: all is asked for before any of it is needed.
  void prefetch(const FeatureList& features) const {
    for (const Feature feature : features) model_.prefetch(feature);
  }

  void add_rows_of(const FeatureList& features) {
    for (const Feature feature : features)
      if (const TaggerModel::Row* row = model_.find(feature)) {
        __builtin_prefetch(row);
        rows_.push_back(row);
      }
  }

  const TokenFeatures& features_;
  const TaggerModel& model_;
  TaggerMemory& memory_;
  std::vector<const TaggerModel::Row*>& rows_;  // of the token, to be summed up
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
