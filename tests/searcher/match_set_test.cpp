#include "searcher/match_set.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

MatchSet set_of(std::initializer_list<Xapian::docid> numbers) {
  MatchSet set(200);
  for (const Xapian::docid number : numbers) set.insert(number);
  return set;
}

std::vector<Xapian::docid> numbers(const MatchSet& set) {
  std::vector<Xapian::docid> numbers;
  set.each([&](Xapian::docid number) { numbers.push_back(number); });
  return numbers;
}

TEST(MatchSet, ItIsVisitedAscending) {
  const MatchSet set = set_of({200, 1, 64, 63, 128});
  EXPECT_EQ(numbers(set), (std::vector<Xapian::docid>{1, 63, 64, 128, 200}));
  EXPECT_EQ(set.count(), 5u);
  EXPECT_TRUE(set.has(200));
  EXPECT_FALSE(set.has(2));
  EXPECT_FALSE(set.has(5000));
}

TEST(MatchSet, ANumberAboveTheGreatestIsDamage) {
  MatchSet set(200);
  EXPECT_LE(MatchSet::room(200), 256u);
  EXPECT_THROW(set.insert(static_cast<Xapian::docid>(MatchSet::room(200))), Xapian::DatabaseCorruptError);
}

TEST(MatchSet, TheNextOneIsFoundFromAnyNumber) {
  const MatchSet set = set_of({1, 64, 130});
  EXPECT_EQ(set.from(1), 1u);
  EXPECT_EQ(set.from(2), 64u);
  EXPECT_EQ(set.from(65), 130u);
  EXPECT_EQ(set.from(131), 0u);
  EXPECT_EQ(set.from(9999), 0u);
  EXPECT_EQ(MatchSet(0).from(1), 0u);
}

TEST(MatchSet, SetsAreJoined) {
  const MatchSet other = set_of({2, 64});
  EXPECT_EQ(numbers(set_of({1, 64}) |= other), (std::vector<Xapian::docid>{1, 2, 64}));
  EXPECT_EQ(numbers(set_of({1, 64}) &= other), (std::vector<Xapian::docid>{64}));
  EXPECT_EQ(numbers(set_of({1, 64}) -= other), (std::vector<Xapian::docid>{1}));
  EXPECT_EQ((set_of({1, 64}) |= other).count(), 3u);
  EXPECT_TRUE(set_of({64}).is_within(other));
  EXPECT_FALSE(set_of({1, 64}).is_within(other));
}

}  // namespace
}  // namespace averment
