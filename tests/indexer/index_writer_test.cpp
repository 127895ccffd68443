#include "indexer/index_writer.hpp"

#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <random>

#include "averment/error.hpp"
#include "store/database.hpp"
#include "store/report_reader.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

class IndexWriterTest : public FolderTest {
 protected:
  static BuiltDocument built(const std::string& id, const std::string& text, const std::string& content = "first") {
    return build_document(analyze_simply(a_report(id, text)), content);
  }
  unsigned committed() const { return open_for_reading(index()).get_doccount(); }
  std::string metadata(std::string_view key) const { return open_for_reading(index()).get_metadata(std::string(key)); }
};

TEST_F(IndexWriterTest, ChangesAreSeenByTheWriterAtOnceAndByReadersAfterTheCommit) {
  IndexWriter writer(index(), "1");
  writer.put(built("one", "soldiers"));
  ASSERT_TRUE(writer.find("one"));
  EXPECT_EQ(writer.find("one")->content, "first");
  EXPECT_EQ(writer.find("two"), std::nullopt);
  EXPECT_EQ(committed(), 0u);
  writer.commit();
  EXPECT_EQ(committed(), 1u);
}

TEST_F(IndexWriterTest, TheSameIdReplacesAndKeepsItsNumber) {
  IndexWriter writer(index(), "1");
  writer.put(built("zero", "words"));
  writer.put(built("one", "soldiers"));
  const std::uint32_t number = writer.find("one")->number;
  writer.commit();
  writer.put(built("one", "civilians", "second"));
  writer.commit();
  EXPECT_EQ(writer.find("one")->number, number);
  EXPECT_EQ(writer.find("one")->content, "second");
  EXPECT_EQ(committed(), 2u);
  EXPECT_FALSE(open_for_reading(index()).term_exists("soldier"));
}

TEST_F(IndexWriterTest, WhatWasNotCommittedIsDiscarded) {
  {
    IndexWriter writer(index(), "1");
    writer.put(built("one", "soldiers"));
    writer.commit();
    writer.put(built("two", "soldiers"));
  }
  EXPECT_EQ(committed(), 1u);
}

TEST_F(IndexWriterTest, BatchesCommitByThemselvesAndRevisionsCountThem) {
  IndexWriter writer(index(), "7");
  for (int i = 0; i < 1100; ++i) writer.put(built(std::to_string(i), "words"));
  EXPECT_EQ(committed(), 1000u);
  EXPECT_EQ(metadata(schema::metadata::revision), "2");
  writer.commit();
  writer.commit();  // nothing is left to commit
  EXPECT_EQ(committed(), 1100u);
  EXPECT_EQ(metadata(schema::metadata::revision), "3");
  EXPECT_EQ(metadata(schema::metadata::analysis_version), "7");
}

TEST_F(IndexWriterTest, ADictionaryIsLearnedFromReportsThatAreCommittedAndForgottenWithABatchThatIsNot) {
  const std::string text = "The ministry said on Monday that the number of wounded had risen again, number ";
  {
    IndexWriter writer(index(), "1");
    for (int i = 0; i < 500; ++i) writer.put(built(std::to_string(i), text + std::to_string(i)));
    EXPECT_EQ(metadata(schema::metadata::dictionary), "");
    writer.put(built("begins a batch", text));
  }
  EXPECT_EQ(metadata(schema::metadata::dictionary), "");
  IndexWriter writer(index(), "1");
  writer.put(built("one more", text));
  writer.commit();
  EXPECT_NE(metadata(schema::metadata::dictionary), "");
  const Xapian::Database database = open_for_reading(index());
  for (const Xapian::docid number : {1u, 501u})
    EXPECT_TRUE(deserialize(ReportReader(database).read(number)).report.text.starts_with(text));
}

TEST_F(IndexWriterTest, SmallerBatchesAreCommittedWhereAskedFor) {
  IndexWriter writer(index(), "1");
  writer.commit_after(10);
  for (int i = 0; i < 25; ++i) writer.put(built(std::to_string(i), "words"));
  EXPECT_EQ(committed(), 20u);
}

TEST_F(IndexWriterTest, LargeReportsCommitSooner) {
  IndexWriter writer(index(), "1");
  const std::string text(5 << 20, ' ');
  writer.put(built("one", text + "words"));
  EXPECT_EQ(committed(), 0u);
  writer.put(built("two", text + "words"));
  EXPECT_EQ(committed(), 2u);
}

TEST_F(IndexWriterTest, FormerVersionsThatAreLargeCommitSooner) {
  constexpr std::string_view signs = "!#$%&()+,-./:;<=>?@[]^_{|}~";  // which do not compress well
  std::string text(6 << 20, ' ');
  std::mt19937 random(1);
  for (char& c : text) c = signs[random() % signs.size()];
  IndexWriter writer(index(), "1");
  for (const char* id : {"one", "two", "three"}) writer.put(built(id, text + " killed 3 soldiers"));
  writer.commit();
  const std::string before = metadata(schema::metadata::revision);
  for (const char* id : {"one", "two", "three"}) writer.put(built(id, "5 soldiers"));
  EXPECT_NE(metadata(schema::metadata::revision), before);
}

TEST_F(IndexWriterTest, OneBadReportDoesNotTakeTheOthersWithIt) {
  IndexWriter writer(index(), "1");
  writer.put(built("one", "3 soldiers"));
  BuiltDocument bad = built("bad", "words");
  bad.terms.add("", std::string(300, 'x'), 1);  // as if a check had been forgotten
  EXPECT_THROW(writer.put(std::move(bad)), InputError);
  writer.put(built("two", "soldiers"));
  writer.commit();
  EXPECT_EQ(committed(), 2u);
  EXPECT_TRUE(writer.find("one") && writer.find("two") && !writer.find("bad"));
  EXPECT_EQ(metadata(schema::label_key(Field::rule, schema::name_id("digit"))), "digit");
}

TEST_F(IndexWriterTest, ABadReportThatComesFirstIsRefusedAlone) {
  IndexWriter writer(index(), "1");
  BuiltDocument bad = built("bad", "3 words");
  bad.terms.add("", std::string(300, 'x'), 1);
  EXPECT_THROW(writer.put(std::move(bad)), InputError);
  writer.put(built("two", "3 soldiers"));
  writer.commit();
  EXPECT_EQ(committed(), 1u);
  EXPECT_EQ(metadata(schema::label_key(Field::rule, schema::name_id("digit"))), "digit");
}

TEST_F(IndexWriterTest, AMovedReportKeepsItsContentAndSaysWhereItIsNow) {
  IndexWriter writer(index(), "1");
  writer.put(built("one", "soldiers"));
  writer.commit();
  writer.move(writer.find("one")->number, {"/news/new.txt", 0});
  writer.commit();
  EXPECT_EQ(writer.find("one")->origin.path, "/news/new.txt");
  const Xapian::Database database = open_for_reading(index());
  EXPECT_TRUE(database.term_exists("soldier"));
  const Report moved = deserialize(ReportReader(database).read(1)).report;
  EXPECT_EQ(moved.origin.path, "/news/new.txt");
  EXPECT_EQ(moved.text, "soldiers");
}

TEST_F(IndexWriterTest, OriginsAreListedForReportsThatHaveOne) {
  IndexWriter writer(index(), "1");
  AnalyzedReport analyzed = analyze_simply(a_report("two", "words"));
  analyzed.report.origin = {"/news/two.txt", 0};
  writer.put(built("one", "words"));
  writer.put(build_document(analyzed, "first"));
  std::vector<std::pair<std::uint32_t, std::string>> seen;
  writer.each_origin([&](std::uint32_t number, const Origin& origin) { seen.emplace_back(number, origin.path); });
  EXPECT_EQ(seen, (std::vector<std::pair<std::uint32_t, std::string>>{{2, "/news/two.txt"}}));
}

TEST_F(IndexWriterTest, RemovedReportsAreGone) {
  IndexWriter writer(index(), "1");
  writer.put(built("one", "soldiers"));
  writer.commit();
  writer.remove(writer.find("one")->number);
  EXPECT_EQ(writer.find("one"), std::nullopt);
  writer.commit();
  EXPECT_EQ(committed(), 0u);
}

TEST_F(IndexWriterTest, AKilledWriterLeavesTheCommittedState) {
  const pid_t child = fork();
  if (child == 0) {
    IndexWriter writer(index(), "1");
    for (int i = 0; i < 700; ++i) writer.put(built(std::to_string(i), "3 soldiers"));
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(committed(), 500u);
  IndexWriter writer(index(), "1");
  writer.put(built("700", "soldiers"));
  writer.commit();
  EXPECT_EQ(committed(), 501u);
}

/// Runs in a process whose files cannot grow: as on a full disk, writing fails.
int write_without_space(const std::filesystem::path& index, const std::function<BuiltDocument(int)>& make) {
  signal(SIGXFSZ, SIG_IGN);
  IndexWriter writer(index, "1");
  const rlimit limit{64 << 10, 64 << 10};
  setrlimit(RLIMIT_FSIZE, &limit);
  try {
    for (int i = 0; i < 3000; ++i) writer.put(make(i));
    writer.commit();
  } catch (const IndexError& error) {
    return error.reason() == IndexError::Reason::failed ? 3 : 4;
  }
  return 0;
}

TEST_F(IndexWriterTest, AFullDiskIsReportedAndTheNextRunGoesOn) {
  {
    IndexWriter writer(index(), "1");
    writer.put(built("before", "soldiers"));
    writer.commit();
  }
  const pid_t child = fork();
  if (child == 0)
    _exit(write_without_space(index(), [](int i) { return built(std::to_string(i), "3 soldiers fell"); }));
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 3);
  EXPECT_EQ(committed() % 500, 1u);
  IndexWriter writer(index(), "1");
  writer.put(built("after", "soldiers"));
  writer.commit();
  EXPECT_TRUE(writer.find("before") && writer.find("after"));
}

}  // namespace
}  // namespace averment
