// Every report that a Xapian query matches, without ranking.
#include "searcher/match_walk.hpp"

#include <cstdlib>

#include "searcher/deadline.hpp"
#include "searcher/matching.hpp"

namespace averment {

const std::string& ValueReader::value(Xapian::valueno slot, Xapian::docid number) {
  auto& [at, asked, value] = slots_[slot];
  if (at && number == asked) return value;
  const auto end = shard_.valuestream_end(slot);
  if (!at || number < asked) at = shard_.valuestream_begin(slot);
  asked = number;
  if (*at != end && at->get_docid() < number) at->skip_to(number);
  value = *at != end && at->get_docid() == number ? **at : std::string();
  return value;
}

std::string value_of(const Xapian::Database& shard, Xapian::valueno slot, Xapian::docid number) {
  check_time(steps_of_reading);
  return shard.get_document(number, Xapian::DOC_ASSUME_VALID).get_value(slot);
}

ReportIds::ReportIds(const IndexView& index) : index_(index) {
  for (const Shard& shard : index.shards()) readers_.emplace_back(shard.database);
}

std::string ReportIds::of(Xapian::docid number) {
  check_time();
  return readers_[index_.shard_of(number)].value(schema::slot::report, index_.number_in_shard(number));
}

std::uint32_t published_day(const MatchedReport& report) {
  return static_cast<std::uint32_t>(std::strtoul(report.value(schema::slot::date).c_str(), nullptr, 10));
}

void walk(const IndexView& index, const std::vector<MatchSet>& sets, const VisitReport& visit) {
  for (std::size_t shard = 0; shard < sets.size(); ++shard) {
    ValueReader values(index.shards()[shard].database);
    sets[shard].each([&](Xapian::docid number) {
      check_time();
      visit({values, number, index.number(shard, number)});
    });
  }
}

void walk_matches(const IndexView& index, const Xapian::Query& query, const VisitReport& visit) {
  walk(index, matching(index, query), visit);
}

}  // namespace averment
