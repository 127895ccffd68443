// A credited party as written → its one name, its type and the side it speaks for.
#include "language/source_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "language/names.hpp"
#include "language/one_line.hpp"

namespace averment {
namespace {

using namespace std::string_view_literals;

constexpr std::array documents = {
    "report"sv,    "reports"sv,      "statement"sv,  "statements"sv, "data"sv,      "figures"sv,   "figure"sv,
    "estimate"sv,  "estimates"sv,    "tally"sv,      "count"sv,      "comment"sv,   "comments"sv,  "remarks"sv,
    "briefing"sv,  "analysis"sv,     "study"sv,      "survey"sv,     "testimony"sv, "video"sv,     "footage"sv,
    "interview"sv, "announcement"sv, "claim"sv,      "claims"sv,     "account"sv,   "letter"sv,    "bulletin"sv,
    "record"sv,    "records"sv,      "dispatch"sv,   "communique"sv, "document"sv,  "documents"sv, "database"sv,
    "list"sv,      "website"sv,      "assessment"sv, "findings"sv,   "speech"sv,    "update"sv,    "message"sv,
    "release"sv,   "toll"sv,         "numbers"sv,    "post"sv};
constexpr std::array speakers = {"spokesman"sv, "spokeswoman"sv, "spokesperson"sv, "spokespersons"sv, "officials"sv};
constexpr std::array links = {"by"sv, "of"sv, "from"sv};
/// "the ministry" refers back to a body whose name holds one of the words behind it; none: to any body.
struct BackReference {
  std::string_view noun;
  std::array<std::string_view, 3> in_name;
};
constexpr std::array back_references = {BackReference{"ministry", {"ministry", "department", ""}},
                                        BackReference{"department", {"department", "ministry", ""}},
                                        BackReference{"agency", {"agency", "service", "bureau"}},
                                        BackReference{"spy agency", {"intelligence", "agency", ""}},
                                        BackReference{"bureau", {"bureau", "", ""}},
                                        BackReference{"committee", {"committee", "", ""}},
                                        BackReference{"commission", {"commission", "", ""}},
                                        BackReference{"council", {"council", "", ""}},
                                        BackReference{"observatory", {"observatory", "", ""}},
                                        BackReference{"party", {"party", "", ""}},
                                        BackReference{"institute", {"institute", "", ""}},
                                        BackReference{"network", {"network", "", ""}},
                                        BackReference{"newspaper", {}},
                                        BackReference{"publication", {}},
                                        BackReference{"media outlet", {}},
                                        BackReference{"news agency", {}},
                                        BackReference{"broadcaster", {}},
                                        BackReference{"group", {}},
                                        BackReference{"organization", {}},
                                        BackReference{"organisation", {}},
                                        BackReference{"watchdog", {}},
                                        BackReference{"charity", {}}};

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

class SourceResolver {
 public:
  SourceResolver(Span where, const Text& text, const std::vector<Mention>& mentions, const Aliases& aliases)
      : where_(where), text_(text), mentions_(mentions), aliases_(aliases) {}

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
      if (auto known = aliases_.resolve(phrase, NameRole::source, text_.folded_text)) return of_name(*known);
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
    const std::string key = " " + words_key(text_.written(where)) + " ";
    if (key.find(" and ") == key.npos) return false;
    return std::none_of(inside.begin(), inside.end(), [&](const Mention* mention) {
      return (" " + words_key(text_.written(mention->span)) + " ").find(" and ") != std::string::npos;
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
      if (is_one_of(speakers, behind) || is_located(where, *mention, behind, *inside.back())) return mention;
    }
    return nullptr;
  }

  /// "the NIS in Seoul": the body itself, and where it sits.
  bool is_located(Span where, const Mention& body, std::string_view behind, const Mention& last) const {
    const std::string before = words_key(text_.written(Span{where.begin, body.span.begin}));
    return (before.empty() || before == "the") && (behind.starts_with("in ") || behind.starts_with("of ")) &&
           last.type == EntityType::place && last.span.end == where.end;
  }

  /// "doctors at X", "a member of X": not X itself.
  bool stands_behind_link(Span where, const Mention& mention) const {
    const std::string before = words_key(text_.written(Span{where.begin, mention.span.begin}));
    for (const std::string_view word : {"at"sv, "in"sv, "of"sv, "from"sv, "with"sv, "near"sv, "to"sv})
      if (before == word || (" " + before + " ").find(" " + std::string(word) + " ") != std::string::npos)
        return (" " + before + " ").find(" spokesman ") == std::string::npos &&
               (" " + before + " ").find(" spokeswoman ") == std::string::npos;
    return false;
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
    const auto known = aliases_.resolve(text_.written(mention.span), NameRole::mention, text_.folded_text);
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
    for (const std::string_view mark : {"'s "sv, "’s "sv, "' "sv, "’ "sv}) {
      const std::size_t at = phrase.find(mark);
      if (at == phrase.npos || at == 0) continue;
      if (!is_one_of(documents, last_word(words_key(phrase.substr(at + mark.size()))))) continue;
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
      if (document && is_one_of(links, word) && end < phrase.size()) {
        const Span owner{where_.begin + static_cast<std::uint32_t>(end) + 1, where_.end};
        return named(text_.written(owner), owner);
      }
      document |= is_one_of(documents, word);
      at = end + 1;
    }
    return {};
  }

  /// "the ministry", "the newspaper": the last such body named before.
  std::optional<ResolvedSource> refers_back(std::string_view key) const {
    if (!key.starts_with("the ")) return {};
    key.remove_prefix(4);
    for (const BackReference& reference : back_references)
      if (reference.noun == key) return last_body(reference);
    return {};
  }

  std::optional<ResolvedSource> last_body(const BackReference& reference) const {
    constexpr int reach = 200;  // mentions
    auto at = std::lower_bound(mentions_.begin(), mentions_.end(), where_.begin,
                               [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
    for (int seen = 0; at != mentions_.begin() && seen < reach; ++seen)
      if (fits(*--at, reference)) return of_body(*at);
    return {};
  }

  static bool fits(const Mention& mention, const BackReference& reference) {
    if (mention.type != EntityType::organization) return false;
    if (reference.in_name[0].empty()) return true;
    const std::string key = words_key(mention.name);
    return std::any_of(reference.in_name.begin(), reference.in_name.end(),
                       [&](std::string_view word) { return !word.empty() && key.find(word) != key.npos; });
  }

  ResolvedSource nominal(std::string_view phrase, const std::string& key) const {
    std::string name = in_one_line(phrase);
    for (const std::string_view article : {"the "sv, "The "sv, "THE "sv, "a "sv, "A "sv, "an "sv, "An "sv})
      if (name.starts_with(article) && name.size() > article.size()) {
        name.erase(0, article.size());
        break;
      }
    ResolvedSource source{std::move(name), is_one_of(documents, last_word(key)) ? "document" : "nominal", {}};
    const std::vector<const Mention*> inside = mentions_in(where_);
    if (!joins_parties(where_, inside))
      for (const Mention* mention : inside)
        if (source.party.empty()) source.party = party_of(*mention);
    return source;
  }

  Span where_;
  const Text& text_;
  const std::vector<Mention>& mentions_;
  const Aliases& aliases_;
};

}  // namespace

ResolvedSource resolve_source(std::string_view phrase, Span where, const Text& text,
                              const std::vector<Mention>& mentions, const Aliases& aliases) {
  return SourceResolver(where, text, mentions, aliases).resolve(phrase);
}

}  // namespace averment
