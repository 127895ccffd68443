// One name of another script in several Latin spellings → a form that they share.
#include "language/romanization.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"

namespace averment {
namespace {

enum class Reach : std::uint8_t { one, any, full };

struct Spelling {
  std::string first;
  Reach reach;
};

/// What is left of a word in front of an ending: less is no name's stem.
constexpr std::size_t shortest_stem = 2;

Reach reach_named(std::string_view name) {
  if (name == "one") return Reach::one;
  if (name == "any") return Reach::any;
  if (name == "full") return Reach::full;
  throw InputError("\"" + std::string(name) + "\" is no reach: one, any or full");
}

/// Calls `take` with each of the words that single blanks separate, and with how many stand before it.
template <typename Take>
void each_word(std::string_view words, const Take& take) {
  for (std::size_t index = 0; !words.empty(); ++index) {
    const std::size_t end = std::min(words.find(' '), words.size());
    take(words.substr(0, end), index);
    words.remove_prefix(std::min(words.size(), end + 1));
  }
}

}  // namespace

struct Romanization::State {
  using Table = std::unordered_multimap<std::string, Spelling>;
  Table words, inner, endings;
  std::size_t longest_ending = 0;

  void read(const Row& row);
  std::string alike(std::string_view key, Reach widest) const;
  std::string word(std::string_view written, Reach widest) const;
  std::string with_ending(std::string_view word, Reach widest) const;
};

void Romanization::State::read(const Row& row) {
  Table* const table = row[0] == "word" ? &words : row[0] == "inner" ? &inner : row[0] == "ending" ? &endings : nullptr;
  if (!table) throw InputError("\"" + std::string(row[0]) + "\" is no part of a name: word, inner or ending");
  const Reach reach = reach_named(row[1]);
  std::string first;
  each_word(row[2], [&](std::string_view spelling, std::size_t index) {
    if (index == 0) first = spelling == "-" ? std::string_view() : spelling;
    if (spelling == "-") return;
    // The first of words as well, or an ending would change it.
    if (index > 0 || table == &words) table->emplace(spelling, Spelling{first, reach});
    if (table == &endings) longest_ending = std::max(longest_ending, spelling.size());
  });
}

/// The longest ending first; what comes of it may have another one of wider reach: "-skij", "-sky", in full "-sky".
std::string Romanization::State::with_ending(std::string_view word, Reach widest) const {
  for (std::size_t size = std::min(longest_ending, word.size()); size > 0; --size) {
    if (word.size() < size + shortest_stem) continue;
    const auto [begin, end] = endings.equal_range(std::string(word.substr(word.size() - size)));
    for (auto found = begin; found != end; ++found)
      if (found->second.reach <= widest) return std::string(word.substr(0, word.size() - size)) + found->second.first;
  }
  return std::string(word);
}

std::string Romanization::State::word(std::string_view written, Reach widest) const {
  const auto [begin, end] = words.equal_range(std::string(written));
  for (auto found = begin; found != end; ++found)
    if (found->second.reach <= widest) return found->second.first;
  return with_ending(written, widest);
}

std::string Romanization::State::alike(std::string_view key, Reach widest) const {
  std::string alike;
  each_word(key, [&](std::string_view written, std::size_t index) {
    std::string one;
    const auto left_out = index > 0 ? inner.find(std::string(written)) : inner.end();
    one = left_out != inner.end() && left_out->second.reach <= widest ? left_out->second.first : word(written, widest);
    if (!one.empty() && !alike.empty()) alike += ' ';
    alike += one;
  });
  return alike;
}

Romanization::Romanization(const KnowledgeFiles& files) : state_(std::make_unique<State>()) {
  files.each_row("gazetteer/romanization.tsv", 3, [this](const Row& row) { state_->read(row); });
}
Romanization::~Romanization() = default;

std::string Romanization::alike(std::string_view key) const { return state_->alike(key, Reach::any); }

std::string Romanization::alike_in_full(std::string_view key) const { return state_->alike(key, Reach::full); }

std::string Romanization::respelled(std::string_view name) const {
  std::string respelled;
  each_word(name, [&](std::string_view word, std::size_t index) {
    const std::string key = words_key(word);
    std::string spelled = state_->with_ending(key, Reach::one);
    std::size_t kept = 0;
    while (kept < std::min(spelled.size(), key.size()) && spelled[kept] == key[kept]) ++kept;
    const bool changed = spelled != key && word.size() == key.size();
    if (index > 0) respelled += ' ';
    respelled += changed ? std::string(word.substr(0, kept)) + spelled.substr(kept) : std::string(word);
  });
  return respelled;
}

}  // namespace averment
