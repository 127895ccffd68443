#include "evaluation/figure_place.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/evaluation.hpp"

namespace averment {
namespace {

using testing::HasSubstr;

TEST(FigurePlace, CountsWholeWords) {
  EXPECT_EQ(figure_place("30 of 300 and 30 more", "30", 1), 0u);
  EXPECT_EQ(figure_place("30 of 300 and 30 more", "30", 2), 14u);
  EXPECT_EQ(figure_place("30 of 300 and 30 more", "30", 3), std::nullopt);
  EXPECT_EQ(figure_place("Ana saw a man", "a", 1), 8u);
  EXPECT_EQ(figure_place("80% of them", "80%", 1), 0u);
  EXPECT_EQ(figure_place("élu a", "lu", 1), std::nullopt) << "letters are not only ASCII";
}

TEST(FigurePlace, KoreanParticlesFollowClosely) {
  const std::string sentence = "약 2,700명이 다친";
  EXPECT_EQ(figure_place(sentence, "2,700", 1), sentence.find("2,700"));
}

TEST(FigurePlace, NothingIsNowhere) {
  EXPECT_EQ(figure_place("300 died", "", 1), std::nullopt);
  EXPECT_EQ(figure_place("300 died", "300", 0), std::nullopt);
}

GoldClaim unplaced() {
  GoldClaim gold;
  gold.report = "a";
  gold.sentence = "Él vio 30 y 30.";
  gold.figure = "30";
  gold.nth = 2;
  return gold;
}

ReadReports reports() {
  ReadReports read;
  read.texts["a"] = {"Qué día. Él vio 30 y 30.", "es"};
  return read;
}

TEST(FigurePlace, GoldIsPlacedInCodePointsOfItsReport) {
  std::vector<GoldClaim> gold{unplaced()};
  locate(gold, reports());
  EXPECT_EQ(gold[0].start, 21u);
  EXPECT_EQ(gold[0].end, 23u);
  EXPECT_EQ(gold[0].lang, "es");
}

TEST(FigurePlace, APlaceThatIsStatedIsKept) {
  std::vector<GoldClaim> gold{unplaced()};
  gold[0].start = 1;
  gold[0].end = 2;
  locate(gold, reports());
  EXPECT_EQ(gold[0].start, 1u);
  EXPECT_NO_THROW(locate(gold, {})) << "the report need not be there";
}

std::string error_of(GoldClaim claim) {
  std::vector<GoldClaim> gold{std::move(claim)};
  try {
    locate(gold, reports());
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(FigurePlace, GoldThatCannotBePlacedIsAnError) {
  GoldClaim elsewhere = unplaced(), absent = unplaced(), too_far = unplaced();
  elsewhere.report = "b";
  absent.sentence = "Ella vio 30 y 30.";
  too_far.nth = 3;
  EXPECT_THAT(error_of(elsewhere),
              HasSubstr("gold claim 1 (b, '30') has no start and end, and its report was not given"));
  EXPECT_THAT(error_of(absent), HasSubstr("gold claim 1 (a, '30') cannot be placed"));
  EXPECT_THAT(error_of(too_far), HasSubstr("cannot be placed"));
}

}  // namespace
}  // namespace averment
