#include "indexer/input_files.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "averment/error.hpp"
#include "indexer/byte_source.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class InputFilesTest : public FolderTest {
 protected:
  void walk(const std::vector<std::string>& paths, Links links = Links::inside) {
    ids_.clear();
    rejections_.clear();
    each_input_file(
        paths, links,
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
  walk({(folder_ / "news").string()}, Links::all);
  EXPECT_THAT(ids_, ElementsAre("a/b.txt", "other/linked.txt"));
}

TEST_F(InputFilesTest, LinksThatLeadOutAreRejectedUnlessAskedFor) {
  write("elsewhere/secret.txt", "words");
  write("news2/secret.txt", "words");  // a name that begins like the folder's
  write("news/a/b.txt", "words");
  fs::create_directory_symlink(folder_ / "elsewhere", folder_ / "news/other");
  fs::create_symlink(folder_ / "elsewhere/secret.txt", folder_ / "news/c.txt");
  fs::create_symlink(folder_ / "news2/secret.txt", folder_ / "news/d.txt");
  fs::create_symlink(folder_ / "news/a/b.txt", folder_ / "news/inside.txt");
  fs::create_symlink("/etc/passwd", folder_ / "news/passed-over");
  walk({(folder_ / "news").string()});
  EXPECT_THAT(ids_, ElementsAre("a/b.txt", "inside.txt"));
  EXPECT_THAT(rejections_, ElementsAre(HasSubstr("leads out"), HasSubstr("leads out"), HasSubstr("leads out")));
  EXPECT_FALSE(file_in_folder(folder_ / "news", Links::inside, folder_ / "news", "", "c.txt"));
  EXPECT_TRUE(file_in_folder(folder_ / "news", Links::all, folder_ / "news", "", "c.txt"));
  EXPECT_TRUE(file_in_folder(folder_ / "news", Links::inside, folder_ / "news", "", "inside.txt"));
  fs::create_directory_symlink(folder_ / "news", folder_ / "link");
  walk({(folder_ / "link").string()});
  EXPECT_THAT(ids_, ElementsAre("a/b.txt", "inside.txt")) << "what is given itself may be a link";
}

TEST_F(InputFilesTest, PipesAndDevicesAreNeverRead) {
  write("news/a.txt", "words");
  ASSERT_EQ(mkfifo((folder_ / "news/pipe.txt").c_str(), 0600), 0);
  walk({(folder_ / "news").string(), (folder_ / "news/pipe.txt").string()});
  EXPECT_THAT(ids_, ElementsAre("a.txt"));
  EXPECT_THAT(rejections_, ElementsAre("it is no file that can be read"));
  EXPECT_THROW(open_file(folder_ / "news/pipe.txt"), InputError) << "nor waited for, if a file has become one";
  EXPECT_THROW(open_gzip(folder_ / "news/pipe.txt"), InputError);
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
      {folder_.string(), folder_.string()}, Links::inside, [&](const InputFile&) { return ++seen < 1; },
      [](const Rejection&) { return true; });
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace averment
