// The name lists of corpus/gazetteer in one table, looked up by key.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "averment/entity.hpp"
#include "language/names.hpp"

namespace averment {

/// Which list a name comes from.
enum class NameList : std::uint8_t {
  aliases,
  countries,
  demonyms,
  regions,
  cities,
  leaders,
  forces,
  groups,
  media,
  organizations
};

struct GazetteerName {
  std::string_view name;     ///< The entity's one name.
  std::string_view party;    ///< Country or side; empty: none known.
  std::string_view context;  ///< Words, each of which must occur in the report for the name to hold.
  std::string_view scope;    ///< The id of the only report in which it holds; empty: it holds in all.
  EntityType type = EntityType::place;
  NameList list = NameList::aliases;
  bool as_mention = true;
  bool as_source = true;
  bool capitals = false;                ///< An acronym: only written in capitals does it mean this.
  bool lower = false;                   ///< Holds though written without a capital: "anti-balaka".
  bool weak = false;                    ///< Also a common word or a person's name: a place only where the text says so.
  const GazetteerName* next = nullptr;  ///< Of the same key, next in rank.
};

/// Shared by threads once made.
class Gazetteer {
 public:
  explicit Gazetteer(const KnowledgeFiles& files);
  ~Gazetteer();

  /// The names of this key (see name_key), the best first; null: none.
  const GazetteerName* find(std::string_view key) const;

  /// How many words the longest name has that begins with this word; 0: none begins so.
  std::size_t longest(std::string_view first_word) const;
  /// The same, where `hash` is the word's word_hash.
  std::size_t longest(std::string_view first_word, std::uint32_t hash) const;

  /// The country whose capital has this key; empty: none.
  std::string_view country_of_capital(std::string_view key) const;

  /// The words of `alias` are another's name than `name`: a line of aliases.tsv says so. Both are name keys.
  bool rejected(std::string_view name, std::string_view alias) const;

  /// Each entry and the key under which it is found.
  void each(const std::function<void(std::string_view key, const GazetteerName&)>& visit) const;

  /// A country's adjective: "Ukrainian"; empty: not known.
  std::string_view demonym(std::string_view country) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether all the words of `context` occur in the report's folded text.
bool holds(std::string_view context, std::string_view folded_text);

}  // namespace averment
