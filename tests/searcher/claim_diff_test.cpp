#include "searcher/claim_diff.hpp"

#include <gmock/gmock.h>

#include <ctime>

#include "averment/error.hpp"
#include "averment/searcher.hpp"
#include "indexer/revision_log.hpp"
#include "store/database.hpp"
#include "store/revision.hpp"
#include "store/schema.hpp"
#include "test_index.hpp"

namespace averment {
namespace {

using Kind = ClaimChange::Kind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

MadeReport a_report(const std::string& id, const std::string& figure, const std::string& source = "NIS",
                    const std::string& before = "") {
  const std::uint64_t count = std::stoull(figure);
  return MadeReport(id, before + "The agency said " + figure + " soldiers died.")
      .claim(figure, MadeClaim{.low = count, .high = count, .source = source, .group = "soldiers"});
}

std::string in_short(const ClaimChange& change) {
  const auto figure = [](const std::optional<ClaimRecord>& claim) { return claim ? claim->figure : ""; };
  const char* sign = change.kind == Kind::added ? "+" : change.kind == Kind::removed ? "-" : "~";
  return change.report + " " + sign + figure(change.before) + ">" + figure(change.after) + " @" +
         std::to_string(change.revision.number);
}

std::vector<std::string> changes(const TestIndex& index, std::uint64_t since) {
  std::vector<std::string> changes;
  for (const ClaimChange& change : Searcher(index.folder()).diff(since).changes) changes.push_back(in_short(change));
  return changes;
}

TEST(ClaimDiff, WhatIsNewGoneAndOtherIsToldByReport) {
  TestIndex index;
  index.write({a_report("a", "300"), a_report("b", "40")});  // revision 1
  index.write({a_report("c", "5")});
  index.write({a_report("a", "310")});
  index.remove("b");
  index.commit();
  EXPECT_THAT(changes(index, 0), ElementsAre("a +>310 @3", "c +>5 @2"));
  EXPECT_THAT(changes(index, 1), ElementsAre("a ~300>310 @3", "b -40> @4", "c +>5 @2"));
  EXPECT_THAT(changes(index, 2), ElementsAre("a ~300>310 @3", "b -40> @4"));
  EXPECT_THAT(changes(index, 3), ElementsAre("b -40> @4"));
  EXPECT_THAT(changes(index, 4), IsEmpty());
}

TEST(ClaimDiff, AClaimThatStandsElsewhereAndSaysTheSameIsNoChange) {
  TestIndex index;
  index.write({a_report("a", "300")});
  index.write({a_report("a", "300", "NIS", "An update. ")});
  EXPECT_THAT(changes(index, 1), IsEmpty());
}

TEST(ClaimDiff, WhatCameAndWentIsNoChangeAndWhatCameBackIsCompared) {
  TestIndex index;
  index.write({a_report("a", "300")});
  index.write({a_report("b", "5")});
  index.remove("a");
  index.remove("b");
  index.commit();
  EXPECT_THAT(changes(index, 1), ElementsAre("a -300> @3"));
  index.write({a_report("a", "300")});
  EXPECT_THAT(changes(index, 1), IsEmpty());
  index.write({a_report("a", "320")});
  EXPECT_THAT(changes(index, 1), ElementsAre("a ~300>320 @5"));
  EXPECT_THAT(changes(index, 3), ElementsAre("a +>320 @5"));
}

TEST(ClaimDiff, AReportChangedTwiceInOneCommitIsComparedWithWhatItWasBefore) {
  TestIndex index;
  index.write({a_report("a", "300")});
  index.put(a_report("a", "310"));
  index.write({a_report("a", "320")});
  EXPECT_THAT(changes(index, 1), ElementsAre("a ~300>320 @2"));
}

TEST(ClaimDiff, AReportThatMakesAClaimOnlyNowAndOneThatMakesNoneAnyMore) {
  TestIndex index;
  index.write({MadeReport("a", "Nothing yet."), a_report("b", "7")});
  index.write({a_report("a", "9"), MadeReport("b", "Nothing any more.")});
  EXPECT_THAT(changes(index, 1), ElementsAre("a +>9 @2", "b -7> @2"));
}

TEST(ClaimDiff, AnotherSourceIsAlteredInItsSentenceAndElseAnotherClaim) {
  const auto record = [](const std::string& sentence, const std::string& figure, const std::string& source) {
    ClaimRecord made;
    made.sentence = sentence;
    made.figure = figure;
    made.claim.source = Attribution{source, source, "", "", "", false, {}};
    return made;
  };
  const std::vector<ClaimRecord> before = {record("One.", "3", "NIS"), record("Two.", "4", "Kyiv")};
  EXPECT_EQ(changes_of(before, {record("One.", "3", "Seoul"), before[1]}).at(0).kind, Kind::altered);
  const std::vector<ClaimChange> others = changes_of(before, {record("Other.", "3", "Seoul"), before[1]});
  ASSERT_EQ(others.size(), 2u);
  EXPECT_EQ(others[0].kind, Kind::removed);
  EXPECT_EQ(others[1].kind, Kind::added);
}

TEST(ClaimDiff, OneIndexAndARevisionItRemembersAreWanted) {
  TestIndex index;
  index.write({a_report("a", "300")});
  const TestIndex other({a_report("b", "300")});
  const auto refusal = [](const std::vector<std::filesystem::path>& folders, std::uint64_t since) {
    try {
      Searcher(folders).diff(since);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string("none");
  };
  EXPECT_THAT(refusal({index.folder()}, 7), HasSubstr("the newest is 1"));
  EXPECT_THAT(refusal({index.folder(), other.folder()}, 0), HasSubstr("one --db"));
}

TEST(ClaimDiff, OldRevisionsAreForgottenAndThatIsSaid) {
  const TemporaryFolder folder;
  Xapian::WritableDatabase database = open_for_writing(folder / "index");
  RevisionLog log(database);
  for (const std::uint64_t revision : {1ul, 2ul, 3ul, revisions_kept + 1, revisions_kept + 2}) log.write(revision);
  database.set_metadata(std::string(schema::metadata::revision), std::to_string(revisions_kept + 2));
  database.commit();
  Searcher searcher(folder / "index");
  EXPECT_EQ(searcher.diff(2).newest.number, revisions_kept + 2);
  EXPECT_THROW(searcher.diff(1), InputError);
  EXPECT_THROW(searcher.revision_before("2020-01-01"), InputError) << "what came after it is forgotten in part";
  EXPECT_EQ(searcher.revision_before("2999-12-31"), revisions_kept + 2);
}

TEST(ClaimDiff, ADayIsTheRevisionBeforeItBegan) {
  TestIndex index;
  index.write({a_report("a", "300")});
  Searcher searcher(index.folder());
  EXPECT_EQ(searcher.revision_before("2020-01-01"), 0u);
  EXPECT_EQ(searcher.revision_before("2999-12-31T23:59:59Z"), 1u);
  const std::string now = utc_text(std::time(nullptr) - 3600);
  EXPECT_EQ(searcher.revision_before(now), 0u);
  EXPECT_THAT(searcher.status().committed, HasSubstr("T"));
  for (const char* wrong :
       {"", "yesterday", "2020", "2020-02-30", "2020-01-01T25:00", "2020-01-01 10:00", "2020-01-01T1"})
    EXPECT_THROW(searcher.revision_before(wrong), InputError) << wrong;
}

}  // namespace
}  // namespace averment
