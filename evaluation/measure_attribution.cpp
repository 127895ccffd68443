// PolNeAR's attributions: given what is said, is it credited to whom its annotators credit?
#include <algorithm>

#include "evaluation/measure.hpp"
#include "language/attribution_resolver.hpp"
#include "language/claim_extractor.hpp"
#include "language/one_line.hpp"
#include "store/code_points.hpp"

namespace averment::evaluation {
namespace {

/// Spans of the text as the set gives them, in bytes.
std::vector<Span> spans_of(const Json& list, CodePoints& places) {
  std::vector<Span> spans;
  for (const Json& one : list) {
    const auto begin = places.byte_of(one.at("begin")), end = places.byte_of(one.at("end"));
    if (begin && end && *begin < *end) spans.push_back({*begin, *end});
  }
  return spans;
}

Span longest(const std::vector<Span>& spans) {
  return *std::max_element(spans.begin(), spans.end(), [](Span a, Span b) { return a.size() < b.size(); });
}

/// The word that a noun phrase is about: "[spokesman] for the army", "the NIS's [director], who ...".
Span head_word(Span phrase, const Text& text, const ClaimLexicon& lexicon) {
  Span head;
  for (const Token& token : text.tokens) {
    if (!phrase.contains(token.span)) continue;
    const WordClasses classes = lexicon.classes(text.folded(token));
    const bool ends = classes.any(WordClass::preposition, WordClass::relative, WordClass::conjunction) ||
                      (token.shape == Token::Shape::punctuation && text.folded(token) != "-");
    if (ends && head.size() > 0) break;
    if (!ends && !classes.has(WordClass::determiner) && !text.folded(token).ends_with("’s") &&
        !text.folded(token).ends_with("'s"))
      head = token.span;
  }
  return head.size() > 0 ? head : phrase;
}

bool same_party(Span found, const std::vector<Span>& gold, const Text& text, const ClaimLexicon& lexicon) {
  const Span head = head_word(found, text, lexicon);
  return std::any_of(gold.begin(), gold.end(),
                     [&](Span one) { return one.contains(head) || found.contains(head_word(one, text, lexicon)); });
}

struct Counts {
  std::size_t gold = 0, found = 0, nobody = 0;  ///< Of the contents that have a source.
  std::size_t without = 0, kept_apart = 0;      ///< Of those that have none: credited to nobody.
};

class AttributionSet {
 public:
  AttributionSet(const Measuring& measuring, std::string name) : measuring_(measuring), name_(std::move(name)) {}

  /// `place`: what is asked about.
  void add(const Text& text, Span place, const std::vector<Span>& gold) {
    const TextReader& reader = measuring_.reader;
    const std::optional<Span> found = credited_with(place, text, reader.lexicon, {}, reader.aliases);
    if (gold.empty()) {
      ++counts_.without;
      counts_.kept_apart += !found;
      return;
    }
    ++counts_.gold;
    const bool right = found && same_party(*found, gold, text, reader.lexicon);
    counts_.found += right;
    counts_.nobody += !found;
    if (!right)
      measuring_.misses.add(name_ + "/" + (found ? "other" : "nobody"), [&] {
        return "gold: " + in_one_line(text.written(gold.front())) +
               "\nfound: " + (found ? in_one_line(text.written(*found)) : "-") +
               "\nwhat is said: " + in_one_line(text.written(place)) +
               "\naround: " + in_one_line(around(text, place, gold.front())) + "\n";
      });
  }

  void print(Table& table) const {
    table.row({name_, std::to_string(counts_.gold), rate(counts_.found, counts_.gold),
               rate(counts_.nobody, counts_.gold), rate(counts_.gold - counts_.found - counts_.nobody, counts_.gold),
               std::to_string(counts_.without), rate(counts_.kept_apart, counts_.without)});
  }

 private:
  /// From the first sentence to the last one that hold the content and its source.
  static std::string around(const Text& text, Span content, Span gold) {
    const Span whole{std::min(content.begin, gold.begin), std::max(content.end, gold.end)};
    Span span = whole;
    for (const Sentence& sentence : text.sentences)
      if (sentence.span.overlaps(whole))
        span = {std::min(span.begin, sentence.span.begin), std::max(span.end, sentence.span.end)};
    return std::string(text.written(span));
  }

  const Measuring& measuring_;
  std::string name_;
  Counts counts_;
};

/// Asks about each content, and about each figure of people in one.
void add(const Json& report, const Measuring& measuring, AttributionSet& contents, AttributionSet& figures) {
  const std::string source = report.at("text");
  const Text text = measuring.reader.tokenizer.tokenize(source);
  const std::vector<FoundClaim> claims = extract_claims(text, measuring.reader.lexicon);
  CodePoints places(source);
  for (const Json& attribution : report.at("attributions")) {
    const std::vector<Span> spans = spans_of(attribution.at("content"), places);
    const std::vector<Span> gold = spans_of(attribution.at("source"), places);
    if (spans.empty()) continue;
    contents.add(text, longest(spans), gold);
    for (const FoundClaim& found : claims)
      if (longest(spans).contains(found.claim.figure)) figures.add(text, found.claim.figure, gold);
  }
}

}  // namespace

void measure_attribution(const Measuring& measuring) {
  Table table(measuring.out,
              {"set", "contents with a source", "found", "nobody", "other party", "without one", "nobody"}, 1);
  for (const std::string part : {"dev", "train"}) {
    const auto path = measuring.data / "attribution" / "polnear" / (part + ".jsonl");
    if (!is_there(measuring, path)) continue;
    AttributionSet contents(measuring, "polnear/" + part), figures(measuring, "polnear/" + part + "/figures");
    each_json_line(path, [&](const Json& report) { add(report, measuring, contents, figures); });
    contents.print(table);
    figures.print(table);
  }
}

}  // namespace averment::evaluation
