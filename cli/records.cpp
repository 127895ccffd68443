// Records as JSON: the keys and their order are the contract of docs/records.md.
#include "cli/records.hpp"

#include "cli/code_points.hpp"

namespace averment::cli {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json number_or_null(const std::optional<std::uint64_t>& number) { return number ? Json(*number) : Json(nullptr); }

Json share_json(const std::optional<Share>& share) {
  if (!share) return nullptr;
  if (const double* number = std::get_if<double>(&*share)) return *number;
  return name_of(std::get<ShareWord>(*share));
}

Json derived_json(const std::optional<Derived>& derived) {
  if (!derived) return nullptr;
  return {{"low", number_or_null(derived->low)}, {"high", number_or_null(derived->high)}, {"rule", derived->rule}};
}

Json counted_json(const Counted& counted) {
  return {{"kind", text_or_null(counted.kind)},
          {"part", text_or_null(counted.part)},
          {"side", text_or_null(counted.side)},
          {"place", text_or_null(counted.place)},
          {"country", text_or_null(counted.country)}};
}

void add_source(Json& json, const std::optional<Attribution>& source) {
  const Attribution absent;
  const Attribution& stated = source ? *source : absent;
  json["source"] = text_or_null(stated.source);
  json["source_name"] = text_or_null(stated.name);
  json["source_type"] = text_or_null(stated.type);
  json["source_party"] = text_or_null(stated.party);
  json["cue"] = text_or_null(stated.cue);
  json["attribution"] = !source ? "none" : source->direct ? "direct" : "indirect";
  json["via"] = stated.via;
}

void add_figure(Json& json, const ClaimRecord& record) {
  const Claim& claim = record.claim;
  json["category"] = name_of(claim.category);
  json["figure"] = record.figure;
  json["start"] = record.start;
  json["end"] = record.end;
  json["low"] = number_or_null(claim.low);
  json["high"] = number_or_null(claim.high);
  json["qualifier"] = name_of(claim.qualifier);
  json["qualifier_text"] = text_or_null(claim.qualifier_text);
  json["share"] = share_json(claim.share);
  json["share_of"] = text_or_null(record.share_of);
  json["derived"] = derived_json(claim.derived);
  json["group"] = text_or_null(claim.group);
  json["group_name"] = text_or_null(claim.group_name);
  json["group_party"] = text_or_null(claim.group_party);
}

Json tag_json(const EntityTag& tag, const Report& report, CodePoints& positions) {
  Json json;
  json["start"] = positions.at(tag.span.begin);
  json["end"] = positions.at(tag.span.end);
  json["type"] = name_of(tag.type);
  json["text"] = report.text.substr(tag.span.begin, tag.span.size());
  json["id"] = text_or_null(tag.name);
  return json;
}

Json mention_json(const Mention& mention, const Report& report, CodePoints& positions) {
  Json json;
  json["start"] = positions.at(mention.span.begin);
  json["end"] = positions.at(mention.span.end);
  json["text"] = report.text.substr(mention.span.begin, mention.span.size());
  json["type"] = name_of(mention.type);
  json["name"] = mention.name;
  return json;
}

/// What matched in the snippet, as [start, end] in code points.
Json highlights(const Snippet& snippet) {
  Json list = Json::array();
  CodePoints points(snippet.text);
  for (const Span span : snippet.highlights) {
    const std::uint32_t start = points.at(span.begin);
    list.push_back({start, points.at(span.end)});
  }
  return list;
}

Json rates_json(const Rates& rates) {
  return {{"precision", rates.precision}, {"recall", rates.recall}, {"f1", rates.f1}, {"hits", rates.hits}};
}

Json bound_json(const std::optional<double>& bound) {
  if (!bound) return nullptr;
  const auto people = static_cast<std::uint64_t>(*bound);
  return static_cast<double>(people) == *bound ? Json(people) : Json(*bound);
}

}  // namespace

Json to_json(const ClaimRecord& record) {
  Json json;
  json["schema"] = "averment/claim/1";
  json["claim_id"] = record.claim_id;
  json["report"] = record.report;
  json["report_sha256"] = record.report_sha256;
  json["outlet"] = text_or_null(record.outlet);
  json["url"] = text_or_null(record.url);
  json["title"] = text_or_null(record.title);
  json["published"] = text_or_null(record.published);
  json["lang"] = text_or_null(record.lang);
  add_figure(json, record);
  add_source(json, record.claim.source);
  json["modality"] = name_of(record.claim.modality);
  json["event_date"] = text_or_null(record.claim.event_date);
  json["place"] = text_or_null(record.claim.place);
  json["sentence"] = record.sentence;
  json["sentence_start"] = record.sentence_start;
  json["rule"] = text_or_null(record.claim.rule);
  json["confidence"] = record.claim.confidence;
  json["counted"] = counted_json(record.claim.counted);
  json["stake"] = name_of(record.claim.stake);
  if (!record.matched_as.empty()) json["matched_as"] = record.matched_as;
  return json;
}

Json to_json(const TimelineClaim& claim, std::string_view lane) {
  Json json = to_json(claim.record);
  json["schema"] = "averment/timeline_claim/1";
  json["lane"] = lane;
  json["date"] = text_or_null(claim.date);
  json["date_from"] = claim.date_from ? Json(name_of(*claim.date_from)) : Json(nullptr);
  return json;
}

Json to_json(const Alert& alert) {
  Json json{{"schema", "averment/alert/1"}, {"saved", alert.saved}};
  const Json claim = to_json(alert.claim);
  for (const auto& [key, value] : claim.items())
    if (key != "schema") json[key] = value;
  return json;
}

Json to_json(const SavedQuery& query) {
  constexpr std::string_view matches[] = {"stated", "certain", "possible"};
  return {{"schema", "averment/saved_query/1"},
          {"name", query.name},
          {"query", query.query},
          {"modality", query.filter.modality ? name_of(*query.filter.modality) : "all"},
          {"match", matches[static_cast<std::size_t>(query.filter.match)]},
          {"derived", query.filter.derived}};
}

Json to_json(const ReportHit& hit) {
  Json json;
  json["schema"] = "averment/hit/1";
  json["report"] = hit.report;
  json["outlet"] = text_or_null(hit.outlet);
  json["title"] = text_or_null(hit.title);
  json["published"] = text_or_null(hit.published);
  json["score"] = hit.score;
  json["snippet"] = hit.snippet.text;
  json["claims"] = hit.claims;
  json["highlights"] = highlights(hit.snippet);
  return json;
}

Json to_json(const CopyRecord& copy) {
  Json json;
  json["schema"] = "averment/copy/1";
  json["report"] = copy.report;
  json["outlet"] = text_or_null(copy.outlet);
  json["title"] = text_or_null(copy.title);
  json["published"] = text_or_null(copy.published);
  json["shared"] = copy.shared;
  return json;
}

Json to_json(const ClaimChange& change) {
  using Kind = ClaimChange::Kind;
  const auto or_null = [](const std::optional<ClaimRecord>& claim) { return claim ? to_json(*claim) : Json(nullptr); };
  Json json;
  json["schema"] = "averment/change/1";
  json["change"] = change.kind == Kind::added ? "added" : change.kind == Kind::removed ? "removed" : "altered";
  json["report"] = change.report;
  json["revision"] = change.revision.number;
  json["committed"] = text_or_null(change.revision.time);
  json["before"] = or_null(change.before);
  json["after"] = or_null(change.after);
  return json;
}

Json to_json(const MentionRecord& mention) {
  Json json;
  json["schema"] = "averment/mention/1";
  json["report"] = mention.report;
  json["start"] = mention.start;
  json["end"] = mention.end;
  json["text"] = mention.text;
  json["type"] = name_of(mention.type);
  json["name"] = mention.name;
  return json;
}

Json to_json(const EntityRecord& entity) {
  Json json;
  json["schema"] = "averment/entity/1";
  json["name"] = entity.name;
  json["type"] = name_of(entity.type);
  json["variants"] = entity.variants;
  json["reports"] = entity.reports;
  json["mentions"] = entity.mentions;
  return json;
}

Json to_json(const MergeProposal& proposal) {
  Json json;
  json["schema"] = "averment/merge/1";
  json["score"] = proposal.score;
  json["type"] = name_of(proposal.type);
  json["name"] = proposal.name;
  json["alias"] = proposal.alias;
  json["party"] = text_or_null(proposal.party);
  json["report"] = text_or_null(proposal.report);
  json["evidence"] = Json::array();
  for (const MergeEvidence evidence : proposal.evidence) json["evidence"].push_back(name_of(evidence));
  json["name_reports"] = proposal.name_reports;
  json["alias_reports"] = proposal.alias_reports;
  json["shared_reports"] = proposal.shared_reports;
  json["shared_names"] = proposal.shared_names;
  return json;
}

Json to_json(const CrossCount& count) {
  return {{"schema", "averment/cross/1"}, {"row", count.row}, {"column", count.column}, {"count", count.count}};
}

Json to_json(const Status& status) {
  Json json;
  json["schema"] = "averment/status/1";
  json["directory"] = status.directory;
  json["schema_version"] = status.schema_version;
  json["analysis_version"] = status.analysis_version;
  json["revision"] = status.revision;
  json["committed"] = text_or_null(status.committed);
  json["reports"] = status.reports;
  json["claims"] = status.claims;
  json["first_date"] = text_or_null(status.first_date);
  json["last_date"] = text_or_null(status.last_date);
  json["languages"] = Json::object();
  for (const auto& [language, reports] : status.languages) json["languages"][language] = reports;
  json["languages_without_claims"] = status.languages_without_claims;
  json["bytes_on_disk"] = status.bytes_on_disk;
  return json;
}

Json to_json(const Damage& damage) {
  return {{"schema", "averment/damage/1"}, {"report", text_or_null(damage.report)}, {"what", damage.what}};
}

Json to_json(const IngestSummary& summary) {
  return {{"schema", "averment/ingest/1"},
          {"indexed", summary.indexed},
          {"updated", summary.updated},
          {"unchanged", summary.unchanged},
          {"rejected", summary.rejected},
          {"removed", summary.removed},
          {"claims", summary.claims},
          {"bytes", summary.bytes},
          {"seconds", summary.seconds},
          {"interrupted", summary.interrupted},
          {"revision", summary.revision == 0 ? Json(nullptr) : Json(summary.revision)}};
}

Json to_json(const ClaimScores& scores) {
  Json json{{"schema", "averment/scores/1"}, {"gold", scores.gold}, {"found", scores.found}};
  json["detected"] = rates_json(scores.detected);
  json["valued"] = rates_json(scores.valued);
  json["attributed"] = rates_json(scores.attributed);
  json["source_given_detected"] = scores.source_given_detected;
  json["qualifier_given_detected"] = scores.qualifier_given_detected;
  json["modality_given_detected"] = scores.modality_given_detected;
  json["by_category"] = Json::object();
  for (const CategoryRates& row : scores.by_category) {
    Json& one = json["by_category"][std::string(name_of(row.category))] = rates_json(row.detected);
    one["gold"] = row.gold;
  }
  return json;
}

Json compared_json(const GoldClaim& gold) {
  return {{"figure", text_or_null(gold.figure)},
          {"category", name_of(gold.category)},
          {"low", bound_json(gold.bounds.first)},
          {"high", bound_json(gold.bounds.second)},
          {"share", share_json(gold.share)},
          {"qualifier", gold.qualifier ? Json(name_of(*gold.qualifier)) : Json(nullptr)},
          {"group", text_or_null(gold.group)},
          {"source", text_or_null(gold.source)},
          {"source_name", text_or_null(gold.source_name)},
          {"modality", name_of(gold.modality)}};
}

Json compared_json(const ClaimRecord& found) {
  const Claim& claim = found.claim;
  return {{"figure", text_or_null(found.figure)},
          {"category", name_of(claim.category)},
          {"low", number_or_null(claim.low)},
          {"high", number_or_null(claim.high)},
          {"share", share_json(claim.share)},
          {"qualifier", name_of(claim.qualifier)},
          {"group", text_or_null(claim.group)},
          {"source", text_or_null(claim.source ? claim.source->source : "")},
          {"source_name", text_or_null(claim.source ? claim.source->name : "")},
          {"modality", name_of(claim.modality)},
          {"rule", text_or_null(claim.rule)}};
}

Json facet_json(std::string_view field, const FacetValue& value) {
  return {{"schema", "averment/facet/1"}, {"field", field}, {"value", value.value}, {"count", value.count}};
}

Json group_json(const FacetValue& value) {
  return {{"schema", "averment/group/1"}, {"value", value.value}, {"count", value.count}};
}

Json to_json(const StoredReport& stored) {
  const Report& report = stored.report;
  CodePoints positions(report.text);
  Json json;
  json["schema"] = "averment/report/1";
  json["id"] = report.id;
  json["outlet"] = text_or_null(report.outlet);
  json["url"] = text_or_null(report.url);
  json["published"] = text_or_null(report.published);
  json["title"] = text_or_null(report.title);
  json["lang"] = text_or_null(report.lang);
  json["text"] = report.text;
  json["entities"] = Json::array();
  for (const EntityTag& tag : report.entities) json["entities"].push_back(tag_json(tag, report, positions));
  json["tags"] = report.tags;
  json["sha256"] = stored.sha256;
  return json;
}

Json with_findings(const StoredReport& stored, const std::vector<CopyRecord>& copies) {
  CodePoints positions(stored.report.text);
  Json json = to_json(stored);
  json["path"] = text_or_null(stored.report.origin.path);
  json["line"] = stored.report.origin.line == 0 ? Json(nullptr) : Json(stored.report.origin.line);
  json["mentions"] = Json::array();
  for (const Mention& mention : stored.mentions)
    json["mentions"].push_back(mention_json(mention, stored.report, positions));
  json["claims"] = Json::array();
  for (const ClaimRecord& claim : stored.claims) json["claims"].push_back(to_json(claim));
  json["copies"] = Json::array();
  for (const CopyRecord& copy : copies) json["copies"].push_back(to_json(copy));
  return json;
}

std::string to_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace averment::cli
