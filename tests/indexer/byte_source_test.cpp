#include "indexer/byte_source.hpp"

#include <gmock/gmock.h>
#include <zlib.h>

#include "averment/error.hpp"
#include "indexer/jsonl_reader.hpp"
#include "tests/indexer/read_items.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ByteSourceTest : public FolderTest {
 protected:
  static std::string compressed(const std::string& text, const std::filesystem::path& scratch) {
    gzFile file = gzopen(scratch.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    std::ifstream in(scratch, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string compressed(const std::string& text) { return compressed(text, folder_ / "scratch"); }

  Collected read(const std::string& content) {
    Collected collected;
    read_json_lines(*open_gzip(write("reports.jsonl.gz", content)), {"reports", "", 1 << 20}, collected.sink());
    return collected;
  }

  static std::string many_lines() {
    std::string lines;
    for (int i = 0; i < 20'000; ++i) lines += "{\"id\": " + std::to_string(i * 7919 % 20011) + "}\n";
    return lines;
  }
};

TEST_F(ByteSourceTest, CompressedFilesAreRead) { EXPECT_EQ(read(compressed(many_lines())).reports.size(), 20'000u); }

TEST_F(ByteSourceTest, SeveralCompressedPiecesAreOneFile) {
  EXPECT_EQ(read(compressed("{\"id\": 1}\n") + compressed("{\"id\": 2}\n")).reports.size(), 2u);
}

TEST_F(ByteSourceTest, WhatCameBeforeTheEndOfATruncatedFileStays) {
  const std::string whole = compressed(many_lines());
  const Collected collected = read(whole.substr(0, whole.size() / 2));
  EXPECT_GT(collected.reports.size(), 1000u);
  EXPECT_LT(collected.reports.size(), 20'000u);
  EXPECT_THAT(collected.rejections, ElementsAre(HasSubstr("compressed data end too soon")));
}

TEST_F(ByteSourceTest, WhatCameBeforeDamageStays) {
  std::string damaged = compressed(many_lines());
  for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 100; ++i) damaged[i] = '\x55';
  const Collected collected = read(damaged);
  EXPECT_GT(collected.reports.size(), 1000u);
  EXPECT_THAT(collected.rejections.back(), HasSubstr("compressed data are damaged"));
}

TEST_F(ByteSourceTest, AFileThatIsNotCompressedIsRejected) {
  EXPECT_THAT(read("{\"id\": 1}\n").rejections, ElementsAre("1: it is not compressed by gzip"));
}

TEST_F(ByteSourceTest, MissingFilesAndFoldersAreErrors) {
  EXPECT_THROW(open_file(folder_ / "missing"), InputError);
  EXPECT_THROW(open_gzip(folder_ / "missing"), InputError);
  char byte = 0;
  EXPECT_THROW(open_file(folder_)->read(&byte, 1), InputError);
}

}  // namespace
}  // namespace averment
