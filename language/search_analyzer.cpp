// What can be searched for in a text: its words, folded and stemmed. Reports and queries go through here alike.
#include "language/search_analyzer.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "language/stemmer.hpp"
#include "language/word_folding.hpp"
#include "language/word_map.hpp"
#include "language/word_splitter.hpp"

namespace averment {
namespace {

struct WordForms {
  std::string_view word, stem;
};

constexpr std::size_t longest_cached = 64;

/// A word as it is looked up, with its hash.
struct WordKey {
  std::string_view text;
  std::uint32_t hash = 0;
};

/// A key and its forms in two lines of the cache, of which most words take one: the word is most often as the key, the
/// stem a beginning of the word, and then they share its letters.
class alignas(64) CachedWord {
 public:
  static bool has_room(std::string_view key, const WordForms& forms) {
    return key.size() + own_letters(key, forms.word) + own_letters(forms.word, forms.stem) <= room;
  }

  void set(std::uint16_t lang, std::string_view key, const WordForms& forms) {
    lang_ = lang;
    key_size_ = static_cast<std::uint8_t>(key.size());
    std::copy(key.begin(), key.end(), letters_.begin());
    word_begin_ = 0;
    if (const std::size_t own = own_letters(key, forms.word)) {
      word_begin_ = key_size_;
      std::copy_n(forms.word.begin(), own, letters_.begin() + word_begin_);
    }
    word_size_ = static_cast<std::uint8_t>(forms.word.size());
    stem_begin_ = word_begin_;
    if (const std::size_t own = own_letters(forms.word, forms.stem)) {
      stem_begin_ = static_cast<std::uint8_t>(std::max(key.size(), word_begin_ + forms.word.size()));
      std::copy_n(forms.stem.begin(), own, letters_.begin() + stem_begin_);
    }
    stem_size_ = static_cast<std::uint8_t>(forms.stem.size());
  }

  bool is(std::uint16_t lang, std::string_view key) const { return lang_ == lang && part(0, key_size_) == key; }
  WordForms forms() const { return {part(word_begin_, word_size_), part(stem_begin_, stem_size_)}; }

 private:
  static constexpr std::size_t room = 121;

  /// How many letters are kept for `form` beside those of `other`: none if that begins with it.
  static std::size_t own_letters(std::string_view other, std::string_view form) {
    return other.starts_with(form) ? 0 : form.size();
  }
  std::string_view part(std::size_t begin, std::size_t size) const { return {letters_.data() + begin, size}; }

  std::uint16_t lang_ = 0;
  std::uint8_t key_size_ = 0, word_begin_ = 0, word_size_ = 0, stem_begin_ = 0, stem_size_ = 0;
  std::array<char, room> letters_;
};

/// The forms of words that came before. Text from outside chooses what goes in: a word is looked for in one set of
/// places only, and drives out another one where all are taken, so that neither memory nor time can be made to grow.
class WordCache {
 public:
  WordCache() { words_.reserve(sets * ways); }

  /// They hold until the next one is kept.
  std::optional<WordForms> find(WordKey key, std::uint16_t lang) const {
    const Set& set = set_of(key);
    for (std::size_t way = 0; way < ways && set[way].word; ++way) {
      if (set[way].hash != key.hash) continue;
      const CachedWord& word = words_[set[way].word - 1];
      if (word.is(lang, key.text)) return word.forms();
    }
    return {};
  }

  /// Have the memory fetched in which find will look: the word's in a second step, when the set's is there.
  void prefetch_set(WordKey key) const { __builtin_prefetch(&set_of(key)); }
  void prefetch_word(WordKey key) const {
    for (const Place& place : set_of(key))
      if (place.hash == key.hash && place.word) __builtin_prefetch(&words_[place.word - 1]);
  }

  /// The forms have room, see CachedWord.
  void keep(WordKey key, std::uint16_t lang, const WordForms& forms) {
    Set& set = set_of(key);
    Place* place = std::find_if(set.begin(), set.end(), [](const Place& one) { return one.word == 0; });
    if (place == set.end()) place = &set[next_victim_++ % ways];
    place->hash = key.hash;
    if (place->word == 0) {
      words_.emplace_back();
      place->word = static_cast<std::uint32_t>(words_.size());
    }
    words_[place->word - 1].set(lang, key.text, forms);
  }

 private:
  static constexpr std::size_t sets = 1 << 13;
  static constexpr std::size_t ways = 4;

  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t word = 0;  ///< From 1; 0: free.
  };
  struct alignas(32) Set : std::array<Place, ways> {};  // within one line of the cache

  const Set& set_of(WordKey key) const { return sets_[key.hash % sets]; }
  Set& set_of(WordKey key) { return sets_[key.hash % sets]; }

  std::vector<Set> sets_ = std::vector<Set>(sets);
  std::vector<CachedWord> words_;
  std::size_t next_victim_ = 0;
};

/// The text with ASCII capitals in lower case.
void lower(std::string_view text, std::string& lowered) {
  lowered.resize(text.size());
  std::transform(text.begin(), text.end(), lowered.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c); });
}

/// Lower case if it is ASCII; any other word stays as written, and the cache saves its folding.
WordKey key_of(std::string_view word, std::string_view lowered) {
  unsigned char seen = 0;
  for (const char c : word) seen |= static_cast<unsigned char>(c);
  return {seen < 0x80 ? lowered : word, word_hash(lowered)};
}

/// Of two letters; 0: none.
std::uint16_t code_of(std::string_view lang) {
  return lang.size() == 2 ? static_cast<std::uint16_t>(lang[0] << 8 | lang[1]) : 0;
}

}  // namespace

struct SearchAnalyzer::State {
  std::string_view known(std::string_view lang) { return stemmer.knows(lang) ? lang : std::string_view(); }
  /// The forms hold until the next call.
  WordForms forms(WordKey key, std::string_view lang);
  WordForms made(std::string_view word, std::string_view lang);
  void find_keys(std::string_view text);

  WordSplitter splitter;
  Stemmer stemmer;
  WordCache cache;
  std::string made_word, made_stem;
  std::string lowered;
  std::vector<Span> spans;
  std::vector<WordKey> keys;  // of the spans' words
};

WordForms SearchAnalyzer::State::forms(WordKey key, std::string_view lang) {
  if (key.text.size() > longest_cached) return made(key.text, lang);
  const std::uint16_t code = code_of(lang);
  if (const std::optional<WordForms> known = cache.find(key, code)) return *known;
  const WordForms forms = made(key.text, lang);
  if (CachedWord::has_room(key.text, forms)) cache.keep(key, code, forms);
  return forms;
}

void SearchAnalyzer::State::find_keys(std::string_view text) {
  lower(text, lowered);
  spans.clear();
  splitter.split(text, spans);
  keys.clear();
  for (const Span span : spans)
    keys.push_back(
        key_of(text.substr(span.begin, span.size()), std::string_view(lowered).substr(span.begin, span.size())));
}

WordForms SearchAnalyzer::State::made(std::string_view word, std::string_view lang) {
  // Stems are made of the word with its accents, which the algorithms want.
  const std::string folded = case_fold(word);
  made_word = shortened(without_accents(folded));
  made_stem = shortened(without_accents(stemmer.stem(folded, lang)));
  return {made_word, made_stem};
}

SearchAnalyzer::SearchAnalyzer() : state_(std::make_unique<State>()) {}
SearchAnalyzer::~SearchAnalyzer() = default;
SearchAnalyzer::SearchAnalyzer(SearchAnalyzer&&) noexcept = default;

std::vector<SearchToken> SearchAnalyzer::analyze(std::string_view text, std::string_view lang) {
  lang = state_->known(lang);
  state_->find_keys(text);
  const std::vector<WordKey>& keys = state_->keys;
  const WordCache& cache = state_->cache;
  std::vector<SearchToken> tokens;
  tokens.reserve(keys.size());
  // Most of the time went into waiting for the cache's lines: they are asked for some words ahead.
  constexpr std::size_t ahead = 8;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (at + 2 * ahead < keys.size()) cache.prefetch_set(keys[at + 2 * ahead]);
    if (at + ahead < keys.size()) cache.prefetch_word(keys[at + ahead]);
    const WordForms forms = state_->forms(keys[at], lang);
    if (!forms.word.empty()) tokens.push_back({state_->spans[at], std::string(forms.word), std::string(forms.stem)});
  }
  return tokens;
}

std::string SearchAnalyzer::stem(std::string_view folded_word, std::string_view lang) {
  lower(folded_word, state_->lowered);
  return std::string(state_->forms(key_of(folded_word, state_->lowered), state_->known(lang)).stem);
}

}  // namespace averment
