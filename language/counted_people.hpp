// Quantity → the people it counts: the noun phrase behind it, if it is one for people.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "language/claim_lexicon.hpp"
#include "language/quantity.hpp"

namespace averment {

/// "more than [300] North Korean soldiers", "[16] wounded", "[two-thirds] of them". Token ranges are half-open.
struct CountedPeople {
  /// How the words name people.
  enum class Noun : std::uint8_t {
    person,   ///< A noun for people.
    armed,    ///< One for people who fight or keep order.
    unknown,  ///< A plural that the lexicon does not know: people only if something says so that happens to people.
    elided    ///< No noun: "16 wounded", "three of them".
  };

  Quantity quantity;
  Noun noun = Noun::elided;
  std::uint32_t end = 0;                          ///< Of the whole phrase.
  std::uint32_t group_first = 0, group_last = 0;  ///< The people as written; empty where elided.
  bool of_pronoun = false;                        ///< "three of them".
  std::vector<Category> named;  ///< By its own words: "59 hostages", "two wounded soldiers", "300 deaths".
  bool part_of_group = false;   ///< "three of the men".
  bool counts_cases = false;    ///< "300 deaths": nothing else can be said of them.

  std::uint32_t begin() const { return quantity.begin; }
  bool single() const { return quantity.kind == Quantity::Kind::article; }
};

/// Empty: the quantity counts something else.
std::optional<CountedPeople> read_counted_people(const SentenceWords& words, const Quantity& quantity);

/// Whether a word that no list knows is formed like one for people: "-ists", "-men", a demonym.
bool formed_like_people(const SentenceWords& words, std::uint32_t at, bool single);

}  // namespace averment
