// Claims → whom and where they count, as comparisons take it: synonyms are one, what is left out is told from before.
#include "language/counted_resolver.hpp"

#include <algorithm>
#include <string>

#include "language/gazetteer.hpp"
#include "language/names.hpp"

namespace averment {
namespace {

constexpr std::string_view people = "people";
constexpr std::uint32_t sentences_back = 2;

bool is_side(const Mention& mention) {
  return mention.type == EntityType::nationality || mention.type == EntityType::place ||
         mention.type == EntityType::organization;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t first, std::size_t last, char between) {
  std::string line;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) line += between;
    line += words[i];
  }
  return line;
}

class Resolver {
 public:
  Resolver(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
           const std::vector<Mention>& mentions, const Aliases& aliases)
      : claims_(claims), text_(text), lexicon_(lexicon), mentions_(mentions), aliases_(aliases) {}

  void resolve() {
    for (FoundClaim& found : claims_) {
      read_group(found);
      add_place(found.claim.counted, found.claim.place);
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) complete(i);
    for (FoundClaim& found : claims_) narrow_by_other(found);
  }

 private:
  std::uint32_t token_at(std::uint32_t begin) const {
    const auto found = std::lower_bound(text_.tokens.begin(), text_.tokens.end(), begin,
                                        [](const Token& one, std::uint32_t at) { return one.span.begin < at; });
    return static_cast<std::uint32_t>(found - text_.tokens.begin());
  }

  const Mention* side_at(std::uint32_t token) const {
    if (token >= text_.tokens.size()) return nullptr;
    const Span span = text_.tokens[token].span;
    const auto behind =
        std::upper_bound(mentions_.begin(), mentions_.end(), span.begin,
                         [](std::uint32_t at, const Mention& mention) { return at < mention.span.begin; });
    if (behind == mentions_.begin()) return nullptr;
    const Mention& mention = *std::prev(behind);
    return mention.span.contains(span) && is_side(mention) ? &mention : nullptr;
  }

  /// "Pyongyang" is North Korea's side.
  std::string side_of(const Mention& mention) const {
    const std::string_view country = aliases_.gazetteer().country_of_capital(name_key(mention.name));
    return country.empty() ? mention.name : std::string(country);
  }

  bool has(std::uint32_t token, WordClass what) const { return lexicon_.classes(text_, token).has(what); }

  /// The group as written: its side, its kind, and what narrows that.
  void read_group(FoundClaim& found) const {
    if (found.claim.group.empty()) return;
    Counted& counted = found.claim.counted;
    const Sentence& sentence = text_.sentences[found.sentence];
    std::vector<std::string_view> words;
    std::uint32_t i = token_at(found.group.begin);
    for (; i < sentence.last && text_.tokens[i].span.end <= found.group.end; ++i)
      if (!takes_side(counted, i, sentence) && !tells_nothing(i)) words.push_back(text_.folded(i));
    counted.side = counted.side.empty() ? side_behind(i, sentence) : counted.side;
    name_kind(found, words);
    if (i + 1 < sentence.last && has(i, WordClass::of) && has(i + 1, WordClass::possessive))
      counted.part += (counted.part.empty() ? "" : " ") + std::string(text_.folded(i)) + " " +
                      std::string(text_.folded(i + 1)) +
                      (i + 2 < sentence.last ? " " + std::string(text_.folded(i + 2)) : "");
  }

  /// A nationality, or a name that no list knows, tells the side: "Besmiri soldiers".
  bool takes_side(Counted& counted, std::uint32_t token, const Sentence& sentence) const {
    if (const Mention* mention = side_at(token)) {
      if (counted.side.empty()) counted.side = side_of(*mention);
      return true;
    }
    const bool name = text_.tokens[token].shape == Token::Shape::capitalized && !text_.upper_case &&
                      token > sentence.first && !lexicon_.words.find(text_.folded(token));
    if (!name || !counted.side.empty() || is_headline(sentence)) return false;
    counted.side = text_.written(text_.tokens[token]);
    return true;
  }

  /// Most words of the sentence have a capital: it says nothing about names.
  bool is_headline(const Sentence& sentence) const {
    std::uint32_t capitals = 0, small = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token::Shape shape = text_.tokens[i].shape;
      capitals += shape == Token::Shape::capitalized || shape == Token::Shape::upper;
      small += shape == Token::Shape::lower;
    }
    return capitals > small;
  }

  bool tells_nothing(std::uint32_t token) const {
    const WordClasses classes = lexicon_.classes(text_, token);
    return text_.tokens[token].shape == Token::Shape::punctuation || classes.any(WordClass::determiner) ||
           classes.any(WordClass::possessive, WordClass::additional);
  }

  /// "support troops for Russia [from North Korea]".
  std::string side_behind(std::uint32_t token, const Sentence& sentence) const {
    while (token + 1 < sentence.last && has(token, WordClass::preposition)) {
      const bool from = has(token, WordClass::from);
      std::uint32_t next = token + 1;
      if (has(next, WordClass::determiner)) ++next;
      const Mention* mention = next < sentence.last ? side_at(next) : nullptr;
      if (!mention) return {};
      if (from) return side_of(*mention);
      while (next < sentence.last && side_at(next) == mention) ++next;
      token = next;
    }
    return {};
  }

  void name_kind(FoundClaim& found, const std::vector<std::string_view>& words) const {
    Counted& counted = found.claim.counted;
    if (words.empty()) {
      if (!counted.side.empty()) counted.kind = people;  // "North Koreans"
      return;
    }
    for (std::size_t size = words.size(); size > 0; --size)
      for (std::size_t first = words.size() - size + 1; first-- > 0;)
        if (const auto* kinds = lexicon_.kinds.find(joined(words, first, first + size, '_'))) {
          counted.kind = kinds->front();
          counted.part = narrowing(found, words, first, first + size);
          return;
        }
    if (!is_others(words)) counted.kind = joined(words, 0, words.size(), ' ');
  }

  /// The words that stand beside the kind, but for those that only say again what happened: "dead soldiers".
  std::string narrowing(const FoundClaim& found, const std::vector<std::string_view>& words, std::size_t first,
                        std::size_t last) const {
    std::vector<std::string_view> rest;
    for (std::size_t i = 0; i < words.size(); ++i)
      if ((i < first || i >= last) && !says(words[i], found.claim.category)) rest.push_back(words[i]);
    return joined(rest, 0, rest.size(), ' ');
  }

  bool says(std::string_view word, Category category) const {
    const auto* triggers = lexicon_.triggers.find(word);
    return triggers && std::any_of(triggers->begin(), triggers->end(),
                                   [&](const Trigger& trigger) { return trigger.category == category; });
  }

  /// "30 others": the people that were told of before.
  bool is_others(const std::vector<std::string_view>& words) const {
    return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
      return lexicon_.classes(word).any(WordClass::other_person, WordClass::additional);
    });
  }

  void add_place(Counted& counted, const std::string& place) const {
    if (place.empty()) return;
    counted.place = place;
    if (const auto known = aliases_.resolve(place, NameRole::mention)) counted.country = known->party;
  }

  /// What the claim leaves out, from those that are complete: the ones before it.
  void complete(std::size_t i) {
    FoundClaim& found = claims_[i];
    Counted& counted = found.claim.counted;
    if (counted.kind.empty()) {
      if (found.claim.share_of)
        take_people(counted, claims_[*found.claim.share_of].claim.counted);
      else
        tell_elided(i);
    } else if (counted.side.empty()) {
      counted.side = side_that_acts(found);
    }
    if (!counted.place.empty()) return;
    for (std::size_t j = i; j-- > 0 && near(claims_[j], found);) {
      if (claims_[j].claim.counted.place.empty()) continue;
      counted.place = claims_[j].claim.counted.place;
      counted.country = claims_[j].claim.counted.country;
      return;
    }
  }

  static void take_people(Counted& to, const Counted& from) {
    to.kind = from.kind;
    to.part = from.part;
    if (to.side.empty()) to.side = from.side;
  }

  bool near(const FoundClaim& before, const FoundClaim& found) const {
    return before.sentence + sentences_back >= found.sentence &&
           text_.sentences[before.sentence].paragraph == text_.sentences[found.sentence].paragraph;
  }

  void tell_elided(std::size_t i) {
    FoundClaim& found = claims_[i];
    Counted& counted = found.claim.counted;
    for (std::size_t j = i; j-- > 0 && claims_[j].sentence == found.sentence;)
      if (!claims_[j].claim.counted.kind.empty()) return take_people(counted, claims_[j].claim.counted);
    if (found.of_pronoun) return;
    counted.side = side_of_the_toll(found);
    if (const FoundClaim* whole = whole_behind(i)) return take_people(counted, whole->claim.counted);
    for (std::size_t j = i; j-- > 0 && near(claims_[j], found);)
      if (continues(counted, claims_[j].claim)) return take_people(counted, claims_[j].claim.counted);
    counted.kind = people;
  }

  /// Further away than a sentence, only people of a side are sure to be those that are still spoken of.
  static bool continues(const Counted& counted, const Claim& before) {
    const bool one_person = before.low == 1u && before.high == 1u;
    return !before.counted.side.empty() && !before.counted.kind.empty() && !one_person &&
           (counted.side.empty() || counted.side == before.counted.side);
  }

  /// "around 5,000, [out of] a total of 12,000 soldiers": the claim behind, of whose people these are some.
  const FoundClaim* whole_behind(std::size_t i) const {
    constexpr std::uint32_t reach = 6;
    const std::size_t next = i + 1;
    if (next >= claims_.size() || claims_[next].sentence != claims_[i].sentence) return nullptr;
    const std::uint32_t end = claims_[next].figure;
    for (std::uint32_t token = end - std::min(reach, end); token + 1 < end; ++token)
      if (token > claims_[i].figure && has(token, WordClass::out) && has(token + 1, WordClass::of))
        return claims_[next].claim.counted.kind.empty() ? nullptr : &claims_[next];
    return nullptr;
  }

  /// "[North Korean] casualties": a nationality right before a word for what happened.
  std::string side_of_the_toll(const FoundClaim& found) const {
    const Sentence& sentence = text_.sentences[found.sentence];
    for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
      const Mention* mention = side_at(i);
      if (!mention || mention->type != EntityType::nationality || side_at(i + 1) == mention) continue;
      if (has_role(lexicon_.triggers.match(text_, i + 1, sentence.last),
                   {TriggerRole::noun, TriggerRole::toll, TriggerRole::head, TriggerRole::event}))
        return side_of(*mention);
    }
    return {};
  }

  /// "[North Korea] dispatched 12,000 soldiers", "[Pyongyang] is believed to have sent ...": those are its own.
  std::string side_that_acts(const FoundClaim& found) const {
    if (found.claim.category != Category::deployed || found.trigger >= found.figure) return {};
    const Sentence& sentence = text_.sentences[found.sentence];
    for (std::uint32_t i = found.trigger; i-- > sentence.first;) {
      if (const Mention* mention = side_at(i)) return side_of(*mention);
      const WordClasses classes = lexicon_.classes(text_, i);
      if (!classes.any(WordClass::be, WordClass::have, WordClass::to, WordClass::evidential, WordClass::adverb))
        return {};
    }
    return {};
  }

  /// "two wounded soldiers were captured": wounded are those who were captured, not all the wounded.
  void narrow_by_other(FoundClaim& found) const {
    Counted& counted = found.claim.counted;
    const Span trigger = text_.tokens[found.trigger].span;
    if (counted.kind.empty() || !counted.part.empty() || !found.group.contains(trigger)) return;
    for (const FoundClaim& other : claims_)
      if (other.claim.figure == found.claim.figure && other.claim.category != found.claim.category)
        counted.part = name_of(other.claim.category);
  }

  std::vector<FoundClaim>& claims_;
  const Text& text_;
  const ClaimLexicon& lexicon_;
  const std::vector<Mention>& mentions_;
  const Aliases& aliases_;
};

}  // namespace

void resolve_counted(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                     const std::vector<Mention>& mentions, const Aliases& aliases) {
  Resolver(claims, text, lexicon, mentions, aliases).resolve();
}

}  // namespace averment
