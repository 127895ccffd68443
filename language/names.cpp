// The alias table that makes variants one: plain look-ups, and the rules by which a country speaks.
#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/gazetteer.hpp"
#include "language/knowledge_files.hpp"
#include "language/near_names.hpp"
#include "language/romanization.hpp"
#include "language/text.hpp"

namespace averment {
namespace {

using namespace std::string_view_literals;

constexpr std::array government_words = {"government"sv, "authorities"sv,          "officials"sv,
                                         "official"sv,   "administration"sv,       "regime"sv,
                                         "leadership"sv, "government officials"sv, "state"sv};
constexpr std::array military_words = {
    "military"sv,           "army"sv,           "armed forces"sv,   "forces"sv,         "troops"sv,
    "military officials"sv, "defence forces"sv, "defense forces"sv, "army officials"sv, "military command"sv};
// Other bodies that every country has: ending in the text, ending of the name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> national_bodies = {{
    {"police", "police"},
    {"police officials", "police"},
    {"navy", "navy"},
    {"air force", "air force"},
    {"coast guard", "coast guard"},
    {"border guards", "border guards"},
    {"parliament", "parliament"},
    {"intelligence", "intelligence"},
    {"intelligence agency", "intelligence"},
    {"intelligence agencies", "intelligence"},
    {"intelligence service", "intelligence"},
    {"intelligence services", "intelligence"},
    {"intelligence officials", "intelligence"},
    {"spy agency", "intelligence"},
    {"military intelligence", "military intelligence"},
    {"state media", "state media"},
    {"state television", "state media"},
}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> ministry_words = {
    {{"defence", "Defense"},
     {"foreign", "Foreign Affairs"},
     {"internal affairs", "Interior"},
     {"public health", "Health"},
     {"home", "Home Affairs"}}};
constexpr std::array with_article = {"Philippines"sv, "Netherlands"sv, "Bahamas"sv, "Maldives"sv, "Gambia"sv};

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

/// "Ukraine", "the United States": as it stands behind "of".
std::string after_of(std::string_view country) {
  const bool article = country.starts_with("United ") || country.find("Republic") != country.npos ||
                       std::find(with_article.begin(), with_article.end(), country) != with_article.end();
  return (article ? "the " : "") + std::string(country);
}

std::string capitalized(std::string_view words) {
  std::string text(words);
  bool first = true;
  for (char& c : text) {
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    first = c == ' ';
  }
  for (const std::string_view small : {" And "sv, " Of "sv, " For "sv})
    for (std::size_t at; (at = text.find(small)) != text.npos;) text[at + 1] = static_cast<char>(text[at + 1] + 32);
  return text;
}

/// Whether `key` is `ending`, or ends in it as a word of its own; `rest` is what stands before.
bool ends_in(std::string_view key, std::string_view ending, std::string_view& rest) {
  if (!key.ends_with(ending)) return false;
  rest = key.substr(0, key.size() - ending.size());
  if (!rest.empty() && rest.back() != ' ') return false;
  if (!rest.empty()) rest.remove_suffix(1);
  return true;
}

CanonicalName canonical(const GazetteerName& name) {
  return {std::string(name.name), name.type, std::string(name.party)};
}

}  // namespace

struct Aliases::State {
  explicit State(const KnowledgeFiles& files) : gazetteer(files), romanization(files) {
    files.each_row("gazetteer/titles.tsv", 2, [this](const Row& row) { titles.insert(words_key(row[0])); });
    note_spellings();
  }

  void note_spellings();

  const GazetteerName* find(std::string_view key, NameRole role, const NameContext& context, bool capitals) const;
  std::optional<CanonicalName> resolve_source(std::string_view key, const NameContext& context) const;
  std::string_view country(std::string_view key) const;
  std::optional<CanonicalName> national_body(std::string_view key) const;
  std::optional<CanonicalName> body_of(std::string_view country, std::string_view body) const;
  std::optional<CanonicalName> ministry(std::string_view key) const;
  const GazetteerName* behind_country(std::string_view key, const NameContext& context) const;
  std::string_view without_title(std::string_view key) const;

  Gazetteer gazetteer;
  Romanization romanization;
  std::unordered_set<std::string> titles;
  std::unordered_map<std::string, const GazetteerName*> spellings;  // Of persons, romanized; null: of more than one.
  NearNames near_names;                                             // Of persons and organizations.
  std::vector<const GazetteerName*> near;                           // By near_names' values.
};

/// Persons by what their spellings share; a surname alone by no more than that.
void Aliases::State::note_spellings() {
  gazetteer.each([this](std::string_view key, const GazetteerName& name) {
    const bool person = name.type == EntityType::person;
    if ((!person && name.type != EntityType::organization) || !name.context.empty() || !name.scope.empty()) return;
    if (!name.as_mention || name.capitals || gazetteer.find(key) != &name) return;
    if (key.find(' ') != key.npos) {
      near_names.add(key, name.type, static_cast<std::uint32_t>(near.size()));
      near.push_back(&name);
    }
    if (!person) return;
    const bool full = key.find(' ') != key.npos;
    const auto [known, added] =
        spellings.try_emplace(full ? romanization.alike_in_full(key) : romanization.alike(key), &name);
    if (!added && known->second && known->second->name != name.name) known->second = nullptr;
  });
}

const GazetteerName* Aliases::State::find(std::string_view key, NameRole role, const NameContext& context,
                                          bool capitals) const {
  for (const GazetteerName* name = gazetteer.find(key); name; name = name->next) {
    if (role == NameRole::mention ? !name->as_mention : !name->as_source) continue;
    if (name->capitals && !capitals) continue;
    if (name->weak && role == NameRole::source) continue;
    if (context.words.empty()) return name;
    if (holds(name->context, context.words) && (name->scope.empty() || name->scope == context.report)) return name;
  }
  return nullptr;
}

/// The country that the key names: by its name, its adjective or its capital. Empty: none.
std::string_view Aliases::State::country(std::string_view key) const {
  for (const GazetteerName* name = gazetteer.find(key); name; name = name->next) {
    if (name->list == NameList::countries || name->list == NameList::demonyms) return name->party;
    if (name->list != NameList::aliases || !name->context.empty() || !name->scope.empty()) continue;
    const bool whole = name->type == EntityType::nationality || name->type == EntityType::place;
    if (whole && name->name == name->party) return name->party;
    if (const auto of = gazetteer.country_of_capital(name_key(name->name));
        name->type == EntityType::place && !of.empty())
      return of;
  }
  return gazetteer.country_of_capital(key);
}

std::optional<CanonicalName> Aliases::State::body_of(std::string_view country, std::string_view body) const {
  const std::string party(country);
  for (const std::string_view word : government_words)
    if (body == word) return CanonicalName{"Government of " + after_of(country), EntityType::organization, party};
  const std::string_view adjective = gazetteer.demonym(country);
  if (adjective.empty()) return {};
  const auto named = [&](std::string_view ending) {
    const std::string name = std::string(adjective) + " " + std::string(ending);
    if (const GazetteerName* known = find(name_key(name), NameRole::source, {}, true))
      return CanonicalName{std::string(known->name), known->type, party};
    return CanonicalName{name, EntityType::organization, party};
  };
  for (const std::string_view word : military_words)
    if (body == word) return named("military");
  for (const auto& [ending, name] : national_bodies)
    if (body == ending) return named(name);
  return {};
}

/// "ukrainian officials", "government of ukraine", "south korea spy agency".
std::optional<CanonicalName> Aliases::State::national_body(std::string_view key) const {
  for (const std::string_view lead : {"senior "sv, "top "sv, "unnamed "sv})
    if (key.starts_with(lead)) key.remove_prefix(lead.size());
  for (std::size_t at = key.find(' '); at != key.npos; at = key.find(' ', at + 1)) {
    if (const std::string_view land = country(key.substr(0, at)); !land.empty())
      if (auto body = body_of(land, key.substr(at + 1))) return body;
    std::string_view rest = key.substr(at + 1);
    if (!rest.starts_with("of ")) continue;
    rest.remove_prefix(rest.starts_with("of the ") ? 7 : 3);
    if (const std::string_view land = country(rest); !land.empty())
      if (auto body = body_of(land, key.substr(0, at))) return body;
  }
  return {};
}

/// "russian defense ministry", "ministry of defence of russia", "russia ministry of defense" are one.
std::optional<CanonicalName> Aliases::State::ministry(std::string_view key) const {
  std::string_view land, subject, rest;
  for (std::size_t at = key.find(' '); at != key.npos && land.empty(); at = key.find(' ', at + 1))
    if ((land = country(key.substr(0, at))).size()) rest = key.substr(at + 1);
  if (land.empty()) rest = key;
  if (rest.starts_with("ministry of ")) {
    subject = rest.substr(12);
    if (subject.starts_with("the ")) subject.remove_prefix(4);
    const std::size_t of = subject.rfind(" of ");
    if (land.empty() && of != subject.npos) {
      std::string_view owner = subject.substr(of + 4);
      if (owner.starts_with("the ")) owner.remove_prefix(4);
      if (land = country(owner); !land.empty()) subject = subject.substr(0, of);
    }
  } else if (!ends_in(rest, "ministry", subject)) {
    return {};
  }
  if (land.empty() || subject.empty()) return {};
  std::string name = capitalized(subject);
  for (const auto& [written, usual] : ministry_words)
    if (subject == written) name = usual;
  return CanonicalName{"Ministry of " + name + " (" + std::string(land) + ")", EntityType::organization,
                       std::string(land)};
}

/// "south korea national intelligence service": the part behind its own country's name. Null: none.
const GazetteerName* Aliases::State::behind_country(std::string_view key, const NameContext& context) const {
  for (std::size_t at = key.find(' '); at != key.npos; at = key.find(' ', at + 1))
    if (const std::string_view land = country(key.substr(0, at)); !land.empty())
      if (const GazetteerName* name = find(key.substr(at + 1), NameRole::source, context, true))
        if (name->party == land && name->type != EntityType::place) return name;
  return nullptr;
}

std::optional<CanonicalName> Aliases::State::resolve_source(std::string_view key, const NameContext& context) const {
  if (auto body = ministry(key)) return body;
  if (auto body = national_body(key)) return body;
  if (const GazetteerName* name = behind_country(key, context)) return canonical(*name);
  const GazetteerName* name = find(key, NameRole::source, context, true);
  if (!name || name->type != EntityType::place) return {};
  std::string_view land = gazetteer.country_of_capital(name_key(name->name));
  if (land.empty() && name->name == name->party) land = name->party;
  if (land.empty()) return {};
  return CanonicalName{"Government of " + after_of(land), EntityType::organization, std::string(land)};
}

std::string_view Aliases::State::without_title(std::string_view key) const {
  for (std::size_t end = key.rfind(' '); end != key.npos && end > 0; end = key.rfind(' ', end - 1))
    if (titles.count(std::string(key.substr(0, end)))) return key.substr(end + 1);
  return key;
}

Aliases::Aliases(const KnowledgeFiles& files) : state_(std::make_unique<State>(files)) {}
Aliases::~Aliases() = default;

const Gazetteer& Aliases::gazetteer() const { return state_->gazetteer; }

const Romanization& Aliases::romanization() const { return state_->romanization; }

bool Aliases::rejected(std::string_view name, std::string_view other) const {
  const std::string key = name_key(name), other_key = name_key(other);
  return state_->gazetteer.rejected(key, other_key) || state_->gazetteer.rejected(other_key, key);
}

std::string_view Aliases::without_title(std::string_view key) const { return state_->without_title(key); }

std::optional<CanonicalName> Aliases::resolve_spelling(std::string_view name, EntityType type) const {
  const std::string key = name_key(name);
  const GazetteerName* found = nullptr;
  if (type == EntityType::person) {
    const bool full = key.find(' ') != key.npos;
    const auto alike =
        state_->spellings.find(full ? state_->romanization.alike_in_full(key) : state_->romanization.alike(key));
    if (alike != state_->spellings.end()) found = alike->second;
  }
  if (!found)
    for (const std::uint32_t value : state_->near_names.find(key, type, state_->gazetteer)) {
      if (found && found->name != state_->near[value]->name) return {};
      found = state_->near[value];
    }
  if (!found || rejected(found->name, name)) return {};
  return canonical(*found);
}

NameContext context_of(const Text& text) { return {text.folded_text, text.report}; }

std::optional<CanonicalName> Aliases::resolve(std::string_view name, NameRole role, const NameContext& context) const {
  const std::string key = name_key(name);
  // "who" and "us" in a text are no acronyms; in a query they may be.
  const bool capitals = context.words.empty() || has_capital(name);
  const GazetteerName* known = state_->find(key, role, context, capitals);
  if (role == NameRole::source && (!known || known->type == EntityType::place))
    if (auto source = state_->resolve_source(key, context)) return source;
  if (!known)
    if (const std::string_view bare = state_->without_title(key); bare.size() < key.size())
      if (known = state_->find(bare, role, context, capitals); known && known->type != EntityType::person)
        known = nullptr;
  if (!known) return {};
  return canonical(*known);
}

}  // namespace averment
