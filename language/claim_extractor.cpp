// Text → claims: reads quantities, the people they count and what happened to them. Sources are added later.
#include "language/claim_extractor.hpp"

#include <cmath>

#include "averment/error.hpp"
#include "language/claim_frames.hpp"
#include "language/counted_people.hpp"
#include "language/number_reader.hpp"
#include "language/one_line.hpp"

namespace averment {
namespace {

/// The number word that begins at the token counts: "a" only before what it may count.
bool counts(const Text& text, std::uint32_t token, const ClaimLexicon& lexicon) {
  if (!lexicon.classes(text, token).has(WordClass::indefinite)) return true;
  constexpr std::uint32_t reach = 8;
  const std::uint32_t end = std::min<std::uint32_t>(token + reach, text.sentences[text.tokens[token].sentence].last);
  for (std::uint32_t i = token + 1; i < end; ++i) {
    const WordClasses classes = lexicon.classes(text, i);
    if (classes.any(WordClass::person, WordClass::armed, WordClass::number, WordClass::aged_head)) return true;
    if (classes.any(WordClass::be, WordClass::have, WordClass::modal)) return false;
    const Token::Shape shape = text.tokens[i].shape;
    if (shape == Token::Shape::capitalized || shape == Token::Shape::number || lexicon.numbers.begins(text, i) ||
        lexicon.triggers.begins(text, i))
      return true;  // "a Briton", "a 15-year-old"
    for (const Ending ending : {Ending::person, Ending::people, Ending::plural})
      if (lexicon.ends(text.folded(i), ending)) return true;
  }
  return false;
}

/// Only a sentence with a trigger and something countable is read closely: a few of a hundred.
bool may_hold_claim(const Text& text, const Sentence& sentence, const ClaimLexicon& lexicon) {
  bool trigger = false, quantity = false;
  for (std::uint32_t i = sentence.first; i < sentence.last && !(trigger && quantity); ++i) {
    const FirstLook* look = lexicon.first_looks.find(text.folded(i), text.tokens[i].hash);
    quantity |= text.tokens[i].shape == Token::Shape::number || (look && look->number && counts(text, i, lexicon));
    trigger |= look && look->event;
  }
  return trigger && quantity;
}

std::string folded_line(const Text& text, std::uint32_t first, std::uint32_t last) {
  std::string line;
  for (std::uint32_t i = first; i < last; ++i) {
    if (!line.empty() && text.tokens[i].space_before) line += ' ';
    line += text.folded(i);
  }
  return line;
}

Claim make_claim(const SentenceWords& words, const CountedPeople& people, const Finding& finding) {
  const Text& text = words.text;
  const Quantity& quantity = people.quantity;
  Claim claim;
  claim.category = finding.category;
  claim.figure = text.span(quantity.first, quantity.last);
  claim.low = quantity.low;
  claim.high = quantity.high;
  claim.qualifier = quantity.qualifier;
  if (quantity.qualifier_first < quantity.qualifier_last)
    claim.qualifier_text = in_one_line(text.written(text.span(quantity.qualifier_first, quantity.qualifier_last)));
  claim.share = quantity.share;
  if (people.group_first < people.group_last && !people.counts_cases) {
    claim.group = in_one_line(text.written(text.span(people.group_first, people.group_last)));
    claim.group_name = folded_line(text, people.group_first, people.group_last);
  }
  claim.modality = finding.modality;
  claim.sentence = words.sentence.span;
  claim.rule = finding.rule;
  claim.confidence = finding.confidence;
  return claim;
}

/// A share is one of the count before it in its sentence, or of the last plain count of the paragraph.
void link_shares(std::vector<FoundClaim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!claims[i].claim.share) continue;
    for (std::size_t j = i; j-- > 0 && claims[j].sentence + 1 >= claims[i].sentence;) {
      const Claim& whole = claims[j].claim;
      if (whole.share || (!whole.low && !whole.high) || whole.figure == claims[i].claim.figure) continue;
      claims[i].claim.share_of = static_cast<std::uint32_t>(j);
      break;
    }
  }
}

/// Shares are kept to three decimals: 0.667 was two thirds.
double unrounded(double share) {
  for (int denominator = 2; denominator < 10; ++denominator) {
    const double fraction = std::round(share * denominator) / denominator;
    if (std::round(fraction * 1000) / 1000 == share) return fraction;
  }
  return share;
}

/// "two-thirds" of "over 4,000": worked out as far as the whole has bounds.
void derive_counts(std::vector<FoundClaim>& claims) {
  for (FoundClaim& found : claims) {
    Claim& claim = found.claim;
    if (!claim.share || !claim.share_of || !std::holds_alternative<double>(*claim.share)) continue;
    const Claim& whole = claims[*claim.share_of].claim;
    if (!whole.low && !whole.high) continue;
    const double share = unrounded(std::get<double>(*claim.share));
    const auto part = [share](const std::optional<std::uint64_t>& n) -> std::optional<std::uint64_t> {
      return n ? std::optional(static_cast<std::uint64_t>(share * static_cast<double>(*n) + 0.5)) : std::nullopt;
    };
    claim.derived = Derived{part(whole.low), part(whole.high), "share_of"};
  }
}

/// The report speaks of hostages or kidnappers anywhere.
bool tells_of_abduction(const Text& text, const ClaimLexicon& lexicon) {
  for (const Sentence& sentence : text.sentences)
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const auto trigger = lexicon.triggers.match(text, i, sentence.last);
      const bool abducts =
          trigger && std::any_of(trigger.meanings->begin(), trigger.meanings->end(),
                                 [](const Trigger& one) { return one.category == Category::abducted; });
      if (abducts || lexicon.classes(text, i).has(WordClass::captor)) return true;
    }
  return false;
}

/// Captors or hostages are named in the claim's sentence.
bool held_by_captors(const FoundClaim& found, const Text& text, const ClaimLexicon& lexicon) {
  const Sentence& sentence = text.sentences[found.sentence];
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (lexicon.classes(text, i).any(WordClass::captor, WordClass::hostage)) return true;
  return false;
}

/// "the two captives" are a kidnapper's only where the report tells of one, else prisoners of war.
void settle_captives(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon) {
  std::optional<bool> abduction;
  for (FoundClaim& found : claims) {
    const WordClasses trigger = lexicon.classes(text, found.trigger);
    const std::uint32_t next = std::min<std::uint32_t>(found.trigger + 1, text.sentences[found.sentence].last - 1);
    const bool held = trigger.has(WordClass::take) || lexicon.classes(text, next).has(WordClass::take);
    if (found.claim.category == Category::detained && held && held_by_captors(found, text, lexicon))
      found.claim.category = Category::abducted;
    const bool captive = trigger.has(WordClass::captive_civilian);
    if (found.claim.category != Category::abducted || !captive) continue;
    if (!abduction) abduction = tells_of_abduction(text, lexicon);
    if (!*abduction) found.claim.category = Category::captured;
  }
}

/// "four of the victims" died where the report tells of deaths, else were hurt; of what else, nobody can tell. "Flood
/// victims" may be anything, and "the victim was 24" is an age.
void settle_victims(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon) {
  const auto of_victims = [&](const FoundClaim& found) {
    const bool named =
        found.trigger > 0 && lexicon.triggers.match(text, found.trigger - 1, found.trigger + 1).words == 2;
    return lexicon.classes(text, found.trigger).has(WordClass::victim) && !named;  // "murder victims" tells what of
  };
  std::erase_if(claims, [&](const FoundClaim& found) {
    return of_victims(found) && (found.group.size() == 0 || (found.claim.rule == "named" &&
                                                             found.claim.group_name.find(' ') != std::string::npos));
  });
  const auto tells_of = [&](Category category) {
    return std::any_of(claims.begin(), claims.end(),
                       [&](const FoundClaim& found) { return found.claim.category == category && !of_victims(found); });
  };
  const bool killed = tells_of(Category::killed), wounded = tells_of(Category::wounded);
  if (!killed && wounded)
    for (FoundClaim& found : claims)
      if (of_victims(found)) found.claim.category = Category::wounded;
  if (!killed && !wounded) std::erase_if(claims, of_victims);
}

}  // namespace

std::vector<FoundClaim> extract_claims(const Text& text, const ClaimLexicon& lexicon, std::size_t most) {
  std::vector<FoundClaim> claims;
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    if (!may_hold_claim(text, text.sentences[s], lexicon)) continue;
    const SentenceWords words(text, text.sentences[s], lexicon);
    std::vector<CountedPeople> people;
    bool animals = false;  // "killing two elephants and injuring one"
    for (const Quantity& quantity : read_quantities(words)) {
      auto counted = read_counted_people(words, quantity);
      const bool elided = counted && counted->noun == CountedPeople::Noun::elided && !counted->of_pronoun;
      if (counted && !(elided && animals)) people.push_back(std::move(*counted));
      if (!elided) animals = words.at(quantity.end).has(WordClass::animal);
    }
    for (const Finding& finding : find_frames(words, people)) {
      const CountedPeople& counted = people[finding.people];
      const Span group =
          counted.group_first < counted.group_last ? text.span(counted.group_first, counted.group_last) : Span{};
      if (claims.size() == most)  // before they take more memory
        throw InputError("it has more claims than the limit of " + std::to_string(most) + ": --claim-limit raises it");
      claims.push_back(
          {make_claim(words, counted, finding), s, counted.quantity.first, finding.trigger, group, counted.of_pronoun});
    }
  }
  settle_captives(claims, text, lexicon);
  settle_victims(claims, text, lexicon);
  link_shares(claims);
  derive_counts(claims);
  return claims;
}

}  // namespace averment
