// The reports that come first.
#include "searcher/ranking.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <unordered_map>

#include "searcher/match_walk.hpp"
#include "searcher/matching.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace slot = schema::slot;

struct Placed {
  RankedReport report;
  std::string id;
};

/// Ids of reports whose numbers ascend.
class ReportIds {
 public:
  explicit ReportIds(const IndexView& index) : index_(index) {
    for (const Shard& shard : index.shards()) readers_.emplace_back(shard.database);
  }
  std::string of(Xapian::docid number) {
    return readers_[index_.shard_of(number)].value(slot::report, index_.number_in_shard(number));
  }

 private:
  const IndexView& index_;
  std::vector<ValueReader> readers_;
};

/// [first, last) have the same rank: puts the first `needed` of them in the order of their ids.
void order_by_id(const IndexView& index, std::vector<RankedReport>::iterator first,
                 std::vector<RankedReport>::iterator last, std::size_t needed) {
  if (last - first < 2) return;
  std::sort(first, last, [](const RankedReport& a, const RankedReport& b) { return a.number < b.number; });
  ReportIds ids(index);
  std::vector<Placed> placed;
  for (auto report = first; report != last; ++report) placed.push_back({*report, ids.of(report->number)});
  const auto earlier = [](const Placed& a, const Placed& b) { return a.id < b.id; };
  const auto end = placed.begin() + static_cast<std::ptrdiff_t>(std::min(needed, placed.size()));
  std::partial_sort(placed.begin(), end, placed.end(), earlier);
  for (const Placed& one : placed) *first++ = one.report;
}

/// Orders what is alike by id, as far as the page reaches, and cuts the page out.
template <typename Alike>
std::vector<RankedReport> page(const IndexView& index, std::vector<RankedReport> reports, std::size_t offset,
                               std::size_t end, const Alike& alike) {
  for (auto first = reports.begin(); first != reports.end();) {
    const auto last = std::find_if(first, reports.end(), [&](const RankedReport& r) { return !alike(*first, r); });
    const auto at = static_cast<std::size_t>(first - reports.begin());
    if (at >= end) break;
    if (at + static_cast<std::size_t>(last - first) > offset) order_by_id(index, first, last, end - at);
    first = last;
  }
  reports.resize(std::min(reports.size(), end));
  reports.erase(reports.begin(), reports.begin() + static_cast<std::ptrdiff_t>(std::min(offset, reports.size())));
  return reports;
}

std::vector<RankedReport> numbers_of(const IndexView& index, const std::vector<MatchSet>& sets) {
  std::vector<RankedReport> reports;
  for (std::size_t shard = 0; shard < sets.size(); ++shard)
    sets[shard].each([&](Xapian::docid number) { reports.push_back({index.number(shard, number), 0}); });
  return reports;
}

/// How well each of the reports matches, by number.
std::unordered_map<Xapian::docid, double> scores(const IndexView& index, const Xapian::Query& query,
                                                 const std::vector<RankedReport>& reports) {
  const auto sets = std::make_shared<std::vector<MatchSet>>();
  for (const Shard& shard : index.shards()) sets->emplace_back(shard.database.get_lastdocid());
  for (const RankedReport& report : reports)
    (*sets)[index.shard_of(report.number)].insert(index.number_in_shard(report.number));
  Xapian::Enquire enquire(index.database());
  enquire.set_query(within(query, index.databases(), sets));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(reports.size()));
  std::unordered_map<Xapian::docid, double> scores;
  for (auto match = found.begin(); match != found.end(); ++match) scores[*match] = match.get_weight();
  return scores;
}

/// Visits each report of the sets with its day, YYYYMMDD; 0: unknown.
template <typename Visit>
void each_day(const IndexView& index, const std::vector<MatchSet>& sets, FacetColumns& columns, const Visit& visit) {
  std::uint64_t matches = 0;
  for (const MatchSet& set : sets) matches += set.count();
  if (const FacetColumn* column = columns.find(index, Field::date, matches)) {
    for (std::size_t shard = 0; shard < sets.size(); ++shard)
      sets[shard].each([&](Xapian::docid number) {
        visit(index.number(shard, number), static_cast<std::uint32_t>(column->values[column->places[shard][number]]));
      });
    return;
  }
  walk(index, sets, [&](const MatchedReport& report) {
    visit(report.number(), static_cast<std::uint32_t>(std::strtoul(report.value(slot::date).c_str(), nullptr, 10)));
  });
}

}  // namespace

Ranking rank_by_relevance(const IndexView& index, const Xapian::Query& query, std::uint32_t offset, std::uint32_t limit,
                          std::uint32_t count_to) {
  const std::size_t end = std::size_t{offset} + limit;
  const Xapian::doccount all = index.database().get_doccount();
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  Ranking ranking;
  // One more than wanted, to see whether the last one shares its rank with others; then all of those are needed.
  for (Xapian::doccount asked = static_cast<Xapian::doccount>(std::min<std::size_t>(end + (limit != 0), all));;
       asked = static_cast<Xapian::doccount>(std::min<std::uint64_t>(asked * std::uint64_t{8}, all))) {
    const Xapian::MSet found = enquire.get_mset(0, asked, count_to);
    ranking.total = found.get_matches_estimated();
    ranking.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    std::vector<RankedReport> reports;
    for (auto match = found.begin(); match != found.end(); ++match) reports.push_back({*match, match.get_weight()});
    const bool whole = reports.size() <= end || asked == all || reports[end - 1].score > reports.back().score;
    if (!whole && reports.front().score == 0) {  // nothing is ranked
      reports = numbers_of(index, matching(index, query));
    } else if (!whole) {
      continue;
    }
    const auto alike = [](const RankedReport& a, const RankedReport& b) { return a.score == b.score; };
    if (limit != 0) ranking.reports = page(index, std::move(reports), offset, end, alike);
    return ranking;
  }
}

std::vector<RankedReport> rank_by_date(const IndexView& index, const Xapian::Query& query,
                                       const std::vector<MatchSet>& sets, FacetColumns& columns, std::uint32_t offset,
                                       std::uint32_t limit) {
  const std::size_t end = std::size_t{offset} + limit;
  if (limit == 0) return {};
  struct Dated {
    std::uint32_t day;
    Xapian::docid number;
  };
  std::vector<Dated> all;
  each_day(index, sets, columns, [&](Xapian::docid number, std::uint32_t day) { all.push_back({day, number}); });
  const auto later = [](const Dated& a, const Dated& b) { return a.day > b.day; };
  if (end < all.size()) {
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(end - 1), all.end(), later);
    const std::uint32_t last = all[end - 1].day;
    std::erase_if(all, [&](const Dated& one) { return one.day < last; });
  }
  std::sort(all.begin(), all.end(), later);
  std::vector<RankedReport> reports;
  for (const Dated& one : all) reports.push_back({one.number, static_cast<double>(one.day)});
  reports = page(index, std::move(reports), offset, end,
                 [](const RankedReport& a, const RankedReport& b) { return a.score == b.score; });
  const std::unordered_map<Xapian::docid, double> score = scores(index, query, reports);
  for (RankedReport& report : reports) report.score = score.contains(report.number) ? score.at(report.number) : 0;
  return reports;
}

}  // namespace averment
