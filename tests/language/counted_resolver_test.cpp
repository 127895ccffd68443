#include "language/counted_resolver.hpp"

#include <gmock/gmock.h>

#include "language/claim_details.hpp"
#include "language/entity_tagger.hpp"
#include "tests/language/claim_reading.hpp"

namespace averment {
namespace {

using testing::ElementsAre;

/// "5,000 soldiers of North Korea": figure, part and kind, side; "?" for a kind that cannot be told.
std::vector<std::string> counted_in(std::string_view source, std::string_view language = "en") {
  static const EntityTagger tagger(claim_reader().files, claim_reader().aliases);
  const ClaimReader& reader = claim_reader(language);
  const Text text = reader.tokenizer.tokenize(source);
  std::vector<FoundClaim> found = extract_claims(text, reader.lexicon);
  const std::vector<Mention> mentions = tagger.tag(text, {});
  add_details(found, text, reader.lexicon, mentions, "");
  resolve_counted(found, text, reader.lexicon, mentions, reader.aliases);
  std::vector<std::string> lines;
  for (const auto& one : found) {
    const Counted& counted = one.claim.counted;
    std::string line(text.written(one.claim.figure));
    if (!counted.part.empty()) line += " " + counted.part;
    line += " " + (counted.kind.empty() ? "?" : counted.kind);
    if (!counted.side.empty()) line += " of " + counted.side;
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(CountedResolver, AGroupIsItsKindAndItsSide) {
  const std::pair<const char*, const char*> table[] = {
      {"At least 300 North Korean soldiers were killed.", "300 soldiers of North Korea"},
      {"At least 300 North Korean troops were killed.", "300 soldiers of North Korea"},
      {"At least 300 Ukrainians were killed.", "300 people of Ukraine"},
      {"At least 300 troops from North Korea were killed.", "300 soldiers of North Korea"},
      {"Over 4,000 support troops for Russia from North Korea were killed.", "4,000 soldiers of North Korea"},
      {"Officers said 86 Besmiri soldiers were killed.", "86 soldiers of Besmiri"},
      {"At least 300 persons were killed.", "300 people"},
      {"Twelve miners were killed.", "Twelve miners"},
  };
  for (const auto& [text, counted] : table) EXPECT_THAT(counted_in(text), ElementsAre(counted)) << text;
}

TEST(CountedResolver, WhatNarrowsAGroupIsAPartOfIt) {
  EXPECT_THAT(counted_in("Two wounded North Korean soldiers were captured."),
              ElementsAre("Two captured soldiers of North Korea", "Two wounded soldiers of North Korea"))
      << "neither all the wounded nor all the captured";
  EXPECT_THAT(counted_in("He said 63 members of his battalion were killed."),
              ElementsAre("63 of his battalion members"));
}

TEST(CountedResolver, WhatIsLeftOutIsToldFromTheClaimsBefore) {
  EXPECT_THAT(
      counted_in("Around 5,000 North Korean soldiers have been killed or wounded. South Korean intelligence "
                 "estimates at least 300 deaths and 2,700 injuries."),
      ElementsAre("5,000 soldiers of North Korea", "300 soldiers of North Korea", "2,700 soldiers of North Korea"));
  EXPECT_THAT(counted_in("Twelve miners were killed and 30 others injured."),
              ElementsAre("Twelve miners", "30 miners"));
  EXPECT_THAT(counted_in("Twelve miners were killed. On the road, 30 were wounded."),
              ElementsAre("Twelve miners", "30 people"))
      << "further away than a sentence, without a side, nobody can tell";
}

TEST(CountedResolver, TheWholeMayStandBehind) {
  EXPECT_THAT(counted_in("Of the North Korean casualties over three months, around 5,000 dead are reported, out of a "
                         "total of 11,000 soldiers deployed in Kursk."),
              testing::Contains("5,000 soldiers of North Korea"));
}

TEST(CountedResolver, APronounReachesNoFurtherThanItsSentence) {
  EXPECT_THAT(counted_in("Two North Korean soldiers were captured. There were six of us, and all five of them died."),
              ElementsAre("Two soldiers of North Korea", "five ?"));
}

TEST(CountedResolver, WhoSendsSoldiersSendsItsOwn) {
  EXPECT_THAT(counted_in("North Korea dispatched approximately 12,000 soldiers to Russia."),
              ElementsAre("12,000 soldiers of North Korea"));
  EXPECT_THAT(counted_in("Pyongyang is believed to have sent about 11,000 soldiers."),
              ElementsAre("11,000 soldiers of North Korea"));
}

TEST(CountedResolver, AKindIsTheSameInAllLanguages) {
  EXPECT_THAT(counted_in("Murieron nueve soldados.", "es"), ElementsAre("nueve soldiers"));
  EXPECT_THAT(counted_in("Murieron nueve personas.", "es"), ElementsAre("nueve people"));
}

TEST(CountedResolver, AShareCountsThePeopleItIsAShareOf) {
  EXPECT_THAT(counted_in("Over 4,000 North Korean troops had faced casualties, with two-thirds being fatalities."),
              ElementsAre("4,000 soldiers of North Korea", "two-thirds soldiers of North Korea"));
}

}  // namespace
}  // namespace averment
