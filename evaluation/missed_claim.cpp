// Why a claim was not found: what its sentence lacks for the lexicons.
#include "evaluation/missed_claim.hpp"

#include <algorithm>

#include "evaluation/figure_place.hpp"
#include "language/counted_people.hpp"
#include "language/knowledge_files.hpp"
#include "language/number_reader.hpp"
#include "language/report_analyzer.hpp"
#include "language/tokenizer.hpp"

namespace averment {
namespace {

bool is_one_of(Category category, const GoldClaim& gold) {
  return gold.category == category ||
         std::find(gold.accept_category.begin(), gold.accept_category.end(), category) != gold.accept_category.end();
}

/// Armed people who are somewhere are deployed without another word.
bool triggers(const SentenceWords& words, std::uint32_t at, const GoldClaim& gold) {
  if (is_one_of(Category::deployed, gold) && words.at(at).has(WordClass::armed)) return true;
  const auto match = words.lexicon.triggers.match(words.text, at, words.last());
  return match && std::any_of(match.meanings->begin(), match.meanings->end(),
                              [&](const Trigger& trigger) { return is_one_of(trigger.category, gold); });
}

bool holds_trigger(const Text& text, const ClaimLexicon& lexicon, const GoldClaim& gold) {
  return std::any_of(text.sentences.begin(), text.sentences.end(), [&](const Sentence& sentence) {
    const SentenceWords words(text, sentence, lexicon);
    for (std::uint32_t at = words.first(); at < words.last(); ++at)
      if (triggers(words, at, gold)) return true;
    return false;
  });
}

}  // namespace

struct MissedClaims::State {
  explicit State(const std::filesystem::path& folder) : files(folder), tokenizer(files) {
    for (const std::string& language : lexicon_languages(files)) lexicons.try_emplace(language, files, language);
  }

  KnowledgeFiles files;
  Tokenizer tokenizer;
  std::unordered_map<std::string, ClaimLexicon> lexicons;

  /// Of what is read at the figure's place.
  static std::string reason_at(Span figure, const Text& text, const ClaimLexicon& lexicon) {
    for (const Sentence& sentence : text.sentences) {
      const SentenceWords words(text, sentence, lexicon);
      for (const Quantity& quantity : read_quantities(words)) {
        if (!text.span(quantity.first, quantity.last).overlaps(figure)) continue;
        return read_counted_people(words, quantity) ? "trigger and people, but no frame"
                                                    : "what is counted is not known as people";
      }
    }
    return "no quantity read";
  }
};

MissedClaims::MissedClaims(const std::filesystem::path& lexicons) : state_(std::make_unique<State>(lexicons)) {}
MissedClaims::~MissedClaims() = default;

std::string MissedClaims::reason(const GoldClaim& gold) const {
  const std::string language = gold.lang.empty() ? "en" : gold.lang;
  const auto lexicon = state_->lexicons.find(language);
  if (lexicon == state_->lexicons.end()) return "no lexicon for " + language;
  const Text text = state_->tokenizer.tokenize(gold.sentence);
  if (!holds_trigger(text, lexicon->second, gold)) return "no trigger in the sentence";
  const auto begin = static_cast<std::uint32_t>(figure_place(gold.sentence, gold.figure, gold.nth).value_or(0));
  return state_->reason_at({begin, begin + static_cast<std::uint32_t>(gold.figure.size())}, text, lexicon->second);
}

}  // namespace averment
