#include "language/knowledge_files.hpp"

#include <gtest/gtest.h>

#include "averment/error.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

class KnowledgeFilesTest : public testing::Test {
 protected:
  void write(const std::string& content) { folder_.write("lexicons/own.tsv", content); }

  const TemporaryFolder folder_;
};

TEST_F(KnowledgeFilesTest, RowsAreSplitAtTabsAndCommentsLeftOut) {
  write("# a comment\n\nkilled\tpart\r\nwounded\tpart\n");
  std::vector<std::string> seen;
  KnowledgeFiles(folder_.path()).each_row("lexicons/own.tsv", 2, [&](const Row& row) {
    seen.push_back(std::string(row[0]) + "|" + std::string(row[1]));
  });
  EXPECT_EQ(seen, (std::vector<std::string>{"killed|part", "wounded|part"}));
}

TEST_F(KnowledgeFilesTest, AShortRowIsNamedWithFileAndLine) {
  write("killed\tpart\nwounded\n");
  try {
    KnowledgeFiles(folder_.path()).each_row("lexicons/own.tsv", 2, [](const Row&) {});
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("own.tsv:2: "), std::string::npos) << error.what();
  }
}

TEST_F(KnowledgeFilesTest, OwnFilesAreTheFoldersAndWorkWithoutIt) {
  write("killed\tpart\n");
  const KnowledgeFiles of_folder(folder_.path());
  EXPECT_EQ(of_folder.own("lexicons/"), (std::vector<OwnFile>{{"lexicons/own.tsv", "killed\tpart\n"}}));
  EXPECT_TRUE(of_folder.own("gazetteer/").empty());
  const KnowledgeFiles of_memory(of_folder.own(""));
  EXPECT_EQ(of_memory.fingerprint(), of_folder.fingerprint());
  int rows = 0;
  of_memory.each_row("lexicons/own.tsv", 2, [&](const Row&) { ++rows; });
  EXPECT_EQ(rows, 1);
}

TEST_F(KnowledgeFilesTest, AMissingFolderIsAnError) { EXPECT_THROW(KnowledgeFiles(folder_ / "missing"), InputError); }

TEST_F(KnowledgeFilesTest, AnOwnFileChangesTheFingerprint) {
  const std::uint64_t before = KnowledgeFiles(folder_.path()).fingerprint();
  write("killed\tpart\n");
  EXPECT_NE(KnowledgeFiles(folder_.path()).fingerprint(), before);
}

}  // namespace
}  // namespace averment
