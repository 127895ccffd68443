// Gold and found claims → pairs, and how many there are of what.
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include "evaluation/claim_agreement.hpp"

namespace averment {
namespace {

/// The nearest number of four decimals, as it is printed.
double rounded(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed, 4).ptr;
  std::from_chars(digits.begin(), end, number);
  return number;
}

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Rates rates(std::uint64_t hits, std::uint64_t gold, std::uint64_t found) {
  const double precision = ratio(hits, found), recall = ratio(hits, gold);
  const double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  return {rounded(precision), rounded(recall), rounded(f1), hits};
}

std::int64_t overlap(const GoldClaim& gold, const ClaimRecord& found) {
  return std::int64_t{std::min(*gold.end, found.end)} - std::int64_t{std::max(*gold.start, found.start)};
}

bool allows(const GoldClaim& gold, Category category) {
  return gold.category == category ||
         std::find(gold.accept_category.begin(), gold.accept_category.end(), category) != gold.accept_category.end();
}

/// A pair that may be made, and how much speaks for it.
struct Candidate {
  ClaimPair pair;
  std::int64_t overlap = 0;
  auto weight() const { return std::tuple(pair.value, pair.source, overlap); }
};

class Comparing {
 public:
  Comparing(const std::vector<GoldClaim>& gold, const std::vector<ClaimRecord>& found) : gold_(gold), found_(found) {
    for (std::size_t i = 0; i < gold.size(); ++i) gold_of_[gold[i].report].push_back(i);
    for (std::size_t i = 0; i < found.size(); ++i) found_of_[found[i].report].push_back(i);
  }

  ClaimComparison run() {
    std::vector<bool> used_gold(gold_.size()), used_found(found_.size());
    for (const auto& [report, places] : gold_of_) pair_up(places, found_of_[report], used_gold, used_found);
    for (std::size_t i = 0; i < gold_.size(); ++i)
      if (!used_gold[i] && !gold_[i].optional) comparison_.missed.push_back(i);
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (!used_found[i]) comparison_.spurious.push_back(i);
    count();
    return std::move(comparison_);
  }

 private:
  void pair_up(const std::vector<std::size_t>& gold, const std::vector<std::size_t>& found,
               std::vector<bool>& used_gold, std::vector<bool>& used_found) {
    std::vector<Candidate> candidates;
    for (const std::size_t g : gold)
      for (const std::size_t f : found)
        if (allows(gold_[g], found_[f].claim.category) && overlap(gold_[g], found_[f]) > 0)
          candidates.push_back({agreement(g, f), overlap(gold_[g], found_[f])});
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.weight() > b.weight(); });
    for (const Candidate& candidate : candidates) {
      const ClaimPair& pair = candidate.pair;
      if (used_gold[pair.gold] || used_found[pair.found]) continue;
      used_gold[pair.gold] = used_found[pair.found] = true;
      comparison_.pairs.push_back(pair);
    }
  }

  ClaimPair agreement(std::size_t g, std::size_t f) const {
    const GoldClaim& gold = gold_[g];
    const Claim& found = found_[f].claim;
    return {.gold = g,
            .found = f,
            .value = same_value(gold, found),
            .source = same_source(gold, found.source),
            .qualifier = gold.qualifier == found.qualifier,
            .modality = gold.modality == found.modality,
            .group = same_group(gold, found)};
  }

  struct Counts {
    std::uint64_t gold = 0, found = 0, hits = 0;
  };

  void count() {
    std::map<std::string_view, std::pair<Category, Counts>> by_category;
    const auto counts = [&](Category category) -> Counts& {
      auto& [same, of] = by_category[name_of(category)];
      same = category;
      return of;
    };
    for (const GoldClaim& gold : gold_)
      if (!gold.optional) ++counts(gold.category).gold;
    for (const std::size_t f : comparison_.spurious) ++counts(found_[f].claim.category).found;
    std::uint64_t valued = 0, attributed = 0, source = 0, qualifier = 0, modality = 0;
    Counts all;
    for (const ClaimPair& pair : comparison_.pairs) {
      if (gold_[pair.gold].optional) continue;
      ++all.hits;
      ++counts(gold_[pair.gold].category).hits;
      ++counts(found_[pair.found].claim.category).found;
      valued += pair.value;
      attributed += pair.value && pair.source;
      source += pair.source;
      qualifier += pair.qualifier;
      modality += pair.modality;
    }
    ClaimScores& scores = comparison_.scores;
    for (const auto& [name, row] : by_category) {
      const auto& [category, of] = row;
      scores.by_category.push_back({category, rates(of.hits, of.gold, of.found), of.gold});
      all.gold += of.gold;
      all.found += of.found;
    }
    scores.gold = all.gold;
    scores.found = all.found;
    scores.detected = rates(all.hits, all.gold, all.found);
    scores.valued = rates(valued, all.gold, all.found);
    scores.attributed = rates(attributed, all.gold, all.found);
    scores.source_given_detected = rounded(ratio(source, all.hits));
    scores.qualifier_given_detected = rounded(ratio(qualifier, all.hits));
    scores.modality_given_detected = rounded(ratio(modality, all.hits));
  }

  const std::vector<GoldClaim>& gold_;
  const std::vector<ClaimRecord>& found_;
  std::map<std::string, std::vector<std::size_t>> gold_of_, found_of_;
  ClaimComparison comparison_;
};

}  // namespace

ClaimComparison compare_claims(const std::vector<GoldClaim>& gold, const std::vector<ClaimRecord>& found) {
  return Comparing(gold, found).run();
}

}  // namespace averment
