// What can be searched for in a text: its words, folded and stemmed. Reports and queries go through here alike.
#include "language/search_analyzer.hpp"

#include <map>
#include <unordered_map>

#include "language/stemmer.hpp"
#include "language/word_folding.hpp"
#include "language/word_splitter.hpp"

namespace averment {
namespace {

constexpr std::size_t most_cached_words = 1 << 16;

struct WordForms {
  std::string word, stem;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

using WordCache = std::unordered_map<std::string, WordForms, StringHash, std::equal_to<>>;

// Lower case if it is ASCII; any other word stays as written, and the cache saves its folding.
bool ascii_lower(std::string_view word, std::string& lower) {
  lower.resize(word.size());
  unsigned char seen = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    seen |= static_cast<unsigned char>(c);
    lower[at] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return seen < 0x80;
}

}  // namespace

struct SearchAnalyzer::State {
  std::string_view known(std::string_view lang) { return stemmer.knows(lang) ? lang : std::string_view(); }
  const WordForms& forms(std::string_view word, WordCache& cache, std::string_view lang);

  WordSplitter splitter;
  Stemmer stemmer;
  std::map<std::string, WordCache, std::less<>> caches;  // By language.
  std::string lower;
};

const WordForms& SearchAnalyzer::State::forms(std::string_view word, WordCache& cache, std::string_view lang) {
  const std::string_view key = ascii_lower(word, lower) ? std::string_view(lower) : word;
  if (const auto known = cache.find(key); known != cache.end()) return known->second;
  if (cache.size() >= most_cached_words) cache.clear();
  // Stems are made of the word with its accents, which the algorithms want.
  const std::string folded = is_ascii(key) ? std::string(key) : case_fold(key);
  WordForms made{shortened(without_accents(folded)), shortened(without_accents(stemmer.stem(folded, lang)))};
  return cache.emplace(key, std::move(made)).first->second;
}

SearchAnalyzer::SearchAnalyzer() : state_(std::make_unique<State>()) {}
SearchAnalyzer::~SearchAnalyzer() = default;
SearchAnalyzer::SearchAnalyzer(SearchAnalyzer&&) noexcept = default;

std::vector<SearchToken> SearchAnalyzer::analyze(std::string_view text, std::string_view lang) {
  lang = state_->known(lang);
  WordCache& cache = state_->caches[std::string(lang)];
  std::vector<SearchToken> tokens;
  state_->splitter.split(text, [&](Span span) {
    const WordForms& forms = state_->forms(text.substr(span.begin, span.size()), cache, lang);
    if (!forms.word.empty()) tokens.push_back({span, forms.word, forms.stem});
  });
  return tokens;
}

std::string SearchAnalyzer::stem(std::string_view folded_word, std::string_view lang) {
  lang = state_->known(lang);
  return state_->forms(folded_word, state_->caches[std::string(lang)], lang).stem;
}

}  // namespace averment
