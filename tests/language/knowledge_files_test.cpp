#include "language/knowledge_files.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "averment/error.hpp"

namespace averment {
namespace {

class KnowledgeFilesTest : public testing::Test {
 protected:
  KnowledgeFilesTest() : folder_(testing::TempDir() + "/knowledge_files") {
    std::filesystem::create_directories(folder_ / "lexicons");
  }
  ~KnowledgeFilesTest() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& content) { std::ofstream(folder_ / "lexicons/own.tsv") << content; }

  std::filesystem::path folder_;
};

TEST_F(KnowledgeFilesTest, RowsAreSplitAtTabsAndCommentsLeftOut) {
  write("# a comment\n\nkilled\tpart\r\nwounded\tpart\n");
  std::vector<std::string> seen;
  KnowledgeFiles(folder_).each_row(
      "lexicons/own.tsv", 2, [&](const Row& row) { seen.push_back(std::string(row[0]) + "|" + std::string(row[1])); });
  EXPECT_EQ(seen, (std::vector<std::string>{"killed|part", "wounded|part"}));
}

TEST_F(KnowledgeFilesTest, AShortRowIsNamedWithFileAndLine) {
  write("killed\tpart\nwounded\n");
  try {
    KnowledgeFiles(folder_).each_row("lexicons/own.tsv", 2, [](const Row&) {});
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("own.tsv:2: "), std::string::npos) << error.what();
  }
}

TEST_F(KnowledgeFilesTest, OwnFilesAreTheFoldersAndWorkWithoutIt) {
  write("killed\tpart\n");
  const KnowledgeFiles of_folder(folder_);
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
  const std::uint64_t before = KnowledgeFiles(folder_).fingerprint();
  write("killed\tpart\n");
  EXPECT_NE(KnowledgeFiles(folder_).fingerprint(), before);
}

}  // namespace
}  // namespace averment
