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
  const std::vector<SavedQuery> queries{
      {"losses", "category:killed"}, {"many", "n>=350"}, {"none", "category:captured"}};
  Searcher searcher = this->searcher();
  EXPECT_THAT(told(new_claims(searcher, queries, {1, {{"a", {}}, {"b", {}}}})),
              ElementsAre("losses a 300", "losses b 400", "many b 400"));
  const std::string known = searcher.claims(parse_query("n:400")).hits.at(0).claim_id;
  EXPECT_THAT(told(new_claims(searcher, queries, {2, {{"b", {known}}, {"c", {"0000000000000000"}}}})),
              ElementsAre("losses c 500", "many c 500"));
  EXPECT_THAT(new_claims(searcher, queries, {3, {}}), IsEmpty()) << "a commit without reports is not all reports";
  EXPECT_THAT(new_claims(searcher, queries, {3, {{"gone since", {}}}}), IsEmpty());
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
  SavedQueryWriter(index_).note_seen("losses", {run.claims[0].claim_id});
  SavedQueryWriter(index_).note_seen("no such query", {run.claims[0].claim_id});
  EXPECT_THAT(claims_seen(index_, "losses"), ElementsAre(run.claims[0].claim_id));
  EXPECT_THAT(claims_seen(index_, "no such query"), IsEmpty());
  put("b", "Some 400 soldiers were killed.");
  run = run_saved(searcher, index_, query);
  ASSERT_THAT(run.claims, SizeIs(1));
  EXPECT_EQ(run.claims[0].report, "b");
  EXPECT_THAT(run.seen, SizeIs(1));
  EXPECT_THAT(run_saved(searcher, index_, query, true).claims, SizeIs(2));
}

TEST_F(SavedSearchTest, QueriesAreOfTheIndexAndSurviveItsCompaction) {
  put("a", "Some 300 soldiers were killed.");
  SavedQueryWriter(index_).add({"losses", "category:killed"});
  std::vector<std::string> many;
  for (int i = 0; i < 200'000; ++i) many.push_back("00000000" + std::to_string(10'000'000 + i));
  SavedQueryWriter(index_).note_seen("losses", many);
  Indexer(index_).compact();
  EXPECT_EQ(saved_queries(index_).at(0).query, "category:killed");
  EXPECT_EQ(claims_seen(index_, "losses"), many);
  EXPECT_TRUE(SavedQueryWriter(index_).remove("losses"));
  EXPECT_FALSE(SavedQueryWriter(index_).remove("losses"));
  EXPECT_THAT(saved_queries(index_), IsEmpty());
  EXPECT_THAT(claims_seen(index_, "losses"), IsEmpty());
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
