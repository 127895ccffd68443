// Sentences → quantities, with the number words of a language; and single numbers in digits.
#include <cmath>

#include "language/claim_lexicon.hpp"
#include "language/knowledge_files.hpp"
#include "language/number_reader.hpp"
#include "language/tokenizer.hpp"
#include "property.hpp"

namespace averment {
namespace {

void check(const Quantity& quantity, const Sentence& sentence) {
  require(sentence.first <= quantity.begin && quantity.begin <= quantity.first, "quantities begin in their sentence");
  require(quantity.first < quantity.last && quantity.last <= quantity.end, "a quantity has a figure");
  require(quantity.end <= sentence.last, "quantities end in their sentence");
  require(quantity.qualifier_first <= quantity.qualifier_last, "qualifiers begin before they end");
  require(!quantity.low || !quantity.high || *quantity.low <= *quantity.high, "low is not above high");
  const double* share = quantity.share ? std::get_if<double>(&*quantity.share) : nullptr;
  require(!share || (*share >= 0 && *share <= 1), "shares are from 0 to 1");
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  static const KnowledgeFiles files;
  static const Tokenizer tokenizer(files);
  static const ClaimLexicon lexicons[] = {{files, "en"}, {files, "es"}};
  std::string_view bytes = bytes_of(data, size);
  const ClaimLexicon& lexicon = lexicons[take_choice(bytes, 2)];
  const std::string source = as_text(bytes);
  if (const auto number = read_digits(source, lexicon.grammar))
    require(std::isfinite(*number) && *number >= 0, "digits are a number");
  const Text text = tokenizer.tokenize(source);
  for (const Sentence& sentence : text.sentences) {
    std::uint32_t last = sentence.first;
    for (const Quantity& quantity : read_quantities(SentenceWords(text, sentence, lexicon))) {
      check(quantity, sentence);
      require(quantity.first >= last, "quantities are in order");
      last = quantity.first;
    }
  }
  return 0;
}
