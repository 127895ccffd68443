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

std::string f1(const Counts& counts) { return rate(2 * counts.hits, counts.found + counts.gold); }

std::set<std::string> measured_labels(const Measuring& measuring) {
  std::set<std::string> labels;
  for (const auto& [type, label] : measuring.labels) labels.insert(label);
  return labels;
}

class EntitySet {
 public:
  EntitySet(const Measuring& measuring, std::string name) : measuring_(measuring), name_(std::move(name)) {}

  void add(const LabelledText& labelled) {
    const Text text = measuring_.reader.tokenizer.tokenize(labelled.text);
    Report report;
    report.lang = "en";
    report.text = labelled.text;
    std::set<LabelledSpan> gold, found;
    const std::set<std::string> labels = measured_labels(measuring_);
    for (const LabelledSpan& one : labelled.names)
      if (labels.contains(one.label)) gold.insert(one);
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
    std::vector<std::string> cells{name_, std::to_string(all_.gold)};
    for (const std::string& label : measured_labels(measuring_)) {
      const auto counts = counts_.find(label);
      cells.push_back(counts == counts_.end() ? rate(0, 0) : f1(counts->second));
    }
    for (std::string& cell : rates(all_.hits, all_.found, all_.gold)) cells.push_back(std::move(cell));
    table.row(cells);
  }

 private:
  void count(const std::string& label, std::size_t Counts::*what) {
    ++(counts_[label].*what);
    ++(all_.*what);
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
  Counts all_;
};

bool is_set(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  if (!name.ends_with(".conll") || name.ends_with(".fine.conll")) return false;
  // Where a set marks names apart from "the minister" and "we", names alone are asked for.
  return !std::filesystem::exists(path.parent_path() / (path.stem().string() + ".named.conll"));
}

/// In the archive's folder ner/: "gmb/dev" and its file.
std::map<std::string, std::filesystem::path> sets_of_names(const std::filesystem::path& folder) {
  std::map<std::string, std::filesystem::path> sets;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (is_set(entry.path()))
      sets[(entry.path().parent_path().filename() / entry.path().stem()).string()] = entry.path();
  return sets;
}

}  // namespace

void measure_entities(const Measuring& measuring) {
  const auto folder = measuring.data / "ner";
  if (!is_there(measuring, folder)) return;
  std::vector<std::string> columns{"set", "names"};
  for (const std::string& label : measured_labels(measuring)) columns.push_back("F1 " + label);
  columns.insert(columns.end(), {"precision", "recall", "F1"});
  Table table(measuring.out, columns, 1);
  const std::vector<std::string>& trained_on = measuring.trained_on;
  for (const auto& [name, path] : sets_of_names(folder)) {
    if (std::find(trained_on.begin(), trained_on.end(), name) != trained_on.end()) continue;
    EntitySet set(measuring, name);
    std::ifstream in(path);
    for (const LabelledText& text : read_conll(in)) set.add(text);
    set.print(table);
  }
}

}  // namespace averment::evaluation
