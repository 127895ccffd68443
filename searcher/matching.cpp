// Which documents a query matches, without ranking: what Xapian's matcher would find, but terms are joined as bits.
#include "searcher/matching.hpp"

#include <algorithm>
#include <string>

#include "searcher/deadline.hpp"
#include "searcher/match_walk.hpp"
#include "searcher/slot_filter.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using Query = Xapian::Query;

/// The documents of a set of one database, without weight.
class SetSource : public Xapian::PostingSource {
 public:
  explicit SetSource(const MatchSet& set) : set_(set), count_(static_cast<Xapian::doccount>(set.count())) {}

  void init(const Xapian::Database&) override {
    at_ = 0;
    ended_ = false;
  }
  void next(double) override { go_to(at_ + 1); }
  void skip_to(Xapian::docid number, double) override {
    if (number > at_) go_to(number);
  }
  bool at_end() const override { return ended_; }
  Xapian::docid get_docid() const override { return at_; }
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  SetSource* clone() const override { return new SetSource(set_); }

 private:
  void go_to(Xapian::docid number) {
    at_ = set_.from(number);
    ended_ = at_ == 0;
  }

  const MatchSet& set_;
  Xapian::doccount count_;
  Xapian::docid at_ = 0;
  bool ended_ = false;
};

Query of_set(const MatchSet& set) { return Query((new SetSource(set))->release()); }

class Matching {
 public:
  explicit Matching(const Shard& shard)
      : shard_(shard.database), words_(shard.words), postings_(shard.postings), last_(shard.database.get_lastdocid()) {}

  /// Of `among`, if there is one, else of all.
  MatchSet of(const Query& query, const MatchSet* among) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return of_term({*query.get_terms_begin()}, among);
      case Query::LEAF_MATCH_ALL:
        return among ? *among : of_term({""}, nullptr);
      case Query::LEAF_MATCH_NOTHING:
        return MatchSet(last_);
      case Query::OP_SCALE_WEIGHT:
        return of(query.get_subquery(0), among);
      case Query::OP_SYNONYM:
        if (const std::optional<WeighedTerm> term = synonyms(query)) return of_term(*term, among);
        return of_any(query, among);
      case Query::OP_OR:
        return of_any(query, among);
      case Query::OP_AND:
      case Query::OP_FILTER:
        return of_all(query, among);
      case Query::OP_AND_NOT: {
        MatchSet left = of(query.get_subquery(0), among);
        left -= of(query.get_subquery(1), &left);
        return left;
      }
      default:
        if (const auto condition = slot_condition(query)) return tested(*condition, among);
        return asked(query, among);
    }
  }

 private:
  MatchSet tested(const SlotCondition& condition, const MatchSet* among) const {
    MatchSet found(last_);
    const SlotTest test = condition.make(shard_);
    if (!test) return found;
    const auto check = [&](Xapian::docid number, std::string_view value) {
      check_time();
      if (!value.empty() && test(value)) found.insert(number);
    };
    if (among && condition.slot == schema::slot::words) {
      // Most of the time went into waiting for the words of reports: they are asked for some reports ahead.
      constexpr std::size_t ahead = 4;
      std::vector<Xapian::docid> numbers;
      among->each([&](Xapian::docid number) { numbers.push_back(number); });
      for (std::size_t at = 0; at < numbers.size(); ++at) {
        if (at + 2 * ahead < numbers.size()) words_.prefetch_place(numbers[at + 2 * ahead]);
        if (at + ahead < numbers.size()) words_.prefetch(numbers[at + ahead]);
        check(numbers[at], words_.of(shard_, numbers[at]));
      }
    } else if (among) {
      ValueReader values(shard_);
      among->each([&](Xapian::docid number) { check(number, values.value(condition.slot, number)); });
    } else {
      const auto end = shard_.valuestream_end(condition.slot);
      for (auto value = shard_.valuestream_begin(condition.slot); value != end; ++value)
        check(value.get_docid(), *value);
    }
    return found;
  }

  MatchSet of_term(const WeighedTerm& term, const MatchSet* among) const {
    check_time();
    if (!among) return whole(*postings_.read(shard_, term));
    if (const PostingLists::Pointer list = postings_.read_to_look(shard_, term, among->count()))
      return those_of(*list, *among);
    MatchSet found(last_);
    for (const std::string& form : term)
      each_looked_for(shard_, form, *among, [&](Xapian::docid number, Xapian::termcount) { found.insert(number); });
    return found;
  }

  MatchSet whole(const PostingList& list) const { return list.set ? *list.set : MatchSet(last_, list.numbers); }

  MatchSet those_of(const PostingList& list, const MatchSet& among) const {
    if (list.set) {
      MatchSet both = among;
      both &= *list.set;
      return both;
    }
    MatchSet found(last_);
    for (const Xapian::docid number : list.numbers)
      if (among.has(number)) found.insert(number);
    return found;
  }

  MatchSet of_any(const Query& query, const MatchSet* among) const {
    MatchSet found(last_);
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) found |= of(query.get_subquery(i), among);
    return found;
  }

  /// What is rare first, and what tests documents one by one last.
  MatchSet of_all(const Query& query, const MatchSet* among) const {
    std::vector<std::pair<std::uint64_t, std::size_t>> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) parts.emplace_back(most(query.get_subquery(i)), i);
    std::sort(parts.begin(), parts.end());
    MatchSet found = of(query.get_subquery(parts.front().second), among);
    for (std::size_t i = 1; i < parts.size(); ++i) found = of(query.get_subquery(parts[i].second), &found);
    return found;
  }

  /// How many documents match at most.
  std::uint64_t most(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return postings_.most(shard_, {*query.get_terms_begin()});
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_NOT:
        return most(query.get_subquery(0));
      case Query::OP_AND:
      case Query::OP_FILTER: {
        std::uint64_t least = most(query.get_subquery(0));
        for (std::size_t i = 1; i < query.get_num_subqueries(); ++i)
          least = std::min(least, most(query.get_subquery(i)));
        return least;
      }
      case Query::OP_OR:
      case Query::OP_SYNONYM: {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) sum += most(query.get_subquery(i));
        return sum;
      }
      default:
        return last_ + std::uint64_t{1};
    }
  }

  MatchSet asked(const Query& query, const MatchSet* among) const {
    struct Spy : Xapian::MatchSpy {
      explicit Spy(MatchSet& set) : found(set) {}
      void operator()(const Xapian::Document& document, double) override { found.insert(document.get_docid()); }
      MatchSet& found;
    };
    MatchSet found(last_);
    Spy spy(found);
    Xapian::Enquire enquire(shard_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(among ? Query(Query::OP_AND, of_set(*among), query) : query);
    enquire.add_matchspy(&spy);
    // Only a match that looks at all documents shows them all to a spy.
    enquire.get_mset(0, 0, shard_.get_doccount());
    return found;
  }

  const Xapian::Database& shard_;
  WordBlocks& words_;
  PostingLists& postings_;
  Xapian::docid last_;
};

}  // namespace

MatchSet matching(const Shard& shard, const Query& query) { return Matching(shard).of(query, nullptr); }

std::optional<WeighedTerm> synonyms(const Query& query) {
  WeighedTerm terms;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (query.get_subquery(i).get_type() != Query::LEAF_TERM) return {};
    terms.push_back(*query.get_subquery(i).get_terms_begin());
  }
  return terms;
}

std::vector<MatchSet> empty_sets(const IndexView& index) {
  std::vector<MatchSet> sets;
  for (const Shard& shard : index.shards()) sets.emplace_back(shard.database.get_lastdocid());
  return sets;
}

std::uint64_t count(const std::vector<MatchSet>& sets) {
  std::uint64_t count = 0;
  for (const MatchSet& set : sets) count += set.count();
  return count;
}

std::vector<MatchSet> matching(const IndexView& index, const Query& query) {
  std::vector<MatchSet> sets;
  for (const Shard& shard : index.shards()) sets.push_back(matching(shard, query));
  return sets;
}

}  // namespace averment
