#include "indexer/analyzer_pool.hpp"

#include <gtest/gtest.h>

#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

std::shared_ptr<Job> a_job(std::string text) {
  auto job = std::make_shared<Job>();
  job->report = a_report("one", std::move(text));
  return job;
}

const Analysis simple{"1", {}, [] { return analyze_simply; }};

TEST(AnalyzerPoolTest, TheOnlyThreadAnalyzesSomeReportsInOneGo) {
  Doorbell doorbell;
  AnalyzerPool pool(simple, 1, doorbell);
  const std::vector<std::shared_ptr<Job>> jobs = {a_job("words"), a_job(""), a_job("crash"), a_job("words")};
  for (const auto& job : jobs) pool.begin(job);
  EXPECT_TRUE(pool.help());
  for (const auto& job : jobs) EXPECT_TRUE(job->done);
  EXPECT_FALSE(jobs[2]->built) << "one that fails does not stop the others";
  EXPECT_FALSE(pool.help());
}

TEST(AnalyzerPoolTest, LargeReportsAreAnalyzedOneByOneLestOthersWait) {
  Doorbell doorbell;
  AnalyzerPool pool(simple, 1, doorbell);
  const std::vector<std::shared_ptr<Job>> jobs = {a_job(std::string(1 << 20, ' ')), a_job("words")};
  for (const auto& job : jobs) pool.begin(job);
  EXPECT_TRUE(pool.help());
  EXPECT_TRUE(jobs[0]->done);
  EXPECT_FALSE(jobs[1]->done);
}

}  // namespace
}  // namespace averment
