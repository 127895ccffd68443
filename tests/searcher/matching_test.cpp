// Matches and scores, against Xapian's own matcher.
#include "searcher/matching.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "searcher/relevance.hpp"
#include "searcher/slot_filter.hpp"
#include "store/schema.hpp"
#include "tests/searcher/test_index.hpp"

namespace averment {
namespace {

using Query = Xapian::Query;

constexpr const char* words[] = {"army", "town", "river", "flood", "bridge", "rain"};

class MatchingTest : public testing::Test {
 protected:
  MatchingTest() : random_(seed_), index_(reports()), view_({index_.folder()}) {
    view_.read("read", [] { return 0; });
  }

  std::vector<MadeReport> reports() {
    std::vector<MadeReport> reports;
    for (int i = 0; i < 120; ++i) {
      std::string text;
      for (unsigned left = random_() % 12; left > 0; --left) text += std::string(a_word()) + " ";
      reports.emplace_back("r" + std::to_string(i), text);
    }
    return reports;
  }

  const char* a_word() { return words[random_() % std::size(words)]; }

  /// Reports whose words take an even number of bytes.
  static Query test() {
    return slot_filter(schema::slot::words, [](const Xapian::Database&) -> SlotTest {
      return [](std::string_view packed) { return packed.size() % 2 == 0; };
    });
  }

  Query query(int depth) {
    if (depth == 0 || random_() % 4 == 0) return Query(a_word());
    const Query one = query(depth - 1), other = query(depth - 1);
    switch (random_() % 7) {
      case 0:
        return Query(Query::OP_OR, one, other);
      case 1:
        return Query(Query::OP_AND, one, other);
      case 2:
        return Query(Query::OP_AND_NOT, one, other);
      case 3:
        return Query(Query::OP_FILTER, one, test());
      case 4:
        return Query(Query::OP_AND, one, Query(Query::OP_SCALE_WEIGHT, other, 0));
      case 5:
        return Query(Query::OP_FILTER, one, Query::MatchAll);
      default:
        return Query(Query::OP_FILTER, one, Query(Query::OP_VALUE_GE, schema::slot::report, "r5"));
    }
  }

  std::map<Xapian::docid, double> of_xapian(const Query& query) {
    Xapian::Enquire enquire(view_.database());
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, 1000);
    std::map<Xapian::docid, double> scores;
    for (auto match = found.begin(); match != found.end(); ++match) scores[*match] = match.get_weight();
    return scores;
  }

  std::vector<RankedReport> scores(const std::vector<WeighedTerm>& terms, const std::vector<MatchSet>& sets,
                                   std::size_t wanted = 1000) {
    BestScored best(wanted);
    score(view_, terms, sets, best);
    return best.take();
  }

  const unsigned seed_ = std::random_device()();
  std::mt19937 random_;
  TestIndex index_;
  IndexView view_;
};

TEST_F(MatchingTest, MatchesAndScoresAreThoseOfXapian) {
  int scored = 0;
  for (int round = 0; round < 300; ++round) {
    const Query asked = query(3);
    SCOPED_TRACE(asked.get_description() + "   seed " + std::to_string(seed_));
    const std::map<Xapian::docid, double> expected = of_xapian(asked);
    const std::vector<MatchSet> sets = matching(view_, asked);
    std::vector<Xapian::docid> numbers, expected_numbers;
    sets.front().each([&](Xapian::docid number) { numbers.push_back(number); });
    for (const auto& [number, score] : expected) expected_numbers.push_back(number);
    ASSERT_EQ(numbers, expected_numbers);
    const auto terms = weighed_terms(asked);
    if (!terms) continue;  // then Xapian is asked
    ++scored;
    const std::vector<RankedReport> reports = scores(*terms, sets);
    ASSERT_EQ(reports.size(), expected.size());
    for (const RankedReport& report : reports) EXPECT_NEAR(report.score, expected.at(report.number), 1e-9);
  }
  EXPECT_GT(scored, 100);
}

TEST_F(MatchingTest, OnlyTheBestAreKept) {
  const Query asked("town");
  const std::map<Xapian::docid, double> expected = of_xapian(asked);
  std::vector<double> all;
  for (const auto& [number, score] : expected) all.push_back(score);
  std::sort(all.begin(), all.end(), std::greater<>());
  constexpr std::size_t wanted = 3;
  ASSERT_GT(all.size(), wanted);
  std::vector<double> best;
  for (const RankedReport& report : scores(*weighed_terms(asked), matching(view_, asked), wanted))
    best.push_back(report.score);
  std::sort(best.begin(), best.end(), std::greater<>());
  ASSERT_GE(best.size(), wanted);
  for (std::size_t i = 0; i < wanted; ++i) EXPECT_NEAR(best[i], all[i], 1e-9);
}

TEST_F(MatchingTest, FormsThatStandForOneWordCountTogether) {
  const Query forms[] = {Query("army"), Query("town")};
  const Query either(Query::OP_SYNONYM, std::begin(forms), std::end(forms));
  const std::vector<RankedReport> reports = scores(*weighed_terms(either), matching(view_, either));
  EXPECT_EQ(reports.size(), of_xapian(either).size());
  for (const RankedReport& report : reports) EXPECT_GT(report.score, 0);
}

TEST_F(MatchingTest, ConditionsAreFoundByTheirQueries) {
  const Query query = test();
  ASSERT_TRUE(slot_condition(query));
  EXPECT_EQ(slot_condition(query)->slot, schema::slot::words);
  EXPECT_FALSE(slot_condition(Query("army")));
}

}  // namespace
}  // namespace averment
