// What was read wrongly, and why, as far as it can be told.
#include <algorithm>
#include <array>
#include <map>

#include "averment/evaluation.hpp"
#include "evaluation/figure_place.hpp"
#include "evaluation/missed_claim.hpp"
#include "store/code_points.hpp"

namespace averment {
namespace {

std::string text_of(std::string_view name) { return std::string(name); }

std::string read_as(std::string_view gold, std::string_view found) {
  return text_of(gold) + " read as " + text_of(found);
}

bool overlaps(const GoldClaim& gold, const ClaimRecord& found) {
  return gold.report == found.report && std::max(*gold.start, found.start) < std::min(*gold.end, found.end);
}

std::string source_detail(const GoldClaim& gold, const Claim& found) {
  if (!found.source) return "no source found";
  return gold.source.empty() ? "should be none" : "other party";
}

std::string group_detail(const GoldClaim& gold, const Claim& found) {
  if (found.group.empty()) return "no group found";
  return gold.group.empty() ? "should be none" : "other words";
}

class Collecting {
 public:
  Collecting(const ClaimComparison& comparison, const std::vector<GoldClaim>& gold,
             const std::vector<ClaimRecord>& found, const std::filesystem::path& lexicons)
      : comparison_(comparison), gold_(gold), found_(found), missed_claims_(lexicons) {}

  std::vector<Miss> run() {
    std::vector<bool> explained(found_.size());
    for (const std::size_t g : comparison_.missed) add_missed(g, explained);
    for (const std::size_t f : comparison_.spurious)
      if (!explained[f]) add(Miss::Kind::spurious, found_[f].claim.rule, {}, f);
    for (const ClaimPair& pair : comparison_.pairs)
      if (!gold_[pair.gold].optional) add_wrong(pair);
    std::stable_sort(misses_.begin(), misses_.end(), [](const Miss& a, const Miss& b) {
      return std::tie(a.kind, a.detail, a.gold, a.found) < std::tie(b.kind, b.detail, b.gold, b.found);
    });
    return std::move(misses_);
  }

 private:
  void add(Miss::Kind kind, std::string detail, std::optional<std::size_t> gold, std::optional<std::size_t> found) {
    Miss miss{kind, std::move(detail), gold, found, "", {}};
    if (gold)
      place(gold_[*gold], miss);
    else
      place(found_[*found], miss);
    misses_.push_back(std::move(miss));
  }

  static void place(const GoldClaim& gold, Miss& miss) {
    miss.sentence = gold.sentence;
    if (const auto at = figure_place(gold.sentence, gold.figure, gold.nth))
      miss.figure = {static_cast<std::uint32_t>(*at), static_cast<std::uint32_t>(*at + gold.figure.size())};
  }

  static void place(const ClaimRecord& found, Miss& miss) {
    miss.sentence = found.sentence;
    if (found.start < found.sentence_start) return;
    CodePoints places(found.sentence);
    const auto begin = places.byte_of(found.start - found.sentence_start);
    const auto end = places.byte_of(found.end - found.sentence_start);
    if (begin && end) miss.figure = {*begin, *end};
  }

  void add_missed(std::size_t g, std::vector<bool>& explained) {
    const GoldClaim& gold = gold_[g];
    const std::string category = text_of(name_of(gold.category));
    const auto other = std::find_if(comparison_.spurious.begin(), comparison_.spurious.end(),
                                    [&](std::size_t f) { return !explained[f] && overlaps(gold, found_[f]); });
    if (other == comparison_.spurious.end())
      return add(Miss::Kind::missed, category + ": " + missed_claims_.reason(gold), g, {});
    explained[*other] = true;
    add(Miss::Kind::wrong_category, read_as(category, name_of(found_[*other].claim.category)), g, *other);
  }

  void add_wrong(const ClaimPair& pair) {
    const GoldClaim& gold = gold_[pair.gold];
    const Claim& found = found_[pair.found].claim;
    const auto add_one = [&](Miss::Kind kind, std::string detail) {
      add(kind, std::move(detail), pair.gold, pair.found);
    };
    if (!pair.value) add_one(Miss::Kind::wrong_value, gold.share || found.share ? "share" : "bounds");
    if (!pair.group) add_one(Miss::Kind::wrong_group, group_detail(gold, found));
    if (!pair.source) add_one(Miss::Kind::wrong_source, source_detail(gold, found));
    if (!pair.qualifier && gold.qualifier)
      add_one(Miss::Kind::wrong_qualifier, read_as(name_of(*gold.qualifier), name_of(found.qualifier)));
    if (!pair.modality) add_one(Miss::Kind::wrong_modality, read_as(name_of(gold.modality), name_of(found.modality)));
  }

  const ClaimComparison& comparison_;
  const std::vector<GoldClaim>& gold_;
  const std::vector<ClaimRecord>& found_;
  const MissedClaims missed_claims_;
  std::vector<Miss> misses_;
};

}  // namespace

std::string_view name_of(Miss::Kind kind) {
  constexpr std::array names{"missed",      "spurious",     "wrong category",  "wrong value",
                             "wrong group", "wrong source", "wrong qualifier", "wrong modality"};
  return names.at(static_cast<std::size_t>(kind));
}

std::vector<Miss> misses(const ClaimComparison& comparison, const std::vector<GoldClaim>& gold,
                         const std::vector<ClaimRecord>& found, const std::filesystem::path& lexicons) {
  return Collecting(comparison, gold, found, lexicons).run();
}

}  // namespace averment
