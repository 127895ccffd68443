// What the tests of claim reading share: a text's claims, each in one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/attribution_resolver.hpp"
#include "language/claim_extractor.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"
#include "language/tokenizer.hpp"

namespace averment {

struct ClaimReader {
  KnowledgeFiles files;
  Tokenizer tokenizer{files};
  ClaimLexicon lexicon;
  Aliases aliases{files};

  explicit ClaimReader(std::string_view language) : lexicon(files, language) {}

  std::vector<FoundClaim> read(const Text& text) const {
    std::vector<FoundClaim> found = extract_claims(text, lexicon);
    resolve_attributions(found, text, lexicon, {}, aliases);
    return found;
  }
};

inline const ClaimReader& claim_reader(std::string_view language = "en") {
  static const ClaimReader english("en"), spanish("es");
  return language == "es" ? spanish : english;
}

inline std::string bound(const std::optional<std::uint64_t>& value) { return value ? std::to_string(*value) : "?"; }

/// "killed 300..? at_least": category, bounds, qualifier.
inline std::vector<std::string> claims_of(std::string_view source, std::string_view language = "en") {
  const Text text = claim_reader(language).tokenizer.tokenize(source);
  std::vector<std::string> lines;
  for (const FoundClaim& found : claim_reader(language).read(text)) {
    const Claim& claim = found.claim;
    std::string line(name_of(claim.category));
    line += " " + std::string(text.written(claim.figure)) + " " + bound(claim.low) + ".." + bound(claim.high);
    if (claim.qualifier != Qualifier::exact) line += " " + std::string(name_of(claim.qualifier));
    if (claim.modality != Modality::asserted) line += " " + std::string(name_of(claim.modality));
    lines.push_back(std::move(line));
  }
  return lines;
}

/// "300 < the NIS": figure, credited party as written ("-": the report itself), who passed it on.
inline std::vector<std::string> sources_of(std::string_view source, std::string_view language = "en") {
  const Text text = claim_reader(language).tokenizer.tokenize(source);
  std::vector<std::string> lines;
  for (const FoundClaim& found : claim_reader(language).read(text)) {
    const Claim& claim = found.claim;
    std::string line(text.written(claim.figure));
    line += " < " + (claim.source ? claim.source->source : "-");
    if (claim.source)
      for (const std::string& via : claim.source->via) line += " < " + via;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace averment
