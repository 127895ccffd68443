// Tests of cli/record_writer.cpp.
#include "cli/record_writer.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace averment::cli {
namespace {

std::string written(Format format, const std::vector<Json>& records, std::vector<std::string> fields = {},
                    bool raw = false) {
  std::ostringstream out;
  Options options;
  options.fields = std::move(fields);
  options.raw = raw;
  RecordWriter writer(out, format, "things", options);
  writer.open({{"total", records.size()}});
  for (const Json& record : records) writer.write(record);
  writer.close({{"more", true}});
  return out.str();
}

const Json first{{"schema", "averment/thing/1"}, {"name", "a, \"b\""}, {"low", nullptr}, {"via", {"x", "y"}}};
const Json second{{"schema", "averment/thing/1"}, {"name", "=1+1\tand\nmore"}, {"low", 3}, {"via", Json::array()}};

TEST(RecordWriter, JsonIsOneDocumentWithHeadAndTail) {
  const Json parsed = Json::parse(written(Format::json, {first, second}));
  EXPECT_EQ(parsed["schema"], "averment/things/1");
  EXPECT_EQ(parsed["total"], 2);
  EXPECT_EQ(parsed["things"], Json({first, second}));
  EXPECT_EQ(parsed["more"], true);
  EXPECT_EQ(Json::parse(written(Format::json, {}))["things"], Json::array());
}

TEST(RecordWriter, JsonLinesAreAnObjectALine) {
  EXPECT_EQ(written(Format::jsonl, {first, second}), to_line(first) + "\n" + to_line(second) + "\n");
}

TEST(RecordWriter, CsvQuotesWhatNeedsItAndMakesFormulasText) {
  EXPECT_EQ(written(Format::csv, {first, second}),
            "name,low,via\r\n\"a, \"\"b\"\"\",,x; y\r\n\"'=1+1\tand\nmore\",3,\r\n");
  EXPECT_EQ(written(Format::csv, {second}, {"name"}, true), "name\r\n\"=1+1\tand\nmore\"\r\n");
  EXPECT_EQ(written(Format::csv, {{{"schema", ""}, {"n", -3}, {"t", "-3"}, {"l", {"@x", "y"}}, {"e", ""}}}),
            "n,t,l,e\r\n-3,'-3,'@x; y,\r\n");
}

TEST(RecordWriter, TsvEscapesTabsAndLines) {
  EXPECT_EQ(written(Format::tsv, {second}), "name\tlow\tvia\n=1+1\\tand\\nmore\t3\t\n");
}

TEST(RecordWriter, FieldsAreSelectedInTheOrderAskedFor) {
  EXPECT_EQ(written(Format::csv, {second}, {"low", "name"}), "low,name\r\n3,\"'=1+1\tand\nmore\"\r\n");
  EXPECT_EQ(written(Format::jsonl, {second}, {"low"}), "{\"schema\":\"averment/thing/1\",\"low\":3}\n");
}

TEST(RecordWriter, AnUnknownFieldListsTheRecordsKeys) {
  try {
    written(Format::csv, {first}, {"nam"});
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_STREQ(error.what(), "--fields: 'nam' is no key of these records; there are name, low, via");
  }
}

TEST(RecordWriter, BytesThatAreNoUtf8BecomeReplacementCharacters) {
  EXPECT_EQ(to_line(Json{{"text", "a\xff"}}), "{\"text\":\"a\ufffd\"}");
}

}  // namespace
}  // namespace averment::cli
