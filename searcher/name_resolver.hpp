// A name as a query writes it → the ids of the names in the index that it stands for.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "averment/field.hpp"
#include "language/names.hpp"
#include "language/search_analyzer.hpp"
#include "searcher/index_aliases.hpp"
#include "searcher/index_view.hpp"

namespace averment {

/// Ascending.
using NameIds = std::vector<std::uint64_t>;

bool contains(const NameIds& ids, std::uint64_t id);

class NameResolver {
 public:
  NameResolver(IndexView& index, IndexAliases& aliases, SearchAnalyzer& analyzer)
      : index_(index), aliases_(aliases), analyzer_(analyzer) {}

  /// A name that the alias table knows is one name, and a tag that says literally the same. Any other stands for all
  /// names of the field that contain its words side by side, romanized alike; where none does, for those that another
  /// romanization makes of it. With `prefix`, its last word is the beginning of one, as it is spelled. Languages and
  /// rules are taken literally, groups by the stems of their words. Never 0.
  NameIds resolve(Field field, std::string_view value, bool prefix);

  /// The names of the field, one of Field::person, org, place and unit, that have this name_key.
  NameIds with_key(Field field, std::string_view key);

 private:
  struct Label {
    std::uint64_t id = 0;
    std::string key = {};                  // name_key of the name.
    std::string alike = {}, in_full = {};  // What its spellings share: see Romanization.
    std::set<std::string> stems = {};      // Of a group's words, and the words themselves.
  };

  struct KeyedName {
    std::uint64_t key = 0;  // The id of its name_key.
    std::uint64_t id = 0;
    auto operator<=>(const KeyedName&) const = default;
  };

  void forget_former();
  const std::vector<Label>& labels(Field field);
  Label label(Field field, std::uint64_t id, const std::string& name);
  NameIds aliased(Field field, std::string_view value, NameRole as);
  NameIds containing(Field field, std::string_view value, bool prefix);
  std::optional<CanonicalName> known(Field field, std::string_view value, NameRole as);
  NameIds groups(std::string_view value, bool prefix);
  std::set<std::string> stems(std::string_view word);

  IndexView& index_;
  IndexAliases& aliases_;
  SearchAnalyzer& analyzer_;
  // Of this revision.
  std::map<Field, std::vector<Label>> labels_;
  std::map<Field, std::vector<KeyedName>> keys_;
  std::string revision_;
};

}  // namespace averment
