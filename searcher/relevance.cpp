// How well a document matches: BM25, as Xapian computes it by default.
#include "searcher/relevance.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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

/// Scores the documents of a set in one shard.
class ShardScores {
 public:
  ShardScores(const Shard& shard, const std::vector<WeighedTerm>& terms, const std::vector<double>& weights,
              const MatchSet& set, double average_length)
      : database_(shard.database),
        postings_(shard.postings),
        sums_(shard.sums),
        terms_(terms),
        weights_(weights),
        set_(set),
        dampings_(shard, set.count(), average_length) {}

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
    if (is_all_of_one_term())
      return each_posting(
          0, [&](Xapian::docid number, Xapian::termcount count) { visit(number, score(0, count, number)); });
    sums_.resize(MatchSet::room(database_.get_lastdocid()));
    try {
      for (std::size_t term = 0; term < terms_.size(); ++term)
        each_posting(
            term, [&](Xapian::docid number, Xapian::termcount count) { sums_[number] += score(term, count, number); });
      set_.each([&](Xapian::docid number) { visit(number, std::exchange(sums_[number], 0)); });
    } catch (...) {  // a writer took this state away, and the whole is done again
      sums_.clear();
      throw;
    }
  }

  bool is_all_of_one_term() const {
    const ReadPostings::List* list = terms_.size() == 1 ? postings_.find(terms_.front().front()) : nullptr;
    return list && list->size() == set_.count() &&
           std::all_of(list->begin(), list->end(), [&](const auto& posting) { return set_.has(posting.first); });
  }

  /// Of the set's documents.
  template <typename Visit>
  void each_posting(std::size_t term, const Visit& visit) const {
    const std::string& form = terms_[term].front();
    if (const ReadPostings::List* list = postings_.find(form)) {
      for (const auto& [number, count] : *list)
        if (set_.has(number)) visit(number, count);
      return;
    }
    const auto end = database_.postlist_end(form);
    for (auto at = database_.postlist_begin(form); at != end; ++at) {
      const Xapian::docid number = *at;
      if (set_.has(number)) visit(number, at.get_wdf());
    }
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
    return weights_[term] * count / (dampings_.of(number) + count);
  }

  const Xapian::Database& database_;
  const ReadPostings& postings_;
  std::vector<double>& sums_;
  const std::vector<WeighedTerm>& terms_;
  const std::vector<double>& weights_;
  const MatchSet& set_;
  Dampings dampings_;
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
