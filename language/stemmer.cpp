// Words → stems, by the Snowball algorithms that Xapian carries.
#include "language/stemmer.hpp"

#include <xapian.h>

#include <map>
#include <optional>

namespace averment {
namespace {

// Articles and prepositions lean on the next word: "l'armée", "dell'esercito".
std::string_view without_elision(std::string_view word, std::string_view lang) {
  if (lang != "fr" && lang != "it" && lang != "ca") return word;
  const std::size_t apostrophe = word.find('\'');
  return apostrophe != word.npos && apostrophe + 2 < word.size() ? word.substr(apostrophe + 1) : word;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != word.npos; }

}  // namespace

struct Stemmer::State {
  const Xapian::Stem* algorithm(std::string_view lang);

  std::map<std::string, std::optional<Xapian::Stem>, std::less<>> algorithms;
};

const Xapian::Stem* Stemmer::State::algorithm(std::string_view lang) {
  // Only codes of two letters: Xapian also takes "lovins" and "none", and reports may state anything.
  if (lang.size() != 2 || !is_lower(lang[0]) || !is_lower(lang[1])) return nullptr;
  auto known = algorithms.find(lang);
  if (known == algorithms.end()) {
    known = algorithms.emplace(lang, std::nullopt).first;
    try {
      known->second.emplace(std::string(lang));
    } catch (const Xapian::InvalidArgumentError&) {
      // There is none for this language.
    }
  }
  return known->second ? &*known->second : nullptr;
}

Stemmer::Stemmer() : state_(std::make_unique<State>()) {}
Stemmer::~Stemmer() = default;

bool Stemmer::knows(std::string_view lang) { return state_->algorithm(lang) != nullptr; }

std::string Stemmer::stem(std::string_view word, std::string_view lang) {
  const Xapian::Stem* found = has_digit(word) ? nullptr : state_->algorithm(lang);
  if (!found) return std::string(word);
  const std::string whole(without_elision(word, lang));
  std::string stem = (*found)(whole);
  return stem.empty() ? whole : stem;
}

}  // namespace averment
