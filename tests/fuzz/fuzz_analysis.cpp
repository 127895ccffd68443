// A report → names, claims and sources, and on as bytes of an index and back.
#include "averment/indexer.hpp"
#include "indexer/document_builder.hpp"
#include "language/report_analyzer.hpp"
#include "property.hpp"
#include "store/report_values.hpp"
#include "store/spelling.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

void check_mentions(const AnalyzedReport& analyzed) {
  std::uint32_t end = 0;
  for (const Mention& mention : analyzed.mentions) {
    require_span(analyzed.report.text, mention.span);
    require(mention.span.begin >= end, "mentions ascend and do not overlap");
    require(!mention.name.empty() && !invalid_utf8(mention.name), "mentions have a name");
    end = mention.span.end;
  }
}

void check_counts(const Claim& claim) {
  require(!claim.low || !claim.high || *claim.low <= *claim.high, "low is not above high");
  require(claim.confidence >= 0 && claim.confidence <= 1, "confidence is from 0 to 1");
  const double* share = claim.share ? std::get_if<double>(&*claim.share) : nullptr;
  require(!share || (*share >= 0 && *share <= 1), "shares are from 0 to 1");
  if (!claim.derived) return;
  require(!claim.derived->low || !claim.derived->high || *claim.derived->low <= *claim.derived->high,
          "derived counts are in order");
}

void check_claims(const AnalyzedReport& analyzed) {
  Span last;
  for (const Claim& claim : analyzed.claims) {
    require_span(analyzed.report.text, claim.figure);
    require_span(analyzed.report.text, claim.sentence);
    require(claim.sentence.contains(claim.figure), "figures stand in their sentence");
    require(claim.figure >= last, "claims ascend");
    require(!claim.share_of || *claim.share_of < analyzed.claims.size(), "a share is of a claim that is there");
    require(!claim.rule.empty(), "claims name their rule");
    require(!claim.source || !claim.source->called().empty(), "sources are called something");
    check_counts(claim);
    last = claim.figure;
  }
}

void check_bytes(AnalyzedReport analyzed) {
  const RecordedReport record{analyzed.report, {}, analyzed.mentions, analyzed.claims};
  StoredParts stored;
  for (const SearchToken& token : analyzed.title_tokens) stored.words.push_back(token.word);
  if (!analyzed.title_tokens.empty()) stored.words.emplace_back();
  for (const SearchToken& token : analyzed.tokens) stored.words.push_back(token.word);
  stored.data = serialize(record, {spelling_of(record.report.title, analyzed.title_tokens),
                                   spelling_of(record.report.text, analyzed.tokens)});
  stored.origin = pack(record.report.origin);
  RecordedReport read = deserialize(stored);
  read.sha256.clear();
  require(read == record, "what is stored comes back");
  const std::vector<PackedClaim> packed = packed_claims(record.claims);
  require(unpack_claims(pack(packed, 20250101)) == packed, "packed claims come back");
  const ClaimLines lines = lines_of(record.report, record.claims);
  require(unpack_lines(pack(lines)) == (record.claims.empty() ? ClaimLines() : lines), "packed lines come back");
  accepted<InputError>([&] { build_document(std::move(analyzed), "content"); });
}

}  // namespace
}  // namespace averment

namespace averment {
namespace {

/// Tags that came with the report, wherever they stand; they may overlap.
std::vector<EntityTag> made_tags(const std::string& text, unsigned count, unsigned length) {
  std::vector<EntityTag> tags;
  for (unsigned number = 0; number < count; ++number) {
    EntityTag tag;
    tag.span.begin = static_cast<std::uint32_t>(character_start(text, text.size() * number / count));
    tag.span.end = static_cast<std::uint32_t>(character_start(text, tag.span.begin + length * (number + 1)));
    tag.type = static_cast<EntityType>((length + number) % 7);
    if (number % 2) tag.name = "Anna Field";
    if (tag.span.begin < tag.span.end) tags.push_back(tag);
  }
  return tags;
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  static ReportAnalyzer analyzer(load_knowledge());
  constexpr std::string_view languages[] = {"en", "es", ""};
  std::string_view bytes = bytes_of(data, size);
  Report report;
  report.id = "id";
  const unsigned choice = take_choice(bytes, 256);
  report.lang = languages[choice % 3];
  report.published = "2025-02-19";
  report.outlet = "Daily Post";
  report.text = as_text(bytes);
  report.title = report.text.substr(0, report.text.find('\n'));
  report.entities = made_tags(report.text, choice / 3 % 5, choice / 15);
  const std::string text = report.text;
  AnalyzedReport analyzed = analyzer.analyze(std::move(report));
  require(analyzed.report.text == text, "the text stays as it is");
  check_mentions(analyzed);
  check_claims(analyzed);
  check_bytes(std::move(analyzed));
  return 0;
}
