// The stages of ReportAnalyzer::analyze, each to be run alone.
#include "bench/analysis_stages.hpp"

#include "language/claim_details.hpp"
#include "language/language_detector.hpp"

namespace averment::bench {

AnalysisStages::AnalysisStages(const Knowledge& knowledge)
    : tokenizer_(files_), aliases_(files_), tagger_(files_, aliases_) {
  for (const std::string& language : claim_languages(knowledge)) lexicons_.try_emplace(language, files_, language);
}

const ClaimLexicon* AnalysisStages::lexicon(const Report& report) const {
  const auto found = lexicons_.find(report.lang);
  return found == lexicons_.end() ? nullptr : &found->second;
}

void AnalysisStages::detect_language(Staged& staged) {
  staged.report.lang = averment::detect_language(staged.report.text);
}

void AnalysisStages::split_words(Staged& staged) {
  staged.words = words_.analyze(staged.report.text, staged.report.lang);
}

void AnalysisStages::tokenize(Staged& staged) {
  staged.text = tokenizer_.tokenize(staged.report.text);
  staged.text.report = staged.report.id;
}

void AnalysisStages::find_names(Staged& staged) { staged.mentions = tagger_.tag(staged.text, staged.report); }

void AnalysisStages::find_claims(Staged& staged) {
  if (const ClaimLexicon* known = lexicon(staged.report)) staged.claims = extract_claims(staged.text, *known);
}

void AnalysisStages::find_sources(Staged& staged) {
  if (const ClaimLexicon* known = lexicon(staged.report))
    resolve_attributions(staged.claims, staged.text, *known, staged.mentions, aliases_);
}

void AnalysisStages::find_details(Staged& staged) {
  if (const ClaimLexicon* known = lexicon(staged.report))
    add_details(staged.claims, staged.text, *known, staged.mentions, staged.report.published);
}

std::span<const Stage> analysis_stages() {
  static constexpr Stage stages[] = {
      {"language", &AnalysisStages::detect_language}, {"search words", &AnalysisStages::split_words},
      {"sentences", &AnalysisStages::tokenize},       {"names", &AnalysisStages::find_names},
      {"claims", &AnalysisStages::find_claims},       {"sources", &AnalysisStages::find_sources},
      {"details", &AnalysisStages::find_details},
  };
  return stages;
}

}  // namespace averment::bench
