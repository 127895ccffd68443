// Entities of an index → pairs of them that may be one, each with what speaks for it.
#include "searcher/merge_finder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>

#include "language/gazetteer.hpp"
#include "language/near_names.hpp"
#include "language/romanization.hpp"
#include "searcher/deadline.hpp"
#include "searcher/shared_names.hpp"

namespace averment {
namespace {

/// What each kind of evidence is worth by itself, in the order of MergeEvidence.
constexpr std::array<double, 7> worth = {0.75, 0.7, 0.65, 0.55, 0.5, 0.35, 0.25};
constexpr double worth_of_shared_name = 0.04, worth_of_shared_report = 0.02;
constexpr std::size_t shared_that_count = 4;  // Of either.

constexpr std::size_t most_alike = 50;   // Entities of one key; more are no key.
constexpr std::size_t shown_names = 3;   // In a proposal.
constexpr std::size_t names_needed = 2;  // Shared, for a surname or an acronym to tell anything.
constexpr std::size_t longest_acronym = 7;
constexpr std::size_t shortest_romanized = 5;  // "RIM" and "IM" are no spellings of one name.
constexpr std::size_t reports_of_short_form = 20;

std::size_t count_words(std::string_view key) { return key.empty() ? 0 : 1 + std::count(key.begin(), key.end(), ' '); }
std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }
std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

bool is_acronym(std::string_view name) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return name.size() > 1 && name.size() <= longest_acronym && std::all_of(name.begin(), name.end(), upper);
}

/// "undp" of "united nations development programme", "oas" and "oofas" of "organization of american states".
std::pair<std::string, std::string> initials(std::string_view key) {
  constexpr std::array<std::string_view, 5> small = {"of", "the", "and", "for", "in"};
  std::string all, large;
  while (!key.empty()) {
    const std::string_view word = first_word(key);
    all += word[0];
    if (std::find(small.begin(), small.end(), word) == small.end()) large += word[0];
    key.remove_prefix(std::min(key.size(), word.size() + 1));
  }
  return {all, large};
}

/// What an entity is compared by.
struct Keys {
  std::string whole;    ///< name_key
  std::string bare;     ///< Without titles.
  std::string in_full;  ///< What the spellings of bare share.
};

class MergeFinder {
 public:
  MergeFinder(const EntityTable& table, const Aliases& aliases) : table_(table), aliases_(aliases), shared_(table) {}

  std::vector<MergeProposal> run() {
    for (std::uint32_t entity = 0; entity < entities().size(); ++entity) keys_.push_back(keys_of(entities()[entity]));
    pair_by_keys();
    pair_slips();
    std::vector<MergeProposal> proposals;
    for (auto& [pair, evidence] : pairs_)
      if (auto proposal = proposed(pair.first, pair.second, std::move(evidence))) proposals.push_back(*proposal);
    add_short_forms(proposals);
    std::sort(proposals.begin(), proposals.end(), before);
    return proposals;
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  using Blocks = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  const std::vector<TableEntity>& entities() const { return table_.entities(); }

  static bool may_merge(EntityType type) {
    return type == EntityType::person || type == EntityType::organization || type == EntityType::place ||
           type == EntityType::unit;
  }

  Keys keys_of(const TableEntity& entity) const {
    Keys keys;
    if (!may_merge(entity.type)) return keys;
    keys.whole = keys.bare = name_key(entity.name);
    if (entity.type == EntityType::person) {
      if (is_title(keys.whole)) return {};
      keys.bare = std::string(aliases_.without_title(keys.whole));
    }
    keys.in_full = aliases_.romanization().alike_in_full(keys.bare);
    return keys;
  }

  /// "Deputy Prime Minister", taken for a name.
  bool is_title(const std::string& key) const { return aliases_.without_title(key + " x") == "x"; }

  /// A surname alone is nobody in particular.
  bool is_surname(std::uint32_t entity) const {
    return entities()[entity].type == EntityType::person && count_words(keys_[entity].bare) < 2;
  }

  void pair_by_keys() {
    Blocks spellings, full, ends, acronyms;
    for (std::uint32_t entity = 0; entity < entities().size(); ++entity) {
      const Keys& keys = keys_[entity];
      if (keys.whole.empty() || is_surname(entity)) continue;
      const EntityType type = entities()[entity].type;
      const std::string of_type(1, static_cast<char>('0' + static_cast<int>(type)));
      spellings[of_type + keys.bare].push_back(entity);
      full[of_type + keys.in_full].push_back(entity);
      if (type == EntityType::person)
        ends[std::string(first_word(keys.bare)) + " " + std::string(last_word(keys.bare))].push_back(entity);
      if (type == EntityType::organization) add_to_acronyms(entity, acronyms);
    }
    pair_all(spellings, [&](std::uint32_t a, std::uint32_t b) -> std::optional<MergeEvidence> {
      return keys_[a].whole == keys_[b].whole ? MergeEvidence::spelling : MergeEvidence::title;
    });
    pair_all(full, [&](std::uint32_t a, std::uint32_t b) -> std::optional<MergeEvidence> {
      const bool brief = std::min(keys_[a].bare.size(), keys_[b].bare.size()) < shortest_romanized;
      if (keys_[a].bare == keys_[b].bare || brief) return {};
      return MergeEvidence::transliteration;
    });
    pair_all(ends, [&](std::uint32_t a, std::uint32_t b) { return middle_names(a, b); });
    pair_all(acronyms, [&](std::uint32_t a, std::uint32_t b) -> std::optional<MergeEvidence> {
      if (is_acronym(entities()[a].name) == is_acronym(entities()[b].name)) return {};
      return MergeEvidence::acronym;
    });
  }

  void add_to_acronyms(std::uint32_t entity, Blocks& acronyms) const {
    const std::string& key = keys_[entity].whole;
    if (is_acronym(entities()[entity].name)) {
      acronyms[key].push_back(entity);
    } else if (count_words(key) > 1) {
      const auto [all, large] = initials(key);
      acronyms[all].push_back(entity);
      if (large != all && large.size() > 1) acronyms[large].push_back(entity);
    }
  }

  /// "Ana Ruiz" and "Ana María Ruiz", but not "Ana María Ruiz" and "Ana Elena Ruiz".
  std::optional<MergeEvidence> middle_names(std::uint32_t a, std::uint32_t b) const {
    const bool one_has_none = (count_words(keys_[a].bare) == 2) != (count_words(keys_[b].bare) == 2);
    return one_has_none ? std::optional(MergeEvidence::middle_name) : std::nullopt;
  }

  template <typename Judge>
  void pair_all(const Blocks& blocks, const Judge& judge) {
    for (const auto& [key, members] : blocks) {
      if (members.size() > most_alike) continue;
      for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j) {
          check_time();
          if (const std::optional<MergeEvidence> evidence = judge(members[i], members[j]))
            pairs_[{members[i], members[j]}].push_back(*evidence);
        }
    }
  }

  void pair_slips() {
    NearNames near;
    for (std::uint32_t entity = 0; entity < entities().size(); ++entity)
      if (!keys_[entity].whole.empty() && !is_surname(entity))
        near.add(keys_[entity].bare, entities()[entity].type, entity);
    for (std::uint32_t entity = 0; entity < entities().size(); ++entity) {
      if (keys_[entity].whole.empty() || is_surname(entity)) continue;
      check_time();
      const auto others = near.find(keys_[entity].bare, entities()[entity].type, aliases_.gazetteer());
      if (others.size() > most_alike) continue;
      for (const std::uint32_t other : others) {
        std::vector<MergeEvidence>& evidence = pairs_[std::minmax(entity, other)];
        if (evidence.empty()) evidence.push_back(MergeEvidence::slip);
      }
    }
  }

  std::optional<MergeProposal> proposed(std::uint32_t a, std::uint32_t b, std::vector<MergeEvidence> evidence) {
    if (are_two(a, b)) return {};
    std::sort(evidence.begin(), evidence.end());
    evidence.erase(std::unique(evidence.begin(), evidence.end()), evidence.end());
    const auto [kept, other] = kept_first(a, b);
    MergeProposal proposal = proposal_of(kept, other);
    proposal.shared_reports = shared_reports(kept, other);
    const std::vector<std::uint32_t> names = shared_.of(kept, other);
    const bool weak = evidence.front() == MergeEvidence::acronym;
    if (weak && proposal.shared_reports == 0 && names.size() < names_needed) return {};
    // Within a report slips are corrected: where it writes both, it may well mean two.
    const bool told_apart = evidence.front() == MergeEvidence::slip && proposal.shared_reports > 0;
    double score = worth[static_cast<std::size_t>(evidence.front())];
    score += worth_of_shared_name * static_cast<double>(std::min(shared_that_count, names.size()));
    const auto reports = static_cast<double>(std::min<std::uint64_t>(shared_that_count, proposal.shared_reports));
    score += (told_apart ? -1 : 1) * worth_of_shared_report * reports;
    proposal.evidence = std::move(evidence);
    finish(proposal, names, score);
    return proposal;
  }

  /// A list has both as entities of their own, or a line of aliases.tsv rejects the pair.
  bool are_two(std::uint32_t a, std::uint32_t b) const {
    if (is_listed(a) && is_listed(b)) return true;
    return aliases_.rejected(entities()[a].name, entities()[b].name);
  }

  bool is_listed(std::uint32_t entity) const {
    const std::string& name = entities()[entity].name;
    const auto known = aliases_.resolve(name, NameRole::mention);
    return known && known->name == name;
  }

  /// The one to keep, and the other.
  Pair kept_first(std::uint32_t a, std::uint32_t b) const {
    const auto rank = [&](std::uint32_t entity) {
      const TableEntity& named = entities()[entity];
      const bool titled = keys_[entity].bare != keys_[entity].whole;
      return std::tuple(!is_listed(entity), !has_small_letters(named.name), titled,
                        -static_cast<std::int64_t>(named.reports.size()), -static_cast<std::int64_t>(named.name.size()),
                        named.name);
    };
    return rank(a) <= rank(b) ? Pair{a, b} : Pair{b, a};
  }

  MergeProposal proposal_of(std::uint32_t kept, std::uint32_t other) const {
    const TableEntity &name = entities()[kept], &alias = entities()[other];
    MergeProposal proposal;
    proposal.type = name.type;
    proposal.name = name.name;
    proposal.alias = alias.name;
    proposal.name_reports = name.reports.size();
    proposal.alias_reports = alias.reports.size();
    if (const auto known = aliases_.resolve(name.name, NameRole::mention)) proposal.party = known->party;
    return proposal;
  }

  std::uint64_t shared_reports(std::uint32_t a, std::uint32_t b) const {
    std::vector<std::uint32_t> both;
    std::set_intersection(entities()[a].reports.begin(), entities()[a].reports.end(), entities()[b].reports.begin(),
                          entities()[b].reports.end(), std::back_inserter(both));
    return both.size();
  }

  void finish(MergeProposal& proposal, const std::vector<std::uint32_t>& names, double score) const {
    for (std::size_t at = 0; at < std::min(shown_names, names.size()); ++at)
      proposal.shared_names.push_back(entities()[names[at]].name);
    proposal.score = std::round(score * 100) / 100;
  }

  /// "Ruiz", of whom a report gives no other name, may be an Ana Ruiz whose company it names; of that report alone.
  void add_short_forms(std::vector<MergeProposal>& proposals) {
    Blocks full;
    for (std::uint32_t entity = 0; entity < entities().size(); ++entity) {
      if (entities()[entity].type != EntityType::person || count_words(keys_[entity].bare) < 2) continue;
      const std::string first(first_word(keys_[entity].bare)), last(last_word(keys_[entity].bare));
      full[last].push_back(entity);
      if (first != last) full[first].push_back(entity);
    }
    for (std::uint32_t entity = 0; entity < entities().size(); ++entity) {
      const auto alike = full.find(keys_[entity].bare);
      if (!is_surname(entity) || alike == full.end() || alike->second.size() > most_alike) continue;
      const std::vector<std::uint32_t>& reports = entities()[entity].reports;
      if (reports.size() > reports_of_short_form) continue;
      for (const std::uint32_t report : reports) add_short_form(entity, report, alike->second, proposals);
    }
  }

  void add_short_form(std::uint32_t entity, std::uint32_t report, const std::vector<std::uint32_t>& candidates,
                      std::vector<MergeProposal>& proposals) {
    std::optional<std::uint32_t> best;
    std::vector<std::uint32_t> names;
    bool alone = true;
    for (const std::uint32_t candidate : candidates) {
      const std::vector<std::uint32_t>& named = table_.reports()[report].entities;
      // The report names both: it has been read as two.
      if (std::binary_search(named.begin(), named.end(), candidate)) return;
      std::vector<std::uint32_t> found = shared_.with_report(candidate, report, entity);
      if (found.size() < names.size() || found.empty()) continue;
      alone = found.size() > names.size();
      names = std::move(found);
      best = candidate;
    }
    if (!best || !alone || names.size() < names_needed || are_two(*best, entity)) return;
    MergeProposal proposal = proposal_of(*best, entity);
    proposal.report = table_.reports()[report].id;
    proposal.alias_reports = 1;
    proposal.evidence = {MergeEvidence::short_form};
    finish(proposal, names,
           worth.back() + worth_of_shared_name * static_cast<double>(std::min(shared_that_count, names.size())));
    proposals.push_back(std::move(proposal));
  }

  static bool before(const MergeProposal& a, const MergeProposal& b) {
    const auto reports = [](const MergeProposal& one) { return one.name_reports + one.alias_reports; };
    if (a.score != b.score) return a.score > b.score;
    if (reports(a) != reports(b)) return reports(a) > reports(b);
    return std::tie(a.type, a.name, a.alias, a.report) < std::tie(b.type, b.name, b.alias, b.report);
  }

  const EntityTable& table_;
  const Aliases& aliases_;
  SharedNames shared_;
  std::vector<Keys> keys_;
  std::map<Pair, std::vector<MergeEvidence>> pairs_;
};

}  // namespace

std::vector<MergeProposal> find_merges(const EntityTable& table, const Aliases& aliases) {
  return MergeFinder(table, aliases).run();
}

}  // namespace averment
