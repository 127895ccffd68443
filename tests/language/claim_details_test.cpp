#include "language/claim_details.hpp"

#include <gtest/gtest.h>

#include "language/entity_tagger.hpp"
#include "tests/language/claim_reading.hpp"

namespace averment {
namespace {

Claim first_claim(std::string_view source, std::string_view published) {
  static const EntityTagger tagger(claim_reader().files, claim_reader().aliases);
  const Text text = claim_reader().tokenizer.tokenize(source);
  std::vector<FoundClaim> found = extract_claims(text, claim_reader().lexicon);
  add_details(found, text, claim_reader().lexicon, tagger.tag(text, {}), published);
  return found.at(0).claim;
}

TEST(ClaimDetails, PlaceAndSideComeFromTheSentence) {
  const Claim claim = first_claim("Two North Korean soldiers were captured in Kursk on January 9, 2025.", "");
  EXPECT_EQ(claim.group_party, "North Korea");
  EXPECT_TRUE(claim.place.starts_with("Kursk")) << claim.place;
  EXPECT_EQ(claim.event_date, "2025-01-09");
}

TEST(ClaimDetails, WhatTheSentenceDoesNotSayStaysEmpty) {
  const Claim claim = first_claim("Two soldiers were captured.", "2025-02-19");
  EXPECT_EQ(claim.group_party, "");
  EXPECT_EQ(claim.place, "");
  EXPECT_EQ(claim.event_date, "");
}

TEST(ClaimDetails, WeekdaysAreTakenFromTheReportsDate) {
  const std::tuple<const char*, const char*, const char*> table[] = {
      {"A bus fell on Monday, killing nine people.", "2025-02-19", "2025-02-17"},  // a Wednesday
      {"A bus fell on Wednesday, killing nine people.", "2025-02-19", "2025-02-19"},
      {"Nine people were killed yesterday.", "2025-03-01", "2025-02-28"},
      {"Nine men will be freed on Friday.", "2025-02-19", "2025-02-21"},
      {"Nine people were killed, police said on Monday.", "2025-02-19", ""},
      {"Nine people were killed on Monday.", "2025-02", ""},
      {"Nine people were killed on Monday.", "2025-02-31", ""},
  };
  for (const auto& [source, published, date] : table)
    EXPECT_EQ(first_claim(source, published).event_date, date) << source << " " << published;
}

TEST(ClaimDetails, ADayWithoutAYearLiesBeforeThePublication) {
  const std::tuple<const char*, const char*, const char*> table[] = {
      {"January 9", "2025-02-19", "2025-01-09"},
      {"December 24", "2025-02-19", "2024-12-24"},
      {"March", "2025-03-01T08:00", "2025-03"},
      {"January 9", "2025", ""},
      {"1994", "2025-02-19", "1994"},
      {"January 9", "", ""},
  };
  for (const auto& [name, published, resolved] : table) EXPECT_EQ(resolve_date(name, published), resolved) << name;
}

}  // namespace
}  // namespace averment
