// Tests of cli/figure_text.cpp.
#include "cli/figure_text.hpp"

#include <gtest/gtest.h>

namespace averment::cli {
namespace {

using Bound = std::optional<std::uint64_t>;

ClaimRecord record(Bound low, Bound high, Qualifier qualifier, std::optional<Share> share = {}) {
  ClaimRecord record;
  record.figure = "as written";
  record.claim.low = low;
  record.claim.high = high;
  record.claim.qualifier = qualifier;
  record.claim.share = share;
  return record;
}

TEST(FigureText, BoundsAreShownAsStated) {
  const std::pair<ClaimRecord, const char*> table[] = {
      {record(300, 300, Qualifier::exact), "300"},     {record(2700, 2700, Qualifier::approx), "~ 2,700"},
      {record(300, {}, Qualifier::at_least), "≥ 300"}, {record(4000, {}, Qualifier::more_than), "> 4,000"},
      {record({}, 50, Qualifier::at_most), "≤ 50"},    {record({}, 10, Qualifier::less_than), "< 10"},
      {record(63, 65, Qualifier::range), "63-65"},     {record(63, 65, Qualifier::approx), "~ 63-65"},
      {record({}, {}, Qualifier::vague), "as written"}};
  for (const auto& [claim, text] : table) EXPECT_EQ(figure_text(claim), text);
}

TEST(FigureText, SharesAreNoCounts) {
  const std::pair<ClaimRecord, const char*> table[] = {
      {record({}, {}, Qualifier::exact, 0.667), "2/3 share"},
      {record({}, {}, Qualifier::exact, 0.25), "1/4 share"},
      {record({}, {}, Qualifier::exact, 0.8), "80% share"},
      {record({}, {}, Qualifier::exact, 1.0), "all"},
      {record({}, {}, Qualifier::exact, 0.0), "none"},
      {record({}, {}, Qualifier::vague, ShareWord::nearly_all), "nearly all"},
      {record(5, 5, Qualifier::exact, 1.0), "5 (all)"}};
  for (const auto& [claim, text] : table) EXPECT_EQ(figure_text(claim), text);
}

TEST(FigureText, ADerivedCountIsShownOnlyWhereAskedFor) {
  ClaimRecord share = record({}, {}, Qualifier::exact, 2.0 / 3);
  share.claim.derived = Derived{2667, 2668, "share of a stated group"};
  EXPECT_EQ(figure_text(share), "2/3 share");
  EXPECT_EQ(figure_text(share, true), "2/3 share = 2,667-2,668");
  share.claim.derived = Derived{2667, {}, "share of a stated group"};
  EXPECT_EQ(figure_text(share, true), "2/3 share = ≥ 2,667");
}

}  // namespace
}  // namespace averment::cli
