// Compared claims as JSON: the keys and their order are the contract of docs/records.md.
#include "cli/comparison_records.hpp"

#include <algorithm>
#include <cmath>

namespace averment::cli {
namespace {

Json known(const std::optional<bool>& answer) { return answer ? Json(*answer) : Json(nullptr); }

Json gap_json(double gap) { return std::isfinite(gap) ? Json(std::round(gap * 1000) / 1000) : Json(nullptr); }

Json claim_or_null(const std::shared_ptr<const ClaimRecord>& record) {
  return record ? to_json(*record) : Json(nullptr);
}

Json number_or_null(const std::optional<std::uint64_t>& number) { return number ? Json(*number) : Json(nullptr); }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

void add_support(Json& json, const Support& support) {
  json["mentions"] = support.mentions;
  json["reports"] = support.reports;
  json["near_duplicate_clusters"] = support.clusters;
  json["outlets"] = support.outlets;
  json["independent_origins"] = support.origins;
  json["parties"] = support.parties;
}

/// The outermost bounds that the claims state.
Json figure_json(const FigureSupport& figure) {
  std::optional<std::uint64_t> low, high;
  Json ids = Json::array();
  for (const ClaimRecord& record : figure.claims) {
    const Claim& claim = record.claim;
    if (claim.low) low = std::min(low.value_or(*claim.low), *claim.low);
    if (claim.high) high = std::max(high.value_or(*claim.high), *claim.high);
    ids.push_back(record.claim_id);
  }
  Json json{{"low", number_or_null(low)}, {"high", number_or_null(high)}};
  add_support(json, figure.support);
  json["claims"] = ids;
  return json;
}

Json related_json(const std::vector<RelatedClaims::Related>& list) {
  Json json = Json::array();
  for (const RelatedClaims::Related& one : list)
    json.push_back({{"relation", name_of(one.comparison.relation)},
                    {"reason", name_of(one.comparison.reason)},
                    {"gap", gap_json(one.comparison.gap)},
                    {"same_party", known(one.comparison.same_party)},
                    {"same_origin", known(one.comparison.same_origin)},
                    {"claim", to_json(one.claim)}});
  return json;
}

}  // namespace

Json to_json(const ComparedPair& pair, const ComparisonOptions& options) {
  Json json;
  json["schema"] = "averment/pair/1";
  json["relation"] = name_of(pair.comparison.relation);
  json["reason"] = name_of(pair.comparison.reason);
  json["claim_a"] = to_json(*pair.a);
  json["claim_b"] = to_json(*pair.b);
  json["ratio"] = options.ratio;
  json["tolerance"] = options.tolerance;
  json["same_party"] = known(pair.comparison.same_party);
  json["same_origin"] = known(pair.comparison.same_origin);
  json["gap"] = gap_json(pair.comparison.gap);
  json["added_a"] = claim_or_null(pair.added_a);
  json["added_b"] = claim_or_null(pair.added_b);
  json["copies"] = pair.copies;
  return json;
}

Json to_json(const Corroboration& corroboration) {
  Json json;
  json["schema"] = "averment/corroboration/1";
  json["category"] = name_of(corroboration.category);
  json["kind"] = text_or_null(corroboration.counted.kind);
  json["part"] = text_or_null(corroboration.counted.part);
  json["side"] = text_or_null(corroboration.counted.side);
  json["place"] = text_or_null(corroboration.counted.place);
  json["first_date"] = text_or_null(corroboration.first_date);
  json["last_date"] = text_or_null(corroboration.last_date);
  add_support(json, corroboration.support);
  json["figures"] = Json::array();
  for (const FigureSupport& figure : corroboration.figures) json["figures"].push_back(figure_json(figure));
  return json;
}

Json to_json(const RelatedClaims& related) {
  return {{"said_too", related_json(related.said_too)},
          {"repeated", related_json(related.repeated)},
          {"differing", related_json(related.differing)}};
}

Json to_json(const ComparisonOptions& options) {
  return {{"ratio", options.ratio}, {"tolerance", options.tolerance},   {"scale", options.scale},
          {"days", options.days},   {"event_days", options.event_days}, {"derived", options.derived}};
}

}  // namespace averment::cli
