// Answers that compare claims: finds them packed, and reads whole only what is answered.
#include "searcher/comparison_answers.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "searcher/calendar.hpp"
#include "searcher/comparable_claims.hpp"
#include "searcher/conflict_finder.hpp"
#include "searcher/corroboration_finder.hpp"
#include "searcher/near_duplicates.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using Groups = std::vector<std::vector<Comparable>>;

Groups collect(ComparableClaims& comparable, const ClaimsToCompare& claims) {
  claims.wanted([&](const auto&... found) { comparable.want(found...); });
  claims.all([&](const MatchedReport& report, const std::vector<PackedClaim>& packed,
                 const std::vector<std::uint32_t>&) { comparable.add(report, packed); });
  return comparable.groups();
}

CopiesOf copies_of(IndexView& index, const std::set<Xapian::docid>& reports) {
  const std::vector<Xapian::docid> numbers(reports.begin(), reports.end());
  const std::vector<std::uint32_t> clusters = near_duplicate_clusters(index, numbers);
  CopiesOf copies;
  for (std::size_t i = 0; i < numbers.size(); ++i) copies[numbers[i]] = clusters[i];
  return copies;
}

/// Records of claims at several places of several reports, each report read once.
class Records {
 public:
  explicit Records(const ClaimsToCompare& claims) : claims_(claims) {}

  void want(const Comparable& claim) {
    places_[claim.claim.report].insert(claim.claim.place);
    if (claim.added) places_[claim.claim.report].insert(*claim.added);
  }

  void read() {
    for (const auto& [report, places] : places_) {
      std::vector<ClaimRecord> records =
          claims_.records(report, std::vector<std::uint32_t>(places.begin(), places.end()));
      auto record = records.begin();
      for (const std::uint32_t place : places)
        records_[{report, place}] = std::make_shared<const ClaimRecord>(std::move(*record++));
    }
  }

  using Record = std::shared_ptr<const ClaimRecord>;

  const Record& of(const Comparable& claim) const { return records_.at({claim.claim.report, claim.claim.place}); }
  Record added_to(const Comparable& claim) const {
    return claim.added ? records_.at({claim.claim.report, *claim.added}) : nullptr;
  }

 private:
  const ClaimsToCompare& claims_;
  std::map<Xapian::docid, std::set<std::uint32_t>> places_;
  std::map<std::pair<Xapian::docid, std::uint32_t>, Record> records_;
};

/// The people whom a group or a cluster is about, with what tells them: of a side, those at whatever place.
Counted people_of(const ClaimRecord& record, const ClaimFacts& facts) {
  Counted counted = record.claim.counted;
  if (facts.told_by_side() || facts.counted.place == 0) counted.place = counted.country = "";
  return counted;
}

/// What is needed to make found pairs into records.
class PairReader {
 public:
  PairReader(IndexView& index, const ClaimsToCompare& claims, const FoundPairs& found) : records_(claims) {
    std::set<Xapian::docid> reports;
    for (const FoundPairs::Group& group : found.widest)
      for (const FoundPair& pair : group.widest)
        for (const Comparable* one : {pair.a, pair.b}) {
          records_.want(*one);
          reports.insert(one->claim.report);
        }
    records_.read();
    copies_ = copies_of(index, reports);
  }

  ComparedPair pair(const FoundPair& found) const {
    return {found.comparison,
            records_.of(*found.a),
            records_.of(*found.b),
            records_.added_to(*found.a),
            records_.added_to(*found.b),
            are_copies(found)};
  }

  bool are_copies(const FoundPair& found) const {
    return found.a->claim.report != found.b->claim.report &&
           copies_.at(found.a->claim.report) == copies_.at(found.b->claim.report);
  }

 private:
  Records records_;
  CopiesOf copies_;
};

/// A cluster with what it is ordered by.
struct CountedCluster {
  struct Figure {
    const std::vector<const Comparable*>* claims;
    Support support;
  };
  const FoundCluster* cluster;
  Support support;
  std::vector<Figure> figures;
};

bool better(const Support& a, const Support& b) {
  return a.origins != b.origins ? a.origins > b.origins : a.mentions > b.mentions;
}

/// The best supported first; the order so far, which no order of reports changes, settles ties.
template <typename Counted>
void keep_best(std::vector<Counted>& all, std::uint32_t count) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Counted& a, const Counted& b) { return better(a.support, b.support); });
  if (all.size() > count) all.resize(count);
}

class CorroborationReader {
 public:
  CorroborationReader(const ClaimsToCompare& claims, const std::vector<ComparableClaims::ReportFacts>& reports,
                      const CopiesOf& copies, const CorroborationOptions& options)
      : records_(claims), reports_(reports), copies_(copies), options_(options) {}

  std::vector<Corroboration> read(const std::vector<FoundCluster>& found) {
    std::vector<CountedCluster> clusters;
    for (const FoundCluster& cluster : found)
      clusters.push_back({&cluster, support_of(cluster.members, reports_, copies_), {}});
    keep_best(clusters, options_.limit);
    for (CountedCluster& cluster : clusters) choose_figures(cluster);
    records_.read();
    std::vector<Corroboration> answers;
    for (const CountedCluster& cluster : clusters) answers.push_back(answer(cluster));
    return answers;
  }

 private:
  void choose_figures(CountedCluster& counted) {
    for (const auto& claims : counted.cluster->figures)
      counted.figures.push_back({&claims, support_of(claims, reports_, copies_)});
    keep_best(counted.figures, options_.figures);
    records_.want(*counted.cluster->members.front());
    for (const auto& figure : counted.figures)
      for (std::size_t i = 0; i < std::min<std::size_t>(options_.claims, figure.claims->size()); ++i)
        records_.want(*(*figure.claims)[i]);
  }

  Corroboration answer(const CountedCluster& counted) const {
    const Comparable& first = *counted.cluster->members.front();
    Corroboration answer;
    answer.category = first.facts.category;
    answer.counted = people_of(*records_.of(first), first.facts);
    answer.support = counted.support;
    answer.figure_count = counted.cluster->figures.size();
    set_dates(answer, counted.cluster->members);
    for (const CountedCluster::Figure& figure : counted.figures) {
      FigureSupport& support = answer.figures.emplace_back();
      support.support = figure.support;
      for (std::size_t i = 0; i < std::min<std::size_t>(options_.claims, figure.claims->size()); ++i)
        support.claims.push_back(*records_.of(*(*figure.claims)[i]));
    }
    return answer;
  }

  void set_dates(Corroboration& answer, const std::vector<const Comparable*>& members) const {
    std::uint32_t first = 0, last = 0;
    for (const Comparable* one : members) {
      const std::uint32_t day = one->facts.published;
      if (day == 0) continue;
      first = first == 0 ? day : std::min(first, day);
      last = std::max(last, day);
    }
    if (last == 0) return;
    answer.first_date = date_text(first);
    answer.last_date = date_text(last);
  }

  Records records_;
  const std::vector<ComparableClaims::ReportFacts>& reports_;
  const CopiesOf& copies_;
  const CorroborationOptions& options_;
};

std::set<Xapian::docid> reports_of(const std::vector<FoundCluster>& clusters) {
  std::set<Xapian::docid> reports;
  for (const FoundCluster& cluster : clusters)
    for (const Comparable* one : cluster.members) reports.insert(one->claim.report);
  return reports;
}

}  // namespace

ConflictAnswer answer_conflicts(IndexView& index, const ClaimsToCompare& claims, const ConflictOptions& options) {
  ComparableClaims comparable(index, options.comparison, options.filter, scope_of(options));
  const Groups groups = collect(comparable, claims);
  const FoundPairs found = find_pairs(groups, options);
  ConflictAnswer answer;
  answer.total = found.total;
  answer.groups = found.groups;
  for (std::size_t i = 0; i < found.of_relation.size(); ++i)
    if (found.of_relation[i] > 0) answer.relations.emplace_back(static_cast<Relation>(i), found.of_relation[i]);
  const PairReader reader(index, claims, found);
  for (const FoundPairs::Group& group : found.widest) {
    PairGroup& made = answer.widest.emplace_back();
    made.count = group.count;
    for (const FoundPair& pair : group.widest) made.widest.push_back(reader.pair(pair));
    made.category = group.widest.front().a->facts.category;
    made.counted = people_of(*made.widest.front().a, group.widest.front().a->facts);
  }
  return answer;
}

CorroborationAnswer answer_corroboration(IndexView& index, const ClaimsToCompare& claims,
                                         const CorroborationOptions& options) {
  ComparableClaims comparable(index, options.comparison, options.filter, ComparableClaims::Scope::mentions);
  const Groups groups = collect(comparable, claims);
  const std::vector<FoundCluster> found = find_clusters(groups, options.comparison);
  const CopiesOf copies = copies_of(index, reports_of(found));
  CorroborationReader reader(claims, comparable.reports(), copies, options);
  return {found.size(), reader.read(found)};
}

RelatedClaims answer_related(IndexView& index, const ClaimsToCompare& claims, const ComparisonOptions& options) {
  ConflictOptions wanted;
  wanted.comparison = options;
  ComparableClaims comparable(index, options, wanted.filter, scope_of(wanted));
  const Groups groups = collect(comparable, claims);
  const FoundPairs found = find_pairs(groups, wanted);
  const PairReader reader(index, claims, found);
  RelatedClaims related;
  for (const FoundPairs::Group& group : found.widest)
    for (const FoundPair& pair : group.widest) {
      if (pair.a->added || pair.b->added) continue;
      const Comparison& comparison = pair.comparison;
      const bool agrees = comparison.relation == Relation::same || comparison.relation == Relation::compatible;
      const bool independent = comparison.same_origin == false && !reader.are_copies(pair);
      const ComparedPair read = reader.pair(pair);
      std::vector<RelatedClaims::Related>& list = !agrees       ? related.differing
                                                  : independent ? related.said_too
                                                                : related.repeated;
      list.push_back({comparison, pair.a->wanted ? *read.b : *read.a});
    }
  return related;
}

}  // namespace averment
