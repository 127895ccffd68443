// How well a document matches: BM25, as Xapian computes it by default.
#include "searcher/relevance.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/deadline.hpp"
#include "searcher/matching.hpp"

namespace averment {
namespace {

using Query = Xapian::Query;

// Xapian::BM25Weight's defaults; with k2 = 0 and k3 = 1, what they weigh has no part in it. Of words in several forms
// it is known here in how many documents they stand, where Xapian estimates it.
constexpr double k1 = 1, b = 0.5, shortest = 0.5;

/// It gives its weight wherever it stands in a document, whatever else of an OR does.
bool stands_alone(const Query& query) {
  return query.get_type() == Query::LEAF_TERM || query.get_type() == Query::OP_SYNONYM ||
         query.get_type() == Query::OP_OR || query.get_type() == Query::OP_SCALE_WEIGHT;
}

bool add_terms(const Query& query, std::vector<WeighedTerm>& terms) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      terms.push_back({*query.get_terms_begin()});
      return true;
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
    case Query::LEAF_POSTING_SOURCE:  // all of ours only test
    case Query::OP_VALUE_GE:
      return true;
    case Query::OP_SYNONYM: {
      std::optional<WeighedTerm> term = synonyms(query);
      if (term) terms.push_back(std::move(*term));
      return term.has_value();
    }
    case Query::OP_AND:
    case Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        if ((query.get_type() == Query::OP_OR && !stands_alone(query.get_subquery(i))) ||
            !add_terms(query.get_subquery(i), terms))
          return false;
      return true;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return add_terms(query.get_subquery(0), terms);
    case Query::OP_SCALE_WEIGHT:
      return true;  // by 0, wherever it is used
    default:
      return false;
  }
}

/// In how many documents of the index one of the forms stands.
std::uint64_t frequency(const IndexView& index, const WeighedTerm& term) {
  std::uint64_t sum = 0;
  for (const Shard& shard : index.shards())
    sum += term.size() == 1 ? shard.postings.most(shard.database, term)
                            : shard.postings.read(shard.database, term)->numbers.size();
  return sum;
}

double weight(std::uint64_t frequency, std::uint64_t documents) {
  const double with = static_cast<double>(frequency), all = static_cast<double>(documents);
  double odds = (all - with + 0.5) / (with + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (k1 + 1);
}

/// What a document's length makes of its counts.
double damping(Xapian::termcount length, double average) {
  return k1 * (std::max(static_cast<double>(length) / average, shortest) * b + (1 - b));
}

/// The dampings of a shard's documents: at once where many are asked for, else one by one.
class Dampings {
 public:
  Dampings(const Shard& shard, std::uint64_t asked, double average) : shard_(shard), average_(average) {
    constexpr std::uint64_t one_by_one_costs = 50;
    if (shard.dampings.empty() && asked * one_by_one_costs > shard.database.get_doccount()) read();
    all_ = shard.dampings.empty() ? nullptr : shard.dampings.data();
  }
  double of(Xapian::docid number) const {
    return all_ ? all_[number] : damping(shard_.database.get_doclength(number), average_);
  }

 private:
  void read() {
    std::vector<double> dampings(MatchSet::room(shard_.database.get_lastdocid()));
    const auto end = shard_.database.postlist_end("");
    for (auto at = shard_.database.postlist_begin(""); at != end; ++at)
      if (*at < dampings.size()) dampings[*at] = damping(at.get_doclength(), average_);
    shard_.dampings = std::move(dampings);
  }

  const Shard& shard_;
  double average_;
  const double* all_;
};

/// Scores the documents of a set in one shard. All is read before anything is added up.
class ShardScores {
 public:
  ShardScores(const IndexView& index, std::size_t shard, const std::vector<WeighedTerm>& terms,
              const std::vector<double>& weights, const MatchSet& set, double average_length)
      : index_(index),
        place_(shard),
        shard_(index.shards()[shard]),
        weights_(weights),
        set_(set),
        average_length_(average_length) {
    for (const WeighedTerm& term : terms) add(term);
  }

  void give_to(BestScored& best) const {
    if (lists_.size() == 1 && has_all(*lists_.front()))
      give_one(best);
    else
      give_sums(best);
  }

 private:
  void add(const WeighedTerm& term) {
    check_time(steps_a_look);
    PostingLists& postings = shard_.postings;
    PostingLists::Pointer list = term.size() == 1 ? postings.read_to_look(shard_.database, term, set_.count())
                                                  : postings.read(shard_.database, term);  // as frequency() did
    if (!list) list = looked_for(term.front());
    fill_shares(*list);
    lists_.push_back(std::move(list));
  }

  /// The set's documents that have the term.
  PostingLists::Pointer looked_for(const std::string& term) const {
    auto list = std::make_shared<PostingList>();
    each_looked_for(shard_.database, term, set_,
                    [&](Xapian::docid number, Xapian::termcount count) { list->add(number, count); });
    return list;
  }

  void fill_shares(PostingList& list) const {
    const std::size_t size = list.numbers.size();
    if (list.shares.size() == size) return;
    const Dampings dampings(shard_, size, average_length_);
    std::vector<double> shares(size);
    list.peaks.assign(size / PostingList::in_peak + 1, 0);
    for (std::size_t i = 0; i < size; ++i) {
      shares[i] = list.counts[i] / (dampings.of(list.numbers[i]) + list.counts[i]);
      double& peak = list.peaks[i / PostingList::in_peak];
      peak = std::max(peak, shares[i]);
    }
    list.shares = std::move(shares);
  }

  bool has_all(const PostingList& list) const {
    if (list.set) return set_.is_within(*list.set);
    return static_cast<std::uint64_t>(std::count_if(list.numbers.begin(), list.numbers.end(),
                                                    [&](Xapian::docid number) { return set_.has(number); })) ==
           set_.count();
  }

  void give_one(BestScored& best) const {
    const PostingList& list = *lists_.front();
    constexpr std::size_t step = PostingList::in_peak;
    for (std::size_t from = 0; from < list.numbers.size(); from += step) {
      if (!best.takes(weights_.front() * list.peaks[from / step])) continue;
      for (std::size_t place = from; place < std::min(from + step, list.numbers.size()); ++place) {
        const double score = weights_.front() * list.shares[place];
        const Xapian::docid number = list.numbers[place];
        if (best.takes(score) && set_.has(number)) best.add(index_.number(place_, number), score);
      }
    }
  }

  void give_sums(BestScored& best) const {
    std::vector<double>& sums = shard_.sums;
    sums.resize(MatchSet::room(shard_.database.get_lastdocid()));
    try {
      for (std::size_t term = 0; term < lists_.size(); ++term) {
        const PostingList& list = *lists_[term];
        each_of_set(list, [&](std::size_t place) { sums[list.numbers[place]] += weights_[term] * list.shares[place]; });
      }
      set_.each([&](Xapian::docid number) { best.add(index_.number(place_, number), std::exchange(sums[number], 0)); });
    } catch (...) {  // no memory for the best
      sums.clear();
      throw;
    }
  }

  /// Visits the places in the list of the set's documents.
  template <typename Visit>
  void each_of_set(const PostingList& list, const Visit& visit) const {
    constexpr std::uint64_t looking_costs = 16;
    if (set_.count() * looking_costs > list.numbers.size()) {
      for (std::size_t place = 0; place < list.numbers.size(); ++place)
        if (set_.has(list.numbers[place])) visit(place);
      return;
    }
    std::size_t place = 0;
    set_.each([&](Xapian::docid number) {
      place = list.place_of(number, place);
      if (place < list.numbers.size() && list.numbers[place] == number) visit(place);
    });
  }

  const IndexView& index_;
  std::size_t place_;
  const Shard& shard_;
  const std::vector<double>& weights_;
  const MatchSet& set_;
  double average_length_;
  std::vector<PostingLists::Pointer> lists_;
};

}  // namespace

std::optional<std::vector<WeighedTerm>> weighed_terms(const Query& query) {
  std::vector<WeighedTerm> terms;
  if (!add_terms(query, terms)) return {};
  return terms;
}

void score(const IndexView& index, const std::vector<WeighedTerm>& terms, const std::vector<MatchSet>& sets,
           BestScored& best) {
  std::vector<double> weights;
  for (const WeighedTerm& term : terms)
    weights.push_back(weight(frequency(index, term), index.database().get_doccount()));
  const double average = std::max(index.database().get_avlength(), 1e-9);
  for (std::size_t shard = 0; shard < sets.size(); ++shard)
    ShardScores(index, shard, terms, weights, sets[shard], average).give_to(best);
}

}  // namespace averment
