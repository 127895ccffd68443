#include "language/name_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::HasSubstr;

class NameWordsTest : public testing::Test {
 protected:
  void write(const std::string& content) { folder_.write("lexicons/xx/names.tsv", content); }

  const TemporaryFolder folder_;
};

TEST_F(NameWordsTest, WordsOfOneLanguageHoldInItsReportsOnly) {
  write("function\tel\n");
  const NameWords words{KnowledgeFiles(folder_.path())};
  EXPECT_TRUE(words.classes("el", "xx") & kFunction);
  EXPECT_FALSE(words.classes("el", "en") & kFunction);
  EXPECT_TRUE(words.classes("the", "xx") & kFunction) << "what holds everywhere holds there too";
}

TEST_F(NameWordsTest, AnUnknownClassIsNamedWithFileAndLine) {
  write("# words\nfunktion\tel\n");
  try {
    const NameWords words{KnowledgeFiles(folder_.path())};
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("names.tsv:2: \"funktion\" is no class of words"));
  }
}

}  // namespace
}  // namespace averment
