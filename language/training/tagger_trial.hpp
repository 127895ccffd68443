// One tagger on labelled reports: what it learns from them, and how well it finds their names.
#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "language/knowledge_files.hpp"
#include "language/name_finder.hpp"
#include "language/names.hpp"
#include "language/tokenizer.hpp"
#include "language/training/labeled_report.hpp"
#include "language/training/perceptron.hpp"

namespace averment {

struct Score {
  std::size_t right = 0, found = 0, gold = 0;

  double precision() const { return found ? static_cast<double>(right) / static_cast<double>(found) : 0; }
  double recall() const { return gold ? static_cast<double>(right) / static_cast<double>(gold) : 0; }
  double f1() const { return found + gold ? 2.0 * static_cast<double>(right) / static_cast<double>(found + gold) : 0; }
};

/// By label (PER, ORG, LOC, NORP, EVENT, OTHER), units as organizations; "all" is PER, ORG and LOC together.
using Scores = std::map<std::string, Score>;

enum class Finders { rules, tagger, both };

/// How a corpus is read.
struct CorpusUse {
  bool mended = true;       ///< Its labels follow our convention: see label_repair.hpp.
  bool by_machine = false;  ///< They are made to agree with each other as well.
};

/// The lists and rules that the features are made of, and what runs on them.
class TaggerTrial {
 public:
  /// Tweets to somebody, whose @names are labelled as persons, are left out.
  std::vector<LabeledReport> prepare(std::vector<LabeledSentence> sentences, CorpusUse use) const;

  /// The report's windows with their features and labels. Appends.
  void add_examples(const LabeledReport& report, std::vector<Example>& examples) const;

  /// Every second report as wire copy, every third in capitals too.
  void add_varied(const std::vector<LabeledReport>& reports, std::mt19937_64& random,
                  std::vector<Example>& examples) const;

  /// `model` may be null where the rules work alone. `misses`: each wrong or missing name is printed.
  Scores evaluate(const std::vector<LabeledReport>& reports, const TaggerModel* model, Finders finders,
                  bool misses = false) const;

 private:
  struct Name;
  std::vector<Name> find(const Text& text, const TaggerModel* model, Finders finders, TaggerMemory& memory) const;

  KnowledgeFiles files_;
  Tokenizer tokenizer_{files_};
  Aliases aliases_{files_};
  NameWords words_{files_};
  NameFinder finder_{words_, aliases_.gazetteer()};
};

}  // namespace averment
