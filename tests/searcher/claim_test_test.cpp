#include "searcher/claim_test.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

constexpr std::uint64_t open = std::numeric_limits<std::uint64_t>::max();

PackedClaim counted(std::optional<std::uint64_t> low, std::optional<std::uint64_t> high, Qualifier qualifier) {
  PackedClaim claim;
  claim.low = low;
  claim.high = high;
  claim.qualifier = qualifier;
  return claim;
}

TEST(ClaimTest, ANumberIsAskedOfStatedBoundsOfAllOrOfAny) {
  const PackedClaim exact = counted(300, 300, Qualifier::exact);
  const PackedClaim range = counted(63, 65, Qualifier::range);
  const PackedClaim at_least = counted(300, {}, Qualifier::at_least);
  const PackedClaim more_than = counted(300, {}, Qualifier::more_than);
  const PackedClaim at_most = counted({}, 50, Qualifier::at_most);
  const PackedClaim less_than = counted({}, 50, Qualifier::less_than);
  const PackedClaim vague = counted({}, {}, Qualifier::vague);
  struct {
    std::string what;
    PackedClaim claim;
    std::uint64_t least, most;
    bool stated, certain, possible;
  } const table[] = {
      {"300 in 300..", exact, 300, open, true, true, true},
      {"300 in 301..", exact, 301, open, false, false, false},
      {"63 to 65 in 65..", range, 65, open, true, false, true},
      {"63 to 65 in 64..64", range, 64, 64, false, false, true},
      {"63 to 65 in 60..70", range, 60, 70, true, true, true},
      {"at least 300 in 200..", at_least, 200, open, true, true, true},
      {"at least 300 in 400..", at_least, 400, open, false, false, true},
      {"at least 300 in ..500", at_least, 0, 500, true, false, true},
      {"at least 300 in ..299", at_least, 0, 299, false, false, false},
      {"more than 300 in 301..", more_than, 301, open, false, true, true},
      {"more than 300 in ..300", more_than, 0, 300, true, false, false},
      {"at most 50 in ..50", at_most, 0, 50, true, true, true},
      {"at most 50 in 1..", at_most, 1, open, true, false, true},
      {"at most 50 in 51..", at_most, 51, open, false, false, false},
      {"less than 50 in ..49", less_than, 0, 49, false, true, true},
      {"less than 50 in 50..", less_than, 50, open, true, false, false},
      {"dozens in 1000..", vague, 1000, open, false, false, true},
  };
  for (const auto& row : table) {
    const ClaimTest test{.kind = ClaimTest::Kind::number, .least = row.least, .most = row.most};
    EXPECT_EQ(test.holds(row.claim, {.match = Match::stated}), row.stated) << row.what << ", stated";
    EXPECT_EQ(test.holds(row.claim, {.match = Match::certain}), row.certain) << row.what << ", certain";
    EXPECT_EQ(test.holds(row.claim, {.match = Match::possible}), row.possible) << row.what << ", possible";
  }
}

TEST(ClaimTest, ASharesCountIsWhatIsDerivedAndOnlyWhereAskedFor) {
  PackedClaim share;
  share.is_share = true;
  const ClaimTest test{.kind = ClaimTest::Kind::number, .least = 100};
  EXPECT_FALSE(test.holds(share, {}));
  EXPECT_FALSE(test.holds(share, {.match = Match::possible, .derived = true})) << "nothing is derived";
  share.derived_low = share.derived_high = 200;
  EXPECT_FALSE(test.holds(share, {.match = Match::possible}));
  EXPECT_TRUE(test.holds(share, {.derived = true}));
  EXPECT_TRUE(test.holds(share, {.match = Match::certain, .derived = true}));
  share.low = share.high = 5;  // "five of six": what is stated counts.
  EXPECT_FALSE(test.holds(share, {.derived = true}));
}

TEST(ClaimTest, EventDatesLieWhollyWithin) {
  PackedClaim claim;
  const ClaimTest january{.kind = ClaimTest::Kind::event_dates, .first_day = 20250101, .last_day = 20250131};
  const std::pair<std::uint32_t, bool> table[] = {{0, false},        {20250115, true},  {20250100, true},
                                                  {20250000, false}, {20250201, false}, {20241231, false}};
  for (const auto& [day, within] : table) {
    claim.event_day = day;
    EXPECT_EQ(january.holds(claim, {}), within) << day;
  }
}

TEST(ClaimTest, AbsenceIsTheIdNought) {
  PackedClaim claim;
  using Kind = ClaimTest::Kind;
  for (const Kind kind : {Kind::source, Kind::via, Kind::group, Kind::place, Kind::rule, Kind::source_written}) {
    EXPECT_TRUE((ClaimTest{.kind = kind, .ids = {0}}.holds(claim, {})));
    EXPECT_FALSE((ClaimTest{.kind = kind, .ids = {7}}.holds(claim, {})));
  }
  EXPECT_TRUE((ClaimTest{.kind = Kind::no_event_date}.holds(claim, {})));
  claim.via = {3, 7};
  EXPECT_TRUE((ClaimTest{.kind = Kind::via, .ids = {7}}.holds(claim, {})));
  EXPECT_FALSE((ClaimTest{.kind = Kind::via, .ids = {0}}.holds(claim, {})));
}

}  // namespace
}  // namespace averment
