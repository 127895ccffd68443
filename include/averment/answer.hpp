// What a searcher gives back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "averment/claim.hpp"
#include "averment/field.hpp"
#include "averment/report.hpp"

namespace averment {

/// A piece of a report's text around what matched.
struct Snippet {
  std::string text;              ///< On one line.
  std::vector<Span> highlights;  ///< In bytes of text, ascending.
};

/// A ranked report.
struct ReportHit {
  std::string report;  ///< Its id.
  std::string outlet, title, published;
  double score = 0;
  Snippet snippet;
  std::uint32_t claims = 0;  ///< How many claims it makes, whatever their modality.
};

/// A claim with all that is needed to check it. Positions count code points of the report's text, half-open.
struct ClaimRecord {
  std::string claim_id;  ///< 16 hexadecimal digits, stable as long as the report's text is.
  std::string share_of;  ///< claim_id of the group that claim.share is a part of; empty: none.
  std::string report;
  std::string report_sha256;  ///< Of the text that was indexed, in UTF-8.
  std::string outlet, url, title, published, lang;
  std::string figure, sentence;  ///< The text at claim.figure and claim.sentence.
  std::uint32_t start = 0, end = 0;
  std::uint32_t sentence_start = 0;
  std::string matched_as;  ///< Set where a query asked by: — "source", "outlet" or "source,outlet".
  Claim claim;
};

/// One bucket of a facet. Absent values have a bucket of their own: "(none)" or "(unknown)".
struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
  bool operator==(const FacetValue&) const = default;
};

/// A field counted over all that matches, the most frequent first, ties by value.
struct Facet {
  Field field = Field::source;
  std::vector<FacetValue> values;
};

struct ReportAnswer {
  std::uint64_t total = 0;  ///< Exact.
  std::vector<ReportHit> hits;
  std::vector<Facet> facets;
};

struct ClaimAnswer {
  std::uint64_t total = 0;        ///< Exact.
  std::vector<ClaimRecord> hits;  ///< In the order of published date, report, place in the text.
  std::vector<Facet> facets;
};

/// Claims that have the same value in a field.
struct ClaimGroup {
  std::string value;
  std::uint64_t count = 0;
  std::vector<ClaimRecord> claims;  ///< The first ones, in the order of ClaimAnswer::hits.
};

struct GroupedClaims {
  std::uint64_t total = 0;          ///< Claims, each once.
  std::uint64_t in_groups = 0;      ///< Claims, as often as they stand in a group: several times under several vias.
  std::uint64_t groups = 0;         ///< How many there are.
  std::vector<ClaimGroup> largest;  ///< The largest first, ties by value: the values and counts of that facet.
};

/// Two fields crossed: count of claims for each pair.
struct CrossCount {
  std::string row, column;
  std::uint64_t count = 0;
};

/// What says when a claim is placed on a timeline.
enum class DateFrom : std::uint8_t { event_date, published };

std::string_view name_of(DateFrom from);

/// A claim in its place on a timeline.
struct TimelineClaim {
  std::uint32_t lane = 0;             ///< Its place in Timeline::lanes.
  std::string value;                  ///< What it has in the field: its lane's value, unless that is the undated one.
  std::string date;                   ///< The event's where the text states it, else the report's; YYYY[-MM[-DD]].
  std::optional<DateFrom> date_from;  ///< Empty, as date is: neither is known.
  ClaimRecord record;
};

/// Claims that have the same value in a field; those without a date have a lane of their own, the last one.
struct TimelineLane {
  std::string value;        ///< "(undated)" where `undated`.
  std::uint64_t count = 0;  ///< Of its claims, also of those that options left out.
  bool undated = false;
};

struct Timeline {
  std::uint64_t total = 0;          ///< Claims, each once.
  std::uint64_t in_lanes = 0;       ///< Claims, as often as they stand in a lane: several times under several vias.
  std::uint64_t lanes_in_all = 0;   ///< Also those that options left out.
  std::vector<TimelineLane> lanes;  ///< The largest first, ties by value.
  std::vector<TimelineClaim>
      claims;  ///< By date (a year before its months), report, place in the text, lane; undated last.
};

/// A mention with its report.
struct MentionRecord {
  std::string report;
  std::uint32_t start = 0, end = 0;  ///< Code points, half-open.
  std::string text;
  EntityType type = EntityType::person;
  std::string name;
};

struct RevisionInfo {
  std::uint64_t number = 0;  ///< Counts commits; 0: before the first one.
  std::string time;          ///< YYYY-MM-DDTHH:MM:SSZ; empty: not known.
};

/// A claim that a report makes now and did not make before, or the other way round, or otherwise.
struct ClaimChange {
  enum class Kind : std::uint8_t { added, removed, altered };
  Kind kind = Kind::added;
  std::string report;                        ///< Which caused it.
  RevisionInfo revision;                     ///< The last one that changed the report.
  std::optional<ClaimRecord> before, after;  ///< Both of what is altered, else one of them.
};

/// What changed in claims since a revision.
struct ClaimDiff {
  RevisionInfo newest;  ///< With which it is compared.
  std::vector<ClaimChange> changes;
};

/// A report among its near-duplicates.
struct CopyRecord {
  std::string report;  ///< Its id.
  std::string outlet, title, published;
  /// Of all runs of four words that it or the report it is compared with has, the share that both have: from 0 to 1.
  double shared = 1;
};

/// Reports that are near-duplicates of one another, the earliest first, ties by id; each is compared with the first
/// one.
struct CopyCluster {
  std::vector<CopyRecord> reports;
};

/// A person, a body, a place ... under its one name.
struct EntityRecord {
  std::string name;
  EntityType type = EntityType::person;
  std::vector<std::string> variants;  ///< How reports write it, the most frequent first, ties by spelling.
  std::uint64_t reports = 0, mentions = 0;
};

/// A proposal that two names are one entity's. Never on a surname alone. Nothing is merged by it.
struct MergeProposal {
  EntityType type = EntityType::person;
  std::string name;    ///< The one to keep: a list's, the fuller, or the more frequent.
  std::string alias;   ///< The other one.
  std::string party;   ///< What aliases.tsv would say of name; empty: not known.
  std::string report;  ///< The only report of which it is proposed (a short form); empty: of all.
  std::vector<MergeEvidence> evidence;
  std::uint64_t name_reports = 0, alias_reports = 0;  ///< How many name each.
  std::uint64_t shared_reports = 0;                   ///< How many name both.
  std::vector<std::string> shared_names;              ///< Seldom named, in reports of both: three at most.
  double score = 0;                                   ///< From 0 to 1; the order of proposals, no probability.
};

/// A report as it was indexed.
struct StoredReport {
  Report report;
  std::string sha256;  ///< Of the text, in UTF-8.
  std::vector<Mention> mentions;
  std::vector<ClaimRecord> claims;
};

/// An index in numbers.
struct Status {
  std::string directory;
  std::uint32_t schema_version = 0;
  std::string analysis_version;  ///< Of rules and lexicons: reports read under another one are read again.
  std::uint64_t revision = 0;
  std::string committed;  ///< When that revision was: YYYY-MM-DDTHH:MM:SSZ; empty: several indexes, or none was yet.
  std::uint64_t reports = 0, claims = 0;
  std::string first_date, last_date;
  std::vector<std::pair<std::string, std::uint64_t>> languages;  ///< ISO 639-1 and its reports.
  std::vector<std::string> languages_without_claims;             ///< Indexed, but no lexicon reads their figures.
  std::uint64_t bytes_on_disk = 0;
};

/// Something that verify found wrong.
struct Damage {
  std::string report;  ///< Empty: the index as a whole.
  std::string what;
};

}  // namespace averment
