#include "language/claim_extractor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "tests/language/claim_reading.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClaimExtractor, ReadsPassivesAndIntransitives) {
  EXPECT_THAT(claims_of("At least 41 people have been killed."), ElementsAre("killed 41 41..? at_least"));
  EXPECT_THAT(claims_of("Twelve miners died on Monday."), ElementsAre("killed Twelve 12..12"));
  EXPECT_THAT(claims_of("There was one passenger seriously injured."), ElementsAre("wounded one 1..1"));
  EXPECT_THAT(claims_of("Some 300 villagers fled."), ElementsAre("displaced 300 300..300 approx"));
  EXPECT_THAT(claims_of("Three men are feared dead."), ElementsAre("killed Three 3..3"));
  EXPECT_THAT(claims_of("A soldier was captured."), ElementsAre("captured A 1..1"));
  EXPECT_THAT(claims_of("A 12- year-old girl was injured."), ElementsAre("wounded A 1..1"));
}

TEST(ClaimExtractor, ReadsObjectsOfActiveVerbs) {
  EXPECT_THAT(claims_of("The blast killed 200 people and injured thousands."),
              ElementsAre("killed 200 200..200", "wounded thousands ?..? vague"));
  EXPECT_THAT(claims_of("Gunmen shot and killed four guards."), ElementsAre("killed four 4..4"));
  EXPECT_THAT(claims_of("Rebels killed, with knives, three farmers."), ElementsAre("killed three 3..3"));
  EXPECT_THAT(claims_of("The flood claimed dozens of lives."), ElementsAre("killed dozens ?..? vague"));
  EXPECT_THAT(claims_of("They took 86 prisoners."), ElementsAre("captured 86 86..86"));
}

TEST(ClaimExtractor, TheSubjectOfAnActiveVerbIsNoVictim) {
  EXPECT_THAT(claims_of("Two gunmen killed five farmers."), ElementsAre("killed five 5..5"));
  EXPECT_THAT(claims_of("A man killed his neighbour."), IsEmpty());
}

TEST(ClaimExtractor, ReadsElisionAndLists) {
  EXPECT_THAT(claims_of("4 killed, 54 wounded in three attacks"), ElementsAre("killed 4 4..4", "wounded 54 54..54"));
  EXPECT_THAT(claims_of("Nine Britons, two Jordanians and an Egyptian were killed."),
              ElementsAre("killed Nine 9..9", "killed two 2..2", "killed an 1..1"));
  EXPECT_THAT(claims_of("Twenty people, including three children, were killed."),
              ElementsAre("killed Twenty 20..20", "killed three 3..3"));
  EXPECT_THAT(claims_of("South Korea counts at least 300 deaths and 2,700 injuries."),
              ElementsAre("killed 300 300..? at_least", "wounded 2,700 2700..2700"));
}

TEST(ClaimExtractor, OneFigureMayHaveTwoCategories) {
  EXPECT_THAT(claims_of("Two wounded soldiers were captured."), ElementsAre("wounded Two 2..2", "captured Two 2..2"));
  EXPECT_THAT(claims_of("Around 5,000 men were killed or wounded."),
              ElementsAre("killed_or_wounded 5,000 5000..5000 approx"));
  EXPECT_THAT(claims_of("They kidnapped and killed 11 people."), ElementsAre("killed 11 11..11", "abducted 11 11..11"));
}

TEST(ClaimExtractor, ReadsTollsAndEvents) {
  EXPECT_THAT(claims_of("The death toll rose to 55."), ElementsAre("killed 55 55..55"));
  EXPECT_THAT(claims_of("There are 2,237 daily deaths."), ElementsAre("killed 2,237 2237..2237"));
  EXPECT_THAT(claims_of("The crash ended in the death of three passengers."), ElementsAre("killed three 3..3"));
  EXPECT_THAT(claims_of("The bodies of 70 civilians were found."), ElementsAre("killed 70 70..70"));
}

TEST(ClaimExtractor, ALaterVerbMayTellWhatBecameOfTheSubject) {
  EXPECT_THAT(claims_of("A shepherd stepped on a mine and was killed."), ElementsAre("killed A 1..1"));
  EXPECT_THAT(claims_of("Four raiders entered the depot before being shot dead."), ElementsAre("killed Four 4..4"));
  EXPECT_THAT(claims_of("Two smugglers ran for the border before they were arrested."),
              ElementsAre("detained Two 2..2"));
  EXPECT_THAT(claims_of("Six women were beaten and then burned alive."), ElementsAre("killed Six 6..6"));
  EXPECT_THAT(claims_of("A waiter quarrelled with a guest, and she was shot."), IsEmpty());
  EXPECT_THAT(claims_of("A gunman wounded two rangers before being shot dead."),
              ElementsAre("killed A 1..1", "wounded two 2..2"));
}

TEST(ClaimExtractor, WhatSomebodyIsSuspectedOfStandsBeforeTheVerb) {
  EXPECT_THAT(claims_of("A man suspected to have sold the rifle to the killer was arrested in Torva."),
              ElementsAre("detained A 1..1"));
  EXPECT_THAT(claims_of("A woman believed to have helped him was arrested."), ElementsAre("detained A 1..1"));
  EXPECT_THAT(claims_of("Two men believed to be dead were named."), ElementsAre("killed Two 2..2"));
}

TEST(ClaimExtractor, WhatIsTriedHasNotHappened) {
  EXPECT_THAT(claims_of("Police spoke of nine boatmen accused of trying to flee."), IsEmpty());
  EXPECT_THAT(claims_of("Nine boatmen who tried to row across the strait were rescued."),
              ElementsAre("survived Nine 9..9"));
}

TEST(ClaimExtractor, ModifiersOfOtherNounsSayNothingOfPeople) {
  EXPECT_THAT(claims_of("The army made few advances into rebel-held land."), IsEmpty());
  EXPECT_THAT(claims_of("Torva won 7-6 in the last dead heat."), IsEmpty());
}

TEST(ClaimExtractor, TimesAndPlacesCountNobody) {
  EXPECT_THAT(claims_of("It was quiet until just before 5 a.m. Police searched the area."), IsEmpty());
  EXPECT_THAT(claims_of("Several neighbours came to see where the thief was killed."), IsEmpty());
  EXPECT_THAT(claims_of("Three of the clubs have begun an injury survey."), IsEmpty());
}

TEST(ClaimExtractor, ReadsInsertedPhrases) {
  EXPECT_THAT(claims_of("Two World Food Programme (WFP) drivers were killed."), ElementsAre("killed Two 2..2"));
  EXPECT_THAT(claims_of("A ranger - who was on his way to the lake - was killed."), ElementsAre("killed A 1..1"));
  EXPECT_THAT(claims_of("At least nine people - seven of them children - have died."),
              ElementsAre("killed nine 9..? at_least", "killed seven 7..7"));
  EXPECT_THAT(claims_of("An old man named Pedro Salas was killed."), ElementsAre("killed An 1..1"));
  EXPECT_THAT(claims_of("One child was, according to the fire service, among the dead."),
              ElementsAre("killed One 1..1"));
}

TEST(ClaimExtractor, PlacesAndClausesMayStandBeforeTheVerb) {
  EXPECT_THAT(claims_of("Seven pensioners at the clinic in Torva, Mirland died on Sunday."),
              ElementsAre("killed Seven 7..7"));
  EXPECT_THAT(
      claims_of("A Mirlandian woman who was captured while driving for the island's armed forces has been jailed."),
      ElementsAre("captured A 1..1", "detained A 1..1"));
  EXPECT_THAT(claims_of("Some 200 soldiers have died since the war began."), ElementsAre("killed 200 200..200 approx"));
  EXPECT_THAT(claims_of("Up to 900 Timorese died helping troops."), ElementsAre("killed 900 ?..900 at_most"));
}

TEST(ClaimExtractor, ReadsEvacuationsInEveryForm) {
  EXPECT_THAT(claims_of("About 2,500 people on the islands evacuated their homes, including 150 pupils."),
              ElementsAre("displaced 2,500 2500..2500 approx", "displaced 150 150..150"));
  EXPECT_THAT(claims_of("Some 80,000 people have evacuated."), ElementsAre("displaced 80,000 80000..80000 approx"));
  EXPECT_THAT(claims_of("At least 235 people in Torva required evacuation."),
              ElementsAre("displaced 235 235..? at_least"));
  EXPECT_THAT(claims_of("Twenty firefighters evacuated the building."), IsEmpty());
  EXPECT_THAT(claims_of("Some 400 people were rendered as homeless."), ElementsAre("displaced 400 400..400 approx"));
}

TEST(ClaimExtractor, ReadsWhatPeopleWereCausedToSuffer) {
  EXPECT_THAT(claims_of("The mudslide caused three people to drown."), ElementsAre("killed three 3..3"));
  EXPECT_THAT(claims_of("Two others were listed as missing."), ElementsAre("missing Two 2..2"));
  EXPECT_THAT(claims_of("Seven people were treated for minor injuries."), ElementsAre("wounded Seven 7..7"));
  EXPECT_THAT(claims_of("A boy suffered a broken ankle."), ElementsAre("wounded A 1..1"));
  EXPECT_THAT(claims_of("A nurse was found with a gunshot wound."), ElementsAre("wounded A 1..1"));
  EXPECT_THAT(claims_of("Two riders were gored to death by a bull."), ElementsAre("killed Two 2..2"));
  EXPECT_THAT(claims_of("He is accused of shooting and killing two people."), ElementsAre("killed two 2..2"));
}

TEST(ClaimExtractor, VerbsThatTakeThingsCountOnlyWithPeople) {
  EXPECT_THAT(claims_of("Gunmen seized two engineers and a cook."),
              ElementsAre("abducted two 2..2", "abducted a 1..1"));
  EXPECT_THAT(claims_of("Rescuers pulled out at least 100 people."), ElementsAre("survived 100 100..? at_least"));
  EXPECT_THAT(claims_of("Officers seized 126 hides and eight tails."), IsEmpty());
  EXPECT_THAT(claims_of("They pulled out all the stops."), IsEmpty());
}

TEST(ClaimExtractor, OneMoreMayBeCountedByItsOrder) {
  EXPECT_THAT(claims_of("Two guards were killed, a third was arrested and a fourth escaped."),
              ElementsAre("killed Two 2..2", "detained a 1..1", "survived a 1..1"));
  EXPECT_THAT(claims_of("A third of the harvest was lost."), IsEmpty());
}

TEST(ClaimExtractor, ListsMayHoldClausesAndAges) {
  EXPECT_THAT(claims_of("A baker who worked in the town, a Torvan pupil and five nuns were killed."),
              ElementsAre("killed A 1..1", "killed a 1..1", "killed five 5..5"));
  EXPECT_THAT(claims_of("They — Berg aged 41, her daughter aged 13, and seven others — died."),
              ElementsAre("killed seven 7..7"));
}

TEST(ClaimExtractor, CaptivesAreAKidnappersOnlyWhereTheReportTellsOfOne) {
  EXPECT_THAT(claims_of("The two captives were shown on television. Kidnappers hold them."),
              ElementsAre("abducted two 2..2"));
  EXPECT_THAT(claims_of("The two captives were shown on television. The army holds them."),
              ElementsAre("captured two 2..2"));
}

TEST(ClaimExtractor, WhatBecameOfVictimsTheReportTells) {
  EXPECT_THAT(claims_of("Nine people died. Four of the victims were children."),
              ElementsAre("killed Nine 9..9", "killed Four 4..4"));
  EXPECT_THAT(claims_of("Two nuns were stabbed. The two victims had gone home."),
              ElementsAre("wounded Two 2..2", "wounded two 2..2"));
  EXPECT_THAT(claims_of("Two of the victims were women."), IsEmpty());
  EXPECT_THAT(claims_of("Nine people died. Thousands of flood victims need tents. One of the victim's sons left."),
              ElementsAre("killed Nine 9..9"));
  EXPECT_THAT(claims_of("Two gunshot victims were found."), ElementsAre("wounded Two 2..2"));
}

TEST(ClaimExtractor, ForcesThatAreHurtAreNotStationed) {
  EXPECT_THAT(claims_of("Eight policemen and nine civilians were killed in the explosion."),
              ElementsAre("killed Eight 8..8", "killed nine 9..9"));
}

TEST(ClaimExtractor, TimesMayStandBeforeTheObject) {
  EXPECT_THAT(claims_of("Rebels freed Wednesday two soldiers."), ElementsAre("survived two 2..2"));
  EXPECT_THAT(claims_of("It follows the death yesterday of nine people."), ElementsAre("killed nine 9..9"));
  EXPECT_THAT(claims_of("A gunman in Oslo opened fire before killing himself."), ElementsAre("killed A 1..1"));
  EXPECT_THAT(claims_of("They tried to save the lives of 10 clerks."), ElementsAre("survived 10 10..10 forecast"));
}

TEST(ClaimExtractor, WhoWasStruckMayHaveDied) {
  EXPECT_THAT(claims_of("A man shot three guards, killing one."),
              ElementsAre("killed_or_wounded three 3..3", "killed one 1..1"));
  EXPECT_THAT(claims_of("A man wounded three guards, killing one."),
              ElementsAre("wounded three 3..3", "killed one 1..1"));
  EXPECT_THAT(claims_of("The blaze left one man with a minor burn."), ElementsAre("wounded one 1..1"));
  EXPECT_THAT(claims_of("Gunmen kidnapped a young couple."), ElementsAre("abducted a 2..2"));
}

TEST(ClaimExtractor, PartsMayFollowAmongThem) {
  EXPECT_THAT(claims_of("Police have arrested seven people, among them two engineers and a mayor."),
              ElementsAre("detained seven 7..7", "detained two 2..2", "detained a 1..1"));
  EXPECT_THAT(claims_of("A nurse who had run back for her bag was among the dead."), ElementsAre("killed A 1..1"));
  EXPECT_THAT(claims_of("The doctor treated five soldiers and a shepherd for wounds."),
              ElementsAre("wounded five 5..5", "wounded a 1..1"));
}

TEST(ClaimExtractor, ARelativeClauseMayHaveTwoPassives) {
  EXPECT_THAT(claims_of("He met three players who had been detained in Oro and were released."),
              ElementsAre("detained three 3..3", "survived three 3..3"));
  EXPECT_THAT(claims_of("They work for the safe return of two reporters."), ElementsAre("survived two 2..2"));
}

TEST(ClaimExtractor, ListsMayHoldNamesAndOthersBeside) {
  EXPECT_THAT(claims_of("Five Torvan tourists, a nurse, a Ratanpur and a priest were killed."),
              ElementsAre("killed Five 5..5", "killed a 1..1", "killed a 1..1"));
  EXPECT_THAT(claims_of("Okello was killed along with his son and 15 bodyguards."), ElementsAre("killed 15 15..15"));
  EXPECT_THAT(claims_of("He injured a dozen people in addition to those killed."),
              ElementsAre("wounded a dozen 12..12"));
}

TEST(ClaimExtractor, ReadsRescuesAndAmbulances) {
  EXPECT_THAT(claims_of("The boy ran over a police officer."), ElementsAre("wounded a 1..1"));
  EXPECT_THAT(claims_of("They pulled one driver from a burning car."), ElementsAre("survived one 1..1"));
  EXPECT_THAT(claims_of("Gunmen snatched two doctors from a house."), ElementsAre("abducted two 2..2"));
  EXPECT_THAT(claims_of("Three people were airlifted to trauma centres; four were taken by ambulance to hospitals."),
              ElementsAre("wounded Three 3..3", "wounded four 4..4"));
  EXPECT_THAT(claims_of("Several officials continued to be held hostage."), ElementsAre("abducted Several ?..? vague"));
}

TEST(ClaimExtractor, ReadsWhomTheCourtsHold) {
  EXPECT_THAT(claims_of("Ask the 500 criminals whom the courts have convicted."), ElementsAre("detained 500 500..500"));
  EXPECT_THAT(claims_of("The police announced an arrest of a rubber tapper."), ElementsAre("detained a 1..1"));
  EXPECT_THAT(claims_of("The captors spoke of two men being held with him."), ElementsAre("abducted two 2..2"));
}

TEST(ClaimExtractor, WhatIsPartOfANameIsNoVerb) {
  EXPECT_THAT(claims_of("Three members of the local Red Cross have been wounded."), ElementsAre("wounded Three 3..3"));
}

TEST(ClaimExtractor, AnObjectMayBeSaidToBeSomethingFarBehindIt) {
  EXPECT_THAT(claims_of("The raid left three other members of the group dead."), ElementsAre("killed three 3..3"));
  EXPECT_THAT(claims_of("They are holding 800 visitors, including 100 children, hostage."),
              ElementsAre("abducted 800 800..800", "abducted 100 100..100"));
  EXPECT_THAT(claims_of("The court sentenced one rebel to death and 14 others to prison."),
              ElementsAre("detained one 1..1", "detained 14 14..14"));
}

TEST(ClaimExtractor, CiviliansHeldCaptiveAreAbducted) {
  EXPECT_THAT(claims_of("The rebels are holding 50 women and young girls captive."), ElementsAre("abducted 50 50..50"));
  EXPECT_THAT(claims_of("The rebels are holding 50 soldiers captive."), ElementsAre("captured 50 50..50"));
  EXPECT_THAT(claims_of("The other five people were able to get to safety."), ElementsAre("survived five 5..5"));
}

TEST(ClaimExtractor, ReadsEventsWithTheirAgentsAndInjuriesTo) {
  EXPECT_THAT(claims_of("The murder by machine-gun fire of two nuns shocked the city."),
              ElementsAre("killed two 2..2"));
  EXPECT_THAT(claims_of("A fire caused minor injuries to three men."), ElementsAre("wounded three 3..3"));
}

TEST(ClaimExtractor, ARankingGoesOnWithPlaces) {
  EXPECT_THAT(claims_of("Mirland has the most deaths at over 2,700, followed by Torva at 1,752 and Oro with 138."),
              ElementsAre("killed 2,700 2700..? more_than", "killed 1,752 1752..1752", "killed 138 138..138"));
}

TEST(ClaimExtractor, SomeMayBeAmongTheOthers) {
  EXPECT_THAT(claims_of("Two nurses were among the 12 passengers who died."),
              ElementsAre("killed Two 2..2", "killed 12 12..12"));
  EXPECT_THAT(claims_of("Three of the 46 passengers and 1 crew member aboard were killed."),
              ElementsAre("killed Three 3..3", "killed 1 1..1"));
}

TEST(ClaimExtractor, AnEncyclopediasNotesAreNoFigures) {
  EXPECT_THAT(claims_of("The slide killed at least 54 people,[50] including 18 children."),
              ElementsAre("killed 54 54..? at_least", "killed 18 18..18"));
}

TEST(ClaimExtractor, WhoIsSentencedIsAPersonUnderAnyName) {
  EXPECT_THAT(claims_of("A self-styled wizard of finance was sentenced to six months in prison."),
              ElementsAre("detained A 1..1"));
  EXPECT_THAT(claims_of("A crafts fair is being held in the square."), IsEmpty());
}

TEST(ClaimExtractor, PartsOfACountMayBeNamedOneByOne) {
  EXPECT_THAT(claims_of("Two teenagers, a boy and a girl, were found dead."),
              ElementsAre("killed Two 2..2", "killed a 1..1", "killed a 1..1"));
  EXPECT_THAT(claims_of("Three teenagers, a boy and a girl, were found dead."), ElementsAre("killed Three 3..3"));
  EXPECT_THAT(claims_of("Two divers were wounded, one critically, the coast guard said."),
              ElementsAre("wounded Two 2..2", "wounded one 1..1"));
  EXPECT_THAT(claims_of("Both men and three women were detained."),
              ElementsAre("detained Both 2..2", "detained three 3..3"));
}

TEST(ClaimExtractor, ANamedVictimMayHaveOthersBeside) {
  EXPECT_THAT(claims_of("The fire led to the deaths of actress Ines Moll and four of her friends."),
              ElementsAre("killed four 4..4"));
  EXPECT_THAT(claims_of("The pilot, Luis Berg, was killed alongside his wife, three daughters and a nephew."),
              ElementsAre("killed three 3..3", "killed a 1..1"));
}

TEST(ClaimExtractor, AnotherMayStandAlone) {
  EXPECT_THAT(claims_of("A man died in the blast and another was hurt."),
              ElementsAre("killed A 1..1", "wounded another 1..1"));
  EXPECT_THAT(claims_of("Another 12 people were wounded."), ElementsAre("wounded 12 12..12"));
}

TEST(ClaimExtractor, ReadsInjuriesAndPrisonTerms) {
  EXPECT_THAT(claims_of("Three passengers suffered minor cuts and burns."), ElementsAre("wounded Three 3..3"));
  EXPECT_THAT(claims_of("Eight smugglers received ten-year prison terms."), ElementsAre("detained Eight 8..8"));
  EXPECT_THAT(claims_of("Five women received medals."), IsEmpty());
  EXPECT_THAT(claims_of("Some 40 villagers were left injured."), ElementsAre("wounded 40 40..40 approx"));
}

TEST(ClaimExtractor, WhoHoldsPeopleTellsHowTheyAreHeld) {
  EXPECT_THAT(claims_of("Two nurses held by rebels were seen alive."),
              ElementsAre("abducted Two 2..2", "survived Two 2..2"));
  EXPECT_THAT(claims_of("Two nurses held by police were questioned."), ElementsAre("detained Two 2..2"));
  EXPECT_THAT(claims_of("Three soldiers were taken captive."), ElementsAre("captured Three 3..3"));
  EXPECT_THAT(claims_of("Three nurses were taken captive."), ElementsAre("abducted Three 3..3"));
}

TEST(ClaimExtractor, TheAgentOfAnInvasionIsAForce) {
  EXPECT_THAT(claims_of("The island was invaded by 6,000 soldiers."), ElementsAre("deployed 6,000 6000..6000"));
  EXPECT_THAT(claims_of("The palace was guarded by 300 soldiers."), ElementsAre("deployed 300 300..300"));
  EXPECT_THAT(claims_of("Some 900 troops marched on the capital on Friday."),
              ElementsAre("deployed 900 900..900 approx"));
  EXPECT_THAT(claims_of("The patrol held three rebels during a security search."), IsEmpty());
}

TEST(ClaimExtractor, ReadsTollsThatBelongToAVerb) {
  EXPECT_THAT(claims_of("The number of people killed since the revolt began now totals 1,800."),
              ElementsAre("killed 1,800 1800..1800"));
  EXPECT_THAT(claims_of("The death toll from the virus crossed 2.8 lakh."),
              ElementsAre("killed 2.8 lakh 280000..? more_than"));
}

TEST(ClaimExtractor, ATollThatPassesANumberIsMore) {
  EXPECT_THAT(claims_of("The death toll passed 100."), ElementsAre("killed 100 100..? more_than"));
  EXPECT_THAT(claims_of("There were 12 deaths and the total number of those infected is 1,501."),
              ElementsAre("killed 12 12..12"));
}

TEST(ClaimExtractor, JoinedNounsOfEventsCountAlike) {
  EXPECT_THAT(claims_of("He spoke of the kidnapping and killing of several teachers."),
              ElementsAre("killed several ?..? vague", "abducted several ?..? vague"));
}

TEST(ClaimExtractor, ReadsPossessedEventsAndIncludedNouns) {
  EXPECT_THAT(claims_of("The mayor spoke of the three climbers' release."), ElementsAre("survived three 3..3"));
  EXPECT_THAT(claims_of("Police looked into a tourist's death."), ElementsAre("killed a 1..1"));
  EXPECT_THAT(claims_of("The dead included two nurses and a boy."), ElementsAre("killed two 2..2", "killed a 1..1"));
}

TEST(ClaimExtractor, ReadsNumbersOfThoseWhom) {
  EXPECT_THAT(claims_of("The number of people who died at sea surpassed 2,200."),
              ElementsAre("killed 2,200 2200..? more_than"));
  EXPECT_THAT(claims_of("The death toll from a leak of gas in a coal mine in the north of the country rose to 23."),
              ElementsAre("killed 23 23..23"));
}

TEST(ClaimExtractor, BoundsMayFollowTheNoun) {
  EXPECT_THAT(claims_of("Sixty people or more were injured."), ElementsAre("wounded Sixty 60..? at_least"));
  EXPECT_THAT(claims_of("They held talks over two captured pilots."), ElementsAre("captured two 2..2"));
}

TEST(ClaimExtractor, ReadsReducedRelatives) {
  EXPECT_THAT(claims_of("Forty migrants attempting to cross the strait have been rescued."),
              ElementsAre("survived Forty 40..40"));
  EXPECT_THAT(claims_of("He was one of five miners killed on Monday."),
              ElementsAre("killed one 1..1", "killed five 5..5"));
}

TEST(ClaimExtractor, ReadsWhatIsScheduledOrKnown) {
  EXPECT_THAT(claims_of("Three hostages are due to be released on Friday."),
              ElementsAre("abducted Three 3..3", "survived Three 3..3 forecast"));
  EXPECT_THAT(claims_of("Nine people are known to have died."), ElementsAre("killed Nine 9..9"));
  EXPECT_THAT(claims_of("Dozens of people in the northern state of Varda are feared dead."),
              ElementsAre("killed Dozens ?..? vague"));
}

TEST(ClaimExtractor, ListsMayHoldMoreThanPeople) {
  EXPECT_THAT(claims_of("Three officers and seven soldiers of the Third Army, and 15 rebels died."),
              ElementsAre("killed Three 3..3", "killed seven 7..7", "killed 15 15..15"));
  EXPECT_THAT(claims_of("More than 170 people and nearly 500 elephants were killed."),
              ElementsAre("killed 170 170..? more_than"));
  EXPECT_THAT(claims_of("The train killed two elephants and injured one."), IsEmpty());
  EXPECT_THAT(claims_of("Two tourists - a man and a woman - were arrested."),
              ElementsAre("detained Two 2..2", "detained a 1..1", "detained a 1..1"));
}

TEST(ClaimExtractor, FollowsPronounsIntoAnotherClause) {
  EXPECT_THAT(claims_of("The guards rescued 80 pupils after raiders had kidnapped them."),
              ElementsAre("abducted 80 80..80", "survived 80 80..80"));
  EXPECT_THAT(claims_of("Two pilots landed in the desert, where they were captured."),
              ElementsAre("captured Two 2..2"));
  EXPECT_THAT(claims_of("A boy was swept away, although he was rescued later."), ElementsAre("survived A 1..1"));
  EXPECT_THAT(claims_of("Officers met a man and his wife before he was shot."), IsEmpty());
  EXPECT_THAT(claims_of("All the men who came with me are gone."), ElementsAre("killed All ?..?"));
}

TEST(ClaimExtractor, AFigureStopsAtTheNextOne) {
  EXPECT_THAT(claims_of("On 25 May the death toll was 101 with 100 missing."),
              ElementsAre("killed 101 101..101", "missing 100 100..100"));
  EXPECT_THAT(claims_of("The flood led to the loss of 38 lives."), ElementsAre("killed 38 38..38"));
  EXPECT_THAT(claims_of("The storm cost 64 people their lives."), ElementsAre("killed 64 64..64"));
}

TEST(ClaimExtractor, ReadsThoseWhoAreMadeToLeave) {
  EXPECT_THAT(claims_of("The fire forced over 450 people to evacuate."), ElementsAre("displaced 450 450..? more_than"));
  EXPECT_THAT(claims_of("About 400 residents were evacuated from two villages."),
              ElementsAre("displaced 400 400..400 approx"));
  EXPECT_THAT(claims_of("More than 1,200 have evacuated to shelters."),
              ElementsAre("displaced 1,200 1200..? more_than"));
}

TEST(ClaimExtractor, WhatIsIncludedMayFollowOthers) {
  EXPECT_THAT(claims_of("Four bodies were found, including the driver of the truck and a girl."),
              ElementsAre("killed Four 4..4", "killed a 1..1"));
  EXPECT_THAT(claims_of("They took dozens of people there hostage."), ElementsAre("abducted dozens ?..? vague"));
}

TEST(ClaimExtractor, WhatFollowsTheObjectMayKill) {
  EXPECT_THAT(claims_of("Robbers stabbed a guard to death."), ElementsAre("killed a 1..1"));
  EXPECT_THAT(claims_of("The court sentenced two robbers to death."), ElementsAre("detained two 2..2"));
  EXPECT_THAT(claims_of("A dissident was released from prison."), ElementsAre("detained A 1..1", "survived A 1..1"));
}

TEST(ClaimExtractor, CountsCasesOneByOne) {
  EXPECT_THAT(claims_of("One death and three injuries were reported."),
              ElementsAre("killed One 1..1", "wounded three 3..3"));
  EXPECT_THAT(claims_of("These were the only deaths."), IsEmpty());
  EXPECT_THAT(claims_of("There were two known fatalities."), ElementsAre("killed two 2..2"));
}

TEST(ClaimExtractor, ReadsStrengthOfForces) {
  EXPECT_THAT(claims_of("More than 800 soldiers have joined the search."),
              ElementsAre("deployed 800 800..? more_than"));
  EXPECT_THAT(claims_of("Oro hosts thousands of Mirlandian troops."), ElementsAre("deployed thousands ?..? vague"));
  EXPECT_THAT(claims_of("Kenya sent nearly 400 police officers."), ElementsAre("deployed 400 400..400 approx"));
  EXPECT_THAT(claims_of("There are about 1,400 U.S. troops in Iraq."), ElementsAre("deployed 1,400 1400..1400 approx"));
}

TEST(ClaimExtractor, KnowsWhatIsOnlyExpectedOrPossible) {
  EXPECT_THAT(claims_of("Israel will release 33 hostages."),
              ElementsAre("abducted 33 33..33", "survived 33 33..33 forecast"));
  EXPECT_THAT(claims_of("The storm could kill hundreds."), ElementsAre("killed hundreds ?..? vague hypothetical"));
}

TEST(ClaimExtractor, LeavesOutWhatIsNoClaim) {
  const char* const none[] = {
      "The two soldiers, a 26-year-old sniper and a 21-year-old rifleman, had served for 10 and 4 years.",
      "I’m 80% sure of my decision.",
      "Soldiers were killed in heavy fighting.",
      "Saleh Bilalu, a taxi driver, was killed in Jenin.",
      "The army destroyed 61 camps and killed the commander.",
      "They shot 11 dolphins dead.",
      "Thousands of public bodies were slow to answer.",
      "Samuel Okafor, a teacher in the town, was killed.",
      "The matter will once and for all be settled.",
      "The camera captured two factions.",
      "The state gave $44 billion to help those hurt by the storm.",
      "Most of the men were aged under 21.",
      "The three days' multiple murder case.",
      "Both Lisa Berg, a nurse, and Tom Hale, a driver, were killed.",
      "The force went on an operation to arrest a leader.",
      "The two missing pieces of the puzzle were found.",
      "They freed a lot of heat.",
      "Dennis, who has two children with her, will be sentenced.",
      "The boys aged two, three and eleven died.",
      "The mother of two was killed.",
      "The army sent five new boats and 300 artworks were relocated.",
      "The 7500 block of Elm Street was hit and burned.",
      "The man whose sister was killed had two cars.",
      "Five people watched as the commander was killed.",
      "Cattle deaths rose from six in 1,000 to eight.",
      "Deaths rose from 11 in 1,000.",
      "There are 30,000 cardiac arrests a year.",
      "Three unknown men shot and killed 65-year-old minister Anton Berg.",
      "The band released five EPs and multiple singles.",
      "There was no abuse at the 22 detainee facilities.",
      "They watched the release of ten buffalo.",
      "She led both legislative bodies and 50 municipal bodies.",
      "A man had a spider removed after it crept into him and survived.",
      "A truce from 0600 was announced to free them.",
      "Iranian forces captured several Iraqi defence posts.",
      "Okello's multiple arrests angered the city.",
      "Most of the body's cells are there.",
      "Half of soldier graves were moved and sent home.",
      "Some 10 patients being treated with the drug gave blood.",
      "The president barred all refugees.",
      "The police arrested them as they were plotting attacks.",
      "The suspected attacker, a man from Oslo, is in hospital after being shot.",
  };
  for (const char* const text : none) EXPECT_THAT(claims_of(text), IsEmpty()) << text;
}

TEST(ClaimExtractor, ReadsCapitalsAndHardWrappedLines) {
  EXPECT_THAT(
      claims_of("ON MONDAY GUERRILLAS KILLED AT LEAST 18\nSOLDIERS AND WOUNDED NINE OTHERS NEAR THE\nBRIDGE, AND "
                "THREE PEASANTS WERE\nKIDNAPPED.\n"),
      ElementsAre("killed 18 18..? at_least", "wounded NINE 9..9", "abducted THREE 3..3"));
}

/// The rows of a table in docs/rules.md: a rule and its example.
std::vector<std::pair<std::string, std::string>> documented_rules() {
  std::ifstream page(AVERMENT_SOURCE_DIR "/docs/rules.md");
  std::vector<std::pair<std::string, std::string>> rules;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| `")) continue;
    const std::size_t example = line.rfind("| ", line.size() - 3) + 2;
    rules.emplace_back(line.substr(3, line.find('`', 3) - 3), line.substr(example, line.size() - example - 2));
  }
  return rules;
}

TEST(ClaimExtractor, EveryRuleFindsItsDocumentedExample) {
  const auto rules = documented_rules();
  EXPECT_EQ(rules.size(), 29u);
  for (const auto& [rule, example] : rules) {
    constexpr std::string_view spanish = "(Spanish) ";
    const bool in_spanish = example.starts_with(spanish);
    const ClaimReader& reader = claim_reader(in_spanish ? "es" : "en");
    const std::string_view sentence = std::string_view(example).substr(in_spanish ? spanish.size() : 0);
    const Text text = reader.tokenizer.tokenize(sentence);
    std::vector<std::string> used;
    for (const FoundClaim& found : extract_claims(text, reader.lexicon)) used.push_back(found.claim.rule);
    EXPECT_THAT(used, testing::Contains(rule)) << example;
  }
}

TEST(ClaimExtractor, ASharePointsToItsWhole) {
  const Text text = claim_reader().tokenizer.tokenize(
      "The war killed 900 soldiers, two-thirds of them conscripts who were killed in May.");
  const auto found = extract_claims(text, claim_reader().lexicon);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].claim.share_of, 0u);
  ASSERT_TRUE(found[1].claim.derived);
  EXPECT_EQ(found[1].claim.derived->low, 600u);
}

TEST(ClaimExtractor, TimeIsLinearInTextWithoutStops) {
  std::string noise;
  for (int i = 0; i < 100000; ++i) noise += i % 3 ? "3 killed, who were " : "\"he said 12 of them ";
  const Text text = claim_reader().tokenizer.tokenize(noise);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(claim_reader().read(text).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));  // quadratic time would need hours
}

TEST(ClaimExtractor, SpansStayInsideAnyText) {
  const char* const texts[] = {"",
                               "12",
                               "12 dead",
                               "“12 dead",
                               "killed",
                               "a a a an killed 3",
                               "12 - 3 - 4 killed or",
                               "killed or killed or killed 3 of of of",
                               "( ( ( 3 killed",
                               "3 killed ) ) ,"};
  for (const char* const source : texts) {
    const Text text = claim_reader().tokenizer.tokenize(source);
    for (const FoundClaim& found : claim_reader().read(text)) {
      EXPECT_LE(found.claim.figure.end, text.source.size());
      EXPECT_TRUE(found.claim.sentence.contains(found.claim.figure));
    }
  }
}

}  // namespace
}  // namespace averment
