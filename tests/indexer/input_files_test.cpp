#include "indexer/input_files.hpp"

#include <gmock/gmock.h>

#include "averment/error.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class InputFilesTest : public FolderTest {
 protected:
  void walk(const std::vector<std::string>& paths) {
    ids_.clear();
    rejections_.clear();
    each_input_file(
        paths,
        [&](const InputFile& file) {
          ids_.push_back(file.id);
          formats_.push_back(file.format);
          return true;
        },
        [&](const Rejection& rejection) {
          rejections_.push_back(rejection.reason);
          return true;
        });
  }

  std::vector<std::string> ids_, rejections_;
  std::vector<InputFormat> formats_;
};

TEST_F(InputFilesTest, FoldersAreWalkedInOrderAndOtherFilesPassedOver) {
  for (const char* name : {"news/b.txt", "news/a/z.JSONL", "news/a/y.jsonl.gz", "news/c.pdf", "news/.hidden.txt",
                           "news/.git/d.txt", "news/notes.txt.bak", "news/A.txt"})
    write(name, "words");
  walk({(folder_ / "news").string()});
  EXPECT_THAT(ids_, ElementsAre("A.txt", "a/y.jsonl.gz", "a/z.JSONL", "b.txt"));
  EXPECT_THAT(formats_,
              ElementsAre(InputFormat::text, InputFormat::json_lines_gzip, InputFormat::json_lines, InputFormat::text));
  EXPECT_THAT(rejections_, IsEmpty());
}

TEST_F(InputFilesTest, AFileGivenByItselfIsNamedByItsName) {
  write("news/b.txt", "words");
  walk({(folder_ / "news/b.txt").string(), "-"});
  EXPECT_THAT(ids_, ElementsAre("b.txt", ""));
  EXPECT_EQ(formats_.back(), InputFormat::standard_input);
}

TEST_F(InputFilesTest, AFileOfAnotherFormatIsRejectedWhereItIsGiven) {
  walk({write("c.pdf", "words").string()});
  EXPECT_THAT(rejections_, ElementsAre("its format is not known: .txt, .jsonl and .jsonl.gz are"));
}

TEST_F(InputFilesTest, LinksAreFollowedAndLoopsEnd) {
  write("elsewhere/linked.txt", "words");
  write("news/a/b.txt", "words");
  fs::create_directory_symlink(folder_ / "news", folder_ / "news/a/loop");
  fs::create_directory_symlink(folder_ / "elsewhere", folder_ / "news/other");
  fs::create_directory_symlink(folder_ / "elsewhere", folder_ / "news/other2");
  fs::create_symlink(folder_ / "missing.txt", folder_ / "news/dangling.txt");
  walk({(folder_ / "news").string()});
  EXPECT_THAT(ids_, ElementsAre("a/b.txt", "other/linked.txt"));
}

TEST_F(InputFilesTest, PathsThatDoNotExistAreErrors) {
  EXPECT_NO_THROW(check_paths({"-", folder_.string()}));
  EXPECT_THROW(check_paths({folder_.string(), (folder_ / "missing").string()}), InputError);
}

TEST_F(InputFilesTest, TheWalkEndsWhenNobodyWantsMore) {
  write("a.txt", "words");
  write("b.txt", "words");
  int seen = 0;
  each_input_file(
      {folder_.string(), folder_.string()}, [&](const InputFile&) { return ++seen < 1; },
      [](const Rejection&) { return true; });
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace averment
