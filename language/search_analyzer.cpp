// What can be searched for in a text: its words, folded and stemmed. Reports and queries go through here alike.
#include "language/search_analyzer.hpp"

#include <algorithm>
#include <array>

#include "language/stemmer.hpp"
#include "language/word_folding.hpp"
#include "language/word_map.hpp"
#include "language/word_splitter.hpp"

namespace averment {
namespace {

struct WordForms {
  std::string word, stem;
};

constexpr std::size_t longest_cached = 64;

/// A word as it is looked up, with its hash.
struct WordKey {
  std::string_view text;
  std::uint32_t hash = 0;
};

/// The forms of words that came before. Text from outside chooses what goes in: a word is looked for in one set of
/// places only, and drives out another one where all are taken, so that neither memory nor time can be made to grow.
class WordCache {
 public:
  WordCache() { entries_.reserve(places_.size()); }

  /// Null: it is not there. The forms hold until the next one is kept.
  const WordForms* find(WordKey key, std::uint16_t lang) const {
    const Place* const set = set_of(key);
    for (std::size_t way = 0; way < ways && set[way].entry; ++way) {
      if (set[way].hash != key.hash) continue;
      const Entry& entry = entries_[set[way].entry - 1];
      if (entry.lang == lang && entry.key == key.text) return &entry.forms;
    }
    return nullptr;
  }

  const WordForms& keep(WordKey key, std::uint16_t lang, WordForms forms) {
    Place* const set = set_of(key);
    Place* place = std::find_if(set, set + ways, [](const Place& one) { return one.entry == 0; });
    if (place == set + ways) place = set + next_victim_++ % ways;
    place->hash = key.hash;
    if (place->entry == 0) {
      entries_.emplace_back();
      place->entry = static_cast<std::uint32_t>(entries_.size());
    }
    Entry& entry = entries_[place->entry - 1];
    entry = {lang, std::string(key.text), std::move(forms)};
    return entry.forms;
  }

 private:
  static constexpr std::size_t sets = 1 << 13;
  static constexpr std::size_t ways = 4;

  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< From 1; 0: free.
  };
  struct Entry {
    std::uint16_t lang = 0;
    std::string key;
    WordForms forms;
  };

  const Place* set_of(WordKey key) const { return &places_[key.hash % sets * ways]; }
  Place* set_of(WordKey key) { return &places_[key.hash % sets * ways]; }

  std::vector<Place> places_ = std::vector<Place>(sets * ways);
  std::vector<Entry> entries_;
  std::size_t next_victim_ = 0;
};

/// Lower case if it is ASCII; any other word stays as written, and the cache saves its folding. `buffer` holds it.
WordKey key_of(std::string_view word, std::array<char, longest_cached>& buffer) {
  unsigned char seen = 0;
  std::uint32_t hash = word_hash({});
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    seen |= static_cast<unsigned char>(c);
    buffer[at] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    hash = word_hash(hash, buffer[at]);
  }
  return {seen < 0x80 ? std::string_view(buffer.data(), word.size()) : word, hash};
}

/// Of two letters; 0: none.
std::uint16_t code_of(std::string_view lang) {
  return lang.size() == 2 ? static_cast<std::uint16_t>(lang[0] << 8 | lang[1]) : 0;
}

}  // namespace

struct SearchAnalyzer::State {
  std::string_view known(std::string_view lang) { return stemmer.knows(lang) ? lang : std::string_view(); }
  /// The forms hold until the next call.
  const WordForms& forms(std::string_view word, std::string_view lang);
  WordForms made(std::string_view word, std::string_view lang);

  WordSplitter splitter;
  Stemmer stemmer;
  WordCache cache;
  WordForms uncached;
  std::vector<Span> spans;
};

const WordForms& SearchAnalyzer::State::forms(std::string_view word, std::string_view lang) {
  if (word.size() > longest_cached) return uncached = made(word, lang);
  std::array<char, longest_cached> buffer;
  const WordKey key = key_of(word, buffer);
  const std::uint16_t code = code_of(lang);
  if (const WordForms* known = cache.find(key, code)) return *known;
  return cache.keep(key, code, made(key.text, lang));
}

WordForms SearchAnalyzer::State::made(std::string_view word, std::string_view lang) {
  // Stems are made of the word with its accents, which the algorithms want.
  const std::string folded = case_fold(word);
  return {shortened(without_accents(folded)), shortened(without_accents(stemmer.stem(folded, lang)))};
}

SearchAnalyzer::SearchAnalyzer() : state_(std::make_unique<State>()) {}
SearchAnalyzer::~SearchAnalyzer() = default;
SearchAnalyzer::SearchAnalyzer(SearchAnalyzer&&) noexcept = default;

std::vector<SearchToken> SearchAnalyzer::analyze(std::string_view text, std::string_view lang) {
  lang = state_->known(lang);
  std::vector<Span>& spans = state_->spans;
  spans.clear();
  state_->splitter.split(text, spans);
  std::vector<SearchToken> tokens;
  tokens.reserve(spans.size());
  for (const Span span : spans) {
    const WordForms& forms = state_->forms(text.substr(span.begin, span.size()), lang);
    if (!forms.word.empty()) tokens.push_back({span, forms.word, forms.stem});
  }
  return tokens;
}

std::string SearchAnalyzer::stem(std::string_view folded_word, std::string_view lang) {
  return state_->forms(folded_word, state_->known(lang)).stem;
}

}  // namespace averment
