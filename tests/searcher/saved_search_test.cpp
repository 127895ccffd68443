// Tests of searcher/saved_search.cpp and indexer/saved_query_writer.cpp.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/error.hpp"
#include "averment/indexer.hpp"
#include "averment/saved_query.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class SavedSearchTest : public testing::Test {
 protected:
  void put(const std::string& id, const std::string& text) {
    Indexer indexer(index_);
    Report report;
    report.id = id;
    report.text = text;
    report.lang = "en";
    indexer.put(report);
    indexer.commit();
  }
  Searcher searcher() const { return Searcher(index_); }

  static std::vector<std::string> told(const std::vector<Alert>& alerts) {
    std::vector<std::string> all;
    for (const Alert& alert : alerts) all.push_back(alert.saved + " " + alert.claim.report + " " + alert.claim.figure);
    return all;
  }

  const TemporaryFolder folder_;
  const std::filesystem::path index_ = folder_ / "index";
};

TEST_F(SavedSearchTest, OnlyReportsOfTheCommitAndClaimsTheyDidNotHaveAreTold) {
  put("a", "At least 300 soldiers were killed. Police said 12 people were wounded.");
  put("b", "Some 400 soldiers were killed.");
  put("c", "Some 500 soldiers were killed.");
  const SavedQuery losses{"losses", "category:killed"}, many{"many", "n>=350"}, none{"none", "category:captured"};
  Searcher searcher = this->searcher();
  const Commit two{1, {{"a", {}}, {"b", {}}}};
  EXPECT_THAT(told(new_claims(searcher, losses, two)), ElementsAre("losses a 300", "losses b 400"));
  EXPECT_THAT(told(new_claims(searcher, many, two)), ElementsAre("many b 400"));
  EXPECT_THAT(new_claims(searcher, none, two), IsEmpty());
  const std::string known = searcher.claims(parse_query("n:400")).hits.at(0).claim_id;
  EXPECT_THAT(told(new_claims(searcher, losses, {2, {{"b", {known}}, {"c", {"0000000000000000"}}}})),
              ElementsAre("losses c 500"));
  EXPECT_THAT(new_claims(searcher, losses, {3, {}}), IsEmpty()) << "a commit without reports is not all reports";
  EXPECT_THAT(new_claims(searcher, losses, {3, {{"gone since", {}}}}), IsEmpty());
}

TEST_F(SavedSearchTest, AQueryOfClaimsCanBeKeptToReports) {
  put("a", "Some 300 soldiers were killed.");
  put("b", "Some 400 soldiers were killed.");
  Searcher searcher = this->searcher();
  EXPECT_EQ(searcher.claims({}, {.reports = {"a"}}).total, 1u);
  EXPECT_EQ(searcher.claims({}, {.reports = {"a", "b", "x"}}).total, 2u);
  EXPECT_EQ(searcher.claims(parse_query("-category:wounded"), {.reports = {"b"}}).total, 1u);
  EXPECT_EQ(searcher.claims(parse_query("300 OR n>0"), {.reports = {"x"}}).total, 0u);
}

TEST_F(SavedSearchTest, ARunFindsWhatWasNotSeenBefore) {
  put("a", "Some 300 soldiers were killed.");
  const SavedQuery query{"losses", "category:killed"};
  Searcher searcher = this->searcher();
  SavedQueryWriter(index_).add(query);
  SavedRun run = run_saved(searcher, index_, query);
  ASSERT_THAT(run.claims, SizeIs(1));
  EXPECT_THAT(run.seen, IsEmpty());
  SavedQueryWriter(index_).note_seen(run);
  EXPECT_THAT(run_saved(searcher, index_, query).claims, IsEmpty());
  EXPECT_THAT(run_saved(searcher, index_, {"no such query", "category:killed"}).claims, SizeIs(1));
  put("b", "Some 400 soldiers were killed.");
  run = run_saved(searcher, index_, query);
  ASSERT_THAT(run.claims, SizeIs(1));
  EXPECT_EQ(run.claims[0].report, "b");
  EXPECT_THAT(run.seen, SizeIs(1));
  EXPECT_THAT(run_saved(searcher, index_, query, true).claims, SizeIs(2));
}

TEST_F(SavedSearchTest, ATextThatWasSeenIsNewInAnotherReport) {
  put("a", "Some 300 soldiers were killed.");
  const SavedQuery query{"losses", "category:killed"};
  SavedQueryWriter(index_).add(query);
  Searcher searcher = this->searcher();
  SavedQueryWriter(index_).note_seen(run_saved(searcher, index_, query));
  put("copy", "Some 300 soldiers were killed.");
  const SavedRun run = run_saved(searcher, index_, query);
  ASSERT_THAT(run.claims, SizeIs(1));
  EXPECT_EQ(run.claims[0].report, "copy");
}

TEST_F(SavedSearchTest, WhatWasSeenStaysSoWhereAllIsShownInPart) {
  put("a", "Some 300 soldiers were killed.");
  put("b", "Some 400 soldiers were killed.");
  const SavedQuery query{"losses", "category:killed"};
  SavedQueryWriter(index_).add(query);
  Searcher searcher = this->searcher();
  SavedQueryWriter(index_).note_seen(run_saved(searcher, index_, query));
  SavedRun all = run_saved(searcher, index_, query, true);
  all.claims.resize(1);
  SavedQueryWriter(index_).note_seen(all);
  EXPECT_THAT(run_saved(searcher, index_, query).claims, IsEmpty());
}

TEST_F(SavedSearchTest, AQueryThatIsSavedAnewHasSeenNothing) {
  put("a", "Some 300 soldiers were killed.");
  const SavedQuery query{"losses", "category:killed"};
  SavedQueryWriter(index_).add(query);
  Searcher searcher = this->searcher();
  SavedQueryWriter(index_).note_seen(run_saved(searcher, index_, query));
  SavedQueryWriter(index_).remove("losses");
  SavedQueryWriter(index_).add(query);
  EXPECT_THAT(run_saved(searcher, index_, query).claims, SizeIs(1));
}

TEST_F(SavedSearchTest, QueriesAreOfTheIndexAndSurviveItsCompaction) {
  put("a", "Some 300 soldiers were killed.");
  SavedQueryWriter(index_).add({"losses", "category:killed"});
  const SavedQuery query = saved_queries(index_).at(0);
  Searcher searcher = this->searcher();
  SavedRun run = run_saved(searcher, index_, query);
  for (std::uint64_t i = 0; i < 200'000; ++i) run.seen.push_back(i << 40);
  SavedQueryWriter(index_).note_seen(run);
  Indexer(index_).compact();
  EXPECT_EQ(saved_queries(index_).at(0).query, "category:killed");
  EXPECT_THAT(run_saved(searcher, index_, query).claims, IsEmpty());
  EXPECT_TRUE(SavedQueryWriter(index_).remove("losses"));
  EXPECT_FALSE(SavedQueryWriter(index_).remove("losses"));
  EXPECT_THAT(saved_queries(index_), IsEmpty());
  EXPECT_THAT(run_saved(searcher, index_, query).claims, SizeIs(1));
}

TEST_F(SavedSearchTest, WhatIsNoNameOrNoQueryIsRefused) {
  EXPECT_THROW(SavedQueryWriter{index_}, IndexError) << "there is no index";
  EXPECT_FALSE(std::filesystem::exists(index_));
  put("a", "Some 300 soldiers were killed.");
  SavedQueryWriter writer(index_);
  for (const char* name : {"", "two words", "-dash", "tab\t", "line\n"})
    EXPECT_THROW(writer.add({name, "x"}), InputError);
  EXPECT_THROW(writer.add({std::string(101, 'x'), "x"}), InputError);
  EXPECT_THROW(writer.add({"a", "souce:x"}), QueryError);
  writer.add({"a", "x"});
  writer.add({"a", "x"});
  EXPECT_THROW(writer.add({"a", "y"}), InputError);
  EXPECT_THROW(writer.add({"a", "x", {.derived = true}}), InputError);
  EXPECT_THAT(saved_queries(index_), SizeIs(1));
  EXPECT_THROW(SavedQueryWriter{index_}, IndexError) << "another writer holds it";
}

}  // namespace
}  // namespace averment
