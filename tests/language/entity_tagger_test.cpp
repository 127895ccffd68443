#include "language/entity_tagger.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>

#include "language/knowledge_files.hpp"
#include "language/names.hpp"
#include "language/tokenizer.hpp"
#include "tests/language/marked_names.hpp"

namespace averment {
namespace {

class EntityTaggerTest : public testing::Test {
 protected:
  static std::vector<Mention> tag(const std::string& text, std::vector<EntityTag> tags = {}) {
    Report report;
    report.text = text;
    report.entities = std::move(tags);
    return tagger.tag(tokenizer.tokenize(report.text), report);
  }

  /// "written=name|type", one after the other; the name left out where it is what is written.
  static std::string show(const std::string& text, std::vector<EntityTag> tags = {}) {
    std::string shown;
    for (const Mention& mention : tag(text, std::move(tags))) {
      const std::string written = text.substr(mention.span.begin, mention.span.size());
      if (!shown.empty()) shown += "; ";
      shown += written + (mention.name == written ? "" : "=" + mention.name) + "|" + std::string(name_of(mention.type));
    }
    return shown;
  }

  static EntityTag at(const std::string& text, const std::string& words, EntityType type, std::string name = {}) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {{begin, begin + static_cast<std::uint32_t>(words.size())}, type, std::move(name)};
  }

  static const KnowledgeFiles files;
  static const Aliases aliases;
  static const EntityTagger tagger;
  static const Tokenizer tokenizer;
};
const KnowledgeFiles EntityTaggerTest::files;
const Aliases EntityTaggerTest::aliases{files};
const EntityTagger EntityTaggerTest::tagger{files, aliases};
const Tokenizer EntityTaggerTest::tokenizer{files};

using Cases = std::vector<std::pair<const char*, const char*>>;

TEST_F(EntityTaggerTest, KnowsWhatItsListsName) {
  const Cases cases = {
      {"Fighting went on near Kiev on Tuesday.", "Kiev=Kyiv|place"},
      {"The talks in The Hague failed.", "The Hague|place"},
      {"Most of the dead were Ukrainians.", "Ukrainians=Ukraine|nationality"},
      {"He told HRW and the WHO about it.", "HRW=Human Rights Watch|org; WHO=World Health Organization|org"},
      {"Those who fled told us.", ""},
      {"The al-Shabab group claimed it.", "al-Shabab=Al-Shabaab|org"},
      {"Veterans of the Korean War met.", "Korean War|event"},
      {"She flew to Cape Town from Tel Aviv.", "Cape Town|place; Tel Aviv|place"},
      {"A U.S.-led force left Iraq.", "U.S.=United States|place; Iraq|place"},
      {"The NIS’ briefing was closed.", "NIS=National Intelligence Service (South Korea)|org"},
      {"조선일보 보도", "조선일보=Chosun Ilbo|org"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text), expected) << text;
}

TEST_F(EntityTaggerTest, AWordAtASentencesHeadIsNoNameForItsCapital) {
  const Cases cases = {
      {"Police said two men died. Nice weather followed. Reading helps.", ""},
      {"Gunmen fired. Officials fled.", ""},
      {"They met in Nice. It was warm.", "Nice|place"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text), expected) << text;
}

TEST_F(EntityTaggerTest, FindsPersonsByTitleIntroductionAndFirstName) {
  const Cases cases = {
      {"It was Lt Gen Sergei Rudskoi who spoke.", "Sergei Rudskoi|person"},
      {"On Monday Rep. Lee Seong-kweun answered.", "Lee Seong-kweun|person"},
      {"We met Mr. Anders and Prime Minister Olga Brandt.", "Anders|person; Olga Brandt|person"},
      {"There was a cook named Tuvalenko.", "Tuvalenko|person"},
      {"A driver identified only as Roh wept.", "Roh|person"},
      {"The mayor, Thomas Okello, wept.", "Thomas Okello|person"},
      {"A farmer, Ibrahim al-Hadidi, wept.", "Ibrahim al-Hadidi|person"},
      {"Later George W. Merkin's brother came.", "George W. Merkin|person"},
      {"The spokesman, Wamwere Ngugi, said so.", "Wamwere Ngugi|person"},
      {"Ukrainian President Zelenskyy said so.", "Ukrainian=Ukraine|nationality; Zelenskyy=Volodymyr Zelensky|person"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text), expected) << text;
}

TEST_F(EntityTaggerTest, FindsBodiesAndUnitsByTheirNouns) {
  const Cases cases = {
      {"He works at the Ministry of Water and lives well.", "Ministry of Water|org"},
      {"Its Water Resources Ministry agreed.", "Water Resources Ministry|org"},
      {"Soldiers of the 3rd Brigade and the 82nd Airborne Division left.",
       "3rd Brigade|unit; 82nd Airborne Division|unit"},
      {"The elite Storm Corps left.", "Storm Corps|unit"},
      {"She teaches at Midvale University.", "Midvale University|org"},
      {"They climbed Mount Bellweather.", "Mount Bellweather|place"},
      {"Flood water filled the Tornio River.", "Tornio River|place"},
      {"Then Hurricane Ottilie struck.", "Hurricane Ottilie|event"},
      {"The QRFX denied it.", "QRFX|org"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text), expected) << text;
}

TEST_F(EntityTaggerTest, ShortNamesTakeTheFullOneBeforeOrAfterThem) {
  const Cases cases = {
      {"Okello said so. The mayor, Thomas Okello, wept. Later Okello's wife came.",
       "Okello=Thomas Okello|person; Thomas Okello|person; Okello=Thomas Okello|person"},
      {"Ann Burton met Dr. Carl Weaver. Weaver left. Mrs. Burton stayed.",
       "Ann Burton|person; Carl Weaver|person; Weaver=Carl Weaver|person; Burton=Ann Burton|person"},
      {"Carl Weaver met Ida Weaver. Then Mrs. Weaver left.",
       "Carl Weaver|person; Ida Weaver|person; Weaver=Ida Weaver|person"},
      {"The Flood Relief Council (FRC) met. The FRC voted.",
       "Flood Relief Council|org; FRC=Flood Relief Council|org; FRC=Flood Relief Council|org"},
      {"Hurricane Ottilie struck. Later Ottilie turned north.",
       "Hurricane Ottilie|event; Ottilie=Hurricane Ottilie|event"},
      {"They saw Comrade Kim Jong-un in Oslo. Kim Jong Un left.",
       "Kim Jong-un|person; Oslo|place; Kim Jong Un=Kim Jong-un|person"},
      {"The World Food Programme (WFP) came. The WFP stayed.",
       "World Food Programme|org; WFP=World Food Programme|org; WFP=World Food Programme|org"},
      {"The WFP stayed.", "WFP=World Food Programme|org"},
      {"The National Farmers Federation (NFF) met. Mr Corish (NFF) spoke.",
       "National Farmers Federation|org; NFF=National Farmers Federation|org; Corish|person; NFF=National Farmers "
       "Federation|org"},
      {"The Oro Flood Board met. Later the OFB voted.", "Oro Flood Board|org; OFB=Oro Flood Board|org"},
      {"The FRC (Flood Relief Council) met.", "FRC=Flood Relief Council|org; Flood Relief Council|org"},
      {"The Iranian Foreign Ministry spoke. The Foreign Ministry spoke again.",
       "Iranian=Iran|nationality; Foreign Ministry=Ministry of Foreign Affairs (Iran)|org; "
       "Foreign Ministry=Ministry of Foreign Affairs (Iran)|org"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text), expected) << text;
}

TEST_F(EntityTaggerTest, SpellingsOfOneNameMeet) {
  const Cases cases = {
      {"President Volodymyr Zelenskij spoke.", "Volodymyr Zelenskij=Volodymyr Zelensky|person"},
      {"Gen. Ostap Horetskyi spoke. Later Mr. Horetskiy left.",
       "Ostap Horetskyi=Ostap Horetsky|person; Horetskiy=Ostap Horetsky|person"},
      {"Gen. Ostap Horetskij spoke.", "Ostap Horetskij=Ostap Horetsky|person"},
      {"Mr. Mohamed Tawil spoke. Mr. Muhammad Tawil left.",
       "Mohamed Tawil|person; Muhammad Tawil=Mohamed Tawil|person"},
      {"Mr. Ri Chol-jin spoke. Mr. Lee Cheol-jin left.", "Ri Chol-jin|person; Lee Cheol-jin=Ri Chol-jin|person"},
      {"Mr. Thomas Okello spoke. Mr. Thomas Okelo left. Thomas Okello wept.",
       "Thomas Okello|person; Thomas Okelo=Thomas Okello|person; Thomas Okello|person"},
      {"The Harbour Relief Council met. The Harbor Relief Council voted.",
       "Harbour Relief Council|org; Harbor Relief Council=Harbour Relief Council|org"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text), expected) << text;
}

TEST_F(EntityTaggerTest, TwoOfOneSurnameStayTwo) {
  EXPECT_EQ(show("Mr. Marian Okello met Mr. Marion Okello."), "Marian Okello|person; Marion Okello|person");
  EXPECT_EQ(show("Mr. Thomas Okello met Mr. Thomas Okelo and Mr. Thomas Okkello."),
            "Thomas Okello|person; Thomas Okelo=Thomas Okello|person; Thomas Okkello=Thomas Okello|person");
  EXPECT_EQ(show("A Korean soldier, a sniper named Lee, was captured in Ukraine. Lee wept."),
            "Korean=Korea|nationality; Lee=Ri (POW)|person; Ukraine|place; Lee=Ri (POW)|person");
  EXPECT_EQ(show("Rep. Lee Seong-kweun spoke of the Korean soldier captured in Ukraine. Lee’s comment came late."),
            "Lee Seong-kweun|person; Korean=Korea|nationality; Ukraine|place; Lee=Lee Seong-kweun|person");
  EXPECT_EQ(show("A cook named Weaver wept. Carl Weaver left."), "Weaver|person; Carl Weaver|person");
}

TEST_F(EntityTaggerTest, ReadsDates) {
  const Cases cases = {
      {"It began on January 16, 2025.", "January 16, 2025=2025-01-16|date"},
      {"It began on 4 Feb. 2025 or February 9.", "4 Feb. 2025=2025-02-04|date; February 9|date"},
      {"It began in March 1994, not in 1995.", "March 1994=1994-03|date; 1995|date"},
      {"It began on 2025-02-19.", "2025-02-19|date"},
      {"They may march 2000 miles; 2000 people did.", ""},
      {"It ended in May.", "May|date"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text), expected) << text;
}

TEST_F(EntityTaggerTest, InCapitalsOnlyListsTitlesAndAcronymsCount) {
  EXPECT_EQ(show("OFFICIALS IN BAGHDAD TOLD US THAT MR. WEAVER AND TWO OTHERS DIED"),
            "BAGHDAD=Baghdad|place; WEAVER=Weaver|person");
}

TEST_F(EntityTaggerTest, TagsOfTheReportWin) {
  const std::string text = "Brandt met Olga Kern in Nice. Brandt left.";
  EXPECT_EQ(show(text, {at(text, "Brandt", EntityType::organization, "Brandt Motors")}),
            "Brandt=Brandt Motors|org; Olga Kern|person; Nice|place; Brandt=Brandt Motors|org");
  EXPECT_EQ(show(text, {at(text, "Olga", EntityType::place)}), "Brandt|person; Olga|place; Nice|place; Brandt|person");
}

TEST_F(EntityTaggerTest, ATagOfBlanksNamesNobody) {
  const std::string text = "He met  them.";
  EXPECT_EQ(show(text, {at(text, "  ", EntityType::person)}), "");
  EXPECT_EQ(show(text, {at(text, "  ", EntityType::person, "Kim")}), "  =Kim|person");
}

TEST_F(EntityTaggerTest, FatherAndSonAreTwo) {
  const std::string listed = "We saw Donald Trump here. We saw Donald Trump Jr there.";
  EXPECT_EQ(show(listed, {at(listed, "Donald Trump Jr", EntityType::person)}),
            "Donald Trump|person; Donald Trump Jr|person");
  const std::string text = "We saw Thomas Okello here. We saw Thomas Okello Jr there.";
  EXPECT_EQ(
      show(text, {at(text, "Thomas Okello", EntityType::person), at(text, "Thomas Okello Jr", EntityType::person)}),
      "Thomas Okello|person; Thomas Okello Jr|person");
}

TEST_F(EntityTaggerTest, CapitalsMakeNoOtherName) {
  const std::string text =
      "They met in TORSKIA and wept. Later Torskia fell to KESTREL HOLDINGS. Kestrel Holdings left.";
  EXPECT_EQ(
      show(text, {at(text, "TORSKIA", EntityType::place), at(text, "KESTREL HOLDINGS", EntityType::organization)}),
      "TORSKIA=Torskia|place; Torskia|place; KESTREL HOLDINGS=Kestrel Holdings|org; Kestrel Holdings|org");
  const std::string alone = "They met in TORSKIA and in OSLA and wept with the others for long.";
  EXPECT_EQ(show(alone, {at(alone, "TORSKIA", EntityType::place), at(alone, "OSLA", EntityType::place)}),
            "TORSKIA=Torskia|place; OSLA|place");
}

TEST_F(EntityTaggerTest, ATagsNameIsNoSlip) {
  const std::string text = "Mr. Thomas Okello met Mr. Thomas Okelo. Thomas Okello and Thomas Okelo left.";
  EXPECT_EQ(show(text, {at(text, "Thomas Okelo", EntityType::person, "Tom O.")}),
            "Thomas Okello|person; Thomas Okelo=Tom O.|person; Thomas Okello|person; Thomas Okelo=Tom O.|person");
}

/// Of type and words together, over all types but dates.
double f1_of(const std::vector<MarkedReport>& reports,
             const std::function<std::vector<Mention>(const std::string&)>& tag) {
  std::size_t right = 0, found = 0, gold = 0;
  for (const MarkedReport& report : reports) {
    gold += report.names.size();
    for (const Mention& mention : tag(report.text)) {
      if (mention.type == EntityType::date) continue;
      ++found;
      for (const MarkedReport::Name& name : report.names)
        right += name.span == mention.span && name.type == mention.type;
    }
  }
  return 2.0 * static_cast<double>(right) / static_cast<double>(found + gold);
}

TEST_F(EntityTaggerTest, FindsMostNamesOfTheGoldInAnyCase) {
  std::vector<MarkedReport> mixed, capitals;
  for (const MarkedReport& report : read_marked(AVERMENT_SOURCE_DIR "/tests/language/names_gold.txt")) {
    const bool small = std::any_of(report.text.begin(), report.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    (small ? mixed : capitals).push_back(report);
  }
  const auto read = [](const std::string& text) { return tag(text); };
  EXPECT_GE(mixed.size(), 50u);
  EXPECT_GT(f1_of(mixed, read), 0.9);
  EXPECT_GT(f1_of(capitals, read), 0.8);
}

TEST_F(EntityTaggerTest, TimeIsLinearInTheText) {
  const char* bricks[] = {"Mr ",       "Lee ",        "Ann Burton and ", "al-",
                          "Zed Quux ", "as only as ", "(NIS) ",          "Captured Korean Soldier "};
  for (const char* brick : bricks) {
    std::string text;
    while (text.size() < 400'000) text += brick;
    const auto begin = std::chrono::steady_clock::now();
    tag(text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << brick;
  }
}

TEST_F(EntityTaggerTest, MentionsAscendAndStayApartWhateverTheText) {
  const std::string text =
      "\xE2\x80\x9C"
      "Mr. Mr. President of the Ministry of of 3rd The U.S.-U.N. al-al bin, A. B. C. (X) (NIS) 1994-01-01 -- "
      "Gen. Prime Minister \xC3\x89 \xF0\x9F\x98\x80 Kim Jong-";
  std::uint32_t end = 0;
  for (const Mention& mention : tag(text)) {
    EXPECT_LE(end, mention.span.begin);
    EXPECT_LT(mention.span.begin, mention.span.end);
    EXPECT_FALSE(mention.name.empty());
    end = mention.span.end;
  }
  EXPECT_LE(end, text.size());
  EXPECT_TRUE(tag("").empty());
}

}  // namespace
}  // namespace averment
