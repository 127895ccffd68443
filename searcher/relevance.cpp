// How well a document matches: BM25, as Xapian computes it by default.
#include "searcher/relevance.hpp"

#include <algorithm>
#include <cmath>

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
      WeighedTerm term;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (query.get_subquery(i).get_type() != Query::LEAF_TERM) return false;
        term.push_back(*query.get_subquery(i).get_terms_begin());
      }
      terms.push_back(std::move(term));
      return true;
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

/// Reads one form's counts along ascending document numbers.
class Form {
 public:
  Form(const Xapian::Database& shard, const std::string& term)
      : at_(shard.postlist_begin(term)), end_(shard.postlist_end(term)) {}

  Xapian::termcount count(Xapian::docid number) {
    if (at_ != end_ && *at_ < number) at_.skip_to(number);
    return at_ != end_ && *at_ == number ? at_.get_wdf() : 0;
  }

 private:
  Xapian::PostingIterator at_, end_;
};

/// In how many documents of the index one of the forms stands.
std::uint64_t frequency(const IndexView& index, const WeighedTerm& term) {
  std::uint64_t sum = 0;
  if (term.size() == 1) return index.database().get_termfreq(term.front());
  for (const Shard& shard : index.shards()) {
    MatchSet all(shard.database.get_lastdocid());
    for (const std::string& form : term)
      for (auto at = shard.database.postlist_begin(form); at != shard.database.postlist_end(form); ++at)
        all.insert(*at);
    sum += all.count();
  }
  return sum;
}

double weight(std::uint64_t frequency, std::uint64_t documents) {
  const double with = static_cast<double>(frequency), all = static_cast<double>(documents);
  double odds = (all - with + 0.5) / (with + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (k1 + 1);
}

/// The lengths of a shard's documents: at once where many are asked for, else one by one.
class Lengths {
 public:
  Lengths(const Shard& shard, std::uint64_t asked) : shard_(shard) {
    constexpr std::uint64_t one_by_one_costs = 50;
    if (shard.lengths.empty() && asked * one_by_one_costs > shard.database.get_doccount()) read();
  }
  Xapian::termcount of(Xapian::docid number) const {
    return shard_.lengths.empty() ? shard_.database.get_doclength(number) : shard_.lengths[number];
  }

 private:
  void read() {
    std::vector<std::uint32_t> lengths(shard_.database.get_lastdocid() + std::size_t{1});
    const auto end = shard_.database.postlist_end("");
    for (auto at = shard_.database.postlist_begin(""); at != end; ++at) lengths[*at] = at.get_doclength();
    shard_.lengths = std::move(lengths);
  }

  const Shard& shard_;
};

/// Scores the documents of a set in one shard.
class ShardScores {
 public:
  ShardScores(const Shard& shard, const std::vector<WeighedTerm>& terms, const std::vector<double>& weights,
              const MatchSet& set, double average_length)
      : database_(shard.database),
        terms_(terms),
        weights_(weights),
        set_(set),
        average_length_(average_length),
        lengths_(shard, set.count()) {}

  template <typename Visit>
  void each(const Visit& visit) const {
    if (lists_are_short())
      along_lists(visit);
    else
      along_documents(visit);
  }

 private:
  /// So short that to read them whole takes less than to look for each document of the set in them.
  bool lists_are_short() const {
    constexpr std::uint64_t looking_costs = 3;
    std::uint64_t postings = 0;
    for (const WeighedTerm& term : terms_) {
      if (term.size() > 1) return false;  // whose counts are added up for each document
      postings += database_.get_termfreq(term.front());
    }
    return postings < looking_costs * terms_.size() * set_.count();
  }

  template <typename Visit>
  void along_lists(const Visit& visit) const {
    std::vector<double> scores(database_.get_lastdocid() + std::size_t{1});
    for (std::size_t term = 0; term < terms_.size(); ++term) {
      const auto end = database_.postlist_end(terms_[term].front());
      for (auto at = database_.postlist_begin(terms_[term].front()); at != end; ++at)
        if (set_.has(*at)) scores[*at] += score(term, at.get_wdf(), *at);
    }
    set_.each([&](Xapian::docid number) { visit(number, scores[number]); });
  }

  template <typename Visit>
  void along_documents(const Visit& visit) const {
    std::vector<std::vector<Form>> forms;
    for (const WeighedTerm& term : terms_) {
      forms.emplace_back();
      for (const std::string& form : term) forms.back().emplace_back(database_, form);
    }
    set_.each([&](Xapian::docid number) {
      double sum = 0;
      for (std::size_t term = 0; term < terms_.size(); ++term) {
        Xapian::termcount count = 0;
        for (Form& form : forms[term]) count += form.count(number);
        if (count != 0) sum += score(term, count, number);
      }
      visit(number, sum);
    });
  }

  double score(std::size_t term, Xapian::termcount count, Xapian::docid number) const {
    const double length = std::max(static_cast<double>(lengths_.of(number)) / average_length_, shortest);
    return weights_[term] * count / (k1 * (length * b + (1 - b)) + count);
  }

  const Xapian::Database& database_;
  const std::vector<WeighedTerm>& terms_;
  const std::vector<double>& weights_;
  const MatchSet& set_;
  double average_length_;
  Lengths lengths_;
};

}  // namespace

std::optional<std::vector<WeighedTerm>> weighed_terms(const Query& query) {
  std::vector<WeighedTerm> terms;
  if (!add_terms(query, terms)) return {};
  return terms;
}

void each_score(const IndexView& index, const std::vector<WeighedTerm>& terms, const std::vector<MatchSet>& sets,
                const std::function<void(Xapian::docid, double)>& visit) {
  std::vector<double> weights;
  for (const WeighedTerm& term : terms)
    weights.push_back(weight(frequency(index, term), index.database().get_doccount()));
  const double average = std::max(index.database().get_avlength(), 1e-9);
  for (std::size_t shard = 0; shard < sets.size(); ++shard) {
    const ShardScores scores(index.shards()[shard], terms, weights, sets[shard], average);
    scores.each([&](Xapian::docid number, double score) { visit(index.number(shard, number), score); });
  }
}

}  // namespace averment
