// Every report that a Xapian query matches, without ranking.
#include "searcher/match_walk.hpp"

#include "searcher/matching.hpp"

namespace averment {

std::string ValueReader::value(Xapian::valueno slot, Xapian::docid number) {
  std::optional<Xapian::ValueIterator>& at = slots_[slot];
  const auto end = shard_.valuestream_end(slot);
  if (!at || (*at != end && at->get_docid() > number)) at = shard_.valuestream_begin(slot);
  if (*at != end && at->get_docid() < number) at->skip_to(number);
  return *at != end && at->get_docid() == number ? **at : std::string();
}

std::vector<MatchSet> matching(const IndexView& index, const Xapian::Query& query) {
  std::vector<MatchSet> sets;
  for (const Shard& shard : index.shards()) sets.push_back(matching(shard.database, query));
  return sets;
}

void walk(const IndexView& index, const std::vector<MatchSet>& sets, const VisitReport& visit) {
  for (std::size_t shard = 0; shard < sets.size(); ++shard) {
    ValueReader values(index.shards()[shard].database);
    sets[shard].each([&](Xapian::docid number) { visit({values, number, index.number(shard, number)}); });
  }
}

void walk_matches(const IndexView& index, const Xapian::Query& query, const VisitReport& visit) {
  walk(index, matching(index, query), visit);
}

std::uint64_t count_matches(const IndexView& index, const Xapian::Query& query) {
  if (const std::optional<std::uint64_t> known = known_count(index.database(), query)) return *known;
  std::uint64_t count = 0;
  for (const MatchSet& set : matching(index, query)) count += set.count();
  return count;
}

}  // namespace averment
