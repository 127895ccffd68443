#include "language/name_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"

namespace averment {
namespace {

using testing::HasSubstr;

class NameWordsTest : public testing::Test {
 protected:
  NameWordsTest() : folder_(testing::TempDir() + "/name_words") {
    std::filesystem::create_directories(folder_ / "lexicons/xx");
  }
  ~NameWordsTest() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& content) { std::ofstream(folder_ / "lexicons/xx/names.tsv") << content; }

  std::filesystem::path folder_;
};

TEST_F(NameWordsTest, WordsOfOneLanguageHoldInItsReportsOnly) {
  write("function\tel\n");
  const NameWords words{KnowledgeFiles(folder_)};
  EXPECT_TRUE(words.classes("el", "xx") & kFunction);
  EXPECT_FALSE(words.classes("el", "en") & kFunction);
  EXPECT_TRUE(words.classes("the", "xx") & kFunction) << "what holds everywhere holds there too";
}

TEST_F(NameWordsTest, AnUnknownClassIsNamedWithFileAndLine) {
  write("# words\nfunktion\tel\n");
  try {
    const NameWords words{KnowledgeFiles(folder_)};
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("names.tsv:2: \"funktion\" is no class of words"));
  }
}

}  // namespace
}  // namespace averment
