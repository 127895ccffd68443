// A recorded report → the public records of it: positions in code points, texts beside their spans.
#include "searcher/records.hpp"

#include <numeric>

#include "store/code_points.hpp"

namespace averment {
namespace {

std::string text_at(const Report& report, Span span) { return report.text.substr(span.begin, span.size()); }

ClaimRecord record_of(const RecordedReport& recorded, const Claim& claim) {
  const Report& report = recorded.report;
  ClaimRecord record;
  record.report = report.id;
  record.report_sha256 = recorded.sha256;
  record.outlet = report.outlet;
  record.url = report.url;
  record.title = report.title;
  record.published = report.published;
  record.lang = report.lang;
  record.figure = text_at(report, claim.figure);
  record.sentence = text_at(report, claim.sentence);
  record.claim = claim;
  return record;
}

}  // namespace

std::vector<ClaimRecord> claim_records(const RecordedReport& report, const std::vector<std::uint32_t>& places) {
  const std::vector<std::string> ids = claim_ids(report);
  // Figures ascend, and sentences do, but not both together.
  CodePoints figures(report.report.text), sentences(report.report.text);
  std::vector<ClaimRecord> records;
  for (const std::uint32_t place : places) {
    const Claim& claim = report.claims.at(place);
    ClaimRecord& record = records.emplace_back(record_of(report, claim));
    record.claim_id = ids[place];
    if (claim.share_of) record.share_of = ids.at(*claim.share_of);
    record.start = figures.before(claim.figure.begin);
    record.end = figures.before(claim.figure.end);
    record.sentence_start = sentences.before(claim.sentence.begin);
  }
  return records;
}

std::vector<ClaimRecord> claim_records(const RecordedReport& report) {
  std::vector<std::uint32_t> places(report.claims.size());
  std::iota(places.begin(), places.end(), 0);
  return claim_records(report, places);
}

std::vector<MentionRecord> mention_records(const RecordedReport& report) {
  CodePoints positions(report.report.text);
  std::vector<MentionRecord> records;
  for (const Mention& mention : report.mentions) {
    const std::uint32_t start = positions.before(mention.span.begin);
    const std::uint32_t end = positions.before(mention.span.end);
    records.push_back({report.report.id, start, end, text_at(report.report, mention.span), mention.type, mention.name});
  }
  return records;
}

StoredReport stored_report(const RecordedReport& report) {
  return {report.report, report.sha256, report.mentions, claim_records(report)};
}

}  // namespace averment
