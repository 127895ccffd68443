// A credited party as written → its one name, its type and the side it speaks for.
#include "language/source_names.hpp"

#include <algorithm>
#include <optional>

#include "language/claim_lexicon.hpp"
#include "language/names.hpp"
#include "language/one_line.hpp"
#include "language/person_role.hpp"

namespace averment {
namespace {

std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

class SourceResolver {
 public:
  SourceResolver(Span where, const Text& text, const ClaimLexicon& lexicon, const std::vector<Mention>& mentions,
                 const Aliases& aliases)
      : where_(where), text_(text), lexicon_(lexicon), mentions_(mentions), aliases_(aliases) {}

  ResolvedSource resolve(std::string_view phrase) const {
    if (auto known = named(phrase, where_)) return *known;
    const std::string key = words_key(phrase);
    if (auto known = behind_document(phrase)) return *known;
    if (auto known = refers_back(key)) return *known;
    return nominal(phrase, key);
  }

 private:
  /// The party that the phrase names itself.
  std::optional<ResolvedSource> named(std::string_view phrase, Span where) const {
    const std::vector<const Mention*> inside = mentions_in(where);
    if (inside.empty() || !joins_parties(where, inside)) {
      if (const Mention* person = person_in(where, inside)) return of_person(*person, inside);
      if (auto known = aliases_.resolve(phrase, NameRole::source, context_of(text_))) return of_name(*known);
      if (const Mention* body = body_in(where, inside)) return of_body(*body);
    }
    return {};
  }

  std::vector<const Mention*> mentions_in(Span where) const {
    std::vector<const Mention*> inside;
    auto at = std::lower_bound(mentions_.begin(), mentions_.end(), where.begin,
                               [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
    for (; at != mentions_.end() && at->span.begin < where.end; ++at)
      if (where.contains(at->span)) inside.push_back(&*at);
    return inside;
  }

  /// "Ukrainian and U.S. sources", "Hamas and Israel": two parties, not one.
  bool joins_parties(Span where, const std::vector<const Mention*>& inside) const {
    if (!holds(words_key(text_.written(where)), WordClass::joint_and)) return false;
    return std::none_of(inside.begin(), inside.end(), [&](const Mention* mention) {
      return holds(words_key(text_.written(mention->span)), WordClass::joint_and);
    });
  }

  /// "Rep. Lee Seong-kweun", "Ukrainian President Zelensky", "Ri, a sniper"; not "Lee's comment".
  const Mention* person_in(Span where, const std::vector<const Mention*>& inside) const {
    for (const Mention* mention : inside) {
      if (mention->type != EntityType::person) continue;
      const std::string_view behind = text_.source.substr(mention->span.end, where.end - mention->span.end);
      if (behind.empty() || behind[0] == ',' || behind[0] == ' ' || behind[0] == '(' || behind[0] == '"')
        return mention;
    }
    return nullptr;
  }

  /// A body that ends the phrase, or that a spokesman in it speaks for.
  const Mention* body_in(Span where, const std::vector<const Mention*>& inside) const {
    for (const Mention* mention : inside) {
      const bool body = mention->type == EntityType::organization || mention->type == EntityType::unit;
      if (!body) continue;
      const std::string behind = words_key(text_.written(Span{mention->span.end, where.end}));
      const bool ends =
          behind.empty() || text_.source[mention->span.end] == ',' || text_.source.substr(mention->span.end, 2) == " (";
      if (ends && !stands_behind_link(where, *mention)) return mention;
      if (is(behind, WordClass::speaker) || is_located(where, *mention, behind, *inside.back())) return mention;
    }
    return nullptr;
  }

  /// "the NIS in Seoul": the body itself, and where it sits.
  bool is_located(Span where, const Mention& body, std::string_view behind, const Mention& last) const {
    const std::string before = words_key(text_.written(Span{where.begin, body.span.begin}));
    const std::string_view link = std::string_view(behind).substr(0, behind.find(' '));
    return (before.empty() || is(before, WordClass::definite)) &&
           (is(link, WordClass::locative) || is(link, WordClass::of)) && last.type == EntityType::place &&
           last.span.end == where.end;
  }

  /// "doctors at X", "a member of X": not X itself.
  bool stands_behind_link(Span where, const Mention& mention) const {
    const std::string before = words_key(text_.written(Span{where.begin, mention.span.begin}));
    return holds(before, WordClass::member_tie) && !holds(before, WordClass::speaker);
  }

  ResolvedSource of_person(const Mention& person, const std::vector<const Mention*>& inside) const {
    ResolvedSource source{person.name, "person", {}};
    if (const auto known = aliases_.resolve(person.name, NameRole::mention)) source.party = known->party;
    for (const Mention* mention : inside)
      if (source.party.empty()) source.party = party_of(*mention);
    return source;
  }

  /// Only countries and bodies have one.
  std::string party_of(const Mention& mention) const {
    if (mention.type == EntityType::person || mention.type == EntityType::date) return {};
    const auto known = aliases_.resolve(text_.written(mention.span), NameRole::mention, context_of(text_));
    return known ? known->party : std::string();
  }

  ResolvedSource of_name(const CanonicalName& name) const {
    const char* type = name.type == EntityType::person           ? "person"
                       : name.name.starts_with("Government of ") ? "government"
                       : name.type == EntityType::nationality    ? "nominal"
                                                                 : "organization";
    return {name.name, type, name.party};
  }

  ResolvedSource of_body(const Mention& body) const {
    if (const auto known = aliases_.resolve(body.name, NameRole::source)) return of_name(*known);
    return {body.name, "organization", party_in_brackets(body.name).value_or(party_of(body))};
  }

  /// "Ministry of Health (Peru)".
  std::optional<std::string> party_in_brackets(std::string_view name) const {
    const std::size_t open = name.rfind(" (");
    if (open == name.npos || !name.ends_with(')')) return {};
    const auto known = aliases_.resolve(name.substr(open + 2, name.size() - open - 3), NameRole::mention);
    return known && !known->party.empty() ? std::optional(known->party) : std::nullopt;
  }

  /// "Lee's comment", "data released by Kiev", "an analysis by the NIS": whoever stands behind the document.
  std::optional<ResolvedSource> behind_document(std::string_view phrase) const {
    const std::string_view source = text_.source;
    const bool in_text = where_.size() == phrase.size();
    if (!in_text) return {};
    for (const std::string_view mark : {"'s ", "’s ", "' ", "’ "}) {
      const std::size_t at = phrase.find(mark);
      if (at == phrase.npos || at == 0) continue;
      if (!is(last_word(words_key(phrase.substr(at + mark.size()))), WordClass::document)) continue;
      const Span owner{where_.begin, where_.begin + static_cast<std::uint32_t>(at)};
      if (auto known = named(source.substr(owner.begin, owner.size()), owner)) return known;
    }
    return behind_link(phrase);
  }

  std::optional<ResolvedSource> behind_link(std::string_view phrase) const {
    bool document = false;
    for (std::size_t at = 0; at < phrase.size();) {
      const std::size_t end = std::min(phrase.find_first_of(" \n", at), phrase.size());
      const std::string word = words_key(phrase.substr(at, end - at));
      if (document && is(word, WordClass::behind) && end < phrase.size()) {
        const Span owner{where_.begin + static_cast<std::uint32_t>(end) + 1, where_.end};
        return named(text_.written(owner), owner);
      }
      document |= is(word, WordClass::document);
      at = end + 1;
    }
    return {};
  }

  /// "the ministry", "the newspaper", "the governor": the last such body or person named before.
  std::optional<ResolvedSource> refers_back(std::string_view key) const {
    const std::size_t article = key.find(' ');
    if (article == key.npos || !is(key.substr(0, article), WordClass::definite)) return {};
    key.remove_prefix(article + 1);
    for (const BackReference& reference : lexicon_.references)
      if (reference.noun == key) return last_named(reference);
    return {};
  }

  std::optional<ResolvedSource> last_named(const BackReference& reference) const {
    constexpr int reach = 200;  // mentions
    auto at = std::lower_bound(mentions_.begin(), mentions_.end(), where_.begin,
                               [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
    for (int seen = 0; at != mentions_.begin() && seen < reach; ++seen)
      if (fits(*--at, reference)) return reference.person ? of_person(*at, {}) : of_body(*at);
    return {};
  }

  bool fits(const Mention& mention, const BackReference& reference) const {
    if (reference.person) return mention.type == EntityType::person && has_role(mention, reference, text_, lexicon_);
    if (mention.type != EntityType::organization) return false;
    if (reference.words.empty()) return true;
    const std::string key = words_key(mention.name);
    return std::any_of(reference.words.begin(), reference.words.end(),
                       [&](const std::string& word) { return key.find(word) != key.npos; });
  }

  ResolvedSource nominal(std::string_view phrase, const std::string& key) const {
    std::string name = in_one_line(phrase);
    if (const std::size_t article = name.find(' ');
        article != name.npos && is(key.substr(0, key.find(' ')), WordClass::article))
      name.erase(0, article + 1);
    ResolvedSource source{std::move(name), is(last_word(key), WordClass::document) ? "document" : "nominal", {}};
    const std::vector<const Mention*> inside = mentions_in(where_);
    if (!joins_parties(where_, inside))
      for (const Mention* mention : inside)
        if (source.party.empty()) source.party = party_of(*mention);
    return source;
  }

  bool is(std::string_view word, WordClass what) const { return lexicon_.classes(word).has(what); }

  /// One of the words of `key`, which blanks separate, is of this class.
  bool holds(std::string_view key, WordClass what) const {
    for (std::size_t at = 0; at < key.size();) {
      const std::size_t end = std::min(key.find(' ', at), key.size());
      if (is(key.substr(at, end - at), what)) return true;
      at = end + 1;
    }
    return false;
  }

  Span where_;
  const Text& text_;
  const ClaimLexicon& lexicon_;
  const std::vector<Mention>& mentions_;
  const Aliases& aliases_;
};

}  // namespace

ResolvedSource resolve_source(std::string_view phrase, Span where, const Text& text, const ClaimLexicon& lexicon,
                              const std::vector<Mention>& mentions, const Aliases& aliases) {
  return SourceResolver(where, text, lexicon, mentions, aliases).resolve(phrase);
}

}  // namespace averment
