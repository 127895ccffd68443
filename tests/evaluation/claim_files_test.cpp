#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "averment/evaluation.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

class ClaimFiles : public testing::Test {
 protected:
  const fs::path& written(const std::string& lines) {
    folder_.write("claims.jsonl", lines);
    return path_;
  }
  std::string gold_error(const std::string& lines) {
    try {
      read_gold_claims(written(lines));
    } catch (const InputError& error) {
      return error.what();
    }
    return "no error";
  }

  const TemporaryFolder folder_;
  const fs::path path_ = folder_ / "claims.jsonl";
};

constexpr const char* shortest = R"({"doc": "a", "start": 1, "end": 3, "category": "killed"})";

TEST_F(ClaimFiles, AGoldClaimHasItsFields) {
  const std::vector<GoldClaim> gold = read_gold_claims(written(
      R"({"doc": "a", "figure": "300", "sentence": "300 died.", "nth": 2, "low": 300, "high": null, "share": 0.5,)"
      R"( "qualifier": "at_least", "category": "killed", "group": "men", "source": "he", "source_name": "Ri",)"
      R"( "modality": "denied", "start": 1, "end": 4, "accept_source": ["Lee", null], "accept_value": [[0, 0]],)"
      R"( "accept_category": ["wounded"], "optional": true, "note": "keys that are not known are passed over"})"
      "\n\n"));
  ASSERT_EQ(gold.size(), 1u);
  const GoldClaim& claim = gold[0];
  EXPECT_EQ(claim.report, "a");
  EXPECT_EQ(claim.figure, "300");
  EXPECT_EQ(claim.sentence, "300 died.");
  EXPECT_EQ(claim.nth, 2u);
  EXPECT_EQ(claim.start, 1u);
  EXPECT_EQ(claim.end, 4u);
  EXPECT_EQ(claim.bounds, GoldBounds(300, std::nullopt));
  EXPECT_EQ(claim.share, Share(0.5));
  EXPECT_EQ(claim.qualifier, Qualifier::at_least);
  EXPECT_EQ(claim.category, Category::killed);
  EXPECT_EQ(claim.group, "men");
  EXPECT_EQ(claim.source, "he");
  EXPECT_EQ(claim.source_name, "Ri");
  EXPECT_EQ(claim.modality, Modality::denied);
  EXPECT_THAT(claim.accept_source, ElementsAre("Lee", ""));
  EXPECT_THAT(claim.accept_value, ElementsAre(GoldBounds(0, 0)));
  EXPECT_THAT(claim.accept_category, ElementsAre(Category::wounded));
  EXPECT_TRUE(claim.optional);
}

TEST_F(ClaimFiles, WhatIsAbsentIsNotStated) {
  const GoldClaim claim = read_gold_claims(written(shortest)).at(0);
  EXPECT_EQ(claim.bounds, GoldBounds());
  EXPECT_FALSE(claim.share || claim.qualifier || claim.optional);
  EXPECT_EQ(claim.modality, Modality::asserted);
  EXPECT_THAT(claim.source, IsEmpty());
}

TEST_F(ClaimFiles, BadGoldIsNamedByFileAndLine) {
  const std::string start = std::string(shortest) + "\n";
  const std::pair<std::string, std::string> table[] = {
      {"{", "it is not JSON"},
      {"[]", "it is no JSON object"},
      {R"({"start": 1, "end": 3, "category": "killed"})", "it names no report"},
      {R"({"doc": "a", "start": 1, "end": 3})", "it has no category"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "slain"})", "its category 'slain' is not known"},
      {R"({"doc": "a", "start": 1, "category": "killed"})", "it has only one of start and end"},
      {R"({"doc": "a", "start": 3, "end": 3, "category": "killed"})", "its end is not behind its start"},
      {R"({"doc": "a", "start": -1, "end": 3, "category": "killed"})", "start is out of range"},
      {R"({"doc": "a", "start": 1.5, "end": 3, "category": "killed"})", "start is no place in a text"},
      {R"({"doc": "a", "figure": "300", "category": "killed"})", "it has no place"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "low": "300"})", "low is no number"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "low": 1e300})", "low is out of range"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "share": "half"})", "its share 'half' is not known"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "qualifier": "some"})", "its qualifier 'some'"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "source": 1})", "source is no text"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "accept_source": "he"})",
       "accept_source is no list"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "accept_value": [1, 2]})",
       "accept_value is no list"},
      {R"({"doc": "a", "start": 1, "end": 3, "category": "killed", "optional": 1})",
       "optional is neither true nor false"},
  };
  for (const auto& [line, why] : table)
    EXPECT_THAT(gold_error(start + line + "\n"), HasSubstr(path_.string() + ":2: " + why)) << line;
}

TEST_F(ClaimFiles, AFileThatIsNotThereIsAnError) {
  EXPECT_THROW(read_gold_claims(path_ / "absent"), InputError);
  EXPECT_THROW(read_claim_records(path_ / "absent"), InputError);
}

TEST_F(ClaimFiles, ExportedClaimsAreReadBack) {
  const std::vector<ClaimRecord> found = read_claim_records(written(
      R"({"schema": "averment/claim/1", "report": "a", "category": "wounded", "figure": "some", "start": 5, "end": 9,)"
      R"( "low": null, "high": 12, "qualifier": "at_most", "share": "most", "group": "men", "source": "he",)"
      R"( "source_name": "Ri", "modality": "forecast", "sentence": "x", "sentence_start": 2, "rule": "predicate"})"));
  ASSERT_EQ(found.size(), 1u);
  const Claim& claim = found[0].claim;
  EXPECT_EQ(found[0].report, "a");
  EXPECT_EQ(found[0].start, 5u);
  EXPECT_EQ(found[0].end, 9u);
  EXPECT_EQ(found[0].sentence_start, 2u);
  EXPECT_EQ(claim.category, Category::wounded);
  EXPECT_EQ(claim.low, std::nullopt);
  EXPECT_EQ(claim.high, 12u);
  EXPECT_EQ(claim.qualifier, Qualifier::at_most);
  EXPECT_EQ(claim.share, Share(ShareWord::most));
  EXPECT_EQ(claim.group, "men");
  EXPECT_EQ(claim.source->source, "he");
  EXPECT_EQ(claim.source->name, "Ri");
  EXPECT_EQ(claim.modality, Modality::forecast);
  EXPECT_EQ(claim.rule, "predicate");
}

TEST_F(ClaimFiles, AFoundClaimNeedsItsPlace) {
  for (const char* places : {R"("start": 5)", R"("start": 5, "end": 5)"})
    EXPECT_THROW(read_claim_records(written(
                     std::string(R"({"report": "a", "category": "killed", "qualifier": "exact", )") + places + "}")),
                 InputError)
        << places;
}

TEST_F(ClaimFiles, AClaimWithoutASourceHasNone) {
  const std::string line = R"({"report": "a", "category": "killed", "start": 5, "end": 9, "qualifier": "exact"})";
  EXPECT_FALSE(read_claim_records(written(line)).at(0).claim.source);
}

}  // namespace
}  // namespace averment
