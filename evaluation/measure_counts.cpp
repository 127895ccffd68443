// Numbers of people that other projects' readers took from reports: which of them are found again.
#include <algorithm>
#include <map>
#include <set>

#include "evaluation/measure.hpp"
#include "language/claim_extractor.hpp"
#include "language/number_reader.hpp"
#include "language/one_line.hpp"

namespace averment::evaluation {
namespace {

using Bound = std::optional<std::uint64_t>;

/// What a set's category is called here.
struct GoldCategory {
  std::string_view name;
  std::vector<Category> found_as;
};

const std::vector<GoldCategory>& gold_categories() {
  static const std::vector<GoldCategory> all{
      {"killed", {Category::killed}},       {"wounded", {Category::wounded}},
      {"missing", {Category::missing}},     {"captured", {Category::captured, Category::abducted, Category::detained}},
      {"displaced", {Category::displaced}}, {"evacuated", {Category::displaced}},
  };
  return all;
}

/// One number to be found; a number of several readings is found in any of them.
struct GoldNumber {
  std::set<std::uint64_t> readings;
};

struct Recall {
  std::size_t found = 0, gold = 0;
  std::size_t found_above_one = 0, gold_above_one = 0;  ///< Of the numbers above one: no name stands for them.
};

Bound bound(const Json& json) { return json.is_number() ? Bound(json.get<std::uint64_t>()) : Bound(); }

void add_readings(GoldNumber& number, const Json& low, const Json& high) {
  for (const Bound& one : {bound(low), bound(high)})
    if (one) number.readings.insert(*one);
}

/// MUC-4: the entries of all templates, but optional ones and plurals without a number.
std::vector<GoldNumber> template_numbers(const Json& entries) {
  std::vector<GoldNumber> numbers;
  for (const Json& entry : entries) {
    if (entry.value("optional", false) || entry.value("qual", "") == "plural") continue;
    GoldNumber number;
    add_readings(number, entry.at("n_lo"), entry.at("n_hi"));
    for (const Json& other : entry.at("alt")) add_readings(number, other.at(0), other.at(1));
    numbers.push_back(std::move(number));
  }
  return numbers;
}

/// The other sets: one number a category, if the text says it.
std::vector<GoldNumber> stated_numbers(const Json& report, const std::string& category) {
  const Json& gold = report.at("gold");
  const auto says = report.at("says").find(category);
  if (says == report.at("says").end() || *says != true || !gold.contains(category)) return {};
  GoldNumber number;
  add_readings(number, gold.at(category).at("lo"), gold.at(category).at("hi"));
  return {std::move(number)};
}

std::vector<GoldNumber> gold_numbers(const Json& report, const std::string& category) {
  const Json& gold = report.at("gold");
  if (report.contains("says")) return stated_numbers(report, category);
  return gold.contains(category) ? template_numbers(gold.at(category)) : std::vector<GoldNumber>();
}

bool holds(const GoldNumber& number, const Bound& low, const Bound& high) {
  return (low && number.readings.contains(*low)) || (high && number.readings.contains(*high));
}

bool is_found(const GoldNumber& number, const GoldCategory& category, const std::vector<FoundClaim>& claims) {
  return std::any_of(claims.begin(), claims.end(), [&](const FoundClaim& found) {
    return std::find(category.found_as.begin(), category.found_as.end(), found.claim.category) !=
               category.found_as.end() &&
           holds(number, found.claim.low, found.claim.high);
  });
}

bool triggers(const SentenceWords& words, const GoldCategory& category) {
  for (std::uint32_t i = words.first(); i < words.last(); ++i) {
    const auto match = words.lexicon.triggers.match(words.text, i, words.last());
    if (match && std::any_of(match.meanings->begin(), match.meanings->end(), [&](const Trigger& trigger) {
          return std::find(category.found_as.begin(), category.found_as.end(), trigger.category) !=
                 category.found_as.end();
        }))
      return true;
  }
  return false;
}

bool states(const SentenceWords& words, const GoldNumber& number) {
  const std::vector<Quantity> quantities = read_quantities(words);
  return std::any_of(quantities.begin(), quantities.end(),
                     [&](const Quantity& quantity) { return holds(number, quantity.low, quantity.high); });
}

std::string beginning(const Text& text) {
  constexpr std::size_t most = 8;  // sentences
  const std::size_t last = std::min(text.sentences.size(), most);
  return last == 0 ? "" : in_one_line(text.written(Span{0, text.sentences[last - 1].span.end}));
}

/// The number, the sentences that hold it and a trigger, and what was read in them; else how the text begins.
std::string describe(const std::string& id, const GoldNumber& number, const GoldCategory& category, const Text& text,
                     const ClaimLexicon& lexicon, const std::vector<FoundClaim>& claims) {
  std::string first = id + ":", lines;
  for (const std::uint64_t reading : number.readings) first += " " + std::to_string(reading);
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    const SentenceWords words(text, text.sentences[i], lexicon);
    if (!triggers(words, category) || !states(words, number)) continue;
    lines += "    " + in_one_line(text.written(text.sentences[i].span)) + "\n";
    for (const FoundClaim& found : claims)
      if (found.sentence == i)
        lines += "      " + std::string(name_of(found.claim.category)) + " " +
                 std::string(text.written(found.claim.figure)) + "\n";
  }
  return first + "\n" + (lines.empty() ? "    begins: " + beginning(text) + "\n" : lines);
}

class CountSet {
 public:
  CountSet(const Measuring& measuring, std::string name) : measuring_(measuring), name_(std::move(name)) {}

  void add(const Json& report, const std::string& source) {
    const Text text = measuring_.reader.tokenizer.tokenize(source);
    const std::vector<FoundClaim> claims = extract_claims(text, measuring_.reader.lexicon);
    for (const GoldCategory& category : gold_categories())
      for (const GoldNumber& number : gold_numbers(report, std::string(category.name))) {
        const bool found = is_found(number, category, claims);
        count(std::string(category.name), number, found);
        if (!found)
          measuring_.misses.add(name_ + "/" + std::string(category.name), [&] {
            return describe(report.at("id"), number, category, text, measuring_.reader.lexicon, claims);
          });
      }
  }

  void print(Table& table) const {
    for (const auto& [category, recall] : recalls_)
      table.row({name_, category, std::to_string(recall.gold), rate(recall.found, recall.gold),
                 std::to_string(recall.gold_above_one), rate(recall.found_above_one, recall.gold_above_one)});
  }

 private:
  void count(const std::string& category, const GoldNumber& number, bool found) {
    Recall& recall = recalls_[category];
    ++recall.gold;
    recall.found += found;
    if (number.readings.empty() || *number.readings.rbegin() < 2) return;
    ++recall.gold_above_one;
    recall.found_above_one += found;
  }

  const Measuring& measuring_;
  std::string name_;
  std::map<std::string, Recall> recalls_;
};

}  // namespace

void measure_counts(const Measuring& measuring) {
  Table table(measuring.out, {"set", "category", "numbers", "recall", "above one", "recall"}, 2);
  for (const char* name : {"muc4", "awsd", "isaf", "idetect", "gunviolence", "wikimpacts"}) {
    const auto path = measuring.data / "counts" / name / "claims.jsonl";
    if (!is_there(measuring, path)) continue;
    CountSet as_it_is(measuring, name), mixed_case(measuring, std::string(name) + " in mixed case");
    each_json_line(path, [&](const Json& report) {
      as_it_is.add(report, report.at("text"));
      if (report.contains("text_tc")) mixed_case.add(report, report.at("text_tc"));
    });
    as_it_is.print(table);
    mixed_case.print(table);
  }
}

}  // namespace averment::evaluation
