#include "language/names.hpp"

#include <gtest/gtest.h>

#include "language/bare_letters.hpp"
#include "language/gazetteer.hpp"
#include "language/knowledge_files.hpp"
#include "language/names_in_latin.hpp"

namespace averment {
namespace {

TEST(NameKeyTest, SpellingsOfOneNameShareAKey) {
  const std::pair<const char*, const char*> cases[] = {
      {"The NIS’", "nis"},
      {"the NIS's", "nis"},
      {"Kim Jong-un", "kim jong un"},
      {"Kim Jong Un", "kim jong un"},
      {"Rep. Lee Seong-kweun", "lee seong kweun"},
      {"Lt. Gen. Sergei Rudskoi", "sergei rudskoi"},
      {"U.S.", "us"},
      {"J.K. Rowling", "jk rowling"},
      {"al-Qa'ida", "al qaida"},
      {"Qa’ida", "qaida"},
      {"Nicolás Maduro", "nicolas maduro"},
      {"ＮＡＴＯ", "nato"},
      {"  B'Tselem ", "btselem"},
      {"People’s Army", "people army"},
      {"Mail & Guardian", "mail and guardian"},
      {"Владимир", "vladimir"},
      {"the", "the"},
      {"", ""},
      {"—", ""},
  };
  for (const auto& [name, key] : cases) EXPECT_EQ(name_key(name), key) << name;
}

TEST(NameKeyTest, AccentedLettersAreReadAsIcuReadsThem) {
  for (char32_t c = first_accented; c <= last_accented; ++c) {
    const std::string letter = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    // Greek beside them takes the whole name to ICU.
    EXPECT_EQ(name_key("x" + letter + "y") + " a", name_key("x" + letter + "y α")) << letter;
  }
}

TEST(NameKeyTest, NamesInOtherLettersThatAreWrittenDownAreReadAsIcuReadsThem) {
  std::string_view last;
  for (const NameInLatin& one : names_in_latin) {
    EXPECT_LT(last, one.name);
    last = one.name;
    // A word behind them makes them names that are not written down.
    EXPECT_EQ(words_key(one.name) + " a", words_key(std::string(one.name) + " α")) << one.name;
  }
}

TEST(NameKeyTest, AKeyIsItsOwnKey) {
  for (const char* name :
       {"조선일보", "Øster Åland", "Straße", "Mr. Ri", "O’Connor’s", "a-b/c.d", "İstanbul", "北京"}) {
    const std::string key = name_key(name);
    EXPECT_EQ(name_key(key), key) << name;
  }
}

TEST(NameKeyTest, TheKeyOfALongTextIsThatOfItsWords) {
  std::string text, key;
  for (int words = 0; words < 3000; ++words) {
    text += "Владимир ";
    key += words == 0 ? "vladimir" : " vladimir";
  }
  EXPECT_EQ(name_key(text), key);
}

class AliasesTest : public testing::Test {
 protected:
  std::string resolve(std::string_view name, NameRole role, std::string_view words = {}) {
    const auto found = aliases.resolve(name, role, NameContext{words, {}});
    return found ? found->name + "|" + std::string(name_of(found->type)) + "|" + found->party : "(none)";
  }
  static const Aliases aliases;
};
const Aliases AliasesTest::aliases{KnowledgeFiles()};

TEST_F(AliasesTest, VariantsMeetInOneName) {
  const std::pair<const char*, const char*> cases[] = {
      {"Zelenskyy", "Volodymyr Zelensky|person|Ukraine"},
      {"President Volodymyr Zelenskiy", "Volodymyr Zelensky|person|Ukraine"},
      {"Ukrainian President Zelensky", "(none)"},
      {"Зеленський", "Volodymyr Zelensky|person|Ukraine"},
      {"Kiev", "Kyiv|place|Ukraine"},
      {"HRW", "Human Rights Watch|org|"},
      {"Chosun Daily", "Chosun Ilbo|org|South Korea"},
      {"조선일보", "Chosun Ilbo|org|South Korea"},
      {"General Reconnaissance Bureau", "Reconnaissance General Bureau|org|North Korea"},
      {"the Storm Brigade", "Storm Corps|unit|North Korea"},
      {"ISIL", "Islamic State|org|"},
      {"Al-Qaida", "Al-Qaeda|org|"},
      {"Ukrainians", "Ukraine|nationality|Ukraine"},
      {"U.S.", "United States|place|United States"},
      {"nis", "National Intelligence Service (South Korea)|org|South Korea"},
      {"Emmerson Mnangagwa", "Emmerson Dambudzo Mnangagwa|person|Zimbabwe"},
      {"Nobody Known", "(none)"},
  };
  for (const auto& [name, expected] : cases) EXPECT_EQ(resolve(name, NameRole::mention), expected) << name;
}

TEST_F(AliasesTest, AsASourceACapitalSpeaksForItsGovernment) {
  const std::pair<const char*, const char*> cases[] = {
      {"Kyiv", "Government of Ukraine|org|Ukraine"},
      {"Kiev", "Government of Ukraine|org|Ukraine"},
      {"Ukraine", "Government of Ukraine|org|Ukraine"},
      {"Ukrainian authorities", "Government of Ukraine|org|Ukraine"},
      {"senior Ukrainian officials", "Government of Ukraine|org|Ukraine"},
      {"the Ukraine authorities", "Government of Ukraine|org|Ukraine"},
      {"the government of Ukraine", "Government of Ukraine|org|Ukraine"},
      {"Seoul", "Government of South Korea|org|South Korea"},
      {"the North Korean regime", "Government of North Korea|org|North Korea"},
      {"Moscow", "Government of Russia|org|Russia"},
      {"Washington", "Government of the United States|org|United States"},
      {"U.S. officials", "Government of the United States|org|United States"},
      {"the Philippine government", "Government of the Philippines|org|Philippines"},
      {"South Korean intelligence", "National Intelligence Service (South Korea)|org|South Korea"},
      {"South Korea's spy agency", "National Intelligence Service (South Korea)|org|South Korea"},
      {"South Korea’s National Intelligence Service", "National Intelligence Service (South Korea)|org|South Korea"},
      {"Ukrainian intelligence", "Ukrainian intelligence|org|Ukraine"},
      {"the Russian military", "Russian military|org|Russia"},
      {"Israel's army", "Israel Defense Forces|org|Israel"},
      {"the Russian Defence Ministry", "Ministry of Defense (Russia)|org|Russia"},
      {"Russia's Ministry of Defense", "Ministry of Defense (Russia)|org|Russia"},
      {"Ministry of Health of Peru", "Ministry of Health (Peru)|org|Peru"},
      {"Lviv", "Lviv|place|Ukraine"},
      {"officials", "(none)"},
      {"the government", "(none)"},
      {"police", "(none)"},
  };
  for (const auto& [name, expected] : cases) EXPECT_EQ(resolve(name, NameRole::source), expected) << name;
}

TEST_F(AliasesTest, AnAliasWithContextHoldsOnlyThere) {
  const char* captive = "a korean soldier captured in ukraine , a sniper named lee";
  EXPECT_EQ(resolve("Lee", NameRole::mention, captive), "Ri (POW)|person|North Korea");
  EXPECT_EQ(resolve("Lee", NameRole::mention, "the lawmaker lee spoke in seoul"), "(none)");
  EXPECT_EQ(resolve("Ri", NameRole::mention, captive), "Ri (POW)|person|North Korea");
  EXPECT_EQ(resolve("Tripoli", NameRole::mention, "in libya"), "Tripoli|place|Libya");
}

TEST_F(AliasesTest, InATextAnAcronymIsWrittenInCapitals) {
  EXPECT_EQ(resolve("who", NameRole::source, "people who fled said"), "(none)");
  EXPECT_EQ(resolve("WHO", NameRole::source, "the who said"), "World Health Organization|org|");
}

TEST_F(AliasesTest, OtherSpellingsOfAKnownNameMeetIt) {
  const struct {
    const char* name;
    EntityType type;
    const char* expected;
  } cases[] = {
      {"Volodymyr Zelenskij", EntityType::person, "Volodymyr Zelensky"},
      {"Vladimir Zelenskiy", EntityType::person, "Volodymyr Zelensky"},
      {"Владимир Зеленский", EntityType::person, "Volodymyr Zelensky"},
      {"Volodymyr Zelenksy", EntityType::person, "Volodymyr Zelensky"},
      {"Reconaissance General Bureau", EntityType::organization, "Reconnaissance General Bureau"},
      {"Olena Zelenska", EntityType::person, ""},
      {"Reconaissance General Bureau", EntityType::person, ""},
      {"Nobody Known", EntityType::person, ""},
      {"", EntityType::person, ""},
  };
  for (const auto& one : cases) {
    const auto found = aliases.resolve_spelling(one.name, one.type);
    EXPECT_EQ(found ? found->name : "", one.expected) << one.name;
  }
}

Aliases with_lines(const std::string& lines) {
  return Aliases(KnowledgeFiles(std::vector<OwnFile>{{"gazetteer/aliases.tsv", lines}}));
}

TEST(OwnAliasesTest, ALineAddsAnAliasAndItsScopeIsOneReport) {
  const Aliases table = with_lines(
      "Ana Ruiz\tperson\tLa Jefa\t\tany\tasserted\n"
      "Ana Ruiz\tperson\tthe Boss\t\tany\tasserted\t\tport-7\n"
      "Rosa Ruiz\tperson\tDoña Rosa\t\tany\tasserted\t\tglobal\n");
  const auto name = [&](std::string_view written, const NameContext& context) {
    return table.resolve(written, NameRole::mention, context).value_or(CanonicalName{"", {}, ""}).name;
  };
  EXPECT_EQ(name("La Jefa", {"in oro", "port-6"}), "Ana Ruiz");
  EXPECT_EQ(name("The Boss", {"in oro", "port-6"}), "");
  EXPECT_EQ(name("The Boss", {"in oro", "port-7"}), "Ana Ruiz");
  EXPECT_EQ(name("Doña Rosa", {"in oro", "port-6"}), "Rosa Ruiz");
  EXPECT_EQ(name("The Boss", {}), "Ana Ruiz") << "a query has no report";
}

TEST(OwnAliasesTest, ARejectedPairIsAppliedByNoRule) {
  const Aliases table = with_lines(
      "Human Rights Watch\torganization\tHRW\t\tany\trejected\n"
      "Volodymyr Zelensky\tperson\tVolodymyr Zelenksy\t\tany\trejected\n");
  EXPECT_FALSE(table.resolve("HRW", NameRole::mention));
  EXPECT_TRUE(table.resolve("Human Rights Watch", NameRole::mention));
  EXPECT_FALSE(table.resolve_spelling("Volodymyr Zelenksy", EntityType::person));
  EXPECT_TRUE(table.rejected("HRW", "Human Rights Watch"));
  EXPECT_TRUE(table.rejected("human rights watch", "HRW"));
  EXPECT_FALSE(table.rejected("Human Rights Watch", "WHO"));
}

TEST_F(AliasesTest, TitlesInFrontAreNoPartOfAName) {
  EXPECT_EQ(aliases.without_title("general idris farouz"), "idris farouz");
  EXPECT_EQ(aliases.without_title("major general idris farouz"), "idris farouz");
  EXPECT_EQ(aliases.without_title("idris farouz"), "idris farouz");
}

TEST_F(AliasesTest, ProposedAndRejectedAliasesAreNotApplied) {
  EXPECT_EQ(resolve("Kim", NameRole::mention, "kim spoke in pyongyang"), "(none)");
}

TEST(GazetteerTest, TellsTheLongestNameThatBeginsWithAWord) {
  const Aliases aliases{KnowledgeFiles()};
  EXPECT_GE(aliases.gazetteer().longest("united"), 4u);
  EXPECT_EQ(aliases.gazetteer().longest("nosuchword"), 0u);
  EXPECT_EQ(aliases.gazetteer().demonym("Ukraine"), "Ukrainian");
}

TEST(GazetteerTest, AContextHoldsWhenAllItsWordsOccur) {
  EXPECT_TRUE(holds("", "anything"));
  EXPECT_TRUE(holds("korean captured", "a captured north korean"));
  EXPECT_FALSE(holds("korean captured", "a north korean"));
}

}  // namespace
}  // namespace averment
