// Names marked by people: which of them are found, in exactly their words and as what they are.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "evaluation/conll_reader.hpp"
#include "evaluation/measure.hpp"
#include "language/one_line.hpp"

namespace averment::evaluation {
namespace {

struct Counts {
  std::size_t gold = 0, found = 0, hits = 0;
};

constexpr std::string_view all_types = "all";

class EntitySet {
 public:
  EntitySet(const Measuring& measuring, std::string name) : measuring_(measuring), name_(std::move(name)) {}

  void add(const LabelledText& labelled) {
    const Text text = measuring_.reader.tokenizer.tokenize(labelled.text);
    Report report;
    report.lang = "en";
    report.text = labelled.text;
    std::set<LabelledSpan> gold, found;
    for (const LabelledSpan& one : labelled.names)
      if (is_measured(one.label)) gold.insert(one);
    for (const Mention& mention : measuring_.reader.tagger.tag(text, report)) {
      const auto label = measuring_.labels.find(mention.type);
      if (label != measuring_.labels.end()) found.insert({mention.span, label->second});
    }
    for (const LabelledSpan& one : gold) {
      count(one.label, &Counts::gold);
      if (!found.contains(one)) miss(one, "", text);
    }
    for (const LabelledSpan& one : found) {
      count(one.label, &Counts::found);
      if (gold.contains(one))
        count(one.label, &Counts::hits);
      else
        miss(one, "spurious/", text);
    }
  }

  void print(Table& table) const {
    for (const auto& [label, counts] : counts_) {
      std::vector<std::string> cells{name_, label, std::to_string(counts.gold)};
      for (std::string& cell : rates(counts.hits, counts.found, counts.gold)) cells.push_back(std::move(cell));
      table.row(cells);
    }
  }

 private:
  bool is_measured(const std::string& label) const {
    return std::any_of(measuring_.labels.begin(), measuring_.labels.end(),
                       [&](const auto& one) { return one.second == label; });
  }

  void count(const std::string& label, std::size_t Counts::*what) {
    ++(counts_[label].*what);
    ++(counts_[std::string(all_types)].*what);
  }

  void miss(const LabelledSpan& one, const std::string& kind, const Text& text) {
    measuring_.misses.add(kind + name_ + "/" + one.label, [&] {
      const auto sentence = std::find_if(text.sentences.begin(), text.sentences.end(),
                                         [&](const Sentence& s) { return s.span.overlaps(one.span); });
      return in_one_line(text.written(one.span)) + " | " + in_one_line(text.written(sentence->span)) + "\n";
    });
  }

  const Measuring& measuring_;
  std::string name_;
  std::map<std::string, Counts> counts_;
};

/// In the archive's folder ner/.
std::vector<std::filesystem::path> sets_of_names(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.ends_with(".conll") && !name.ends_with(".fine.conll")) paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

void measure_entities(const Measuring& measuring) {
  const auto folder = measuring.data / "ner";
  if (!is_there(measuring, folder)) return;
  Table table(measuring.out, {"set", "type", "names", "precision", "recall", "F1"}, 2);
  for (const auto& path : sets_of_names(folder)) {
    std::string name = path.parent_path().filename().string() + "/" + path.filename().string();
    name.resize(name.size() - std::string_view(".conll").size());
    if (std::find(measuring.trained_on.begin(), measuring.trained_on.end(), name) != measuring.trained_on.end())
      continue;
    EntitySet set(measuring, name);
    std::ifstream in(path);
    for (const LabelledText& text : read_conll(in)) set.add(text);
    set.print(table);
  }
}

}  // namespace averment::evaluation
