// A user's lexicons, which may hold anything → an error with file and line, or claims read by them.
#include <array>

#include "language/attribution_resolver.hpp"
#include "language/claim_details.hpp"
#include "language/claim_extractor.hpp"
#include "language/counted_resolver.hpp"
#include "language/names.hpp"
#include "language/tokenizer.hpp"
#include "own_files.hpp"

namespace averment {
namespace {

constexpr auto names =
    std::to_array<std::string_view>({"abbreviations", "cues", "dates", "endings", "genders", "grammar", "kinds",
                                     "numbers", "people", "qualifiers", "references", "things", "triggers", "words"});

void read_claims(const KnowledgeFiles& files, std::string_view written) {
  static const KnowledgeFiles built_in;
  static const Aliases aliases(built_in);
  const ClaimLexicon lexicon(files, "xx");
  const Tokenizer tokenizer(files);
  const std::string source = as_text(written);
  const Text text = tokenizer.tokenize(source);
  std::vector<FoundClaim> claims = extract_claims(text, lexicon);
  resolve_attributions(claims, text, lexicon, {}, aliases);
  add_details(claims, text, lexicon, {}, "2025-02-19");
  resolve_counted(claims, text, lexicon, {}, aliases);
  for (const FoundClaim& found : claims) {
    require_span(source, found.claim.figure);
    require(!found.claim.low || !found.claim.high || *found.claim.low <= *found.claim.high, "low is not above high");
  }
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  OwnFiles own = own_files(bytes_of(data, size), "lexicons/xx/", names);
  // Without the long lists, which would take nearly all of the time.
  for (const char* list : {"gazetteer/first_names.tsv", "gazetteer/titles.tsv"})
    own.files.push_back({list, "#replace\n"});
  accepted<InputError>([&] { read_claims(KnowledgeFiles(std::move(own.files)), own.text); });
  return 0;
}
