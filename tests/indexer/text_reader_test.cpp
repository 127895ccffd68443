#include "indexer/text_reader.hpp"

#include <gmock/gmock.h>

#include "tests/indexer/read_items.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class TextReaderTest : public FolderTest {
 protected:
  Collected read(std::string_view content, std::uint64_t limit = 1 << 20) {
    const std::filesystem::path path = write("report.txt", content);
    Collected collected;
    read_text_file(path, "folder/report.txt", {path.string(), path.string(), limit}, collected.sink());
    return collected;
  }
  Report report(std::string_view content) {
    const Collected collected = read(content);
    EXPECT_EQ(collected.rejections, std::vector<std::string>{});
    return collected.reports.empty() ? Report() : collected.reports[0];
  }
};

TEST_F(TextReaderTest, APlainFileIsItsTextAndItsFirstLineTheTitle) {
  const Report plain = report("\n  Ri is captured. \r\n\r\nSeoul said 300 died.\r\n");
  EXPECT_EQ(plain.id, "folder/report.txt");
  EXPECT_EQ(plain.title, "Ri is captured.");
  EXPECT_EQ(plain.text, "\n  Ri is captured. \r\n\r\nSeoul said 300 died.\r\n");
  EXPECT_EQ(plain.origin, (Origin{(folder_ / "report.txt").string(), 0}));
  EXPECT_EQ(plain.outlet + plain.published + plain.lang + plain.url, "");
}

TEST_F(TextReaderTest, FrontMatterStatesTheFieldsAndIsNoPartOfTheText) {
  const Report stated = report(
      "---\n"
      "id: 17\n"
      "outlet: The Outlet: a daily\n"
      "published: 19 February 2025\n"
      "title: \"A \\\"quoted\\\" title\"\n"
      "lang: en-GB\n"
      "url: https://example.org/a?b=c\n"
      "author: nobody we know\n"
      "tags: [\"war\", \"losses\"]\n"
      "entities: [{\"start\": 0, \"end\": 5, \"type\": \"GPE\", \"text\": \"Séoul\", \"id\": \"Seoul\"}]\n"
      "\n"
      "---  \r\n"
      "Séoul said 300 died.\n");
  EXPECT_EQ(stated.id, "17");
  EXPECT_EQ(stated.outlet, "The Outlet: a daily");
  EXPECT_EQ(stated.published, "2025-02-19");
  EXPECT_EQ(stated.title, "A \"quoted\" title");
  EXPECT_EQ(stated.lang, "en");
  EXPECT_EQ(stated.url, "https://example.org/a?b=c");
  EXPECT_THAT(stated.tags, ElementsAre("war", "losses"));
  EXPECT_EQ(stated.text, "Séoul said 300 died.\n");
  EXPECT_THAT(stated.entities, ElementsAre(EntityTag{{0, 6}, EntityType::place, "Seoul"}));
}

TEST_F(TextReaderTest, ATitleThatIsNotStatedIsTheFirstLineBehindTheFrontMatter) {
  EXPECT_EQ(report("---\noutlet: null\nsource: A\n---\nThe title\nwords").title, "The title");
  EXPECT_EQ(report("---\noutlet: null\nsource: A\n---\nThe title\nwords").outlet, "A");
}

TEST_F(TextReaderTest, OtherFrontMatterIsRefusedWithItsLine) {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"---\noutlet: A\nwords without an end\n", "front matter, line 3: 'key: value' is expected"},
      {"---\noutlet: A\nwords", "line 3"},
      {"---\noutlet: A\n", "front matter, line 1: a closing line '---' is missing"},
      {"---\ntags:\n  - war\n---\nwords", "front matter, line 3: 'key: value' is expected"},
      {"---\noutlet: A\ntitle: |\n  long\n---\nwords", "front matter, line 3: write the value of title in double"},
      {"---\ntitle: 'it''s'\n---\nwords", "front matter, line 2: write the value of title in double"},
      {"---\ntitle: \"open\n---\nwords", "front matter, line 2: the value of title is no JSON value on one line"},
      {"---\nmy key: 1\n---\nwords", "front matter, line 2: 'key: value' is expected"},
      {"---\nentities: [{\"start\": 0, \"end\": 9, \"type\": \"PER\"}]\n---\nwords", "entity 1 (0..9) is not inside"}};
  for (const auto& [content, reason] : table)
    EXPECT_THAT(read(content).rejections, ElementsAre(testing::AllOf(testing::StartsWith("0: "), HasSubstr(reason))))
        << content;
}

TEST_F(TextReaderTest, ADateThatCannotBeReadIsLeftOutWithAWarning) {
  const Collected collected = read("---\npublished: NaN\nlang: English\n---\nwords");
  ASSERT_EQ(collected.reports.size(), 1u);
  EXPECT_EQ(collected.reports[0].published, "");
  EXPECT_EQ(collected.reports[0].lang, "");
  EXPECT_THAT(collected.warnings, ElementsAre(HasSubstr("its date 'NaN'"), HasSubstr("its language 'English'")));
}

TEST_F(TextReaderTest, AValueThatCannotBeReadIsQuotedByItsBeginningOnly) {
  const std::string lang = "The whole of a report that stands where its language should";
  const Collected collected = read("---\nlang: " + lang + "\n---\nText.\n");
  EXPECT_THAT(collected.warnings, ElementsAre(HasSubstr("its language '" + lang.substr(0, 32) + "…'")));
}

TEST_F(TextReaderTest, OtherCharsetsBecomeUtf8) {
  EXPECT_EQ(report(std::string_view("\xFF\xFEK\0y\0i\0v\0", 10)).text, "Kyiv");
}

TEST_F(TextReaderTest, BinaryAndLargeAndMissingFilesAreRejected) {
  EXPECT_THAT(read(std::string_view("a\0b", 3)).rejections, ElementsAre(HasSubstr("binary")));
  EXPECT_THAT(read(std::string(2000, 'x'), 1999).rejections, ElementsAre(HasSubstr("larger than the limit of 1999")));
  EXPECT_EQ(read(std::string(2000, 'x'), 2000).reports.size(), 1u);
  Collected collected;
  read_text_file(folder_ / "missing.txt", "id", {"missing.txt", "", 100}, collected.sink());
  EXPECT_THAT(collected.rejections, ElementsAre(HasSubstr("cannot be opened: No such file")));
}

TEST_F(TextReaderTest, ALongFirstLineIsCutBetweenCharacters) {
  std::string line;
  while (line.size() < 1000) line += "é";
  const std::string title = report("x" + line).title;
  EXPECT_EQ(title.size(), 399u);
  EXPECT_TRUE(("x" + line).starts_with(title));
}

}  // namespace
}  // namespace averment
