// Report → analyzed report: runs the steps of language/, in their order.
#include "language/report_analyzer.hpp"

#include <future>

#include "averment/error.hpp"
#include "language/attribution_resolver.hpp"
#include "language/claim_details.hpp"
#include "language/claim_extractor.hpp"
#include "language/counted_resolver.hpp"
#include "language/entity_tagger.hpp"
#include "language/knowledge_files.hpp"
#include "language/language_detector.hpp"
#include "language/names.hpp"
#include "language/sides.hpp"
#include "language/tokenizer.hpp"

namespace averment {
namespace {

/// Raised by hand when rules change what is read from the same lexicons.
constexpr std::string_view rules_version = "9";

std::string_view first_line(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  text.remove_prefix(begin);
  text = text.substr(0, text.find('\n'));
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

}  // namespace

struct Knowledge {
  /// The names take as long as all the rest: both are read at once.
  explicit Knowledge(const std::filesystem::path& folder)
      : files(folder),
        reading(std::async(std::launch::async, [this] { return std::make_unique<const Aliases>(files); })),
        tokenizer(files),
        sides(files),
        lexicons(lexicons_of(files)),
        aliases(reading.get()),
        tagger(files, *aliases) {}

  static std::unordered_map<std::string, ClaimLexicon> lexicons_of(const KnowledgeFiles& files) {
    std::unordered_map<std::string, ClaimLexicon> lexicons;
    for (const std::string& language : lexicon_languages(files)) lexicons.try_emplace(language, files, language);
    return lexicons;
  }

  KnowledgeFiles files;
  std::future<std::unique_ptr<const Aliases>> reading;
  Tokenizer tokenizer;
  Sides sides;
  std::unordered_map<std::string, ClaimLexicon> lexicons;
  std::unique_ptr<const Aliases> aliases;
  EntityTagger tagger;
};

std::shared_ptr<const Knowledge> load_knowledge(const std::filesystem::path& folder) {
  return std::make_shared<const Knowledge>(folder);
}

std::string analysis_version(const Knowledge& knowledge) {
  return std::string(rules_version) + "-" + std::to_string(knowledge.files.fingerprint());
}

std::string word_analysis_version() { return std::string(rules_version) + "-words"; }

std::vector<OwnFile> own_names(const Knowledge& knowledge) { return knowledge.files.own("gazetteer/"); }

std::vector<std::string> claim_languages(const Knowledge& knowledge) { return lexicon_languages(knowledge.files); }

struct ReportAnalyzer::State {
  State(std::shared_ptr<const Knowledge> shared, const AnalysisLimits& most)
      : knowledge(std::move(shared)), limits(most) {}

  std::shared_ptr<const Knowledge> knowledge;
  AnalysisLimits limits;
  WordAnalyzer words{};

  std::vector<Claim> claims(const Text& text, const Report& report, const std::vector<Mention>& mentions) const {
    const auto lexicon = knowledge->lexicons.find(report.lang);
    if (lexicon == knowledge->lexicons.end()) return {};
    std::vector<FoundClaim> found = extract_claims(text, lexicon->second, limits.claims);
    resolve_attributions(found, text, lexicon->second, mentions, *knowledge->aliases);
    add_details(found, text, lexicon->second, mentions, report.published);
    resolve_counted(found, text, lexicon->second, mentions, *knowledge->aliases);
    std::vector<Claim> claims;
    claims.reserve(found.size());
    for (FoundClaim& one : found) one.claim.stake = knowledge->sides.stake(one.claim);
    for (FoundClaim& one : found) claims.push_back(std::move(one.claim));
    return claims;
  }
};

ReportAnalyzer::ReportAnalyzer(std::shared_ptr<const Knowledge> knowledge, const AnalysisLimits& limits)
    : state_(std::make_unique<State>(std::move(knowledge), limits)) {}
ReportAnalyzer::~ReportAnalyzer() = default;
ReportAnalyzer::ReportAnalyzer(ReportAnalyzer&&) noexcept = default;

AnalyzedReport WordAnalyzer::analyze(Report report) {
  AnalyzedReport analyzed;
  if (report.lang.empty()) report.lang = detect_language(report.text);
  analyzed.tokens = words_.analyze(report.text, report.lang);
  if (first_line(report.text) != report.title) analyzed.title_tokens = words_.analyze(report.title, report.lang);
  analyzed.report = std::move(report);
  return analyzed;
}

AnalyzedReport ReportAnalyzer::analyze(Report report) {
  AnalyzedReport analyzed = state_->words.analyze(std::move(report));
  Text text = state_->knowledge->tokenizer.tokenize(analyzed.report.text);
  text.report = analyzed.report.id;
  analyzed.mentions = state_->knowledge->tagger.tag(text, analyzed.report);
  if (analyzed.mentions.size() > state_->limits.mentions)
    throw InputError("it has more names than the limit of " + std::to_string(state_->limits.mentions) +
                     ": --mention-limit raises it");
  analyzed.claims = state_->claims(text, analyzed.report, analyzed.mentions);
  return analyzed;
}

}  // namespace averment
