// Asks an index: each question binds its query to the newest state, walks or ranks what matches, and makes records.
#include "averment/searcher.hpp"

#include <algorithm>
#include <tuple>

#include "averment/error.hpp"
#include "searcher/claim_matcher.hpp"
#include "searcher/facet_counter.hpp"
#include "searcher/index_status.hpp"
#include "searcher/match_walk.hpp"
#include "searcher/merge_finder.hpp"
#include "searcher/query_translator.hpp"
#include "searcher/records.hpp"
#include "searcher/snippet.hpp"
#include "searcher/verifier.hpp"
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

/// Lets only these reports through. In a match over several indexes, a document does not know its number.
class Membership : public Xapian::MatchDecider {
 public:
  explicit Membership(const std::vector<Xapian::docid>& reports) : reports_(reports) {}
  bool has(Xapian::docid number) const { return std::binary_search(reports_.begin(), reports_.end(), number); }
  bool operator()(const Xapian::Document& report) const override { return has(report.get_docid()); }

 private:
  const std::vector<Xapian::docid>& reports_;  // Ascending.
};

RecordedReport recorded(const Xapian::Database& database, Xapian::docid id) {
  return deserialize(database.get_document(id).get_data());
}

bool later(const Found& a, const Found& b) {
  return std::tie(a.date, a.report, a.id) < std::tie(b.date, b.report, b.id);
}

/// Ties by report id, so that the order of indexing never shows.
void sort_hits(Xapian::Enquire& enquire, Xapian::MultiValueKeyMaker& by_date, SearchOptions::Sort sort) {
  by_date.add_value(slot::date, /*reverse=*/true);
  by_date.add_value(slot::report);
  if (sort == SearchOptions::Sort::date)
    enquire.set_sort_by_key(&by_date, false);
  else
    enquire.set_sort_by_relevance_then_value(slot::report, false);
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
      : index(directories), aliases(index, options.lexicons), names(index, aliases, analyzer) {}

  Bound bind(const Query& query, Of of, const ClaimFilter& filter);
  /// Returns the matching reports' numbers, ascending, where candidates had to be tested.
  std::vector<Xapian::docid> count_reports(const Bound& bound, ReportAnswer& answer, FacetCounter& counter);
  std::vector<ReportHit> ranked(const Bound& bound, const std::vector<Xapian::docid>& matching,
                                const SearchOptions& options);
  ReportHit hit(const Xapian::MSetIterator& match, const Bound& bound);
  std::vector<Found> found_claims(const Bound& bound, FacetCounter& counter);
  void add_records(const Bound& bound, const Found& found, std::uint64_t& skip, std::uint64_t& left,
                   std::vector<ClaimRecord>& records);
  std::vector<std::pair<Place, Xapian::docid>> places(const Bound& bound, Of of, const std::optional<Place>& after);
  EntityTable table_of(const Query& query);
  /// Visits what matches in the order of report id; where a writer takes the state away, goes on behind the last one.
  void each(const Query& query, Of of, const ClaimFilter& filter,
            const std::function<std::function<void()>(const Bound&, Xapian::docid)>& read);

  IndexView index;
  IndexAliases aliases;
  SearchAnalyzer analyzer;
  NameResolver names;
};

Bound Searcher::State::bind(const Query& query, Of of, const ClaimFilter& filter) {
  QueryTranslator translator(index, names, analyzer, of);
  const Condition condition = translator.translate(query);
  return {ClaimMatcher(condition, of, filter, index), translator.searched(), translator.by()};
}

std::vector<Xapian::docid> Searcher::State::count_reports(const Bound& bound, ReportAnswer& answer,
                                                          FacetCounter& counter) {
  const ClaimMatcher& matcher = bound.matcher;
  std::vector<Xapian::docid> matching;
  if (!matcher.tests_reports() && !counter.wanted()) {
    answer.total = count_matches(index, matcher.candidates());
    return matching;
  }
  walk_matches(index, matcher.candidates(), [&](const Xapian::Document& report, Xapian::docid number) {
    if (!matcher.holds(report, number)) return;
    ++answer.total;
    if (matcher.tests_reports()) matching.push_back(number);
    if (counter.wanted()) counter.add_report({report, index});
  });
  answer.facets = counter.facets(index);
  std::sort(matching.begin(), matching.end());
  return matching;
}

std::vector<ReportHit> Searcher::State::ranked(const Bound& bound, const std::vector<Xapian::docid>& matching,
                                               const SearchOptions& options) {
  Xapian::Enquire enquire(index.database());
  Xapian::MultiValueKeyMaker by_date;
  enquire.set_query(bound.matcher.candidates());
  sort_hits(enquire, by_date, options.sort);
  const Membership membership(matching);
  const bool tested = bound.matcher.tests_reports();
  std::vector<ReportHit> hits;
  if (!tested || index.shards().size() == 1) {
    const Xapian::MSet page = enquire.get_mset(options.offset, options.limit, nullptr, tested ? &membership : nullptr);
    for (auto match = page.begin(); match != page.end(); ++match) hits.push_back(hit(match, bound));
    return hits;
  }
  const Xapian::MSet all = enquire.get_mset(0, index.database().get_doccount());
  std::uint32_t skip = options.offset;
  for (auto match = all.begin(); match != all.end() && hits.size() < options.limit; ++match)
    if (membership.has(*match) && (skip == 0 || skip-- == 0)) hits.push_back(hit(match, bound));
  return hits;
}

ReportHit Searcher::State::hit(const Xapian::MSetIterator& match, const Bound& bound) {
  const RecordedReport record = deserialize(match.get_document().get_data());
  const Report& report = record.report;
  ReportHit hit;
  hit.report = report.id;
  hit.outlet = report.outlet;
  hit.title = report.title;
  hit.published = report.published;
  hit.score = match.get_weight();
  hit.claims = static_cast<std::uint32_t>(record.claims.size());
  const std::vector<std::uint32_t> claims = bound.searched.empty() && bound.matcher.tests_reports()
                                                ? bound.matcher.matching(*match, claims_of(match.get_document()))
                                                : std::vector<std::uint32_t>();
  hit.snippet = claims.empty() ? make_snippet(report.text, report.lang, bound.searched, analyzer)
                               : make_snippet(report.text, record.claims.at(claims.front()).figure);
  return hit;
}

std::vector<Found> Searcher::State::found_claims(const Bound& bound, FacetCounter& counter) {
  std::vector<Found> all;
  walk_matches(index, bound.matcher.candidates(), [&](const Xapian::Document& report, Xapian::docid number) {
    const std::vector<PackedClaim> claims = claims_of(report);
    std::vector<std::uint32_t> matching = bound.matcher.matching(number, claims);
    if (matching.empty()) return;
    if (counter.wanted())
      for (const std::uint32_t place : matching) counter.add_claim(claims[place], {report, index});
    const std::string date = report.get_value(slot::date);
    all.push_back({date.empty() ? "~" : date, report.get_value(slot::report), number, std::move(matching)});
  });
  std::sort(all.begin(), all.end(), later);
  return all;
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
  for (ClaimRecord& record : claim_records(recorded(index.database(), found.id), places)) {
    record.matched_as = matched_as(record, bound.by);
    records.push_back(std::move(record));
  }
}

std::vector<std::pair<Place, Xapian::docid>> Searcher::State::places(const Bound& bound, Of of,
                                                                     const std::optional<Place>& after) {
  std::vector<std::pair<Place, Xapian::docid>> places;
  const auto matches = [&](const Xapian::Document& report, Xapian::docid number) {
    return of == Of::reports ? bound.matcher.holds(report, number)
                             : !bound.matcher.matching(number, claims_of(report)).empty();
  };
  walk_matches(index, bound.matcher.candidates(), [&](const Xapian::Document& report, Xapian::docid number) {
    const Place place{report.get_value(slot::report), index.shard_of(number)};
    if ((!after || *after < place) && matches(report, number)) places.emplace_back(place, number);
  });
  std::sort(places.begin(), places.end());
  return places;
}

EntityTable Searcher::State::table_of(const Query& query) {
  const Bound bound = bind(query, Of::reports, {});
  EntityTable table;
  walk_matches(index, bound.matcher.candidates(), [&](const Xapian::Document& report, Xapian::docid number) {
    if (bound.matcher.holds(report, number)) table.add(deserialize_mentions(report.get_data()));
  });
  return table;
}

void Searcher::State::each(const Query& query, Of of, const ClaimFilter& filter,
                           const std::function<std::function<void()>(const Bound&, Xapian::docid)>& read) {
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
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

ReportAnswer Searcher::search(const Query& query, const SearchOptions& options) {
  for (const Field field : options.facets) check_facet(field, Of::reports);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::reports, options.claims);
    FacetCounter counter(options.facets, options.claims);
    ReportAnswer answer;
    const std::vector<Xapian::docid> matching = state_->count_reports(bound, answer, counter);
    answer.hits = state_->ranked(bound, matching, options);
    return answer;
  });
}

ClaimAnswer Searcher::claims(const Query& query, const ClaimOptions& options) {
  for (const Field field : options.facets) check_facet(field, Of::claims);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::claims, options.filter);
    FacetCounter counter(options.facets, options.filter);
    ClaimAnswer answer;
    std::uint64_t skip = options.offset, left = options.limit;
    for (const Found& found : state_->found_claims(bound, counter)) {
      answer.total += found.claims.size();
      if (left > 0) state_->add_records(bound, found, skip, left, answer.hits);
    }
    answer.facets = counter.facets(state_->index);
    return answer;
  });
}

Facet Searcher::facet(Field field, Of of, const Query& query, const ClaimFilter& filter) {
  check_facet(field, of);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, of, filter);
    FacetCounter counter({field}, filter);
    ReportAnswer reports;
    if (of == Of::reports)
      state_->count_reports(bound, reports, counter);
    else
      state_->found_claims(bound, counter);
    return counter.facets(state_->index).front();
  });
}

std::vector<CrossCount> Searcher::cross(Field row, Field column, const Query& query, const ClaimFilter& filter) {
  check_facet(row, Of::claims);
  check_facet(column, Of::claims);
  return state_->index.read("search", [&] {
    const Bound bound = state_->bind(query, Of::claims, filter);
    CrossCounter counter(row, column);
    walk_matches(state_->index, bound.matcher.candidates(), [&](const Xapian::Document& report, Xapian::docid number) {
      const std::vector<PackedClaim> claims = claims_of(report);
      for (const std::uint32_t place : bound.matcher.matching(number, claims))
        counter.add_claim(claims[place], {report, state_->index});
    });
    return counter.counts(state_->index);
  });
}

std::optional<StoredReport> Searcher::report(std::string_view id) {
  return state_->index.read("read", [&]() -> std::optional<StoredReport> {
    const Xapian::Database& database = state_->index.database();
    const auto found = database.postlist_begin(schema::report_term(id));
    if (found == database.postlist_end(schema::report_term(id))) return {};
    return stored_report(recorded(database, *found));
  });
}

std::optional<ClaimRecord> Searcher::claim(std::string_view claim_id) {
  return state_->index.read("read", [&]() -> std::optional<ClaimRecord> {
    const Xapian::Database& database = state_->index.database();
    const std::string term = std::string(schema::prefix::claim) + std::string(claim_id);
    const auto found = database.postlist_begin(term);
    if (found == database.postlist_end(term)) return {};
    for (ClaimRecord& record : claim_records(recorded(database, *found)))
      if (record.claim_id == claim_id) return std::move(record);
    return {};
  });
}

void Searcher::each_report(const Query& query, const ClaimFilter& filter,
                           const std::function<void(const StoredReport&)>& visit) {
  state_->each(query, Of::reports, filter, [&](const Bound&, Xapian::docid id) -> std::function<void()> {
    return [&visit, report = stored_report(recorded(state_->index.database(), id))] { visit(report); };
  });
}

void Searcher::each_claim(const Query& query, const ClaimFilter& filter,
                          const std::function<void(const ClaimRecord&)>& visit) {
  state_->each(query, Of::claims, filter, [&](const Bound& bound, Xapian::docid id) -> std::function<void()> {
    const Xapian::Document document = state_->index.database().get_document(id);
    std::vector<ClaimRecord> records =
        claim_records(deserialize(document.get_data()), bound.matcher.matching(id, claims_of(document)));
    for (ClaimRecord& record : records) record.matched_as = matched_as(record, bound.by);
    return [&visit, records = std::move(records)] {
      for (const ClaimRecord& record : records) visit(record);
    };
  });
}

void Searcher::each_mention(const Query& query, const ClaimFilter& filter,
                            const std::function<void(const MentionRecord&)>& visit) {
  state_->each(query, Of::reports, filter, [&](const Bound&, Xapian::docid id) -> std::function<void()> {
    return [&visit, records = mention_records(recorded(state_->index.database(), id))] {
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

Status Searcher::status() {
  return state_->index.read("read", [&] { return status_of(state_->index); });
}

std::vector<Damage> Searcher::verify(bool files) { return verify_index(state_->index, files); }

}  // namespace averment
