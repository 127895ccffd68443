// Claims → their sources: whom the text credits with each figure, and who passed it on.
#include "language/attribution_resolver.hpp"

#include <map>
#include <span>
#include <unordered_map>

#include "language/cue_finder.hpp"
#include "language/likely_speaker.hpp"
#include "language/names.hpp"
#include "language/one_line.hpp"
#include "language/person_role.hpp"
#include "language/source_names.hpp"
#include "language/source_phrase.hpp"

namespace averment {
namespace {

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

/// Who says it, nearest to the figure first.
using Chain = std::vector<const Cue*>;

/// Tokens [first, last) that somebody is known to have said, or to take a stand on: all of it, the cues in it too.
struct Content {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first == last; }
  bool holds(const Cue& cue) const { return first <= cue.cue_first && cue.cue_first < last; }
};

constexpr Content said_by_report;

class Resolver {
 public:
  Resolver(const Text& text, const ClaimLexicon& lexicon, const std::vector<Mention>& mentions, const Aliases& aliases)
      : text_(text), lexicon_(lexicon), mentions_(mentions), aliases_(aliases) {}

  void resolve(FoundClaim& found) {
    const Quotation* quotation = quotation_of(found.figure);
    const Chain chain = chain_of(found.figure, quotation, said_by_report);
    if (chain.empty()) return;
    found.claim.source = attribution(chain, quotation != nullptr);
    if (found.claim.modality == Modality::asserted && is_denied(found.figure)) found.claim.modality = Modality::denied;
  }

  /// The words that name the party credited with what stands at a token of a content; empty: no cue credits any.
  Span credited_at(std::uint32_t token, const Content& content) {
    const Chain chain = chain_of(token, quotation_of(token), content);
    return chain.empty() ? Span{} : text_.span(chain.front()->source_first, chain.front()->source_last);
  }

  /// The words that name whoever is likeliest to have said a content.
  Span likely_speaker_of(const Content& content) const {
    const Sentence& sentence = text_.sentences[text_.tokens[content.first].sentence];
    const Phrase speaker = likely_speaker(SentenceWords(text_, sentence, lexicon_), content.first, content.last);
    return speaker.empty() ? Span{} : text_.span(speaker.first, speaker.last);
  }

 private:
  const std::vector<Cue>& cues(std::uint32_t sentence) {
    const auto known = cues_.find(sentence);
    if (known != cues_.end()) return known->second;
    std::vector<Cue> found = find(sentence);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (!names_source(found[i])) recall_source(found, i, sentence);
    std::erase_if(found, [](const Cue& cue) { return !names_source(cue); });
    return cues_[sentence] = std::move(found);
  }

  std::vector<Cue> find(std::uint32_t sentence) const {
    return find_cues(SentenceWords(text_, text_.sentences[sentence], lexicon_));
  }

  static bool names_source(const Cue& cue) { return cue.source_first < cue.source_last; }

  /// A verb without a subject goes on with whoever spoke last, or whom the sentence before is about.
  void recall_source(std::vector<Cue>& cues, std::size_t index, std::uint32_t sentence) const {
    constexpr std::uint32_t reach = 8;  // sentences
    std::span<const Cue> spoken(cues.data(), index);
    std::vector<Cue> earlier;
    for (std::uint32_t steps = 0; steps < reach; ++steps) {
      const auto last = std::find_if(spoken.rbegin(), spoken.rend(), [](const Cue& cue) {
        return names_source(cue) && !cue.stance && !cue.only_if_named;
      });
      if (last != spoken.rend()) {
        cues[index].source_first = last->source_first;
        cues[index].source_last = last->source_last;
        return;
      }
      if (sentence-- == 0) return;
      earlier = find(sentence);
      spoken = earlier;
      if (!earlier.empty() || !same_paragraph(sentence, sentence + 1)) continue;
      const Sentence& before = text_.sentences[sentence];
      const Phrase subject = first_subject(SentenceWords(text_, before, lexicon_), before.last);
      if (subject.empty()) continue;
      cues[index].source_first = subject.first;
      cues[index].source_last = subject.last;
      return;
    }
  }

  const Quotation* quotation_of(std::uint32_t token) const {
    constexpr std::uint32_t shortest_speech = 5;  // tokens; less is a word in quotation marks
    const auto after = std::upper_bound(text_.quotations.begin(), text_.quotations.end(), token,
                                        [](std::uint32_t at, const Quotation& one) { return at < one.first; });
    if (after == text_.quotations.begin()) return nullptr;
    const Quotation& quotation = after[-1];
    const bool within = quotation.first <= token && token < quotation.last;
    return within && quotation.last - quotation.first > shortest_speech ? &quotation : nullptr;
  }

  static bool inside(const Quotation* quotation, std::uint32_t token) {
    return quotation && quotation->first <= token && token < quotation->last;
  }

  /// Who says what stands at a token: in its sentence, then the owner of the quotation it stands in.
  Chain chain_of(std::uint32_t token, const Quotation* quotation, const Content& content) {
    Chain chain = in_sentence(token, quotation, content);
    if (quotation &&
        std::all_of(chain.begin(), chain.end(), [&](const Cue* cue) { return inside(quotation, cue->cue_first); }))
      for (const Cue* cue : owner_of(*quotation)) chain.push_back(cue);
    return chain;
  }

  /// The cues of the token's own sentence that cover it: the one that governs it, then those outside of it.
  Chain in_sentence(std::uint32_t token, const Quotation* quotation, const Content& content) {
    const Cue *governing = nullptr, *requesting = nullptr, *trailing = nullptr, *citing = nullptr;
    for (const Cue& cue : cues(text_.tokens[token].sentence)) {
      if (!cue.covers(token) || content.holds(cue) || (cue.only_if_named && !names_party(cue))) continue;
      if (cue.stance && content.empty()) continue;
      if (inside(quotation, cue.cue_first) && cue.trailing) continue;
      if (cue.source_first <= token && token < cue.source_last) continue;
      if (cue.kind == Cue::Kind::citing)
        citing = &cue;
      else if (cue.trailing)
        trailing = &cue;
      else if (is_request(cue))
        requesting = &cue;
      else if (!governing || cue.cue_first >= governing->cue_first)
        governing = &cue;
    }
    if (!governing && !trailing) governing = requesting;  // who reports a promise is credited, not who makes it
    // "The US reported 3,124 deaths, according to the university": who reports by doing so is not who is credited.
    constexpr std::uint32_t longest_object = 10;
    const bool counts = governing && trailing && governing->cue_last <= token &&
                        token < governing->cue_last + longest_object && opens_no_clause(*governing, token) &&
                        (trailing->kind == Cue::Kind::according || is_document(*trailing));
    if (counts) governing = nullptr;
    Chain chain;
    for (const Cue* cue : {citing, governing, trailing})
      if (cue) chain.push_back(cue);
    return chain;
  }

  /// "reported [the highest number of deaths at] 3,124", not "reported that 3,124 had died"
  bool opens_no_clause(const Cue& cue, std::uint32_t token) const {
    for (std::uint32_t i = cue.cue_last; i < token; ++i)
      if (lexicon_.classes(text_, i).any(WordClass::that, WordClass::pronoun, WordClass::be, WordClass::have))
        return false;
    return true;
  }

  bool is_document(const Cue& cue) const {
    for (std::uint32_t i = cue.source_first; i < cue.source_last; ++i)
      if (lexicon_.classes(text_, i).has(WordClass::document)) return true;
    return false;
  }

  /// By anybody: "Boko Haram denied claims by the government that ..."
  bool is_denied(std::uint32_t token) {
    const auto& all = cues(text_.tokens[token].sentence);
    return std::any_of(all.begin(), all.end(), [token](const Cue& cue) { return cue.denies && cue.covers(token); });
  }

  bool is_request(const Cue& cue) const { return lexicon_.classes(text_, cue.cue_first).has(WordClass::request_cue); }

  bool names_party(const Cue& cue) const {
    const Span where = text_.span(cue.source_first, cue.source_last);
    return std::any_of(mentions_.begin(), mentions_.end(), [where](const Mention& mention) {
      const bool party = mention.type == EntityType::person || mention.type == EntityType::organization;
      return party && mention.span.overlaps(where);
    });
  }

  /// The speaker of a quotation, all its paragraphs taken together: in the sentence in which it ends, in which it
  /// begins, that introduces it, behind it, and before it in its paragraph.
  Chain owner_of(const Quotation& quotation) {
    const Quotation* const front = text_.quotations.data();
    const Quotation *first = &quotation, *last = &quotation;
    while (first > front && first[-1].continues) --first;
    while (last->continues && last + 1 < front + text_.quotations.size()) ++last;
    const std::uint32_t begin = text_.tokens[first->first].sentence;
    const std::uint32_t end = text_.tokens[last->last - 1].sentence;
    std::vector<std::uint32_t> sentences{end, begin};
    if (begin > 0 && introduces(begin - 1)) sentences.push_back(begin - 1);
    if (end + 1 < text_.sentences.size() && same_paragraph(end, end + 1)) sentences.push_back(end + 1);
    constexpr std::uint32_t reach = 12;  // sentences
    for (std::uint32_t before = begin; before > 0 && begin - before < reach && same_paragraph(before - 1, begin);
         --before)
      sentences.push_back(before - 1);
    for (const std::uint32_t sentence : sentences)
      if (const Cue* cue = speaker_in(sentence)) return {cue};
    if (const Cue* cue = begins_paragraph(*first) ? speaker_quoted_before(begin) : nullptr) return {cue};
    return {};
  }

  bool begins_paragraph(const Quotation& quotation) const {
    const std::uint32_t sentence = text_.tokens[quotation.first].sentence;
    return text_.sentences[sentence].first == quotation.first && (!sentence || !same_paragraph(sentence - 1, sentence));
  }

  /// A paragraph that is nothing but a quotation goes on with the speaker whom the one before it quotes.
  const Cue* speaker_quoted_before(std::uint32_t sentence) {
    const Cue* speaker = nullptr;
    bool quotes = false;
    for (std::uint32_t at = sentence; at-- > 0 && same_paragraph(at, sentence - 1);) {
      if (!speaker) speaker = speaker_in(at);
      const Sentence& one = text_.sentences[at];
      for (std::uint32_t token = one.first; token < one.last && !quotes; ++token)
        quotes = quotation_of(token) != nullptr;
    }
    return quotes ? speaker : nullptr;
  }

  /// The first cue of a sentence that stands outside of all quotations.
  const Cue* speaker_in(std::uint32_t sentence) {
    for (const Cue& cue : cues(sentence))
      if (cue.kind == Cue::Kind::says && !cue.stance && !quotation_of(cue.cue_first)) return &cue;
    return nullptr;
  }

  /// Ends with a colon, or stands alone in front of the quotation.
  bool introduces(std::uint32_t sentence) const {
    const Sentence& one = text_.sentences[sentence];
    return text_.folded(one.last - 1) == ":";
  }

  bool same_paragraph(std::uint32_t a, std::uint32_t b) const {
    return text_.sentences[a].paragraph == text_.sentences[b].paragraph;
  }

  Attribution attribution(const Chain& chain, bool direct) {
    const Cue& cue = *chain.front();
    const ResolvedSource resolved = resolve(cue.source_first, cue.source_last);
    Attribution attribution;
    attribution.source = one_line(cue.source_first, cue.source_last);
    attribution.name = resolved.name;
    attribution.type = resolved.type;
    attribution.party = resolved.party;
    attribution.cue = one_line(cue.cue_first, cue.cue_last);
    attribution.direct = direct;
    for (const Cue* link : chain) {
      if (link != &cue) add_via(attribution, link->source_first, link->source_last);
      if (link->told_first < link->told_last) add_via(attribution, link->told_first, link->told_last);
    }
    return attribution;
  }

  void add_via(Attribution& attribution, std::uint32_t first, std::uint32_t last) {
    std::string name = resolve(first, last).name;
    const bool known = std::find(attribution.via.begin(), attribution.via.end(), name) != attribution.via.end();
    if (!known && name != attribution.name && !name.empty()) attribution.via.push_back(std::move(name));
  }

  ResolvedSource resolve(std::uint32_t first, std::uint32_t last) {
    if (last == first + 1 && lexicon_.classes(text_, first).has(WordClass::pronoun))
      if (const auto antecedent = antecedent_of(first)) return *antecedent;
    const Span where = text_.span(first, last);
    return resolve_source(text_.written(where), where, text_, lexicon_, mentions_, aliases_);
  }

  /// The last party that spoke before the pronoun, else the last person or body named before it.
  std::optional<ResolvedSource> antecedent_of(std::uint32_t pronoun) {
    constexpr std::uint32_t reach = 8;  // sentences
    const WordClasses classes = lexicon_.classes(text_, pronoun);
    const bool person = classes.has(WordClass::person_pronoun), plural = classes.has(WordClass::plural_pronoun);
    const Gender gender = lexicon_.persons.of_words(text_.folded(pronoun));
    const std::uint32_t here = text_.tokens[pronoun].sentence;
    for (std::uint32_t sentence = here + 1; sentence-- > 0 && here - sentence < reach;) {
      const auto& spoken = cues(sentence);
      for (std::size_t i = spoken.size(); i-- > 0;) {
        const Cue& cue = spoken[i];
        if (cue.stance) continue;
        const bool itself = lexicon_.classes(text_, cue.source_first).has(WordClass::pronoun);
        if (cue.source_last > pronoun || itself) continue;
        const Span where = text_.span(cue.source_first, cue.source_last);
        const ResolvedSource resolved =
            resolve_source(text_.written(where), where, text_, lexicon_, mentions_, aliases_);
        if (person && !agree(gender, gender_of(where, resolved))) continue;
        if (plural || (person ? resolved.type == "person" || resolved.type == "nominal" : resolved.type != "person"))
          return resolved;
      }
      if (const Mention* mention =
              last_named(text_.sentences[sentence], text_.tokens[pronoun].span.begin, person, gender))
        return resolve_source(text_.written(mention->span), mention->span, text_, lexicon_, mentions_, aliases_);
    }
    return {};
  }

  /// As the words of the phrase tell, "spokeswoman", else the person's name.
  Gender gender_of(Span where, const ResolvedSource& source) const {
    const std::string words = words_key(text_.written(where));
    const bool owned = lexicon_.classes(first_word(words)).has(WordClass::possessive);  // "his mother"
    const Gender gender = lexicon_.persons.of_words(std::string_view(words).substr(owned ? words.find(' ') + 1 : 0));
    return gender == Gender::unknown && source.type == "person" ? lexicon_.persons.of_name(source.name) : gender;
  }

  const Mention* last_named(const Sentence& sentence, std::uint32_t before, bool person, Gender gender) const {
    const Mention* last = nullptr;
    auto at = std::lower_bound(mentions_.begin(), mentions_.end(), sentence.span.begin,
                               [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
    const std::uint32_t end = std::min(before, sentence.span.end);
    for (; at != mentions_.end() && at->span.end <= end; ++at)
      if (at->type == (person ? EntityType::person : EntityType::organization) &&
          (!person || agree(gender, averment::gender_of(*at, text_, lexicon_))))
        last = &*at;
    return last;
  }

  std::string one_line(std::uint32_t first, std::uint32_t last) const {
    return in_one_line(text_.written(text_.span(first, last)));
  }

  const Text& text_;
  const ClaimLexicon& lexicon_;
  const std::vector<Mention>& mentions_;
  const Aliases& aliases_;
  std::unordered_map<std::uint32_t, std::vector<Cue>> cues_;
};

}  // namespace

void resolve_attributions(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                          const std::vector<Mention>& mentions, const Aliases& aliases) {
  Resolver resolver(text, lexicon, mentions, aliases);
  for (FoundClaim& found : claims) resolver.resolve(found);
}

std::optional<Span> credited_with(Span place, const Text& text, const ClaimLexicon& lexicon,
                                  const std::vector<Mention>& mentions, const Aliases& aliases) {
  Resolver resolver(text, lexicon, mentions, aliases);
  const auto token_at = [&](std::uint32_t offset) {
    const auto token = std::lower_bound(text.tokens.begin(), text.tokens.end(), offset,
                                        [](const Token& one, std::uint32_t at) { return one.span.begin < at; });
    return static_cast<std::uint32_t>(token - text.tokens.begin());
  };
  const Content content{token_at(place.begin), token_at(place.end)};
  if (content.empty()) return {};
  std::map<Span, std::uint32_t> words;
  for (std::uint32_t token = content.first; token < content.last; ++token) {
    if (text.tokens[token].shape == Token::Shape::punctuation) continue;
    const Span credited = resolver.credited_at(token, content);
    if (credited.size() > 0) ++words[credited];
  }
  if (words.empty()) {
    const Span speaker = resolver.likely_speaker_of(content);
    return speaker.size() > 0 ? std::optional(speaker) : std::nullopt;
  }
  return std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace averment
