#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "averment/evaluation.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

class ReportReading : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) { folder_.write(name, text); }

  ReadReports read() {
    IngestOptions options;
    options.paths = {folder_.path().string()};
    return read_reports(options, {}, [&](const Rejection& rejection) {
      rejected_.push_back(fs::path(rejection.path).filename().string() + ":" + std::to_string(rejection.line));
    });
  }

  const TemporaryFolder folder_;
  std::vector<std::string> rejected_;
};

TEST_F(ReportReading, ClaimsComeWithoutAnIndex) {
  write("one.txt", "---\nlang: en\n---\nÀ: at least 300 soldiers were killed, police said.\n");
  const ReadReports reports = read();
  ASSERT_EQ(reports.claims.size(), 1u);
  const ClaimRecord& record = reports.claims[0];
  EXPECT_EQ(record.report, "one.txt");
  EXPECT_EQ(record.figure, "300");
  EXPECT_EQ(record.start, 12u) << "code points";
  EXPECT_EQ(record.claim.source->source, "police");
  EXPECT_EQ(reports.texts.at("one.txt").lang, "en");
  EXPECT_EQ(reports.rejected, 0u);
}

TEST_F(ReportReading, ALaterReportReplacesAnEarlierOneOfItsId) {
  write("a.jsonl", "{\"id\": \"x\", \"text\": \"Four people died in the fire on Monday, police said.\"}\n");
  write("b.jsonl", "{\"id\": \"x\", \"text\": \"Five people died in the fire on Monday, police said.\"}\n");
  const ReadReports reports = read();
  ASSERT_EQ(reports.claims.size(), 1u);
  EXPECT_EQ(reports.claims[0].figure, "Five");
  EXPECT_EQ(reports.texts.size(), 1u);
}

TEST_F(ReportReading, WhatCannotBeReadIsNamedAndCounted) {
  write("a.jsonl", "{\"id\": \"x\", \"text\": \"Four people died, police said.\"}\n{\"id\":\n");
  EXPECT_EQ(read().rejected, 1u);
  EXPECT_THAT(rejected_, ElementsAre("a.jsonl:2"));
}

TEST_F(ReportReading, LexiconsExtendWhatIsRead) {
  write("a.txt", "The storm unhoused 40 people on Monday, the mayor said.\n");
  EXPECT_THAT(read().claims, IsEmpty());
  const fs::path lexicons = folder_ / ".lexicons";
  fs::create_directories(lexicons / "lexicons" / "en");
  std::ofstream(lexicons / "lexicons" / "en" / "triggers.tsv")
      << "displaced\tverb\tunhouse unhouses unhoused unhoused unhousing\n";
  IngestOptions options;
  options.paths = {folder_.path().string()};
  EXPECT_EQ(read_reports(options, lexicons).claims.size(), 1u);
}

TEST_F(ReportReading, StandardInputAndInterruption) {
  std::istringstream in("{\"id\": \"x\", \"text\": \"Four people died, police said.\"}\n");
  IngestOptions options;
  options.paths = {"-"};
  options.standard_input = &in;
  EXPECT_EQ(read_reports(options).texts.size(), 1u);
  options.paths = {folder_.path().string()};
  options.interrupted = [] { return true; };
  write("a.txt", "Four people died, police said.\n");
  EXPECT_TRUE(read_reports(options).interrupted);
}

TEST_F(ReportReading, APathThatIsNotThereIsAnError) {
  IngestOptions options;
  options.paths = {(folder_ / "absent").string()};
  EXPECT_THROW(read_reports(options), InputError);
  options.paths = {"-"};
  EXPECT_THROW(read_reports(options), InputError) << "no stream was given";
}

}  // namespace
}  // namespace averment
