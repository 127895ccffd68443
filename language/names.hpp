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
class Romanization;
struct Text;

/// The form in which names are compared: case-folded, Latin letters without accents, articles, titles and
/// possessive endings off, one blank between words. "The NIS’" and "nis" have the same key.
std::string name_key(std::string_view name);

/// The same with articles and titles kept: "lt gen".
std::string words_key(std::string_view words);

/// Of a to z: a name without is an acronym, or stands in a headline or a dateline.
bool has_small_letters(std::string_view name);

/// In which role a name stands: "Kyiv" is a place, but as a source the government of Ukraine.
enum class NameRole : std::uint8_t { mention, source };

struct CanonicalName {
  std::string name;
  EntityType type;
  std::string party;  ///< Country or side; empty: none known.
};

/// Where a name stands, for aliases that do not hold everywhere.
struct NameContext {
  std::string_view words;   ///< The report's folded text; empty (as for a query): such aliases apply.
  std::string_view report;  ///< The report's id.
};

NameContext context_of(const Text& text);

/// corpus/gazetteer/aliases.tsv and the gazetteers, looked up by key, by romanization, and allowing for a slip of the
/// pen. Only asserted aliases are applied.
class Aliases {
 public:
  explicit Aliases(const KnowledgeFiles& files);
  ~Aliases();

  /// Empty: the table does not know the name.
  std::optional<CanonicalName> resolve(std::string_view name, NameRole role, const NameContext& context = {}) const;

  /// The name of this type that the table spells otherwise: "Volodymyr Zelenskij", "Владимир Зеленский", "Volodymyr
  /// Zelenksy". Empty where there is none, or more than one.
  std::optional<CanonicalName> resolve_spelling(std::string_view name, EntityType type) const;

  /// Somebody has written down that `name` and `other` are two.
  bool rejected(std::string_view name, std::string_view other) const;

  /// Without the titles that stand before it: "general idris farouz" gives "idris farouz".
  std::string_view without_title(std::string_view key) const;

  const Romanization& romanization() const;

  /// All the names behind it.
  const Gazetteer& gazetteer() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
