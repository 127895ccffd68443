// Which reports are copies of one another.
#include "searcher/near_duplicates.hpp"

#include <map>
#include <string>
#include <utility>

#include "searcher/match_walk.hpp"
#include "store/schema.hpp"

namespace averment {

/// Copies have the same words in the same order.
std::vector<std::uint32_t> near_duplicate_clusters(IndexView& index, const std::vector<Xapian::docid>& reports) {
  std::vector<ValueReader> readers;
  for (const Shard& shard : index.shards()) readers.emplace_back(shard.database);
  std::map<std::pair<std::size_t, std::string>, std::uint32_t> numbers;  // Each index numbers words for itself.
  std::vector<std::uint32_t> clusters;
  for (const Xapian::docid report : reports) {
    const std::size_t shard = index.shard_of(report);
    std::string words = readers[shard].value(schema::slot::words, index.number_in_shard(report));
    const auto next = static_cast<std::uint32_t>(numbers.size());
    clusters.push_back(numbers.try_emplace({shard, std::move(words)}, next).first->second);
  }
  return clusters;
}

}  // namespace averment
