// The name lists of corpus/gazetteer in one table, looked up by key.
#include "language/gazetteer.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"
#include "language/string_store.hpp"
#include "language/word_map.hpp"

namespace averment {
namespace {

bool is_acronym(std::string_view written) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto allowed = [&](char c) { return upper(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/'; };
  return written.size() <= 8 && std::any_of(written.begin(), written.end(), upper) &&
         std::all_of(written.begin(), written.end(), allowed);
}

bool starts_lower(std::string_view written) {
  return !written.empty() && written[0] >= 'a' && written[0] <= 'z' &&
         std::none_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

EntityType alias_type(std::string_view written) {
  const std::optional<EntityType> type = entity_type(written);
  if (!type) throw InputError("\"" + std::string(written) + "\" is no type of entity");
  return *type;
}

std::string pair_key(std::string_view name, std::string_view alias) {
  return std::string(name) + '\n' + std::string(alias);
}

std::string_view column(const Row& row, std::size_t index) {
  return index < row.size() ? row[index] : std::string_view();
}

}  // namespace

struct Gazetteer::State {
  StringStore strings;
  std::deque<GazetteerName> names;
  struct Chain {
    GazetteerName* first = nullptr;
    GazetteerName* last = nullptr;
  };
  WordMap<Chain> by_key;
  WordMap<std::uint8_t> longest;  // by first word
  std::unordered_map<std::string_view, std::string_view> capitals;
  std::unordered_map<std::string_view, std::string_view> demonyms;
  std::unordered_set<std::string> rejected;  // pair_key of name and alias

  void add(std::string_view written, GazetteerName entry) {
    const std::string key = name_key(written);
    if (key.empty()) return;
    entry.name = strings.keep(entry.name);
    entry.party = entry.party == entry.name ? entry.name : strings.keep(entry.party);
    entry.context = strings.keep(entry.context);
    entry.scope = strings.keep(entry.scope);
    entry.capitals = is_acronym(written);
    entry.lower = starts_lower(written);
    GazetteerName& added = names.emplace_back(entry);
    Chain& chain = by_key[key];
    if (chain.first) {
      chain.last->next = &added;
      chain.last = &added;
      return;
    }
    chain = {&added, &added};
    std::uint8_t& words = longest[std::string_view(key).substr(0, key.find(' '))];
    words = std::max<std::uint8_t>(words, 1 + std::count(key.begin(), key.end(), ' '));
  }

  void read(const KnowledgeFiles& files);
  void read_rejected(const KnowledgeFiles& files);
  void read_aliases(const KnowledgeFiles& files);
  void read_countries(const KnowledgeFiles& files);
  void read_leaders(const KnowledgeFiles& files);
  void read_organizations(const KnowledgeFiles& files, std::string_view file, NameList list, bool with_acronym);
  void read_bodies(const KnowledgeFiles& files);
  void read_places(const KnowledgeFiles& files, std::string_view file, NameList list);
};

/// In front of the rest: a user's line may reject a built-in one.
void Gazetteer::State::read_rejected(const KnowledgeFiles& files) {
  files.each_row("gazetteer/aliases.tsv", 6, [this](const Row& row) {
    if (row[5] == "rejected") rejected.insert(pair_key(name_key(row[0]), name_key(row[2])));
  });
}

void Gazetteer::State::read_aliases(const KnowledgeFiles& files) {
  files.each_row("gazetteer/aliases.tsv", 6, [this](const Row& row) {
    const std::string_view role = row[4], status = row[5];
    if (role != "any" && role != "mention" && role != "source")
      throw InputError("\"" + std::string(role) + "\" is no role: any, mention or source");
    if (status != "asserted" && status != "proposed" && status != "rejected")
      throw InputError("\"" + std::string(status) + "\" is no status: asserted, proposed or rejected");
    const std::string_view scope = column(row, 7);
    GazetteerName entry{.name = row[0],
                        .party = row[3],
                        .context = column(row, 6),
                        .scope = scope == "global" ? std::string_view() : scope,
                        .type = alias_type(row[1])};
    entry.as_mention = role != "source";
    entry.as_source = role != "mention";
    const bool applies = status == "asserted" && !rejected.contains(pair_key(name_key(row[0]), name_key(row[2])));
    if (applies) add(row[2], entry);
  });
}

void Gazetteer::State::read_countries(const KnowledgeFiles& files) {
  files.each_row("gazetteer/countries.tsv", 3, [this](const Row& row) {
    const std::string_view form = row[0], kind = row[1], country = row[2];
    GazetteerName entry{.name = country, .party = country, .context = {}, .scope = {}};
    if (kind == "name") {
      entry.list = NameList::countries;
      add(form, entry);
    } else if (kind == "demonym") {
      entry.list = NameList::demonyms;
      entry.type = EntityType::nationality;
      add(form, entry);
      demonyms.emplace(entry.name = strings.keep(country), strings.keep(form));
    } else if (kind == "capital") {
      entry.name = form;
      entry.list = NameList::cities;
      add(form, entry);
      capitals.emplace(strings.keep(name_key(form)), strings.keep(country));
    } else {
      throw InputError("\"" + std::string(kind) + "\" is no kind: name, demonym or capital");
    }
  });
}

void Gazetteer::State::read_leaders(const KnowledgeFiles& files) {
  files.each_row("gazetteer/leaders.tsv", 3, [this](const Row& row) {
    const std::string_view name = row[0], surname = row[1];
    const GazetteerName entry{.name = name,
                              .party = row[2],
                              .context = {},
                              .scope = {},
                              .type = EntityType::person,
                              .list = NameList::leaders};
    add(name, entry);
    // News leaves the middle names out: "Emmerson Mnangagwa".
    const std::size_t first = name.find(' ');
    if (name.ends_with(surname) && name.size() > first + 1 + surname.size())
      add(std::string(name.substr(0, first + 1)) + std::string(surname), entry);
  });
}

void Gazetteer::State::read_organizations(const KnowledgeFiles& files, std::string_view file, NameList list,
                                          bool with_acronym) {
  files.each_row(file, 1, [&](const Row& row) {
    const GazetteerName entry{.name = row[0],
                              .party = column(row, with_acronym ? 2 : 1),
                              .context = {},
                              .scope = {},
                              .type = EntityType::organization,
                              .list = list};
    add(row[0], entry);
    if (with_acronym && !column(row, 1).empty() && list == NameList::media) add(column(row, 1), entry);
  });
}

/// One word ("Target", "Giants") means much else: it is a hint, no mention.
void Gazetteer::State::read_bodies(const KnowledgeFiles& files) {
  files.each_row("gazetteer/organizations.tsv", 1, [this](const Row& row) {
    GazetteerName entry{.name = row[0],
                        .party = {},
                        .context = {},
                        .scope = {},
                        .type = EntityType::organization,
                        .list = NameList::organizations};
    entry.as_mention = entry.as_source = column(row, 2) != "hint" && row[0].find(' ') != row[0].npos;
    add(row[0], entry);
  });
}

void Gazetteer::State::read_places(const KnowledgeFiles& files, std::string_view file, NameList list) {
  files.each_row(file, 2, [&](const Row& row) {
    GazetteerName entry{.name = row[0], .party = row[1], .context = {}, .scope = {}, .list = list};
    entry.weak = column(row, 2) == "weak";
    add(row[0], entry);
  });
}

void Gazetteer::State::read(const KnowledgeFiles& files) {
  read_rejected(files);
  read_aliases(files);
  read_countries(files);
  read_leaders(files);
  read_organizations(files, "gazetteer/media.tsv", NameList::media, true);
  read_organizations(files, "gazetteer/newspapers.tsv", NameList::media, false);
  read_organizations(files, "gazetteer/armed_forces.tsv", NameList::forces, true);
  read_organizations(files, "gazetteer/armed_groups.tsv", NameList::groups, true);
  read_bodies(files);
  read_places(files, "gazetteer/cities.tsv", NameList::cities);
  read_places(files, "gazetteer/regions.tsv", NameList::regions);
}

Gazetteer::Gazetteer(const KnowledgeFiles& files) : state_(std::make_unique<State>()) { state_->read(files); }
Gazetteer::~Gazetteer() = default;

const GazetteerName* Gazetteer::find(std::string_view key) const {
  const State::Chain* found = state_->by_key.find(key);
  return found ? found->first : nullptr;
}

std::size_t Gazetteer::longest(std::string_view first_word) const { return longest(first_word, word_hash(first_word)); }

std::size_t Gazetteer::longest(std::string_view first_word, std::uint32_t hash) const {
  const std::uint8_t* found = state_->longest.find(first_word, hash);
  return found ? *found : 0;
}

std::string_view Gazetteer::country_of_capital(std::string_view key) const {
  const auto found = state_->capitals.find(key);
  return found == state_->capitals.end() ? std::string_view() : found->second;
}

bool Gazetteer::rejected(std::string_view name, std::string_view alias) const {
  return state_->rejected.contains(pair_key(name, alias));
}

void Gazetteer::each(const std::function<void(std::string_view, const GazetteerName&)>& visit) const {
  for (const auto& [key, chain] : state_->by_key)
    for (const GazetteerName* name = chain.first; name; name = name->next) visit(key, *name);
}

std::string_view Gazetteer::demonym(std::string_view country) const {
  const auto found = state_->demonyms.find(country);
  return found == state_->demonyms.end() ? std::string_view() : found->second;
}

bool holds(std::string_view context, std::string_view folded_text) {
  while (!context.empty()) {
    const std::size_t end = context.find(' ');
    if (folded_text.find(context.substr(0, end)) == folded_text.npos) return false;
    context.remove_prefix(end == context.npos ? context.size() : end + 1);
  }
  return true;
}

}  // namespace averment
