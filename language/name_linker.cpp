// Names found in a report → mentions, each under its entity's one name.
#include "language/name_linker.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "language/near_names.hpp"
#include "language/one_line.hpp"
#include "language/romanization.hpp"

namespace averment {
namespace {

struct Item {
  Span span;
  EntityType type = EntityType::person;
  std::string key;
  std::string spelling;     ///< Of a person: what the spellings of the key share.
  std::string in_full;      ///< What they share if it is a full name.
  std::string name;         ///< The one name, as soon as it is known.
  bool introduced = false;  ///< "a sniper named Lee": somebody new, whoever else is a Lee.
  bool tagged = false;
  bool listed = false;  ///< The name is a list's.
};

std::size_t count_words(std::string_view key) { return key.empty() ? 0 : 1 + std::count(key.begin(), key.end(), ' '); }
std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }
std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

/// "lee" and "suu kyi" begin or end "lee seong kweun" and "aung san suu kyi".
bool is_short_for(std::string_view brief, std::string_view full) {
  if (brief.size() + 1 >= full.size()) return false;
  return (full.ends_with(brief) && full[full.size() - brief.size() - 1] == ' ') ||
         (full.starts_with(brief) && full[brief.size()] == ' ');
}

/// "NIS" of "National Intelligence Service": its letters are the initials, in order, small words left out or not.
bool is_acronym_of(std::string_view acronym, std::string_view full) {
  std::size_t at = 0, words = 0;
  for (std::size_t begin = 0; begin < full.size();) {
    if (at < acronym.size() && full[begin] == acronym[at]) ++at;
    ++words;
    const std::size_t blank = full.find(' ', begin);
    begin = blank == full.npos ? full.size() : blank + 1;
  }
  return words > 1 && at == acronym.size();
}

/// "jr" of "donald trump jr"; empty: the name tells no generation.
std::string_view generation(std::string_view key) {
  constexpr std::array<std::string_view, 7> words = {"jr", "sr", "junior", "senior", "ii", "iii", "iv"};
  const std::string_view last = last_word(key);
  return std::find(words.begin(), words.end(), last) != words.end() ? last : std::string_view();
}

/// "JOHN SMITH" as "John Smith".
std::string in_small_letters(std::string name) {
  bool inside = false;
  for (char& c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && inside) c = static_cast<char>(c - 'A' + 'a');
    inside = upper || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  }
  return name;
}

/// Of a person's or a place's name; more are no acronym but a headline or a dateline.
constexpr std::size_t longest_capitals = 4;

class Linker {
 public:
  Linker(const Text& text, const Aliases& aliases) : text_(text), aliases_(aliases) {}

  void add(const EntityTag& tag) {
    Item item{.span = tag.span,
              .type = tag.type,
              .key = name_key(text_.written(tag.span)),
              .spelling = {},
              .in_full = {},
              .name = tag.name};
    item.tagged = true;
    push(std::move(item));
  }

  void add(const FoundName& found) {
    Item item{.span = text_.span(found.first, found.last),
              .type = found.type,
              .key = {},
              .spelling = {},
              .in_full = {},
              .name = {}};
    item.key = name_key(text_.written(item.span));
    if (found.known) item.name = found.known->name;
    item.listed = found.known != nullptr;
    item.introduced = found.evidence == NameEvidence::introduced;
    push(std::move(item));
  }

  std::vector<Mention> run() {
    std::stable_sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return a.span < b.span; });
    for (std::size_t index = 0; index < items_.size(); ++index)
      if (items_[index].tagged && !items_[index].name.empty()) identities_.emplace(items_[index].key, index);
    for (Item& item : items_) take_identity(item);
    name_long_forms();
    explain_acronyms();
    name_short_forms();
    std::vector<Mention> mentions;
    for (Item& item : items_) mentions.push_back({item.span, item.type, std::move(item.name)});
    return mentions;
  }

 private:
  void push(Item item) {
    if (item.type == EntityType::person) {
      item.spelling = aliases_.romanization().alike(item.key);
      item.in_full = aliases_.romanization().alike_in_full(item.key);
    }
    items_.push_back(std::move(item));
  }

  /// A tag's identity holds for the same words elsewhere.
  void take_identity(Item& item) {
    const auto known = identities_.find(item.key);
    if (known == identities_.end() || item.tagged) return;
    item.name = items_[known->second].name;
    item.type = items_[known->second].type;
  }

  std::string written(const Item& item) const {
    std::string name = in_one_line(text_.written(item.span));
    const bool no_acronym = item.type == EntityType::person || item.type == EntityType::place;
    const bool dateline = no_acronym && name.size() > longest_capitals && !has_small_letters(name);
    if (dateline || (text_.upper_case && item.type != EntityType::organization))
      name = in_small_letters(std::move(name));
    return item.type == EntityType::person ? aliases_.romanization().respelled(name) : name;
  }

  /// As the first of the same words is written, one with small letters before one in capitals.
  std::string written_alike(const Item& item) {
    if (as_written_.empty())
      for (const bool small : {true, false})
        for (const Item& one : items_)
          if (has_small_letters(text_.written(one.span)) == small)
            as_written_.try_emplace({one.type, one.key}, &one - items_.data());
    return written(items_[as_written_.at({item.type, item.key})]);
  }

  /// "Iranian Foreign Ministry", "South Korea's National Assembly": what stands before tells whose it is.
  bool take_country(std::size_t index) {
    Item& item = items_[index];
    if (item.type != EntityType::organization || index == 0) return false;
    const Item& country = items_[index - 1];
    const bool land = country.type == EntityType::nationality || country.type == EntityType::place;
    if (!land || country.span.end > item.span.begin) return false;
    const std::string_view between = text_.source.substr(country.span.end, item.span.begin - country.span.end);
    if (between != " " && between != "'s " && between != "’s " && between != "' " && between != "’ ") return false;
    const Span whole{country.span.begin, item.span.end};
    const auto known = aliases_.resolve(text_.written(whole), NameRole::source, context_of(text_));
    if (!known || known->type != item.type) return false;
    item.name = known->name;
    owned_.emplace(item.key, known->name);
    return true;
  }

  bool take_alias(Item& item) {
    auto [at, added] = aliased_.try_emplace(item.key);
    if (added) at->second = aliased(item);
    const std::optional<CanonicalName>& known = at->second;
    if (!known || known->type != item.type) return false;
    item.name = known->name;
    item.listed = true;
    return true;
  }

  std::optional<CanonicalName> aliased(const Item& item) const {
    const std::string_view written = text_.written(item.span);
    auto known = aliases_.resolve(written, NameRole::mention, context_of(text_));
    return known ? known : aliases_.resolve_spelling(written, item.type);
  }

  bool is_short(const Item& item) const {
    if (item.type == EntityType::event) return count_words(item.key) == 1 && item.name.empty();
    return item.type == EntityType::person ? count_words(item.key) == 1
                                           : item.type == EntityType::organization && is_acronym(item);
  }
  bool is_acronym(const Item& item) const {
    const std::string_view text = text_.written(item.span);
    return text.size() <= 8 && count_words(item.key) == 1 && text.size() > 1 &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  void name_long_forms() {
    for (std::size_t index = 0; index < items_.size(); ++index) {
      Item& item = items_[index];
      if (is_short(item) && !item.introduced) continue;
      if (item.name.empty() && !take_country(index)) take_alias(item);
      if (item.type == EntityType::person) note_person(index);
      if (item.type == EntityType::organization) note_initials(index);
      if (item.type == EntityType::event) events_.emplace(std::string(last_word(item.key)), index);
    }
    for (Item& item : items_) {
      if (!item.name.empty() || (is_short(item) && !item.introduced)) continue;
      const auto owned = owned_.find(item.key);
      item.name = owned != owned_.end() ? owned->second : written_alike(item);
    }
    name_fully();
    correct_slips();
  }

  void note_person(std::size_t index) {
    const Item& item = items_[index];
    const std::string_view first = first_word(item.spelling), last = last_word(item.spelling);
    persons_[std::string(last)].push_back(index);
    if (first != last) persons_[std::string(first)].push_back(index);
    if (!item.introduced && first != last && forms_.emplace(item.spelling, index).second) {
      forms_by_word_[std::string(last)].push_back(index);
      forms_by_word_[std::string(first)].push_back(index);
    }
  }

  /// Under its initials, with and without its small words: "UNHCR", "COHR".
  void note_initials(std::size_t index) {
    std::string all, large;
    for (std::string_view key = items_[index].key; !key.empty();) {
      const std::string_view word = first_word(key);
      all += word[0];
      if (word != "of" && word != "the" && word != "and" && word != "for" && word != "in") large += word[0];
      key.remove_prefix(std::min(key.size(), word.size() + 1));
    }
    if (all.size() < 2) return;
    initials_.emplace(std::move(all), index);
    initials_.emplace(std::move(large), index);
  }

  /// "John Smith" takes the name of "John A. Smith", and that of the longest name that it begins or ends. What a list
  /// knows keeps its name, and gives it to longer forms: "Comrade Kim Jong-un".
  void name_fully() {
    std::unordered_map<std::string_view, std::string> fullest;
    for (const auto& [key, index] : forms_)
      if (!items_[index].listed) fullest.emplace(key, fullest_name(items_[index]));
    for (Item& item : items_)
      if (item.type == EntityType::person && !item.introduced && !item.listed)
        if (const auto name = fullest.find(item.spelling); name != fullest.end()) item.name = name->second;
  }

  std::string fullest_name(const Item& item) const {
    constexpr std::size_t most = 200;  // names that share a word; more are a list, not a report
    const Item* best = &item;
    for (const std::string_view word : {first_word(item.spelling), last_word(item.spelling)}) {
      const std::vector<std::size_t>& others = forms_by_word_.at(std::string(word));
      for (std::size_t at = 0; at < std::min(most, others.size()); ++at) {
        const Item& other = items_[others[at]];
        if (&other == &item || generation(other.key) != generation(item.key)) continue;
        const bool within = other.listed && is_short_for(other.spelling, item.spelling);
        if (within && !aliases_.rejected(other.name, item.name)) return other.name;
        const bool earlier = other.span < best->span && other.in_full == best->in_full;
        const bool same_ends = first_word(other.spelling) == first_word(item.spelling) &&
                               last_word(other.spelling) == last_word(item.spelling);
        const bool fuller =
            other.spelling.size() > best->spelling.size() && (same_ends || is_short_for(item.spelling, other.spelling));
        if ((fuller || earlier) && !aliases_.rejected(other.name, item.name)) best = &other;
      }
    }
    return best->name;
  }

  /// "Thomas Okelo" takes the name of "Thomas Okello" where that one is written more often, or first, and no third is
  /// as near.
  void correct_slips() {
    std::map<std::pair<EntityType, std::string>, std::size_t> times;
    for (const Item& item : items_)
      if (may_be_slip(item)) ++times[{item.type, item.key}];
    NearNames near;
    std::map<std::pair<EntityType, std::string>, std::uint32_t> firsts;
    for (std::uint32_t index = 0; index < items_.size(); ++index) {
      const Item& item = items_[index];
      if (may_be_slip(item) && firsts.try_emplace({item.type, item.key}, index).second)
        near.add(item.key, item.type, index);
    }
    std::map<std::pair<EntityType, std::string>, std::string> corrected;
    for (const auto& [form, index] : firsts) {
      const std::vector<std::uint32_t> others = near.find(form.second, form.first, aliases_.gazetteer());
      const Item& item = items_[index];
      if (others.size() != 1 || keeps_name(item)) continue;
      const Item& other = items_[others.front()];
      const std::size_t often = times[{other.type, other.key}], here = times[form];
      const bool wins = other.listed || often > here || (often == here && others.front() < index);
      if (wins && !aliases_.rejected(other.name, item.name)) corrected.emplace(form, other.name);
    }
    for (Item& item : items_)
      if (const auto name = corrected.find({item.type, item.key}); name != corrected.end() && may_be_slip(item))
        if (!keeps_name(item)) item.name = name->second;
  }

  /// A list's name, or a tag's.
  bool keeps_name(const Item& item) const { return item.listed || item.tagged || identities_.count(item.key) > 0; }

  static bool may_be_slip(const Item& item) {
    const bool type = item.type == EntityType::person || item.type == EntityType::organization;
    return type && !item.introduced && count_words(item.key) > 1;
  }

  /// "Human Rights Watch (HRW)" and "HRW (Human Rights Watch)".
  void explain_acronyms() {
    for (std::size_t index = 0; index + 1 < items_.size(); ++index) {
      Item &first = items_[index], &second = items_[index + 1];
      if (!in_brackets(first, second)) continue;
      Item& brief = is_acronym(second) ? second : first;
      Item& full = &brief == &second ? first : second;
      if (!is_acronym(brief) || is_acronym(full) || brief.tagged || full.name.empty()) continue;
      if (!is_acronym_of(brief.key, full.key) && brief.name != full.name) continue;
      brief.name = full.name;
      brief.type = full.type;
      acronyms_.insert_or_assign(brief.key, &full - items_.data());
    }
  }

  bool in_brackets(const Item& first, const Item& second) const {
    if (second.span.begin < first.span.end) return false;
    const std::string_view between = text_.source.substr(first.span.end, second.span.begin - first.span.end);
    return (between == " (" || between == "(") && text_.source.substr(second.span.end, 1) == ")";
  }

  void name_short_forms() {
    for (std::size_t index = 0; index < items_.size(); ++index) {
      Item& item = items_[index];
      if (!is_short(item) || item.introduced || (item.tagged && !item.name.empty())) continue;
      if (identities_.count(item.key) && !item.name.empty()) continue;
      if (item.type == EntityType::person)
        name_short_person(index);
      else if (item.type == EntityType::event)
        name_short_event(item);
      else
        name_acronym(item);
    }
  }

  void name_short_person(std::size_t index) {
    Item& item = items_[index];
    if (const auto same = persons_.find(item.spelling); same != persons_.end()) {
      // The nearest one before; where there is none, the first one behind.
      const std::vector<std::size_t>& persons = same->second;
      const auto behind = std::lower_bound(persons.begin(), persons.end(), index);
      item.name = items_[behind == persons.begin() ? *behind : *std::prev(behind)].name;
    } else if (item.name.empty() && !take_alias(item)) {
      item.name = written(item);
    }
  }

  /// "Mitch" is "Hurricane Mitch".
  void name_short_event(Item& item) {
    const auto storm = events_.find(item.key);
    item.name = storm != events_.end() ? items_[storm->second].name : written(item);
  }

  void name_acronym(Item& item) {
    if (const auto known = acronyms_.find(item.key); known != acronyms_.end()) {
      item.name = items_[known->second].name;
      item.type = items_[known->second].type;
      return;
    }
    if (!item.name.empty() || take_alias(item)) return;
    const auto full = initials_.find(item.key);
    item.name = full != initials_.end() ? items_[full->second].name : written(item);
  }

  const Text& text_;
  const Aliases& aliases_;
  std::vector<Item> items_;
  // Indexes into items_, in the text's order.
  std::unordered_map<std::string, std::vector<std::size_t>> persons_;        // by first and last word; with introduced
  std::unordered_map<std::string, std::vector<std::size_t>> forms_by_word_;  // each full form once
  std::unordered_map<std::string, std::size_t> forms_, identities_, acronyms_, initials_, events_;
  std::unordered_map<std::string, std::optional<CanonicalName>> aliased_;
  std::map<std::pair<EntityType, std::string>, std::size_t> as_written_;
  std::unordered_map<std::string, std::string> owned_;  // "foreign ministry" → "Ministry of Foreign Affairs (Iran)"
};

/// The tags ascend and do not overlap each other.
bool overlaps_any(Span span, const std::vector<EntityTag>& tags) {
  const auto next = std::upper_bound(tags.begin(), tags.end(), span.begin,
                                     [](std::uint32_t begin, const EntityTag& tag) { return begin < tag.span.begin; });
  return (next != tags.end() && next->span.overlaps(span)) ||
         (next != tags.begin() && std::prev(next)->span.overlaps(span));
}

/// A tag of blanks alone, without an identity, has no name.
bool names_something(const EntityTag& tag, const Text& text) {
  return !tag.name.empty() || !in_one_line(text.written(tag.span)).empty();
}

}  // namespace

std::vector<Mention> link_names(const Text& text, const std::vector<FoundName>& found,
                                const std::vector<EntityTag>& tags, const Aliases& aliases) {
  Linker linker(text, aliases);
  for (const EntityTag& tag : tags)
    if (names_something(tag, text)) linker.add(tag);
  for (const FoundName& name : found)
    if (!overlaps_any(text.span(name.first, name.last), tags)) linker.add(name);
  return linker.run();
}

}  // namespace averment
