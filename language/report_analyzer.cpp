// Report → analyzed report: words only.
#include "language/report_analyzer.hpp"

#include <xapian.h>

#include "language/names.hpp"

namespace averment {

struct Knowledge {};
struct ReportAnalyzer::State {
  Xapian::Stem stem{"en"};
  std::unordered_map<std::string, std::string> stems;
};

namespace {

bool in_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c < 0; }

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

}  // namespace

std::string name_key(std::string_view name) { return lower(name); }

std::shared_ptr<const Knowledge> load_knowledge(const std::filesystem::path&) { return std::make_shared<Knowledge>(); }
std::string analysis_version(const Knowledge&) { return "words"; }
std::vector<std::string> claim_languages(const Knowledge&) { return {}; }

ReportAnalyzer::ReportAnalyzer(std::shared_ptr<const Knowledge>) : state_(std::make_unique<State>()) {}
ReportAnalyzer::~ReportAnalyzer() = default;
ReportAnalyzer::ReportAnalyzer(ReportAnalyzer&&) noexcept = default;

AnalyzedReport ReportAnalyzer::analyze(Report report) {
  const auto tokens = [&](const std::string& text) {
    std::vector<SearchToken> found;
    for (std::uint32_t begin = 0, end; begin < text.size(); begin = end + 1) {
      for (end = begin; end < text.size() && in_word(text[end]);) ++end;
      if (end == begin || end - begin > 64) continue;
      std::string word = lower(std::string_view(text).substr(begin, end - begin));
      std::string& stem = state_->stems[word];
      if (stem.empty()) stem = state_->stem(word);
      found.push_back({{begin, end}, word, stem});
    }
    if (state_->stems.size() > 50000) state_->stems.clear();
    return found;
  };
  AnalyzedReport analyzed;
  analyzed.tokens = tokens(report.text);
  if (!report.text.starts_with(report.title)) analyzed.title_tokens = tokens(report.title);
  analyzed.report = std::move(report);
  return analyzed;
}

}  // namespace averment
