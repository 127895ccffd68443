#include "store/stored_report.hpp"

#include <gtest/gtest.h>

#include "store/packing.hpp"
#include "store/sha256.hpp"
#include "store/spelling.hpp"
#include "tests/store/damage.hpp"

namespace averment {
namespace {

RecordedReport a_record() {
  RecordedReport record;
  Report& report = record.report;
  report.id = "one";
  report.text = "Séoul: 300 soldiers died, two-thirds of them in January, the NIS said.";
  report.title = "Losses";
  report.outlet = "The Outlet";
  report.url = "https://example.org/1";
  report.published = "2025-01-13";
  report.lang = "en";
  report.entities = {{{62, 65}, EntityType::organization, "NIS"}};
  report.tags = {"war", ""};
  report.origin = {"/news/one.jsonl", 12};
  record.sha256 = sha256(report.text);
  record.mentions = {{{0, 6}, EntityType::place, "Seoul"},
                     {{62, 65}, EntityType::organization, "NIS"},
                     {{62, 64}, EntityType::organization, "Other"},
                     {{1, 6}, EntityType::place, "Seoul"}};
  Claim died;
  died.figure = {8, 11};
  died.low = died.high = 300;
  died.group = "soldiers";
  died.source =
      Attribution{"the NIS", "National Intelligence Service", "government", "South Korea", "said", true, {"it"}};
  died.sentence = {0, 71};
  died.rule = "killed/active";
  Claim share = died;
  share.figure = {27, 37};
  share.low = share.high = std::nullopt;
  share.share = 0.667;
  share.share_of = 0;
  share.derived = Derived{199, 201, "share of claim"};
  share.confidence = 0.5;
  Claim most = share;
  most.category = Category::survived;
  most.share = ShareWord::some;
  most.source.reset();
  most.event_date = "2025-01";
  most.place = "Seoul";
  most.counted = {"soldiers", "wounded", "North Korea", "Kursk", "Russia"};
  most.stake = Stake::opposing_side;
  most.derived = Derived{7, {}, "share of claim"};
  record.claims = {died, share, most};
  return record;
}

/// As if no word were known: the texts stand whole in their spellings.
std::string serialized(const RecordedReport& record) {
  return serialize(record, {spelling_of(record.report.title, {}), spelling_of(record.report.text, {})});
}

StoredParts parts(std::string_view data) { return {std::string(data), pack(Origin{"/news/one.jsonl", 12}), {}}; }

void read(std::string_view bytes) { deserialize(parts(bytes)); }

TEST(StoredReportTest, EveryFieldComesBack) { EXPECT_EQ(deserialize(parts(serialized(a_record()))), a_record()); }

TEST(StoredReportTest, ItComesBackWithoutItsMentions) {
  RecordedReport expected = a_record();
  EXPECT_FALSE(expected.mentions.empty());
  expected.mentions.clear();
  expected.sha256.clear();
  EXPECT_EQ(deserialize_claims(parts(serialized(a_record()))), expected);
  EXPECT_THROW(deserialize_claims(parts("damaged")), IndexError);
}

TEST(StoredReportTest, AnEmptyRecordComesBack) {
  RecordedReport empty;
  empty.sha256 = sha256("");
  EXPECT_EQ(deserialize({serialize({}, {}), {}, {}}), empty);
}

TEST(StoredReportTest, TitleAndTextAreMadeOfTheirWords) {
  RecordedReport record;
  record.report.title = "Two dead";
  record.report.text = "The dead: TWO.";
  record.sha256 = sha256(record.report.text);
  const std::vector<SearchToken> title = {{{0, 3}, "two", ""}, {{4, 8}, "dead", ""}};
  const std::vector<SearchToken> text = {{{0, 3}, "the", ""}, {{4, 8}, "dead", ""}, {{10, 13}, "two", ""}};
  const std::string data =
      serialize(record, {spelling_of(record.report.title, title), spelling_of(record.report.text, text)});
  for (const char* word : {"wo", "ead", "he"}) EXPECT_EQ(data.find(word), data.npos) << word;
  const std::vector<std::string_view> words = {"two", "dead", "", "the", "dead", "two"};
  EXPECT_EQ(deserialize({data, {}, words}), record);
  EXPECT_EQ(refusals("",
                     [&](std::string_view) {
                       deserialize({data, {}, {"two", "dead", "", "the", "lead", "two"}});
                     }),
            1u)
      << "a word is another";
}

TEST(StoredReportTest, ATitleThatTheTextBeginsWithIsNotWrittenTwice) {
  RecordedReport record;
  record.report.title = "Two dead";
  record.report.text = "\n Two dead in Séoul";
  record.sha256 = sha256(record.report.text);
  const std::string data = serialize(record, {"", record.report.text});
  EXPECT_EQ(data.find("Two dead"), data.rfind("Two dead"));
  EXPECT_EQ(deserialize({data, {}, {}}), record);
}

TEST(StoredReportTest, EveryFlippedBitAndEveryCutIsNoticed) {
  const std::string bytes = serialized(a_record());
  EXPECT_EQ(flip_bits(bytes, read), bytes.size() * 8);
  EXPECT_EQ(cut_short(bytes, read), bytes.size());
  read_noise(read);
}

TEST(StoredReportTest, SpansThatLeaveTheTextAreDamageThoughTheChecksumIsRight) {
  RecordedReport record = a_record();
  record.mentions[0].span = {70, 90};
  EXPECT_EQ(refusals(serialized(record), read), 1u);
  record = a_record();
  record.claims[0].figure = {9000, 9001};
  EXPECT_EQ(refusals(serialized(record), read), 1u);
  record = a_record();
  record.claims[1].share_of = 3;
  EXPECT_EQ(refusals(serialized(record), read), 1u);
}

TEST(StoredReportTest, ClaimIdsHashTheReportsHashThePlaceInCodePointsAndTheCategory) {
  const RecordedReport record = a_record();
  const std::vector<std::string> ids = claim_ids(record);
  ASSERT_EQ(ids.size(), 3u);
  EXPECT_EQ(ids[0], sha256(record.sha256 + " 7 killed").substr(0, 16));  // é is two bytes
  EXPECT_EQ(ids[0], claim_id(record.sha256, 7, Category::killed));
  EXPECT_NE(ids[1], ids[2]);
}

}  // namespace
}  // namespace averment
