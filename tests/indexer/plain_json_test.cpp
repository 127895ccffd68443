#include "indexer/plain_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

namespace averment {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

TEST(PlainJsonTest, ObjectsOfStringsAreRead) {
  const std::pair<std::string, Fields> table[] = {
      {R"({"id":"one"})", {{"id", "one"}}},
      {" {\"id\" : \"one\" ,\t\"text\": \"\" }\r\n", {{"id", "one"}, {"text", ""}}},
      {R"({"a":"1","a":"2"})", {{"a", "1"}, {"a", "2"}}},
      {R"({"t":"\"\\\/\b\f\n\r\t"})", {{"t", "\"\\/\b\f\n\r\t"}}},
      {R"({"t":"\u0041\u00e9\u00E9\u2019\uD7FF\uE000\uffff"})", {{"t", "Aéé’\uD7FF\uE000\uFFFF"}}},
      {R"({"t":"\u0000"})", {{"t", std::string(1, '\0')}}},
      {"{\"t\":\"Séoul 서울 🙂\"}", {{"t", "Séoul 서울 🙂"}}},
  };
  for (const auto& [json, expected] : table) EXPECT_EQ(read_plain_json(json), expected) << json;
}

TEST(PlainJsonTest, EverythingElseIsLeftToTheParser) {
  for (const char* json : {"",
                           " ",
                           "{",
                           "{}",
                           "[]",
                           "\"a\"",
                           R"({"a":1})",
                           R"({"a":["b"]})",
                           R"({"a":null})",
                           R"({"a":"b",})",
                           R"({"a":"b"} x)",
                           R"({"a":"b"}{)",
                           R"({"a" "b"})",
                           R"({a:"b"})",
                           R"({"a":"b)",
                           R"({"a":"b\")",
                           R"({"a":"\x"})",
                           R"({"a":"\u12"})",
                           R"({"a":"\u12g4"})",
                           R"({"a":"\ud83d\ude42"})",
                           "{\"a\":\"\n\"}",
                           "{\"a\":\"\x7F\xFF\"}",
                           "{\"a\":\"\xED\xA0\x80\"}",
                           "\xEF\xBB\xBF{\"a\":\"b\"}"})
    EXPECT_EQ(read_plain_json(json), std::nullopt) << json;
  EXPECT_EQ(read_plain_json(std::string("{\"a\":\"b\"}\0", 10)), std::nullopt);
}

TEST(PlainJsonTest, WhatIsReadIsWhatTheParserReads) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string sound = "{\"id\": \"a\\u00e9\\n\", \"text\": \"S\xC3\xA9oul \\\"x\\\"\"}";
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string json = sound;
    for (unsigned changes = random() % 3; changes > 0; --changes)
      json[random() % json.size()] = sound[random() % sound.size()];
    const auto fields = read_plain_json(json);
    if (!fields) continue;
    ++read;
    nlohmann::json expected = nlohmann::json::parse(json, nullptr, false), found = nlohmann::json::object();
    for (const auto& [key, value] : *fields) found[key] = value;
    ASSERT_EQ(found, expected) << json;
  }
  EXPECT_GT(read, 5000);
}

}  // namespace
}  // namespace averment
