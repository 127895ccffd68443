// Tests of cli/records.cpp.
#include "cli/records.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/json_keys.hpp"

namespace averment::cli {
namespace {

using testing::ElementsAreArray;

TEST(Records, AClaimHasExactlyTheKeysOfTheContractInThatOrder) {
  EXPECT_THAT(
      keys(to_json(ClaimRecord())),
      ElementsAreArray({"schema",      "claim_id",    "report",       "report_sha256", "outlet",         "url",
                        "title",       "published",   "lang",         "category",      "figure",         "start",
                        "end",         "low",         "high",         "qualifier",     "qualifier_text", "share",
                        "share_of",    "derived",     "group",        "group_name",    "group_party",    "source",
                        "source_name", "source_type", "source_party", "cue",           "attribution",    "via",
                        "modality",    "event_date",  "place",        "sentence",      "sentence_start", "rule",
                        "confidence",  "counted",     "stake"}));
}

TEST(Records, WhatAClaimDoesNotStateIsNull) {
  const Json json = to_json(ClaimRecord());
  for (const char* key :
       {"outlet",         "url",         "title",       "published",    "lang",  "low",        "high",
        "qualifier_text", "share",       "share_of",    "derived",      "group", "group_name", "group_party",
        "source",         "source_name", "source_type", "source_party", "cue",   "event_date", "place"})
    EXPECT_TRUE(json[key].is_null()) << key;
  EXPECT_EQ(json["attribution"], "none");
  EXPECT_EQ(json["via"], Json::array());
}

TEST(Records, AClaimSaysWhoIsCreditedAndHow) {
  ClaimRecord record;
  record.claim.source = Attribution{"he", "Lee Seong-kweun", "person", "South Korea", "said", true, {"Yonhap"}};
  const Json json = to_json(record);
  EXPECT_EQ(json["source"], "he");
  EXPECT_EQ(json["source_name"], "Lee Seong-kweun");
  EXPECT_EQ(json["source_type"], "person");
  EXPECT_EQ(json["source_party"], "South Korea");
  EXPECT_EQ(json["cue"], "said");
  EXPECT_EQ(json["attribution"], "direct");
  EXPECT_EQ(json["via"], Json({"Yonhap"}));
}

TEST(Records, AShareIsANumberOrAWord) {
  ClaimRecord record;
  record.claim.share = 0.25;
  record.claim.derived = Derived{10, 12, "of_group"};
  EXPECT_EQ(to_json(record)["share"], 0.25);
  EXPECT_EQ(to_line(to_json(record)["derived"]), R"({"low":10,"high":12,"rule":"of_group"})");
  record.claim.share = ShareWord::nearly_all;
  EXPECT_EQ(to_json(record)["share"], "nearly_all");
}

TEST(Records, OnlyAQueryByNameSaysInWhichRoleItMatched) {
  ClaimRecord record;
  record.matched_as = "source,outlet";
  EXPECT_EQ(to_json(record)["matched_as"], "source,outlet");
}

TEST(Records, AnEntityHasItsSpellings) {
  const EntityRecord entity{"Ana Ruiz", EntityType::person, {"Ruiz", "Ana Ruiz"}, 2, 3};
  EXPECT_EQ(to_line(to_json(entity)),
            R"({"schema":"averment/entity/1","name":"Ana Ruiz","type":"person","variants":["Ruiz","Ana Ruiz"],)"
            R"("reports":2,"mentions":3})");
}

TEST(Records, AProposalSaysWhatSpeaksForIt) {
  MergeProposal proposal;
  proposal.type = EntityType::organization;
  proposal.name = "Oro Flood Board";
  proposal.alias = "OFB";
  proposal.evidence = {MergeEvidence::acronym};
  proposal.name_reports = 3;
  proposal.alias_reports = 2;
  proposal.shared_reports = 1;
  proposal.shared_names = {"Ana Ruiz"};
  proposal.score = 0.41;
  EXPECT_EQ(to_line(to_json(proposal)),
            R"({"schema":"averment/merge/1","score":0.41,"type":"org","name":"Oro Flood Board","alias":"OFB",)"
            R"("party":null,"report":null,"evidence":["acronym"],"name_reports":3,"alias_reports":2,)"
            R"("shared_reports":1,"shared_names":["Ana Ruiz"]})");
}

TEST(Records, HighlightsCountCodePointsOfTheSnippet) {
  ReportHit hit;
  hit.snippet = {"die Löhne, die Möwe", {{4, 10}, {16, 21}}};
  EXPECT_EQ(to_json(hit)["highlights"].dump(), "[[4,9],[15,19]]");
}

TEST(Records, PositionsOfAReportCountCodePoints) {
  StoredReport stored;
  stored.report.id = "one";
  stored.report.text = "Café Élysée";
  stored.report.entities = {{{6, 14}, EntityType::place, ""}};
  stored.mentions = {{{6, 14}, EntityType::place, "Élysée Palace"}};
  const Json json = with_findings(stored, {});
  EXPECT_EQ(to_line(json["entities"]), R"([{"start":5,"end":11,"type":"place","text":"Élysée","id":null}])");
  EXPECT_EQ(to_line(json["mentions"]),
            R"([{"start":5,"end":11,"text":"Élysée","type":"place","name":"Élysée Palace"}])");
}

TEST(Records, AnExportedReportHasTheKeysThatIndexingReads) {
  StoredReport stored;
  stored.report.id = "one";
  stored.report.text = "Text.";
  EXPECT_THAT(keys(to_json(stored)), ElementsAreArray({"schema", "id", "outlet", "url", "published", "title", "lang",
                                                       "text", "entities", "tags", "sha256"}));
}

}  // namespace
}  // namespace averment::cli
