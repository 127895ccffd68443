#include "language/sides.hpp"

#include <gtest/gtest.h>

#include "language/knowledge_files.hpp"

namespace averment {
namespace {

TEST(Sides, TheStakeIsThatOfTheSourcesPartyInTheSideThatIsCounted) {
  const Sides sides(KnowledgeFiles(std::vector<OwnFile>{
      {"gazetteer/sides.tsv", "#replace\nThe war\tArthos; Besmir\tCorin\nThe raid\tBesmir\tDoria\n"}}));
  const std::tuple<const char*, const char*, Stake> table[] = {
      {"Arthos", "Arthos", Stake::own_side},
      {"Arthos", "Besmir", Stake::own_side},
      {"Corin", "Besmir", Stake::opposing_side},
      {"Besmir", "Corin", Stake::opposing_side},
      {"Doria", "Besmir", Stake::opposing_side},
      {"Doria", "Corin", Stake::third_party},
      {"Elsewhere", "Corin", Stake::third_party},
      {"Corin", "Elsewhere", Stake::unknown},
      {"Elsewhere", "Elsewhere", Stake::own_side},
      {"", "Corin", Stake::unknown},
      {"Corin", "", Stake::unknown},
  };
  for (const auto& [party, side, stake] : table)
    EXPECT_EQ(name_of(sides.stake(party, side)), name_of(stake)) << party << " of " << side;
}

TEST(Sides, AClaimWithoutASourceHasNoStake) {
  const Sides sides((KnowledgeFiles()));
  Claim claim;
  claim.counted.side = "North Korea";
  EXPECT_EQ(sides.stake(claim), Stake::unknown);
  claim.source = Attribution{"Kyiv", "Government of Ukraine", "government", "Ukraine", "said", false, {}};
  EXPECT_EQ(sides.stake(claim), Stake::opposing_side);
}

}  // namespace
}  // namespace averment
