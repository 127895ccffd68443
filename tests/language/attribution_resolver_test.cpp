#include "language/attribution_resolver.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/language/claim_reading.hpp"

namespace averment {
namespace {

using testing::ElementsAre;

TEST(AttributionResolver, CreditsTheCueThatCoversTheFigure) {
  EXPECT_THAT(sources_of("According to the police at least 40 men died."), ElementsAre("40 < the police"));
  EXPECT_THAT(sources_of("The army said that 18 rebels were killed."), ElementsAre("18 < The army"));
  EXPECT_THAT(sources_of("Rebels killed 18 soldiers, the army said."), ElementsAre("18 < the army"));
  EXPECT_THAT(sources_of("Three men died in the avalanche, say officials."), ElementsAre("Three < officials"));
  EXPECT_THAT(sources_of("80 children were freed in Nigeria: Police"), ElementsAre("80 < Police"));
  EXPECT_THAT(sources_of("By the agency’s reckoning 300 soldiers have been killed."), ElementsAre("300 < the agency"));
}

TEST(AttributionResolver, KnowsTheSubjectBehindAppositionsAndClauses) {
  EXPECT_THAT(sources_of("Senator Bernal, who lives in Lima, today reported that 607 people were killed."),
              ElementsAre("607 < Senator Bernal"));
  EXPECT_THAT(sources_of("Relatives who have camped at the gate say that 29 were kidnapped."),
              ElementsAre("29 < Relatives"));
  EXPECT_THAT(sources_of("Floods killed 100 people, the official daily Torvan Labour said."),
              ElementsAre("100 < the official daily Torvan Labour"));
  EXPECT_THAT(sources_of("The deputy director of the police, Helver Marin, said one officer was killed."),
              ElementsAre("one < Helver Marin"));
}

TEST(AttributionResolver, FindsTheSubjectOfAVerbThatFollowsAnother) {
  EXPECT_THAT(sources_of("KABUL, Afghanistan - The group posted a video and said three drivers had died."),
              ElementsAre("three < The group"));
  EXPECT_THAT(sources_of("A nurse reached by telephone said two children had died."), ElementsAre("two < A nurse"));
  EXPECT_THAT(sources_of("Petr Novak, from Brno, Moravia, on Tuesday said that 9 men had died."),
              ElementsAre("9 < Petr Novak"));
  EXPECT_THAT(sources_of("The Civil Guard reports sixteen deaths."), ElementsAre("sixteen < The Civil Guard"));
}

TEST(AttributionResolver, PassivesAndCallsCreditNobody) {
  EXPECT_THAT(sources_of("The union called for an inquiry into a fire that killed 13 women."), ElementsAre("13 < -"));
  EXPECT_THAT(sources_of("The first man accused of killing 12 people was freed."), ElementsAre("12 < -"));
  EXPECT_THAT(sources_of("The strike, called by teachers, followed a quake that killed 90 people."),
              ElementsAre("90 < -"));
  EXPECT_THAT(sources_of("Olsen, a self-described neutral, killed 19 people."), ElementsAre("19 < -"));
}

TEST(AttributionResolver, ReadsWireServiceApostrophesAndSpeechTags) {
  EXPECT_THAT(sources_of("A man was arrested after hurting 25 pupils, China 's official media reported."),
              ElementsAre("A < China 's official media", "25 < China 's official media"));
  EXPECT_THAT(sources_of("Some 90,000 people have died since March, said a report published on Friday."),
              ElementsAre("90,000 < a report published"));
  EXPECT_THAT(sources_of("The rebel group made a demand, saying it would kill one nurse."),
              ElementsAre("one < The rebel group"));
}

TEST(AttributionResolver, APartySpeaksByItsStatement) {
  EXPECT_THAT(sources_of("The defence ministry released a statement claiming that troops killed 10 rebels."),
              ElementsAre("10 < The defence ministry"));
  EXPECT_THAT(sources_of("Troops freed 76 migrants, the office of the prosecutor posted on Facebook."),
              ElementsAre("76 < the office of the prosecutor"));
  EXPECT_THAT(sources_of("Some 90,000 people have died, said a report published Friday in medical journal The Probe."),
              ElementsAre("90,000 < a report published Friday in medical journal The Probe"));
  EXPECT_THAT(sources_of("The agency has placed the death count in the hundreds."),
              ElementsAre("hundreds < The agency"));
  EXPECT_THAT(sources_of("The army admitted to only 3 soldiers wounded."), ElementsAre("3 < The army"));
}

TEST(AttributionResolver, AStatementBelongsToWhoeverMadeIt) {
  EXPECT_THAT(sources_of("The board issued a statement that two miners had died."), ElementsAre("two < The board"));
  EXPECT_THAT(sources_of("Nobody believes the governor's claim that 40 rebels were killed."),
              ElementsAre("40 < the governor"));
  EXPECT_THAT(sources_of("The talks follow reports by local newspapers on the capture of 12 rebels."),
              ElementsAre("12 < local newspapers"));
  EXPECT_THAT(sources_of("A cook went on a stabbing spree, killing four."), ElementsAre("four < -"));
  EXPECT_THAT(sources_of("He left the United States that left two people dead."), ElementsAre("two < -"));
}

TEST(AttributionResolver, AContrastGoesOnWithTheSpeaker) {
  EXPECT_THAT(sources_of("The agency said 17 people died, while 709 people were injured."),
              ElementsAre("17 < The agency", "709 < The agency"));
}

TEST(AttributionResolver, ARequestSaysNothingOfWhatCameBefore) {
  EXPECT_THAT(sources_of("The government urged people to stay at home after four men died."), ElementsAre("four < -"));
  EXPECT_THAT(sources_of("The union condemned the killing of 12 miners."), ElementsAre("12 < -"));
}

TEST(AttributionResolver, WhoReportsAPromiseIsCredited) {
  EXPECT_THAT(sources_of("The president promised to free 40 prisoners, an aide said."),
              ElementsAre("40 < an aide", "40 < an aide"));
  EXPECT_THAT(sources_of("The president promised that 40 soldiers would be sent."), ElementsAre("40 < The president"));
}

TEST(AttributionResolver, ReadsWhoReportedIt) {
  EXPECT_THAT(sources_of("Nine deaths were reported by the health ministry."),
              ElementsAre("Nine < the health ministry"));
  EXPECT_THAT(sources_of("The channel showed a video of ten hostages."), ElementsAre("ten < -"));
  EXPECT_THAT(sources_of("A doctor told an inquest into the death of a girl that he was late."), ElementsAre("a < -"));
  EXPECT_THAT(sources_of("A spokesman for a hospital where many were treated said two boys had died."),
              ElementsAre("two < A spokesman for a hospital"));
}

TEST(AttributionResolver, NounsThatLookLikeCuesCreditNobody) {
  EXPECT_THAT(
      sources_of("A valve that led to three safety recalls after 47 injuries was never tested, agency records show."),
      ElementsAre("47 < agency records"));
  EXPECT_THAT(sources_of("Officers responded quickly and found 12 dead men."), ElementsAre("12 < -"));
  EXPECT_THAT(sources_of("A nurse went missing, prompting worries at a union which urged the police to search."),
              ElementsAre("A < -"));
}

TEST(AttributionResolver, AClauseBehindTheVerbIsNoSpeaker) {
  EXPECT_THAT(sources_of("The mine's owner, Oro Mines, said one miner died."), ElementsAre("one < Oro Mines"));
  EXPECT_THAT(sources_of("One miner died, said two officials."), ElementsAre("One < two officials"));
  EXPECT_THAT(sources_of("The sources did not tell how many flew, but did say that two soldiers were injured."),
              ElementsAre("two < The sources"));
}

TEST(AttributionResolver, WhatFollowsTheObjectIsNotSaid) {
  EXPECT_THAT(sources_of("The council declared a state of emergency after 12 people died."), ElementsAre("12 < -"));
  EXPECT_THAT(sources_of("After initial questioning of the residents, police detained two men."),
              ElementsAre("two < -"));
  EXPECT_THAT(sources_of("<Oro Mines Inc> said the fire killed one miner."), ElementsAre("one < Oro Mines Inc"));
}

TEST(AttributionResolver, WhoeverSpokeGoesOnWhateverOthersDid) {
  EXPECT_THAT(sources_of("The rebels said their men attacked the town, adding that 12 soldiers were killed."),
              ElementsAre("12 < The rebels"));
  EXPECT_THAT(sources_of("Under the deal, the rebels agreed to release 33 hostages."), ElementsAre("33 < -", "33 < -"));
}

TEST(AttributionResolver, WhoCountsIsNotWhoIsCredited) {
  EXPECT_THAT(sources_of("The country on Friday reported 3,124 deaths, according to the university."),
              ElementsAre("3,124 < the university"));
}

TEST(AttributionResolver, ReadsTypewritersQuotes) {
  EXPECT_THAT(sources_of("''We have lost 40 soldiers in this valley since the spring,'' said the abbot."),
              ElementsAre("40 < the abbot"));
}

TEST(AttributionResolver, EachClauseHasItsOwnSource) {
  EXPECT_THAT(sources_of("The army said 12 rebels died, while the rebels said that they had killed 30 soldiers."),
              ElementsAre("12 < The army", "30 < the rebels"));
  EXPECT_THAT(sources_of("Israel said 20 fighters died. Hundreds of people fled."),
              ElementsAre("20 < Israel", "Hundreds < -"));
}

TEST(AttributionResolver, KeepsTheChain) {
  EXPECT_THAT(sources_of("Two bombs killed at least 13 people, Reuters said quoting security sources."),
              ElementsAre("13 < security sources < Reuters"));
  EXPECT_THAT(sources_of("An officer was killed, police spokesman Lionel Lazar told AFP."),
              ElementsAre("An < police spokesman Lionel Lazar < Agence France-Presse"));
}

TEST(AttributionResolver, AQuotationBelongsToItsSpeaker) {
  EXPECT_THAT(sources_of("“We counted 31 bodies. Four soldiers died later,” said the mayor."),
              ElementsAre("31 < the mayor", "Four < the mayor"));
  EXPECT_THAT(sources_of("The mayor said: “It was terrible. In the end 31 people died.”"),
              ElementsAre("31 < The mayor"));
}

TEST(AttributionResolver, AQuotationGoesOnInTheNextParagraph) {
  EXPECT_THAT(sources_of("The town burned.\n\n\"It was hell,\" the mayor said.\n\n\"We saw 12 bodies there.\"\n\n"
                         "The army fled. Nine of its men died.\n"),
              ElementsAre("12 < the mayor", "Nine < -"));
  EXPECT_THAT(sources_of("The town burned, the mayor said.\n\n\"We saw 12 bodies there.\"\n"), ElementsAre("12 < -"))
      << "whom the paragraph before does not quote";
  EXPECT_THAT(sources_of("\"It burned,\" Okello was quoted as saying. \"There were 12 bodies in it.\""),
              ElementsAre("12 < Okello"));
}

TEST(AttributionResolver, AMarkAtTheEndOfAParagraphMayOpenTheNextOne) {
  EXPECT_THAT(
      sources_of("It was hell, a nurse told us.\"\n\nI saw 12 bodies there. It burned,\" said Mr Okello, who was "
                 "hurt.\n\nHe left.\n"),
      ElementsAre("12 < Mr Okello"));
}

TEST(AttributionResolver, PassiveCuesCreditNobody) {
  EXPECT_THAT(sources_of("It was reported that 12 people died."), ElementsAre("12 < -"));
  EXPECT_THAT(sources_of("About 200 people are feared dead."), ElementsAre("200 < -"));
  EXPECT_THAT(sources_of("Rebels claimed attacks that killed 28 people."), ElementsAre("28 < -"));
}

/// Whom the text credits with the words `place` in it.
std::string credited(std::string_view source, std::string_view place) {
  const ClaimReader& reader = claim_reader();
  const Text text = reader.tokenizer.tokenize(source);
  const auto begin = static_cast<std::uint32_t>(source.find(place));
  const Span span{begin, begin + static_cast<std::uint32_t>(place.size())};
  const std::optional<Span> found = credited_with(span, text, reader.lexicon, {}, reader.aliases);
  return found ? std::string(text.written(*found)) : "-";
}

TEST(AttributionResolver, AnyPlaceIsCreditedNotOnlyFigures) {
  constexpr std::string_view clauses = "The army said the bridge stands, while the rebels said that they had taken it.";
  EXPECT_EQ(credited(clauses, "the bridge stands"), "The army");
  EXPECT_EQ(credited(clauses, "they had taken it"), "the rebels");
  EXPECT_EQ(credited("“The bridge is gone. We walk,” said the mayor.", "We walk"), "the mayor");
  EXPECT_EQ(credited("The bridge is gone.", "The bridge is gone."), "-");
}

TEST(AttributionResolver, OfSeveralPartiesTheOneOfMostWordsIsCredited) {
  constexpr std::string_view text = "It burned, the mayor said. The army said that the bridge stands firm as ever.";
  EXPECT_EQ(credited(text, text.substr(0, text.size() - 1)), "-") << "who speaks within it does not say it";
  constexpr std::string_view quoted = "“It burned. The bridge stands firm as ever,” said the mayor.";
  EXPECT_EQ(credited(quoted, "It burned. The bridge stands"), "the mayor");
}

TEST(AttributionResolver, WhoSpeaksWithinAContentDoesNotSayIt) {
  EXPECT_EQ(credited("The paper says the mayor said it burned, according to the archive.",
                     "The paper says the mayor said it burned"),
            "the archive");
  EXPECT_EQ(credited("Okello said she plans to go.", "she plans to go"), "Okello");
}

TEST(AttributionResolver, WithoutACueTheLikeliestSpeakerIsCredited) {
  EXPECT_EQ(credited("Poll: Voters abandon the party.", "Voters abandon the party"), "Poll");
  EXPECT_EQ(credited("The council seized on Ruiz's claim that the bridge stands.", "that the bridge stands"), "Ruiz");
  EXPECT_EQ(credited("They heard claims by the ministry that it burned.", "that it burned"), "the ministry");
  EXPECT_EQ(credited("The group also sees Okello in a better light.", "Okello in a better light"), "The group");
  EXPECT_EQ(credited("“Walk with me,” Okello sings to the crowd.", "“Walk with me,”"), "Okello");
  EXPECT_EQ(credited("The nominee has been endorsed by dozens of papers and a union.", "The nominee"),
            "dozens of papers and a union");
}

TEST(AttributionResolver, ADenialIsMarked) {
  EXPECT_THAT(claims_of("The ministry denied that 40 soldiers had died."), ElementsAre("killed 40 40..40 denied"));
  EXPECT_THAT(claims_of("The rebels denied reports by the army that 40 of them had died."),
              ElementsAre("killed 40 40..40 denied"));
}

}  // namespace
}  // namespace averment
