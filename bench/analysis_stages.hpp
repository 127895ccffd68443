// The stages of ReportAnalyzer::analyze, each to be run alone.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/report.hpp"
#include "language/attribution_resolver.hpp"
#include "language/claim_extractor.hpp"
#include "language/entity_tagger.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"
#include "language/report_analyzer.hpp"
#include "language/search_analyzer.hpp"
#include "language/tokenizer.hpp"

namespace averment::bench {

/// A report on its way through the stages. What a stage needs, those before it have made.
struct Staged {
  Report report;
  std::vector<SearchToken> words;
  Text text;
  std::vector<Mention> mentions;
  std::vector<FoundClaim> claims;
};

class AnalysisStages {
 public:
  /// The same knowledge once more, in the parts that `knowledge` keeps to itself.
  explicit AnalysisStages(const Knowledge& knowledge);

  void detect_language(Staged& staged);
  void split_words(Staged& staged);
  void tokenize(Staged& staged);
  void find_names(Staged& staged);
  void find_claims(Staged& staged);
  void find_sources(Staged& staged);
  void find_details(Staged& staged);

 private:
  const ClaimLexicon* lexicon(const Report& report) const;

  KnowledgeFiles files_;
  SearchAnalyzer words_;
  Tokenizer tokenizer_;
  Aliases aliases_;
  EntityTagger tagger_;
  std::unordered_map<std::string, ClaimLexicon> lexicons_;
};

struct Stage {
  std::string_view name;
  void (AnalysisStages::*run)(Staged&);
};

/// In their order.
std::span<const Stage> analysis_stages();

}  // namespace averment::bench
