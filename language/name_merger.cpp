// What the rules and what the trained tagger find → the names of the text.
#include "language/name_merger.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace averment {
namespace {

/// Bodies that a list knows word for word: aliases, armed groups and forces, media.
bool is_known_body(const FoundName& name) {
  if (!name.known) return false;
  const NameList list = name.known->list;
  return name.type != EntityType::place && name.type != EntityType::nationality && name.type != EntityType::person &&
         (list == NameList::aliases || list == NameList::groups || list == NameList::forces || list == NameList::media);
}

/// A rule's name that stands though the tagger sees none there.
bool stands_alone(const FoundName& name) {
  if (name.type == EntityType::unit || name.type == EntityType::event) return true;
  if (name.evidence == NameEvidence::introduced || name.evidence == NameEvidence::title) return true;
  return name.evidence == NameEvidence::listed;
}

bool is_storm_or_unit(const FoundName& name, const TextWords& words) {
  return name.type == EntityType::unit || (name.type == EntityType::event && words[name.first].is(kEventFirst));
}

/// The rule's own type holds: somebody new is introduced, a title stands before, or a list leaves no doubt.
bool is_sure(const FoundName& rule) {
  if (rule.evidence == NameEvidence::introduced || rule.evidence == NameEvidence::title) return true;
  if (rule.evidence != NameEvidence::listed || !rule.known) return false;
  const NameList list = rule.known->list;
  if (list == NameList::countries || list == NameList::demonyms) return true;
  return rule.type == EntityType::place && rule.last - rule.first > 1;
}

char gender_of(const TextWord& first) {
  if (first.is(kMale) == first.is(kFemale)) return 0;
  return first.is(kMale) ? 'm' : 'f';
}

bool overlap(const FoundName& rule, const TaggedName& name) { return rule.first < name.last && name.first < rule.last; }

class Merger {
 public:
  Merger(const Text& text, const TextWords& words, const std::vector<FoundName>& rules)
      : text_(text), words_(words), rules_(rules) {}

  std::vector<FoundName> run(const std::vector<TaggedName>& tagged) {
    for (const TaggedName& name : tagged) take(name);
    while (next_ < rules_.size()) take_alone(rules_[next_++]);
    name_storms();
    repeat_names();
    return std::move(names_);
  }

 private:
  void take(const TaggedName& name) {
    while (next_ < rules_.size() && rules_[next_].last <= name.first) take_alone(rules_[next_++]);
    std::size_t behind = next_;
    bool listed = false;
    const FoundName* same = nullptr;
    for (; behind < rules_.size() && overlap(rules_[behind], name); ++behind) {
      const bool covers = rules_[behind].first <= name.first && rules_[behind].last >= name.last;
      listed |= covers && (is_known_body(rules_[behind]) || is_storm_or_unit(rules_[behind], words_));
      if (rules_[behind].first == name.first && rules_[behind].last == name.last) same = &rules_[behind];
    }
    const std::optional<EntityType> type = type_of(name);
    if (listed || (!type && same && stands_alone(*same))) {
      while (next_ < behind) add(rules_[next_++]);
      return;
    }
    if (!type) return;
    if (const FoundName* body = body_before_place(name)) {
      ++next_;
      return add(*body);
    }
    // A rule's name that reaches beyond the tagger's may meet the next one too: it has lost already.
    next_ = behind;
    add(same ? agreed(*same, *type) : learned(name, *type));
  }

  /// "Chosun Ilbo of Seoul": the list's name is the whole name.
  const FoundName* body_before_place(const TaggedName& name) const {
    if (next_ == rules_.size() || name.type != TaggedType::organization) return nullptr;
    const FoundName& rule = rules_[next_];
    if (rule.first != name.first || rule.last >= name.last || !is_known_body(rule)) return nullptr;
    const std::string_view link = words_[rule.last].key;
    return link == "of" || link == "in" ? &rule : nullptr;
  }

  void take_alone(const FoundName& rule) {
    if (stands_alone(rule)) add(rule);
  }

  void add(const FoundName& name) {
    if (names_.empty() || names_.back().last <= name.first) names_.push_back(name);
  }

  /// "Mitch" is the hurricane where the text knows no other.
  void name_storms() {
    std::unordered_set<std::string_view> storms, persons;
    for (const FoundName& name : names_)
      if (name.last > name.first + 1) {
        if (is_storm_or_unit(name, words_) && name.type == EntityType::event) storms.insert(words_[name.last - 1].key);
        if (name.type == EntityType::person) persons.insert(words_[name.last - 1].key);
      }
    if (storms.empty()) return;
    for (FoundName& name : names_)
      if (const std::string_view word = words_[name.first].key;
          name.last == name.first + 1 && name.type == EntityType::person && storms.count(word) && !persons.count(word))
        name.type = EntityType::event;
  }

  // --- what the rest of the report says of a word ---

  struct Meaning {
    std::array<std::uint16_t, 7> alone{};  ///< How often it is a name by itself, by type.
    bool surname = false;                  ///< Some person's full name ends in it.

    std::optional<EntityType> main() const {
      if (surname) return EntityType::person;
      const auto most = std::max_element(alone.begin(), alone.end());
      if (!*most) return std::nullopt;
      return static_cast<EntityType>(most - alone.begin());
    }
  };

  bool is_lone(const FoundName& name) const { return name.last == name.first + 1 && !words_[name.first].key.empty(); }

  /// A word that is a name in one place is the same name in others: "Thomas Okello …; Okello left".
  void repeat_names() {
    std::unordered_map<std::string_view, Meaning> meanings;
    for (const FoundName& name : names_) {
      if (is_lone(name))
        ++meanings[words_[name.first].key].alone[static_cast<std::size_t>(name.type)];
      else if (name.type == EntityType::person)
        meanings[words_[name.last - 1].key].surname = true;
    }
    for (FoundName& name : names_) {
      const bool open = name.evidence == NameEvidence::learned || (name.evidence >= NameEvidence::shape && !name.known);
      if (!open || !is_lone(name)) continue;
      const Meaning& meaning = meanings[words_[name.first].key];
      const std::optional<EntityType> main = meaning.main();
      if (*main == EntityType::person ||
          meaning.alone[static_cast<std::size_t>(*main)] > meaning.alone[static_cast<std::size_t>(name.type)])
        name.type = *main;
    }
    add_repeated(meanings);
  }

  void add_repeated(const std::unordered_map<std::string_view, Meaning>& meanings) {
    std::vector<FoundName> all;
    auto next = names_.begin();
    for (std::uint32_t at = 0; at < words_.size(); ++at) {
      for (; next != names_.end() && next->first <= at; ++next) {
        at = next->last;
        all.push_back(*next);
      }
      if (at >= words_.size() || !stands_apart(at)) continue;
      const auto known = meanings.find(words_[at].key);
      if (known == meanings.end()) continue;
      if (const std::optional<EntityType> type = known->second.main())
        all.push_back({at, at + 1, *type, NameEvidence::repeated, nullptr, 0});
    }
    all.insert(all.end(), next, names_.end());
    names_ = std::move(all);
  }

  /// A word with a capital that says something, and none beside it.
  bool stands_apart(std::uint32_t at) const {
    const TextWord& word = words_[at];
    if (!word.capital || word.is(kCommon) || word.key.size() < 2) return false;
    const bool left = at > 0 && (words_[at - 1].capital || words_.is_hyphen(at - 1));
    const bool right = at + 1 < words_.size() && (words_[at + 1].capital || words_.is_hyphen(at + 1));
    return !left && !right;
  }

  static FoundName agreed(FoundName rule, EntityType type) {
    if (rule.type == type || is_sure(rule)) return rule;
    rule.known = nullptr;
    rule.type = type;
    return rule;
  }

  /// Empty: it is no name after all.
  std::optional<EntityType> type_of(const TaggedName& name) const {
    if (name.type == TaggedType::other) return std::nullopt;
    const TextWord& word = words_[name.first];
    if (name.last == name.first + 1) {
      if (text_.upper_case && word.is(kCommon)) return std::nullopt;  // "US" is "us"
      if (name.type == TaggedType::person && word.is(kTitleStart) && word.is(kCommon)) return std::nullopt;
    }
    // Faiths and views are no nationalities.
    if (name.type == TaggedType::nationality && word.is(kGroup)) return std::nullopt;
    return static_cast<EntityType>(name.type);
  }

  FoundName learned(const TaggedName& name, EntityType type) const {
    FoundName found{name.first, name.last, type, NameEvidence::learned, nullptr, 0};
    // "Abdul-Jabbar Mohsen" begins before its hyphen.
    const bool open = names_.empty() || names_.back().last + 2 <= name.first;
    if (type == EntityType::person && open && name.first >= 2 && words_.is_hyphen(name.first - 1) &&
        words_[name.first - 2].capital)
      found.first -= 2;
    if (type == EntityType::person) found.gender = gender_of(words_[name.first]);
    return found;
  }

  const Text& text_;
  const TextWords& words_;
  const std::vector<FoundName>& rules_;
  std::size_t next_ = 0;
  std::vector<FoundName> names_;
};

}  // namespace

std::vector<FoundName> merge_names(const Text& text, const TextWords& words, const std::vector<FoundName>& rules,
                                   const std::vector<TaggedName>& tagged) {
  return Merger(text, words, rules).run(tagged);
}

}  // namespace averment
