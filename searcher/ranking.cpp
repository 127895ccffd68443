// The reports that come first.
#include "searcher/ranking.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "searcher/first_ones.hpp"
#include "searcher/match_walk.hpp"
#include "searcher/matching.hpp"
#include "searcher/relevance.hpp"

namespace averment {
namespace {

struct Placed {
  RankedReport report;
  std::string id;
};

/// [first, last) have the same rank: puts the first `needed` of them in the order of their ids.
void order_by_id(const IndexView& index, std::vector<RankedReport>::iterator first,
                 std::vector<RankedReport>::iterator last, std::size_t needed) {
  if (last - first < 2) return;
  std::sort(first, last, [](const RankedReport& a, const RankedReport& b) { return a.number < b.number; });
  ReportIds ids(index);
  std::vector<Placed> placed;
  for (auto report = first; report != last; ++report) placed.push_back({*report, ids.of(report->number)});
  const auto earlier = [](const Placed& a, const Placed& b) {
    return std::tie(a.id, a.report.number) < std::tie(b.id, b.report.number);
  };
  const auto end = placed.begin() + static_cast<std::ptrdiff_t>(std::min(needed, placed.size()));
  std::partial_sort(placed.begin(), end, placed.end(), earlier);
  for (const Placed& one : placed) *first++ = one.report;
}

/// The page by score; those of the same score are put in the order of their ids as far as the page reaches.
std::vector<RankedReport> first_page(const IndexView& index, std::vector<RankedReport> reports, std::size_t offset,
                                     std::size_t limit) {
  const std::size_t end = offset + limit;
  keep_first(reports, end, [](const RankedReport& a, const RankedReport& b) { return a.score > b.score; });
  for (auto first = reports.begin(); first != reports.end();) {
    const auto last =
        std::find_if(first, reports.end(), [&](const RankedReport& report) { return report.score != first->score; });
    const auto at = static_cast<std::size_t>(first - reports.begin());
    if (at >= end) break;
    if (at + static_cast<std::size_t>(last - first) > offset) order_by_id(index, first, last, end - at);
    first = last;
  }
  reports.resize(std::min(reports.size(), end));
  reports.erase(reports.begin(), reports.begin() + static_cast<std::ptrdiff_t>(std::min(offset, reports.size())));
  return reports;
}

/// Of the reports of the sets the first `wanted` by score at least, in any order.
std::vector<RankedReport> scored(const IndexView& index, const Xapian::Query& query, const std::vector<MatchSet>& sets,
                                 std::size_t wanted) {
  if (const std::optional<std::vector<WeighedTerm>> terms = weighed_terms(query)) {
    BestScored best(wanted);
    score(index, *terms, sets, best);
    return best.take();
  }
  std::vector<RankedReport> reports;
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, index.database().get_doccount());
  for (auto match = found.begin(); match != found.end(); ++match)
    if (sets[index.shard_of(*match)].has(index.number_in_shard(*match)))
      reports.push_back({*match, match.get_weight()});
  return reports;
}

std::vector<MatchSet> sets_of(const IndexView& index, const std::vector<RankedReport>& reports) {
  std::vector<MatchSet> sets = empty_sets(index);
  for (const RankedReport& report : reports)
    sets[index.shard_of(report.number)].insert(index.number_in_shard(report.number));
  return sets;
}

/// Visits each report of the sets with its day, YYYYMMDD; 0: unknown.
template <typename Visit>
void each_day(const IndexView& index, const std::vector<MatchSet>& sets, FacetColumns& columns, const Visit& visit) {
  if (const FacetColumn* column = columns.find(index, Field::date, count(sets))) {
    for (std::size_t shard = 0; shard < sets.size(); ++shard)
      sets[shard].each([&](Xapian::docid number) {
        visit(index.number(shard, number), static_cast<std::uint32_t>(column->values[column->places[shard][number]]));
      });
    return;
  }
  walk(index, sets, [&](const MatchedReport& report) { visit(report.number(), published_day(report)); });
}

}  // namespace

std::vector<RankedReport> rank_by_relevance(const IndexView& index, const Xapian::Query& query,
                                            const std::vector<MatchSet>& sets, std::uint32_t offset,
                                            std::uint32_t limit) {
  if (limit == 0) return {};
  return first_page(index, scored(index, query, sets, std::size_t{offset} + limit), offset, limit);
}

std::vector<RankedReport> rank_by_date(const IndexView& index, const Xapian::Query& query,
                                       const std::vector<MatchSet>& sets, FacetColumns& columns, std::uint32_t offset,
                                       std::uint32_t limit) {
  if (limit == 0) return {};
  std::vector<RankedReport> reports;  // scored by their days, until the page is known
  each_day(index, sets, columns, [&](Xapian::docid number, std::uint32_t day) {
    reports.push_back({number, static_cast<double>(day)});
  });
  reports = first_page(index, std::move(reports), offset, limit);
  std::unordered_map<Xapian::docid, double> scores;
  for (const RankedReport& report : scored(index, query, sets_of(index, reports), reports.size()))
    scores[report.number] = report.score;
  for (RankedReport& report : reports) report.score = scores[report.number];
  return reports;
}

}  // namespace averment
