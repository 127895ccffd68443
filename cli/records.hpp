// Records as JSON: the keys and their order are the contract of docs/records.md.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "averment/answer.hpp"
#include "averment/evaluation.hpp"
#include "averment/indexer.hpp"
#include "averment/saved_query.hpp"

namespace averment::cli {

using Json = nlohmann::ordered_json;

/// The first key is "schema"; what is not stated is null.
Json to_json(const ClaimRecord& record);
/// With `lane`, `date` and `date_from` behind the claim's own keys.
Json to_json(const TimelineClaim& claim, std::string_view lane);
/// `saved` in front of the claim's own keys.
Json to_json(const Alert& alert);
Json to_json(const SavedQuery& query);
Json to_json(const ReportHit& hit);
Json to_json(const MentionRecord& mention);
Json to_json(const EntityRecord& entity);
Json to_json(const MergeProposal& proposal);
Json to_json(const ClaimChange& change);
Json to_json(const CopyRecord& copy);
Json to_json(const CrossCount& count);
Json to_json(const Status& status);
Json to_json(const Damage& damage);
Json to_json(const IngestSummary& summary);
Json facet_json(std::string_view field, const FacetValue& value);
Json group_json(const FacetValue& value);

Json to_json(const ClaimScores& scores);

/// What gold and found are compared in: the same keys of both.
Json compared_json(const GoldClaim& gold);
Json compared_json(const ClaimRecord& found);

/// A report that `averment index` reads back: the entities are those that came with it.
Json to_json(const StoredReport& report);

/// The same with mentions, claims and copies: what `show` prints.
Json with_findings(const StoredReport& report, const std::vector<CopyRecord>& copies);

/// Printed as one line; bytes that are no UTF-8 become U+FFFD.
std::string to_line(const Json& json);

}  // namespace averment::cli
