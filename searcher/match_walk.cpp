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

void walk(const IndexView& index, const std::vector<MatchSet>& sets, const VisitReport& visit) {
  for (std::size_t shard = 0; shard < sets.size(); ++shard) {
    ValueReader values(index.shards()[shard].database);
    sets[shard].each([&](Xapian::docid number) { visit({values, number, index.number(shard, number)}); });
  }
}

void walk_matches(const IndexView& index, const Xapian::Query& query, const VisitReport& visit) {
  walk(index, matching(index, query), visit);
}

}  // namespace averment
