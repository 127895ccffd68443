// Entities of an index, and which of them are proposed as one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/searcher.hpp"
#include "test_index.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A report that names these persons and bodies (those with "Board", "Council" or capitals alone) and nothing else.
MadeReport naming(const std::string& id, const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name + ". ";
  MadeReport report(id, text);
  for (const std::string& name : names) {
    const bool capitals = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool body = capitals || name.find("Board") != name.npos || name.find("Council") != name.npos;
    report.mention(body ? EntityType::organization : EntityType::person, name, name);
  }
  return report;
}

/// "alias > name: evidence" of each proposal, and "@report" where it is of one alone.
std::vector<std::string> proposed(const std::vector<MadeReport>& reports, const SearcherOptions& options = {}) {
  const TestIndex index(reports);
  std::vector<std::string> lines;
  for (const MergeProposal& one : Searcher(index.folder(), options).merges({})) {
    std::string line = one.alias + " > " + one.name + ":";
    for (const MergeEvidence evidence : one.evidence) line += " " + std::string(name_of(evidence));
    lines.push_back(one.report.empty() ? line : line + " @" + one.report);
  }
  return lines;
}

TEST(EntitiesTest, AreListedWithTheirSpellingsAndCounts) {
  const TestIndex index({MadeReport("a", "Ruiz met Ana Ruiz in Oro. Ruiz left.")
                             .mention(EntityType::person, "Ruiz", "Ana Ruiz")
                             .mention(EntityType::person, "Ana Ruiz", "Ana Ruiz")
                             .mention(EntityType::place, "Oro", "Oro"),
                         MadeReport("b", "Mrs Ruiz came in May.")
                             .mention(EntityType::person, "Ruiz", "Ana Ruiz")
                             .mention(EntityType::date, "May", "May")});
  Searcher searcher(index.folder());
  const std::vector<EntityRecord> all = searcher.entities({});
  ASSERT_EQ(all.size(), 2u) << "dates are no entities unless asked for";
  EXPECT_EQ(all[0].name, "Ana Ruiz");
  EXPECT_EQ(all[0].type, EntityType::person);
  EXPECT_EQ(all[0].reports, 2u);
  EXPECT_EQ(all[0].mentions, 3u);
  EXPECT_THAT(all[0].variants, ElementsAre("Ruiz", "Ana Ruiz"));
  EXPECT_EQ(all[1].name, "Oro");
  EXPECT_EQ(searcher.entities({}, {.types = {EntityType::date}}).size(), 1u);
  EXPECT_EQ(searcher.entities({}, {.types = {EntityType::place, EntityType::date}}).size(), 2u);
  EXPECT_EQ(searcher.entities({}, {.named = "ruiz"}).size(), 1u);
  EXPECT_EQ(searcher.entities({}, {.named = "rui"}).size(), 0u) << "whole words";
  EXPECT_EQ(searcher.entities(parse_query("met")).front().mentions, 2u) << "of the reports that match";
}

TEST(MergesTest, EachKindOfEvidence) {
  const std::pair<std::vector<MadeReport>, const char*> cases[] = {
      {{naming("a", {"José Farouz"}), naming("b", {"Jose Farouz"}), naming("c", {"Jose Farouz"})},
       "José Farouz > Jose Farouz: spelling"},
      {{naming("a", {"ORO FLOOD BOARD"}), naming("b", {"Oro Flood Board"})},
       "ORO FLOOD BOARD > Oro Flood Board: spelling"},
      {{naming("a", {"General Idris Farouz"}), naming("b", {"Idris Farouz"})},
       "General Idris Farouz > Idris Farouz: title"},
      {{naming("a", {"Mohamed Tawil"}), naming("b", {"Muhammad Tawil"}), naming("c", {"Muhammad Tawil"})},
       "Mohamed Tawil > Muhammad Tawil: transliteration"},
      {{naming("a", {"Ri Chol-jin"}), naming("b", {"Lee Cheol-jin"}), naming("c", {"Ri Chol-jin"})},
       "Lee Cheol-jin > Ri Chol-jin: transliteration"},
      {{naming("a", {"Ana Ruiz"}), naming("b", {"Ana María Ruiz"}), naming("c", {"Ana Ruiz"})},
       "Ana María Ruiz > Ana Ruiz: middle_name"},
      {{naming("a", {"Thomas Okello"}), naming("b", {"Thomas Okelo"}), naming("c", {"Thomas Okello"})},
       "Thomas Okelo > Thomas Okello: slip"},
      {{naming("a", {"Oro Flood Board", "Ana Ruiz", "Tom Reyes"}), naming("b", {"OFB", "Ana Ruiz", "Tom Reyes"})},
       "OFB > Oro Flood Board: acronym"},
      {{naming("a", {"Thomas Okello", "Ana Ruiz", "Tom Reyes"}), naming("b", {"Okello", "Ana Ruiz", "Tom Reyes"})},
       "Okello > Thomas Okello: short_form @b"},
  };
  for (const auto& [reports, expected] : cases) EXPECT_THAT(proposed(reports), ElementsAre(expected));
}

TEST(MergesTest, ASurnameAloneIsNoEvidence) {
  const std::vector<MadeReport> cases[] = {
      {naming("a", {"Thomas Okello"}), naming("b", {"Okello"})},
      {naming("a", {"Thomas Okello", "Ana Ruiz"}), naming("b", {"Okello", "Ana Ruiz"})},
      {naming("a", {"Thomas Okello"}), naming("b", {"Ida Okello"})},
      {naming("a", {"Marian Okello"}), naming("b", {"Marion Okello"})},
      {naming("a", {"Okello"}), naming("b", {"Okelo"})},
      {naming("a", {"General Okello"}), naming("b", {"Okello"})},
      {naming("a", {"Ri"}), naming("b", {"Lee"})},
      {naming("a", {"Ana María Ruiz"}), naming("b", {"Ana Elena Ruiz"})},
      // The report names both, and has been read as naming two.
      {naming("a", {"Thomas Okello", "Ana Ruiz", "Tom Reyes"}),
       naming("b", {"Okello", "Thomas Okello", "Ana Ruiz", "Tom Reyes"})},
      // Two Okellos are found with the same names.
      {naming("a", {"Thomas Okello", "Ida Okello", "Ana Ruiz", "Tom Reyes"}),
       naming("b", {"Okello", "Ana Ruiz", "Tom Reyes"})},
  };
  for (const std::vector<MadeReport>& reports : cases)
    EXPECT_THAT(proposed(reports), IsEmpty()) << reports.front().analyzed().report.text;
}

TEST(MergesTest, OtherNamesAreNotProposed) {
  const std::vector<MadeReport> cases[] = {
      {naming("a", {"Oro Flood Board"}), naming("b", {"OFB"})},  // nothing shared
      {naming("a", {"1st Flood Board"}), naming("b", {"2nd Flood Board"})},
      {naming("a", {"RIM"}), naming("b", {"IM"})},
      {naming("a", {"Deputy Prime Minister"}), naming("b", {"Prime Minister"})},
  };
  for (const std::vector<MadeReport>& reports : cases)
    EXPECT_THAT(proposed(reports), IsEmpty()) << reports.front().analyzed().report.text;
}

TEST(MergesTest, WhatIsSharedIsToldAndRaisesTheScore) {
  const TestIndex index({naming("a", {"Thomas Okello", "Ana Ruiz", "Oro Flood Board"}),
                         naming("b", {"Thomas Okelo", "Ana Ruiz"}), naming("c", {"Ida Farouz"}),
                         naming("d", {"Ida Farous"})});
  const std::vector<MergeProposal> proposals = Searcher(index.folder()).merges({});
  ASSERT_EQ(proposals.size(), 2u);
  EXPECT_THAT(proposals[0].shared_names, ElementsAre("Ana Ruiz"));
  EXPECT_EQ(proposals[0].shared_reports, 0u);
  EXPECT_GT(proposals[0].score, proposals[1].score);
  EXPECT_THAT(proposals[1].shared_names, IsEmpty());
}

TEST(MergesTest, TheFilterChoosesWhatIsProposed) {
  const TestIndex index(
      {naming("a", {"Thomas Okello", "Harbour Relief Board"}), naming("b", {"Thomas Okelo", "Harbor Relief Board"})});
  Searcher searcher(index.folder());
  EXPECT_EQ(searcher.merges({}).size(), 2u);
  EXPECT_EQ(searcher.merges({}, {.types = {EntityType::person}}).size(), 1u);
  EXPECT_EQ(searcher.merges({}, {.named = "okelo"}).size(), 1u);
  EXPECT_EQ(searcher.merges(parse_query("harbor")).size(), 0u) << "of one report alone";
}

TEST(MergesTest, ARejectedPairIsNotProposedAgain) {
  const TemporaryFolder folder;
  folder.write("gazetteer/aliases.tsv", "Thomas Okello\tperson\tThomas Okelo\t\tany\trejected\n");
  const std::vector<MadeReport> reports = {naming("a", {"Thomas Okello"}), naming("b", {"Thomas Okelo"})};
  EXPECT_EQ(proposed(reports).size(), 1u);
  EXPECT_THAT(proposed(reports, {.lexicons = folder.path()}), IsEmpty());
}

TEST(MergesTest, TheOrderOfReportsChangesNothing) {
  const std::vector<MadeReport> reports = {
      naming("a", {"Thomas Okello", "Ana Ruiz", "Tom Reyes"}), naming("b", {"Okello", "Ana Ruiz", "Tom Reyes"}),
      naming("c", {"Thomas Okelo", "Ana María Ruiz"}), naming("d", {"General Tom Reyes"})};
  const std::vector<MadeReport> reversed(reports.rbegin(), reports.rend());
  EXPECT_GE(proposed(reports).size(), 4u);
  EXPECT_EQ(proposed(reports), proposed(reversed));
}

}  // namespace
}  // namespace averment
