#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/evaluation.hpp"
#include "evaluation/missed_claim.hpp"
#include "tests/evaluation/sample_claims.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "wrong source: other party".
std::vector<std::string> misses_of(const std::vector<GoldClaim>& gold, const std::vector<ClaimRecord>& found) {
  std::vector<std::string> lines;
  for (const Miss& miss : misses(compare_claims(gold, found), gold, found))
    lines.push_back(std::string(name_of(miss.kind)) + ": " + miss.detail);
  return lines;
}

TEST(Misses, ClaimsThatAgreeAreNone) { EXPECT_THAT(misses_of({gold_claim()}, {found_claim()}), IsEmpty()); }

TEST(Misses, EachWrongFieldIsAMissOfItsOwn) {
  GoldClaim gold = gold_claim();
  gold.group = "men";
  gold.source = gold.source_name = "police";
  gold.qualifier = Qualifier::at_least;
  gold.modality = Modality::denied;
  ClaimRecord found = found_claim();
  found.claim.high = 299;
  EXPECT_THAT(misses_of({gold}, {found}),
              ElementsAre("wrong value: bounds", "wrong group: no group found", "wrong source: no source found",
                          "wrong qualifier: at_least read as exact", "wrong modality: denied read as asserted"));
  gold.optional = true;
  EXPECT_THAT(misses_of({gold}, {found}), IsEmpty()) << "optional gold is never wrong";
}

TEST(Misses, TellWhatIsWrongWithSourceGroupAndValue) {
  GoldClaim gold = gold_claim();
  ClaimRecord found = found_claim();
  found.claim.group = "men";
  found.claim.source = credited("police");
  found.claim.share = 0.5;
  EXPECT_THAT(misses_of({gold}, {found}),
              ElementsAre("wrong value: share", "wrong group: should be none", "wrong source: should be none"));
  gold.group = "women";
  gold.source = "medics";
  gold.share = 0.5;
  EXPECT_THAT(misses_of({gold}, {found}), ElementsAre("wrong group: other words", "wrong source: other party"));
}

TEST(Misses, AMissedAndASpuriousClaimOfOnePlaceAreAWrongCategory) {
  ClaimRecord found = found_claim();
  found.claim.category = Category::wounded;
  EXPECT_THAT(misses_of({gold_claim()}, {found}), ElementsAre("wrong category: killed read as wounded"));
}

TEST(Misses, ASpuriousClaimIsNamedByItsRuleAndShownInItsSentence) {
  ClaimRecord found = found_claim();
  found.claim.rule = "predicate";
  found.sentence = "Él vio 300 más.";
  found.sentence_start = 3;
  const std::vector<ClaimRecord> all{found};
  const std::vector<Miss> spurious = misses(compare_claims({}, all), {}, all);
  ASSERT_EQ(spurious.size(), 1u);
  EXPECT_EQ(spurious[0].kind, Miss::Kind::spurious);
  EXPECT_EQ(spurious[0].detail, "predicate");
  EXPECT_EQ(spurious[0].sentence.substr(spurious[0].figure.begin, spurious[0].figure.size()), "300");
}

TEST(Misses, StandTogetherByKindAndDetail) {
  GoldClaim first = gold_claim(), second = gold_claim(), third = gold_claim();
  first.sentence = third.sentence = "The 300 left.";
  first.figure = second.figure = third.figure = "300";
  second.sentence = "The 300 dead.";
  second.category = Category::wounded;
  const std::vector<GoldClaim> gold{first, second, third};
  std::vector<std::pair<std::string, std::size_t>> missed;
  for (const Miss& miss : misses(compare_claims(gold, {}), gold, {})) missed.emplace_back(miss.detail, *miss.gold);
  EXPECT_THAT(missed, ElementsAre(std::pair("killed: no trigger in the sentence", 0u),
                                  std::pair("killed: no trigger in the sentence", 2u),
                                  std::pair("wounded: no trigger in the sentence", 1u)));
}

struct ReasonRow {
  const char *sentence, *figure, *lang, *reason;
  Category category = Category::killed;
};

TEST(MissedClaims, TellTheFirstStepThatStandsInTheWay) {
  const ReasonRow table[] = {
      {"Trescientos soldados cruzaron el río.", "Trescientos", "es", "no trigger in the sentence"},
      {"Tre hundre soldater døde.", "Tre", "no", "no lexicon for no"},
      {"The 12 men are no more.", "12", "en", "no trigger in the sentence"},
      {"Police wounded 12 men.", "12", "", "no trigger in the sentence"},
      {"In the year 2004 the M-16 killed soldiers.", "16", "en", "no quantity read"},
      {"The flood killed 12 horses.", "12", "en", "what is counted is not known as people"},
      {"Of 12 soldiers nobody knows who was killed.", "12", "en", "trigger and people, but no frame"},
      {"The brigade has 3,500 men in the area.", "3,500", "en", "no trigger in the sentence", Category::deployed},
      {"Some 500 troops it was.", "500", "en", "trigger and people, but no frame", Category::deployed},
  };
  const MissedClaims missed{std::filesystem::path()};
  for (const ReasonRow& row : table) {
    GoldClaim gold = gold_claim();
    gold.sentence = row.sentence;
    gold.figure = row.figure;
    gold.lang = row.lang;
    gold.category = row.category;
    EXPECT_EQ(missed.reason(gold), row.reason) << row.sentence;
  }
}

}  // namespace
}  // namespace averment
