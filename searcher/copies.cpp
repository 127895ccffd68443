// Records of reports and their near-duplicates.
#include "searcher/copies.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "searcher/match_walk.hpp"
#include "searcher/near_duplicates.hpp"
#include "store/fingerprint.hpp"
#include "store/packing.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

CopyRecord record_of(IndexView& index, Xapian::docid report) {
  const Xapian::Database& shard = index.shards()[index.shard_of(report)].database;
  Heading heading = unpack_heading(value_of(shard, schema::slot::heading, index.number_in_shard(report)));
  const std::string outlet = heading.outlet == 0 ? std::string() : index.label(Field::outlet, heading.outlet);
  return {std::move(heading.report), outlet, std::move(heading.title), std::move(heading.published), 1};
}

/// Undated reports last.
bool earlier(const CopyRecord& a, const CopyRecord& b) {
  return std::forward_as_tuple(a.published.empty(), a.published, a.report) <
         std::forward_as_tuple(b.published.empty(), b.published, b.report);
}

CopyCluster cluster_of(IndexView& index, RunReader& reader, const std::vector<Xapian::docid>& reports) {
  std::vector<std::pair<CopyRecord, Xapian::docid>> records;
  for (const Xapian::docid report : reports) records.emplace_back(record_of(index, report), report);
  std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return earlier(a.first, b.first); });
  const std::vector<std::uint64_t> first = reader.of(records.front().second);
  CopyCluster cluster;
  for (auto& [record, number] : records) {
    if (number != records.front().second) record.shared = shared(first, reader.of(number));
    cluster.reports.push_back(std::move(record));
  }
  return cluster;
}

}  // namespace

std::vector<CopyRecord> copies_of(IndexView& index, Xapian::docid report) {
  RunReader reader(index);
  const std::vector<std::uint64_t> its = reader.of(report);
  std::vector<CopyRecord> copies;
  for (const Xapian::docid other : likely_copies(index, report)) {
    const double share = other == report ? 0 : shared(its, reader.of(other));
    if (share < near_duplicate_share) continue;
    copies.push_back(record_of(index, other));
    copies.back().shared = share;
  }
  std::sort(copies.begin(), copies.end(), [](const CopyRecord& a, const CopyRecord& b) {
    return a.shared != b.shared ? a.shared > b.shared : a.report < b.report;
  });
  return copies;
}

std::vector<CopyCluster> copy_clusters(IndexView& index, const std::vector<Xapian::docid>& reports) {
  const std::vector<std::uint32_t> numbers = near_duplicate_clusters(index, reports);
  std::map<std::uint32_t, std::vector<Xapian::docid>> members;
  for (std::size_t i = 0; i < reports.size(); ++i) members[numbers[i]].push_back(reports[i]);
  RunReader reader(index);
  std::vector<CopyCluster> clusters;
  for (const auto& [number, of_cluster] : members)
    if (of_cluster.size() > 1) clusters.push_back(cluster_of(index, reader, of_cluster));
  std::sort(clusters.begin(), clusters.end(), [](const CopyCluster& a, const CopyCluster& b) {
    return a.reports.size() != b.reports.size() ? a.reports.size() > b.reports.size()
                                                : a.reports.front().report < b.reports.front().report;
  });
  return clusters;
}

}  // namespace averment
