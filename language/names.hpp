// Names: their normal form, and the alias table that makes variants one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "averment/entity.hpp"

namespace averment {

class Gazetteer;
class KnowledgeFiles;

/// The form in which names are compared: case-folded, Latin letters without accents, articles, titles and
/// possessive endings off, one blank between words. "The NIS’" and "nis" have the same key.
std::string name_key(std::string_view name);

/// The same with articles and titles kept: "lt gen".
std::string words_key(std::string_view words);

/// In which role a name stands: "Kyiv" is a place, but as a source the government of Ukraine.
enum class NameRole : std::uint8_t { mention, source };

struct CanonicalName {
  std::string name;
  EntityType type;
  std::string party;  ///< Country or side; empty: none known.
};

/// corpus/gazetteer/aliases.tsv and the gazetteers, looked up by key. Only asserted aliases are applied.
class Aliases {
 public:
  explicit Aliases(const KnowledgeFiles& files);
  ~Aliases();

  /// Empty: the table does not know the name. `context`: the report's folded text, for aliases that hold only where
  /// certain words occur; empty (as for a query): such aliases apply.
  std::optional<CanonicalName> resolve(std::string_view name, NameRole role, std::string_view context = {}) const;

  /// All the names behind it.
  const Gazetteer& gazetteer() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
