// Report → analyzed report: runs the steps of language/, in their order.
#pragma once

#include <filesystem>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "language/analyzed_report.hpp"
#include "language/knowledge_files.hpp"
#include "language/search_analyzer.hpp"

namespace averment {

/// The lexicons and gazetteers, read once and shared by all analyzers.
struct Knowledge;

/// Built in, extended or replaced by the files of `folder` (empty: none). @throws InputError with file and line.
std::shared_ptr<const Knowledge> load_knowledge(const std::filesystem::path& folder = {});

/// Changes whenever a rule or a lexicon does: what was read under another one is to be read again.
std::string analysis_version(const Knowledge& knowledge);

/// The user's files of names: what questions to an index need to understand names as its reports were read.
std::vector<OwnFile> own_names(const Knowledge& knowledge);

/// Languages (ISO 639-1) whose figures can be read.
std::vector<std::string> claim_languages(const Knowledge& knowledge);

/// What analysis_version is where only words are read.
std::string word_analysis_version();

/// Finds a report's language and its words, and nothing else. Not for two threads at once.
class WordAnalyzer {
 public:
  AnalyzedReport analyze(Report report);

 private:
  SearchAnalyzer words_;
};

/// What a report may have of each.
struct AnalysisLimits {
  std::size_t mentions = std::numeric_limits<std::size_t>::max();
  std::size_t claims = std::numeric_limits<std::size_t>::max();
};

/// Not for two threads at once.
class ReportAnalyzer {
 public:
  explicit ReportAnalyzer(std::shared_ptr<const Knowledge> knowledge, const AnalysisLimits& limits = {});
  ~ReportAnalyzer();
  ReportAnalyzer(ReportAnalyzer&&) noexcept;

  /// The report's text must be valid UTF-8 and its entity spans must lie inside it.
  /// @throws InputError for a report that is beyond a limit.
  AnalyzedReport analyze(Report report);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
