// Every report that a Xapian query matches, without ranking.
#include "searcher/match_walk.hpp"

namespace averment {
namespace {

using Visit = std::function<void(const Xapian::Document&)>;

class Visitor : public Xapian::MatchSpy {
 public:
  explicit Visitor(const Visit& visit) : visit_(visit) {}
  void operator()(const Xapian::Document& document, double) override { visit_(document); }

 private:
  const Visit& visit_;
};

Xapian::Enquire unranked(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire;
}

}  // namespace

void walk_matches(const IndexView& index, const Xapian::Query& query,
                  const std::function<void(const Xapian::Document&, Xapian::docid)>& visit) {
  for (std::size_t shard = 0; shard < index.shards().size(); ++shard) {
    const Visit of_shard = [&](const Xapian::Document& report) {
      visit(report, index.number(shard, report.get_docid()));
    };
    const Xapian::Database& database = index.shards()[shard].database;
    Visitor visitor(of_shard);
    Xapian::Enquire enquire = unranked(database, query);
    enquire.add_matchspy(&visitor);
    // Only a match that looks at all documents shows them all to a spy.
    enquire.get_mset(0, 0, database.get_doccount());
  }
}

std::uint64_t count_matches(const IndexView& index, const Xapian::Query& query) {
  const Xapian::Database& database = index.database();
  return unranked(database, query).get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace averment
