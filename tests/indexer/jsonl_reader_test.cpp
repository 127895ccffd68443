#include "indexer/jsonl_reader.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "tests/indexer/read_items.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Collected read(const std::string& lines, std::uint64_t limit = 1 << 20) {
  std::istringstream stream(lines);
  Collected collected;
  read_json_lines(*open_stream(stream), {"reports.jsonl", "/news/reports.jsonl", limit}, collected.sink());
  return collected;
}

Report report(const std::string& line) {
  const Collected collected = read(line);
  EXPECT_THAT(collected.rejections, IsEmpty());
  return collected.reports.empty() ? Report() : collected.reports[0];
}

std::string rejection(const std::string& line) {
  const Collected collected = read(line);
  EXPECT_THAT(collected.reports, IsEmpty());
  return collected.rejections.empty() ? "none" : collected.rejections[0];
}

TEST(JsonlReaderTest, EveryFieldIsRead) {
  const Report full = report(
      R"({"id": "one", "outlet": "The Outlet", "url": "https://example.org", "published": "2025-02-19", "title": "T",)"
      R"( "lang": "en", "text": "Ri fell.", "tags": ["a", "b"], "unknown": {"text": "not this"},)"
      R"( "entities": [{"start": 0, "end": 2, "type": "person", "text": "Ri", "id": "Ri Kang"}]})");
  EXPECT_EQ(full.id, "one");
  EXPECT_EQ(full.outlet, "The Outlet");
  EXPECT_EQ(full.url, "https://example.org");
  EXPECT_EQ(full.published, "2025-02-19");
  EXPECT_EQ(full.title, "T");
  EXPECT_EQ(full.lang, "en");
  EXPECT_EQ(full.text, "Ri fell.");
  EXPECT_THAT(full.tags, ElementsAre("a", "b"));
  EXPECT_THAT(full.entities, ElementsAre(EntityTag{{0, 2}, EntityType::person, "Ri Kang"}));
  EXPECT_EQ(full.origin, (Origin{"/news/reports.jsonl", 1}));
}

TEST(JsonlReaderTest, AliasesAreReadAndTheBetterKeyWins) {
  EXPECT_EQ(report(R"({"body": "words"})").text, "words");
  EXPECT_EQ(report(R"({"content": "no", "body": "no", "text": "words"})").text, "words");
  EXPECT_EQ(report(R"({"text": "words", "content": "no"})").text, "words");
  EXPECT_EQ(report(R"({"text": "", "content": "words"})").text, "words");
  EXPECT_EQ(report(R"({"site_name": "d", "publisher": "c", "source": "b"})").outlet, "b");
  EXPECT_EQ(report(R"({"source": {"id": null, "name": "BBC News"}})").outlet, "BBC News");
  EXPECT_EQ(report(R"({"date": "2006"})").published, "2006");
  EXPECT_EQ(report(R"({"language": "EN-us"})").lang, "en");
}

TEST(JsonlReaderTest, NumbersAreIdsAndYears) {
  EXPECT_EQ(report(R"({"id": 17, "date": 2006})").id, "17");
  EXPECT_EQ(report(R"({"id": 17, "date": 2006})").published, "2006");
  EXPECT_EQ(report(R"({"id": 18446744073709551615})").id, "18446744073709551615");
  EXPECT_EQ(report(R"({"id": -3})").id, "-3");
}

TEST(JsonlReaderTest, LinesAreCountedAndBlankOnesPassedOver) {
  const Collected collected = read("\xEF\xBB\xBF{\"id\": 1}\r\n\n  \r\n{\"id\": 2}\n{\"id\": 3}");
  ASSERT_EQ(collected.reports.size(), 3u);
  EXPECT_EQ(collected.reports[1].origin.line, 4u);
  EXPECT_EQ(collected.reports[2].origin.line, 5u);
}

TEST(JsonlReaderTest, EntityPlacesCountCodePointsInAnyOrder) {
  const Report placed =
      report(R"({"text": "é서😀 Ri, Kim", "ents": [{"start": 8, "end": 11, "label": "PER", "text": "Kim"},)"
             R"( {"start": 4, "end": 6, "label": "PERSON"}, {"start": 1, "end": 2, "label": "LOC"},)"
             R"( {"start": 0, "end": 99, "label": "MONEY"}]})");
  EXPECT_THAT(placed.entities,
              ElementsAre(EntityTag{{14, 17}, EntityType::person, ""}, EntityTag{{10, 12}, EntityType::person, ""},
                          EntityTag{{2, 5}, EntityType::place, ""}));
}

TEST(JsonlReaderTest, EntitiesMayBeListsAndTheBetterKeysListCounts) {
  EXPECT_THAT(report(R"({"text": "Ri fell", "entities": [[0, 2, "PER"]]})").entities,
              ElementsAre(EntityTag{{0, 2}, EntityType::person, ""}));
  EXPECT_THAT(report(R"({"text": "Ri fell", "spans": [[3, 7, "PER"]], "ents": [[0, 2, "PER"]], "spans": []})").entities,
              ElementsAre(EntityTag{{0, 2}, EntityType::person, ""}));
}

TEST(JsonlReaderTest, EntitiesThatDoNotMatchTheTextAreRejectedWithWhatDiffers) {
  EXPECT_EQ(rejection(R"({"text": "Séoul, Ri", "entities": [{"start": 8, "end": 10, "type": "PER", "text": "Ri"}]})"),
            "1: entity 1 (8..10) is not inside the text: give code points, the end exclusive");
  EXPECT_EQ(rejection(R"({"text": "Séoul, Ri fell", "ents": [{"start": 8, "end": 10, "type": "PER", "text": "Ri"}]})"),
            "1: entity 1 (8..10) is said to be another text than stands there: give code points, the end exclusive");
  EXPECT_THAT(rejection(R"({"text": "Ri", "entities": [{"start": 0, "type": "PER"}]})"),
              HasSubstr("no start or no end"));
  EXPECT_THAT(rejection(R"({"text": "Ri", "entities": [[1, 1, "PER"]]})"), HasSubstr("not inside the text"));
  EXPECT_THAT(rejection(R"({"text": "Ri", "entities": [[-1, 1, "PER"]]})"), HasSubstr("not inside the text"));
  EXPECT_THAT(rejection(R"({"text": "Ri", "entities": [[0, 18446744073709551615, "PER"]]})"), HasSubstr("not inside"));
}

TEST(JsonlReaderTest, MalformedLinesAreNamedAndTheOthersStay) {
  const Collected collected =
      read("{\"id\": 1}\n{\"id\": \n[1]\n\"text\"\nnull\n{\"id\": 2} x\n{\"text\": \"caf\xE9\"}\n{\"id\": 3}\n");
  EXPECT_EQ(collected.reports.size(), 2u);
  EXPECT_THAT(collected.rejections,
              ElementsAre(StartsWith("2: malformed JSON at byte 8: "), "3: it is no JSON object",
                          "4: it is no JSON object", "5: it is no JSON object",
                          StartsWith("6: malformed JSON at byte 11: "), StartsWith("7: malformed JSON at byte")));
}

TEST(JsonlReaderTest, DeepNestingIsARejection) {
  const std::string deep(200'000, '[');
  EXPECT_EQ(rejection("{\"x\": " + deep), "1: its JSON is nested deeper than 64 levels: --nesting-limit raises it");
  std::string objects;
  for (int i = 0; i < 200'000; ++i) objects += "{\"a\":";
  EXPECT_EQ(rejection(objects), "1: its JSON is nested deeper than 64 levels: --nesting-limit raises it");
  EXPECT_EQ(report("{\"id\": 1, \"x\": " + std::string(63, '[') + std::string(63, ']') + "}").id, "1");
}

TEST(JsonlReaderTest, AReportWithoutEndOfEntitiesOrTagsIsARejection) {
  std::string entities = "{}", tags = "\"a\"";
  for (int i = 0; i < 500'000; ++i) {
    entities += ",{}";
    tags += ",\"a\"";
  }
  EXPECT_THAT(read("{\"id\": 1, \"entities\": [" + entities + "]}", 8 << 20).rejections,
              ElementsAre("1: it has more than 500000 entities"));
  EXPECT_THAT(read("{\"id\": 1, \"tags\": [" + tags + "]}", 8 << 20).rejections,
              ElementsAre("1: it has more than 500000 tags"));
}

TEST(JsonlReaderTest, ALineOverTheLimitIsRejectedAndTheNextOneRead) {
  const std::string small = R"({"id": 1})";
  const Collected collected = read(small + "\n{\"x\": \"" + std::string(3 << 20, 'x') + "\"}\n" + small, 1000);
  EXPECT_EQ(collected.reports.size(), 2u);
  EXPECT_THAT(
      collected.rejections,
      ElementsAre("2: the line is longer than the limit of 1000 bytes: --size-limit raises it, and --memory-limit"));
  EXPECT_EQ(read(small, small.size()).reports.size(), 1u);
  EXPECT_EQ(read(small, small.size() - 1).reports.size(), 0u);
}

TEST(JsonlReaderTest, ValuesOfAnotherKindAreLeftOutWithAWarning) {
  const Collected collected =
      read(R"({"id": 1, "title": ["a"], "outlet": 5, "lang": true, "url": null, "entities": ["Ri", "Kim"]})");
  ASSERT_EQ(collected.reports.size(), 1u);
  EXPECT_EQ(collected.reports[0].title + collected.reports[0].outlet, "");
  EXPECT_THAT(collected.warnings, ElementsAre(HasSubstr("its title is not"), HasSubstr("its outlet is not"),
                                              HasSubstr("its lang is not"), HasSubstr("its entities is not")));
}

TEST(JsonlReaderTest, Utf16IsRejectedOnce) {
  EXPECT_THAT(read(std::string("\xFF\xFE{\0}\0\n\0{\0}\0", 12)).rejections,
              ElementsAre("0: it is UTF-16: JSON Lines are UTF-8"));
}

TEST(JsonlReaderTest, ReadingEndsWhenNobodyWantsMore) {
  std::istringstream stream("{\"id\": 1}\n{\"id\": 2}\n");
  int seen = 0;
  read_json_lines(*open_stream(stream), {"x", "", 1000}, [&](ReadItem) { return ++seen < 1; });
  EXPECT_EQ(seen, 1);
}

TEST(JsonLinesReader, WhatWasReadBeforeIsPassedOverIfItIsTheSame) {
  const auto read = [](const std::string& text, TailReading& tail) {
    std::istringstream stream(text);
    Collected collected;
    const bool same =
        read_json_lines(*open_stream(stream), {"x.jsonl", "/x.jsonl", 1000, true}, collected.sink(), tail);
    std::string ids = same ? "" : "other ";
    for (const Report& report : collected.reports) ids += report.id + "@" + std::to_string(report.origin.line) + " ";
    for (const std::string& rejection : collected.rejections) ids += "rejected " + rejection.substr(0, 2);
    return ids;
  };
  const std::string first = "{\"id\": 1, \"text\": \"one\"}\n", second = "{\"id\": 2, \"text\": \"two\"}\n";
  TailReading tail;
  EXPECT_EQ(read(first + second.substr(0, 10), tail), "1@1 ") << "a line without its end waits";
  EXPECT_EQ(tail.reached.bytes, first.size());
  EXPECT_EQ(tail.reached.lines, 1u);
  tail.from = tail.reached;
  EXPECT_EQ(read(first + second, tail), "2@2 ");
  tail.from = tail.reached;
  EXPECT_EQ(read(first + second, tail), "");
  EXPECT_EQ(read(first + second + "bad\n" + first, tail), "1@4 rejected 3:");
  EXPECT_EQ(read(first, tail), "other ") << "it is shorter";
  EXPECT_EQ(read(second + first + first, tail), "other ") << "it begins otherwise";
}

}  // namespace
}  // namespace averment
