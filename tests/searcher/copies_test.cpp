#include <gmock/gmock.h>

#include <algorithm>

#include "averment/searcher.hpp"
#include "test_index.hpp"

namespace averment {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string story =
    "The flood took the bridge at noon on Tuesday, the mayor of the town said, and left twelve people dead in the "
    "lower quarter, where the water stood two metres high in the streets. Rescuers went from roof to roof in boats "
    "until the evening. The ministry promised tents, blankets and drinking water for those who had lost their homes. ";
const std::string edited =
    "The flood took the bridge at noon on Tuesday, the mayor said, and left twelve people dead in the "
    "lower quarter, where the water stood two metres high in the streets. Rescuers went from roof to roof in boats "
    "until late. The ministry promised tents, blankets and drinking water for those who had lost their homes. ";
const std::string another =
    "Parliament met for the first time since the elections to hear the budget, which foresees higher taxes on fuel and "
    "tobacco. The opposition walked out before the vote, and the speaker adjourned the session until Thursday morning.";

std::vector<MadeReport> some_reports() {
  return {MadeReport("c", story).published("2025-03-03"),
          MadeReport("a", edited).published("2025-03-04"),
          MadeReport("b", story).published("2025-03-05"),
          MadeReport("d", another).published("2025-03-01"),
          MadeReport("e", ""),
          MadeReport("f", "")};
}

std::vector<std::string> ids(const std::vector<CopyRecord>& copies) {
  std::vector<std::string> ids;
  for (const CopyRecord& copy : copies) ids.push_back(copy.report);
  return ids;
}

TEST(Copies, AReportsCopiesAreTheLikestFirst) {
  const TestIndex index(some_reports());
  Searcher searcher(index.folder());
  const std::vector<CopyRecord> copies = searcher.copies("b");
  ASSERT_THAT(ids(copies), ElementsAre("c", "a"));
  EXPECT_EQ(copies[0].shared, 1);
  EXPECT_THAT(copies[1].shared, DoubleNear(0.75, 0.15));
  EXPECT_EQ(copies[0].published, "2025-03-03");
  EXPECT_THAT(searcher.copies("d"), IsEmpty());
  EXPECT_THAT(searcher.copies("e"), IsEmpty()) << "no words are no copy";
  EXPECT_THAT(searcher.copies("nothing"), IsEmpty());
}

TEST(Copies, ClustersBeginWithTheirEarliestReport) {
  const TestIndex index(some_reports());
  const std::vector<CopyCluster> clusters = Searcher(index.folder()).duplicates({});
  ASSERT_EQ(clusters.size(), 1u);
  EXPECT_THAT(ids(clusters[0].reports), ElementsAre("c", "a", "b"));
  EXPECT_LT(clusters[0].reports[1].shared, 1);
  EXPECT_EQ(clusters[0].reports[2].shared, 1);
}

TEST(Copies, OnlyReportsThatMatchAreClustered) {
  const TestIndex index(some_reports());
  Searcher searcher(index.folder());
  EXPECT_THAT(searcher.duplicates(parse_query("date:2025-03-04..2025-03-05")).at(0).reports.size(), 2u);
  EXPECT_THAT(searcher.duplicates(parse_query("budget")), IsEmpty());
}

/// The first is like the second, the second like the third, but the first is not like the third.
std::vector<std::string> a_chain() {
  std::vector<std::string> texts(3);
  for (int word = 0; word < 160; ++word) {
    const std::string same = "word" + std::to_string(word) + " ";
    texts[0] += word >= 128 ? "early" + std::to_string(word) + " " : same;
    texts[1] += same;
    texts[2] += word < 32 ? "late" + std::to_string(word) + " " : same;
  }
  return texts;
}

TEST(Copies, CopiesOfAReportThatWasNotAskedAboutAreOfOneCluster) {
  const std::vector<std::string> texts = a_chain();
  const TestIndex index({MadeReport("a", texts[0]).published("2025-03-01"),
                         MadeReport("b", texts[1]).published("2025-03-02"),
                         MadeReport("c", texts[2]).published("2025-03-01")});
  Searcher searcher(index.folder());
  EXPECT_THAT(ids(searcher.copies("a")), ElementsAre("b")) << "not of the third";
  const std::vector<CopyCluster> clusters = searcher.duplicates(parse_query("date:2025-03-01"));
  ASSERT_EQ(clusters.size(), 1u);
  EXPECT_THAT(ids(clusters[0].reports), ElementsAre("a", "c"));
  const TestIndex apart({MadeReport("a", texts[0]), MadeReport("c", texts[2])});
  EXPECT_THAT(Searcher(apart.folder()).duplicates({}), IsEmpty());
}

TEST(Copies, NeitherTheOrderOfIndexingNorSeveralIndexesChangeWhatIsACopy) {
  std::vector<MadeReport> reports = some_reports();
  const TestIndex forward(reports);
  const TestIndex one({reports[0], reports[3]}), other({reports[1], reports[2], reports[4], reports[5]});
  std::reverse(reports.begin(), reports.end());
  const TestIndex backward(reports);
  const std::vector<std::string> expected = ids(Searcher(forward.folder()).duplicates({}).at(0).reports);
  EXPECT_EQ(ids(Searcher(backward.folder()).duplicates({}).at(0).reports), expected);
  Searcher both({one.folder(), other.folder()});
  ASSERT_EQ(both.duplicates({}).size(), 1u);
  EXPECT_EQ(ids(both.duplicates({})[0].reports), expected);
  EXPECT_THAT(ids(both.copies("b")), ElementsAre("c", "a"));
}

TEST(Copies, AReportThatIsRemovedLeavesTheOthersAlone) {
  TestIndex index(some_reports());
  index.remove("b");
  index.commit();
  EXPECT_THAT(ids(Searcher(index.folder()).duplicates({}).at(0).reports), ElementsAre("c", "a"));
  index.remove("a");
  index.commit();
  EXPECT_THAT(Searcher(index.folder()).duplicates({}), IsEmpty());
}

}  // namespace
}  // namespace averment
