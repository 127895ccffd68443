// Asks an index: each question binds its query to the newest state, walks or ranks what matches, and makes records.
#include "averment/searcher.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "averment/error.hpp"
#include "searcher/claim_diff.hpp"
#include "searcher/claim_grouping.hpp"
#include "searcher/claim_matcher.hpp"
#include "searcher/comparison_answers.hpp"
#include "searcher/copies.hpp"
#include "searcher/deadline.hpp"
#include "searcher/facet_counter.hpp"
#include "searcher/field_terms.hpp"
#include "searcher/index_status.hpp"
#include "searcher/line_records.hpp"
#include "searcher/match_walk.hpp"
#include "searcher/matching.hpp"
#include "searcher/merge_finder.hpp"
#include "searcher/query_refusals.hpp"
#include "searcher/query_translator.hpp"
#include "searcher/ranking.hpp"
#include "searcher/records.hpp"
#include "searcher/snippet.hpp"
#include "searcher/timeline.hpp"
#include "searcher/verifier.hpp"
#include "store/report_values.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace slot = schema::slot;

/// A query understood on one state of the index.
struct Bound {
  ClaimMatcher matcher;
  SearchedText searched;
  std::vector<SourceOrOutlet> by;
};

/// A report with claims that match.
struct Found {
  std::string date;  // Behind every date where it is unknown.
  std::string report;
  Xapian::docid id;
  std::vector<std::uint32_t> claims;
};

/// What each_... has come to: a report's id, and which of several indexes it stands in.
using Place = std::pair<std::string, std::size_t>;

RecordedReport recorded(const IndexView& index, Xapian::docid id) { return deserialize(index.stored(id)); }

RecordedReport with_claims(const IndexView& index, Xapian::docid id) {
  return deserialize_claims_and_hash(index.stored(id));
}

std::string claim_term(std::string_view claim_id) { return std::string(schema::prefix::claim).append(claim_id); }

Xapian::Query reports_named(const std::vector<std::string>& ids) {
  std::vector<std::string> terms;
  for (const std::string& id : ids) terms.push_back(schema::report_term(id));
  return weightless(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
}

bool later(const Found& a, const Found& b) {
  return std::tie(a.date, a.report, a.id) < std::tie(b.date, b.report, b.id);
}

std::string matched_as(const ClaimRecord& record, const std::vector<SourceOrOutlet>& by) {
  const std::uint64_t source = schema::name_id(record.claim.source ? record.claim.source->name : "");
  const std::uint64_t outlet = schema::name_id(record.outlet);
  bool as_source = false, as_outlet = false;
  for (const SourceOrOutlet& wanted : by) {
    as_source |= contains(wanted.sources, source);
    as_outlet |= contains(wanted.outlets, outlet);
  }
  return std::string(as_source ? "source" : "") + (as_source && as_outlet ? "," : "") + (as_outlet ? "outlet" : "");
}

}  // namespace

struct Searcher::State {
  State(const std::vector<std::filesystem::path>& directories, const SearcherOptions& options)
      : index(directories, options.cache_bytes, options.time_limit),
        limits(options.limits),
        aliases(index, options.lexicons),
        names(index, aliases, analyzer) {}

  Bound bind(const Query& query, Of of, const ClaimFilter& filter);
  /// The reports that match, for each shard.
  std::vector<MatchSet> matching_reports(const Bound& bound);
  ReportHit hit(const RankedReport& ranked, const Bound& bound, bool snippets);
  Snippet snippet(const RecordedReport& record, Xapian::docid number, const Bound& bound);
  std::vector<Found> found_claims(const Bound& bound, FacetCounter& counter);
  /// Visits the reports with claims that match, which are told by their places among the report's.
  void visit_claims(const Bound& bound, const VisitClaims& visit);
  std::vector<ClaimRecord> records_of(const Bound& bound, const std::vector<ClaimPlace>& claims);
  std::map<ClaimPlace, ClaimRecord> lines_of(const Bound& bound, const std::vector<ClaimGrouping::Group>& groups);
  /// `wanted` must outlive it.
  ClaimsToCompare to_compare(const Bound& wanted, const ClaimFilter& filter);
  void add_records(const Bound& bound, const Found& found, std::uint64_t& skip, std::uint64_t& left,
                   std::vector<ClaimRecord>& records);
  void add_records_of(const Bound& bound, Xapian::docid report, const std::vector<std::uint32_t>& places,
                      std::vector<ClaimRecord>& records);
  std::vector<std::pair<Place, Xapian::docid>> places(const Bound& bound, Of of, const std::optional<Place>& after);
  EntityTable table_of(const Query& query);
  /// Visits what matches in the order of report id; where a writer takes the state away, goes on behind the last one.
  void each(const Query& query, Of of, const ClaimFilter& filter,
            const std::function<std::function<void()>(const Bound&, Xapian::docid)>& read);

  IndexView index;
  QueryLimits limits;
  FacetColumns columns{};
  IndexAliases aliases;
  SearchAnalyzer analyzer;
  NameResolver names;
};

Bound Searcher::State::bind(const Query& query, Of of, const ClaimFilter& filter) {
  check_limits(query, limits);
  QueryTranslator translator(index, names, analyzer, of, limits);
  const Condition condition = translator.translate(query);
  return {ClaimMatcher(condition, of, filter, index), translator.searched(), translator.by()};
}

std::vector<MatchSet> Searcher::State::matching_reports(const Bound& bound) {
  std::vector<MatchSet> sets = matching(index, bound.matcher.candidates());
  if (!bound.matcher.tests_reports()) return sets;
  std::vector<MatchSet> passed = empty_sets(index);
  walk(index, sets, [&](const MatchedReport& report) {
    if (bound.matcher.holds(report))
      passed[index.shard_of(report.number())].insert(index.number_in_shard(report.number()));
  });
  return passed;
}

ReportHit Searcher::State::hit(const RankedReport& ranked, const Bound& bound, bool snippets) {
  const Xapian::Database& shard = index.shards()[index.shard_of(ranked.number)].database;
  const Xapian::docid number = index.number_in_shard(ranked.number);
  Heading heading = unpack_heading(value_of(shard, slot::heading, number));
  ReportHit hit;
  hit.report = std::move(heading.report);
  if (heading.outlet != 0) hit.outlet = index.label(Field::outlet, heading.outlet);
  hit.title = std::move(heading.title);
  hit.published = std::move(heading.published);
  hit.score = ranked.score;
  hit.claims = static_cast<std::uint32_t>(heading.claims);
  if (snippets) hit.snippet = snippet(deserialize_claims(index.stored(ranked.number)), ranked.number, bound);
  return hit;
}

Snippet Searcher::State::snippet(const RecordedReport& record, Xapian::docid number, const Bound& bound) {
  const Report& report = record.report;
  const std::vector<std::uint32_t> claims = bound.searched.empty() && bound.matcher.tests_reports()
                                                ? bound.matcher.matching(number, packed_claims(record.claims))
                                                : std::vector<std::uint32_t>();
  return claims.empty() ? make_snippet(report.text, report.lang, bound.searched, analyzer)
                        : make_snippet(report.text, record.claims.at(claims.front()).figure);
}

std::vector<Found> Searcher::State::found_claims(const Bound& bound, FacetCounter& counter) {
  std::vector<Found> all;
  visit_claims(bound, [&](const MatchedReport& report, const std::vector<PackedClaim>& claims,
                          const std::vector<std::uint32_t>& matching) {
    if (matching.empty()) return;
    if (counter.wanted()) counter.add_claims(report, claims, matching);
    const std::string date = report.value(slot::date);
    all.push_back({date.empty() ? "~" : date, report.value(slot::report), report.number(), matching});
  });
  sort_in_time(all, later);
  return all;
}

void Searcher::State::visit_claims(const Bound& bound, const VisitClaims& visit) {
  std::vector<PackedClaim> claims;
  walk_matches(index, bound.matcher.candidates(), [&](const MatchedReport& report) {
    unpack_claims(report.value(slot::claims), claims);
    visit(report, claims, bound.matcher.matching(report.number(), claims));
  });
}

/// Claims of one report stand side by side, so that it is read once.
std::vector<ClaimRecord> Searcher::State::records_of(const Bound& bound, const std::vector<ClaimPlace>& claims) {
  std::vector<ClaimRecord> records;
  for (auto first = claims.begin(); first != claims.end();) {
    std::vector<std::uint32_t> places;
    auto next = first;
    for (; next != claims.end() && next->report == first->report; ++next) places.push_back(next->place);
    add_records_of(bound, first->report, places, records);
    first = next;
  }
  return records;
}

/// As GroupOptions::lines has them, all read in the order of the reports' numbers, which is the quickest.
std::map<ClaimPlace, ClaimRecord> Searcher::State::lines_of(const Bound& bound,
                                                            const std::vector<ClaimGrouping::Group>& groups) {
  std::map<ClaimPlace, ClaimRecord> lines;
  for (const ClaimGrouping::Group& group : groups)
    for (const ClaimPlace& claim : group.first) {
      check_time(steps_of_reading);
      lines.try_emplace(claim);
    }
  LineRecords reader(index);
  for (auto& [claim, record] : lines) {
    record = reader.of(claim);
    record.matched_as = matched_as(record, bound.by);
  }
  return lines;
}

ClaimsToCompare Searcher::State::to_compare(const Bound& wanted, const ClaimFilter& filter) {
  return {[&](const VisitClaims& visit) { visit_claims(wanted, visit); },
          [this, filter](const VisitClaims& visit) { visit_claims(bind({}, Of::claims, filter), visit); },
          [&](Xapian::docid report, const std::vector<std::uint32_t>& places) {
            std::vector<ClaimRecord> records;
            add_records_of(wanted, report, places, records);
            return records;
          }};
}

void Searcher::State::add_records(const Bound& bound, const Found& found, std::uint64_t& skip, std::uint64_t& left,
                                  std::vector<ClaimRecord>& records) {
  if (skip >= found.claims.size()) {
    skip -= found.claims.size();
    return;
  }
  const auto first = found.claims.begin() + static_cast<std::ptrdiff_t>(skip);
  const std::uint64_t count = std::min<std::uint64_t>(left, found.claims.size() - skip);
  skip = 0;
  left -= count;
  const std::vector<std::uint32_t> places(first, first + static_cast<std::ptrdiff_t>(count));
  add_records_of(bound, found.id, places, records);
}

void Searcher::State::add_records_of(const Bound& bound, Xapian::docid report, const std::vector<std::uint32_t>& places,
                                     std::vector<ClaimRecord>& records) {
  for (ClaimRecord& record : claim_records(with_claims(index, report), places)) {
    record.matched_as = matched_as(record, bound.by);
    records.push_back(std::move(record));
  }
}

std::vector<std::pair<Place, Xapian::docid>> Searcher::State::places(const Bound& bound, Of of,
                                                                     const std::optional<Place>& after) {
  std::vector<std::pair<Place, Xapian::docid>> places;
  const auto matches = [&](const MatchedReport& report) {
    return of == Of::reports ? bound.matcher.holds(report)
                             : !bound.matcher.matching(report.number(), claims_of(report)).empty();
  };
  walk_matches(index, bound.matcher.candidates(), [&](const MatchedReport& report) {
    const Place place{report.value(slot::report), index.shard_of(report.number())};
    if ((!after || *after < place) && matches(report)) places.emplace_back(place, report.number());
  });
  sort_in_time(places);
  return places;
}

EntityTable Searcher::State::table_of(const Query& query) {
  const Bound bound = bind(query, Of::reports, {});
  EntityTable table;
  walk_matches(index, bound.matcher.candidates(), [&](const MatchedReport& report) {
    if (bound.matcher.holds(report)) table.add(deserialize(index.stored(report.number())));
  });
  return table;
}

void Searcher::State::each(const Query& query, Of of, const ClaimFilter& filter,
                           const std::function<std::function<void()>(const Bound&, Xapian::docid)>& read) {
  const Deadline deadline = index.deadline();  // however often it begins anew
  std::optional<Place> last;
  for (bool done = false; !done;) {
    index.read("read", [&] {
      const Bound bound = bind(query, of, filter);
      bool advanced = false;
      for (const auto& [place, id] : places(bound, of, last)) {
        std::function<void()> visit;
        try {
          visit = read(bound, id);
        } catch (const Xapian::DatabaseModifiedError&) {
          if (advanced) return;  // To begin anew, with all tries.
          throw;
        }
        visit();
        last = place;
        advanced = true;
      }
      done = true;
    });
  }
}

Searcher::Searcher(const std::vector<std::filesystem::path>& directories, const SearcherOptions& options)
    : state_(std::make_unique<State>(directories, options)) {}
Searcher::Searcher(const std::filesystem::path& directory, const SearcherOptions& options)
    : Searcher(std::vector<std::filesystem::path>{directory}, options) {}
Searcher::~Searcher() = default;
const QueryLimits& Searcher::limits() const { return state_->limits; }
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

ReportAnswer Searcher::search(const Query& query, const SearchOptions& options) {
  for (const Field field : options.facets) check_facet(field, Of::reports);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::reports, options.claims);
    const std::vector<MatchSet> sets = state_->matching_reports(bound);
    ReportAnswer answer;
    answer.total = count(sets);
    if (!options.facets.empty()) {
      FacetCounter counter(state_->index, options.facets, options.claims);
      counter.add_reports(sets, state_->columns);
      answer.facets = counter.facets();
    }
    const Xapian::Query& query_of_words = bound.matcher.candidates();
    const std::vector<RankedReport> ranked =
        options.sort == SearchOptions::Sort::date
            ? rank_by_date(state_->index, query_of_words, sets, state_->columns, options.offset, options.limit)
            : rank_by_relevance(state_->index, query_of_words, sets, options.offset, options.limit);
    for (const RankedReport& report : ranked) answer.hits.push_back(state_->hit(report, bound, options.snippets));
    return answer;
  });
}

ClaimAnswer Searcher::claims(const Query& query, const ClaimOptions& options) {
  for (const Field field : options.facets) check_facet(field, Of::claims);
  return state_->index.read("search", [&] {
    Bound bound = state_->bind(query, Of::claims, options.filter);
    if (!options.reports.empty()) bound.matcher.narrow_to(reports_named(options.reports));
    FacetCounter counter(state_->index, options.facets, options.filter);
    ClaimAnswer answer;
    std::uint64_t skip = options.offset, left = options.limit;
    for (const Found& found : state_->found_claims(bound, counter)) {
      answer.total += found.claims.size();
      if (left > 0) state_->add_records(bound, found, skip, left, answer.hits);
    }
    answer.facets = counter.facets();
    return answer;
  });
}

std::uint64_t Searcher::count_claims(const Query& query, const ClaimFilter& filter) {
  return state_->index.read("search", [&] {
    std::uint64_t count = 0;
    state_->visit_claims(state_->bind(query, Of::claims, filter),
                         [&](const MatchedReport&, const std::vector<PackedClaim>&,
                             const std::vector<std::uint32_t>& places) { count += places.size(); });
    return count;
  });
}

GroupedClaims Searcher::grouped_claims(Field by, const Query& query, const GroupOptions& options) {
  check_facet(by, Of::claims);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::claims, options.filter);
    ClaimGrouping grouping(state_->index, by, options);
    state_->visit_claims(bound, [&](const auto&... found) { grouping.add(found...); });
    GroupedClaims grouped{grouping.claims(), grouping.in_groups(), grouping.count(), {}};
    const std::vector<ClaimGrouping::Group> groups = grouping.groups();
    std::map<ClaimPlace, ClaimRecord> lines;
    if (options.lines) lines = state_->lines_of(bound, groups);
    for (const ClaimGrouping::Group& group : groups) {
      ClaimGroup& made = grouped.largest.emplace_back(ClaimGroup{group.value, group.count, {}});
      if (!options.lines)
        made.claims = state_->records_of(bound, group.first);
      else
        for (made.claims.reserve(group.first.size()); const ClaimPlace& claim : group.first) {
          check_time(steps_of_reading);
          made.claims.push_back(lines.at(claim));
        }
    }
    return grouped;
  });
}

Timeline Searcher::timeline(Field by, const Query& query, const GroupOptions& options) {
  check_facet(by, Of::claims);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::claims, options.filter);
    ClaimGrouping grouping(state_->index, by, options, ClaimGrouping::Order::event);
    state_->visit_claims(bound, [&](const auto&... found) { grouping.add(found...); });
    TimelineBuilder timeline(grouping);
    for (const ClaimGrouping::Group& group : grouping.groups())
      timeline.add_lane(group, false, state_->records_of(bound, group.first));
    if (const ClaimGrouping::Group undated = grouping.undated(); undated.count > 0)
      timeline.add_lane(undated, true, state_->records_of(bound, undated.first));
    return timeline.build();
  });
}

Facet Searcher::facet(Field field, Of of, const Query& query, const ClaimFilter& filter) {
  check_facet(field, of);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, of, filter);
    FacetCounter counter(state_->index, {field}, filter);
    if (of == Of::reports)
      counter.add_reports(state_->matching_reports(bound), state_->columns);
    else
      state_->visit_claims(bound, [&](const auto&... found) { counter.add_claims(found...); });
    return counter.facets().front();
  });
}

std::vector<CrossCount> Searcher::cross(Field row, Field column, const Query& query, const ClaimFilter& filter) {
  check_facet(row, Of::claims);
  check_facet(column, Of::claims);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::claims, filter);
    CrossCounter counter(state_->index, row, column);
    state_->visit_claims(bound, [&](const auto&... found) { counter.add_claims(found...); });
    return counter.counts();
  });
}

ConflictAnswer Searcher::conflicts(const Query& query, const ConflictOptions& options) {
  return state_->index.read("compare", [&] {
    const Bound bound = state_->bind(query, Of::claims, options.filter);
    return answer_conflicts(state_->index, state_->to_compare(bound, options.filter), options);
  });
}

CorroborationAnswer Searcher::corroborate(const Query& query, const CorroborationOptions& options) {
  return state_->index.read("compare", [&] {
    const Bound bound = state_->bind(query, Of::claims, options.filter);
    return answer_corroboration(state_->index, state_->to_compare(bound, options.filter), options);
  });
}

std::optional<RelatedClaims> Searcher::related(std::string_view claim_id, const ComparisonOptions& options) {
  return state_->index.read("compare", [&]() -> std::optional<RelatedClaims> {
    const Bound bound = state_->bind({}, Of::claims, {});
    ClaimsToCompare claims = state_->to_compare(bound, {});
    const std::string term = claim_term(claim_id);
    const Xapian::docid number = document_with(state_->index.database(), term);
    if (number == 0) return {};
    claims.wanted = [&](const VisitClaims& visit) {
      walk_matches(state_->index, Xapian::Query(term), [&](const MatchedReport& report) {
        if (report.number() != number) return;  // a copy with the same text has the same claim_ids
        const std::vector<std::string> ids = claim_ids(with_claims(state_->index, report.number()));
        const auto place = std::find(ids.begin(), ids.end(), claim_id) - ids.begin();
        visit(report, claims_of(report), {static_cast<std::uint32_t>(place)});
      });
    };
    return answer_related(state_->index, claims, options);
  });
}

std::optional<StoredReport> Searcher::report(std::string_view id) {
  return state_->index.read("read", [&]() -> std::optional<StoredReport> {
    const Xapian::docid number = document_with(state_->index.database(), schema::report_term(id));
    if (number == 0) return {};
    return stored_report(recorded(state_->index, number));
  });
}

std::optional<ClaimRecord> Searcher::claim(std::string_view claim_id) {
  return state_->index.read("read", [&]() -> std::optional<ClaimRecord> {
    const Xapian::docid number = document_with(state_->index.database(), claim_term(claim_id));
    if (number == 0) return {};
    for (ClaimRecord& record : claim_records(recorded(state_->index, number)))
      if (record.claim_id == claim_id) return std::move(record);
    return {};
  });
}

std::vector<CopyRecord> Searcher::copies(std::string_view report_id) {
  return state_->index.read("search", [&] {
    const Xapian::docid number = document_with(state_->index.database(), schema::report_term(report_id));
    return number == 0 ? std::vector<CopyRecord>() : copies_of(state_->index, number);
  });
}

std::vector<CopyCluster> Searcher::duplicates(const Query& query, const ClaimFilter& filter) {
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::reports, filter);
    std::vector<Xapian::docid> reports;
    const std::vector<MatchSet> sets = state_->matching_reports(bound);
    for (std::size_t shard = 0; shard < sets.size(); ++shard)
      sets[shard].each([&](Xapian::docid number) { reports.push_back(state_->index.number(shard, number)); });
    return copy_clusters(state_->index, reports);
  });
}

void Searcher::each_report(const Query& query, const ClaimFilter& filter,
                           const std::function<void(const StoredReport&)>& visit) {
  state_->each(query, Of::reports, filter, [&](const Bound&, Xapian::docid id) -> std::function<void()> {
    return [&visit, report = stored_report(recorded(state_->index, id))] { visit(report); };
  });
}

void Searcher::each_claim(const Query& query, const ClaimFilter& filter,
                          const std::function<void(const ClaimRecord&)>& visit) {
  state_->each(query, Of::claims, filter, [&](const Bound& bound, Xapian::docid id) -> std::function<void()> {
    const RecordedReport record = with_claims(state_->index, id);
    std::vector<ClaimRecord> records = claim_records(record, bound.matcher.matching(id, packed_claims(record.claims)));
    for (ClaimRecord& claim : records) claim.matched_as = matched_as(claim, bound.by);
    return [&visit, records = std::move(records)] {
      for (const ClaimRecord& claim : records) visit(claim);
    };
  });
}

void Searcher::each_mention(const Query& query, const ClaimFilter& filter,
                            const std::function<void(const MentionRecord&)>& visit) {
  state_->each(query, Of::reports, filter, [&](const Bound&, Xapian::docid id) -> std::function<void()> {
    return [&visit, records = mention_records(recorded(state_->index, id))] {
      for (const MentionRecord& record : records) visit(record);
    };
  });
}

std::vector<EntityRecord> Searcher::entities(const Query& query, const EntityFilter& filter) {
  return state_->index.read("read", [&] { return state_->table_of(query).records(filter); });
}

std::vector<MergeProposal> Searcher::merges(const Query& query, const EntityFilter& filter) {
  return state_->index.read("read", [&] {
    std::vector<MergeProposal> proposals = find_merges(state_->table_of(query), state_->aliases.table());
    std::erase_if(proposals, [&](const MergeProposal& one) {
      return !wants(filter, one.type) || !(has_words(one.name, filter.named) || has_words(one.alias, filter.named));
    });
    return proposals;
  });
}

ClaimDiff Searcher::diff(std::uint64_t since) {
  return state_->index.read("read", [&] { return claim_diff(state_->index, since); });
}

std::uint64_t Searcher::revision_before(std::string_view moment) {
  return state_->index.read("read", [&] { return averment::revision_before(state_->index, moment); });
}

Status Searcher::status() {
  return state_->index.read("read", [&] { return status_of(state_->index); });
}

std::vector<Damage> Searcher::verify(bool files) { return verify_index(state_->index, files); }

}  // namespace averment
