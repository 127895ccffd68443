// One tagger on labelled reports: what it learns from them, and how well it finds their names.
#include "language/training/tagger_trial.hpp"

#include <algorithm>
#include <iostream>
#include <set>

#include "language/name_merger.hpp"
#include "language/training/label_repair.hpp"

namespace averment {

struct TaggerTrial::Name {
  Span span;
  std::string label;
  auto operator<=>(const Name&) const = default;
};

namespace {

const char* name_of(TaggedType type) {
  constexpr const char* names[] = {"PER", "ORG", "LOC", "ORG", "NORP", "EVENT", "OTHER"};
  return names[static_cast<std::size_t>(type)];
}

/// For each token; a name that ends inside a token ends with it.
std::vector<TaggerLabel> labels_of(const LabeledReport& report, const Text& text) {
  std::vector<TaggerLabel> labels(text.tokens.size(), outside_label);
  std::uint32_t token = 0;
  for (const MarkedName& name : report.names) {
    while (token < text.tokens.size() && text.tokens[token].span.end <= name.span.begin) ++token;
    const std::uint32_t first = token;
    while (token < text.tokens.size() && text.tokens[token].span.begin < name.span.end) ++token;
    for (std::uint32_t at = first; at < token; ++at) {
      const bool begins = at == first, ends = at + 1 == token;
      labels[at] = label_of(name.type, begins && ends ? Bilou::unit
                                       : begins       ? Bilou::begin
                                       : ends         ? Bilou::last
                                                      : Bilou::inside);
    }
  }
  return labels;
}

/// A name that the window cuts is none.
void drop_cut_names(std::vector<TaggerLabel>& labels) {
  for (std::size_t at = 0; at < labels.size();) {
    std::size_t last = at;
    while (last + 1 < labels.size() && is_open(labels[last]) && may_follow(labels[last], labels[last + 1])) ++last;
    if (is_open(labels[last]) || continues(labels[at]))
      std::fill(labels.begin() + static_cast<std::ptrdiff_t>(at),
                labels.begin() + static_cast<std::ptrdiff_t>(last + 1), outside_label);
    at = last + 1;
  }
}

std::string in_context(const std::string& text, Span span) {
  const std::uint32_t begin = span.begin < 40 ? 0 : span.begin - 40;
  std::string shown = text.substr(begin, span.begin - begin) + "[" + text.substr(span.begin, span.size()) + "]" +
                      text.substr(span.end, 30);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return shown;
}

}  // namespace

std::vector<LabeledReport> TaggerTrial::prepare(std::vector<LabeledSentence> sentences, CorpusUse use) const {
  std::erase_if(sentences, [](const LabeledSentence& sentence) {
    return std::any_of(sentence.words.begin(), sentence.words.end(),
                       [](const std::string& word) { return word == "@" || word == "RT"; });
  });
  if (use.mended) repair_labels(sentences, words_, aliases_.gazetteer());
  if (use.by_machine) make_labels_agree(sentences, words_);
  return make_reports(sentences);
}

void TaggerTrial::add_examples(const LabeledReport& report, std::vector<Example>& examples) const {
  const Text text = tokenizer_.tokenize(report.text);
  const TextWords words(text, words_, "en");
  WordForms forms;
  const TokenFeatures features(text, words, finder_.find(text, words), aliases_.gazetteer(), forms);
  const std::vector<TaggerLabel> labels = labels_of(report, text);
  FeatureList found;
  for (const TokenWindow window : features.windows()) {
    Example example;
    for (std::uint32_t token = window.first; token < window.last; ++token) {
      found.clear();
      features.add_all(token, found);
      example.features.insert(example.features.end(), found.begin(), found.end());
      example.ends.push_back(static_cast<std::uint32_t>(example.features.size()));
      example.labels.push_back(labels[token]);
    }
    drop_cut_names(example.labels);
    examples.push_back(std::move(example));
  }
}

void TaggerTrial::add_varied(const std::vector<LabeledReport>& reports, std::mt19937_64& random,
                             std::vector<Example>& examples) const {
  for (const LabeledReport& report : reports) {
    const LabeledReport varied = random() % 2 ? as_wire(report, random) : report;
    add_examples(varied, examples);
    if (random() % 3 == 0) add_examples(in_capitals(varied), examples);
  }
}

std::vector<TaggerTrial::Name> TaggerTrial::find(const Text& text, const TaggerModel* model, Finders finders,
                                                 TaggerMemory& memory) const {
  const TextWords words(text, words_, "en");
  std::vector<FoundName> rules = finder_.find(text, words);
  std::vector<Name> names;
  const auto add = [&](std::uint32_t first, std::uint32_t last, TaggedType type) {
    names.push_back({text.span(first, last), name_of(type)});
  };
  if (finders != Finders::rules) {
    const TokenFeatures features(text, words, rules, aliases_.gazetteer(), memory.forms);
    const std::vector<TaggedName> tagged = tag_names(features, *model, memory);
    if (finders == Finders::tagger) {
      for (const TaggedName& name : tagged) add(name.first, name.last, name.type);
      return names;
    }
    rules = merge_names(text, words, rules, tagged);
  }
  for (const FoundName& name : rules) add(name.first, name.last, static_cast<TaggedType>(name.type));
  return names;
}

Scores TaggerTrial::evaluate(const std::vector<LabeledReport>& reports, const TaggerModel* model, Finders finders,
                             bool misses) const {
  Scores scores;
  TaggerMemory memory;
  for (const LabeledReport& report : reports) {
    const Text text = tokenizer_.tokenize(report.text);
    const std::vector<Name> names = find(text, model, finders, memory);
    const std::set<Name> found(names.begin(), names.end());
    std::set<Name> gold;
    for (const MarkedName& name : report.names) gold.insert({name.span, name_of(name.type)});
    for (const Name& name : found) {
      ++scores[name.label].found;
      scores[name.label].right += gold.count(name);
      if (misses && !gold.count(name))
        std::cout << "+ " << name.label << "\t" << in_context(report.text, name.span) << "\n";
    }
    for (const Name& name : gold) {
      ++scores[name.label].gold;
      if (misses && !found.count(name))
        std::cout << "- " << name.label << "\t" << in_context(report.text, name.span) << "\n";
    }
  }
  Score all;
  for (const char* label : {"PER", "ORG", "LOC"}) {
    all.right += scores[label].right;
    all.found += scores[label].found;
    all.gold += scores[label].gold;
  }
  scores["all"] = all;
  return scores;
}

}  // namespace averment
