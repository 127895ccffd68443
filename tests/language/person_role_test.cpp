#include "language/person_role.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"
#include "language/report_analyzer.hpp"

namespace averment {
namespace {

using testing::ElementsAre;

/// "9 < Ana Ruiz": each figure and the one name of whom the text credits.
std::vector<std::string> credited(const std::string& text) {
  static ReportAnalyzer analyzer(load_knowledge());
  Report report;
  report.id = "r";
  report.lang = "en";
  report.text = text;
  std::vector<std::string> lines;
  for (const Claim& claim : analyzer.analyze(std::move(report)).claims)
    lines.push_back(text.substr(claim.figure.begin, claim.figure.size()) + " < " +
                    (claim.source ? claim.source->name : "-"));
  return lines;
}

TEST(PersonRoleTest, APronounIsSomebodyOfItsGender) {
  EXPECT_THAT(credited("Ana Ruiz spoke. Thomas Okello listened. She said 9 soldiers were killed."),
              ElementsAre("9 < Ana Ruiz"));
  EXPECT_THAT(credited("Ana Ruiz spoke. Thomas Okello listened. He said 9 soldiers were killed."),
              ElementsAre("9 < Thomas Okello"));
  EXPECT_THAT(credited("Mr. Tuvalenko said it was over. Mrs. Burenko wept. He said 9 soldiers were killed."),
              ElementsAre("9 < Tuvalenko"));
  EXPECT_THAT(credited("Mrs. Burenko said it was over. Mr. Tuvalenko said no. She said 9 soldiers were killed."),
              ElementsAre("9 < Burenko"));
  EXPECT_THAT(credited("His mother said it was over. She said 9 soldiers were killed."), ElementsAre("9 < His mother"));
}

TEST(PersonRoleTest, ADefinitePhraseIsWhoHasTheRole) {
  EXPECT_THAT(credited("Governor Ana Ruiz came to Oro with Thomas Okello. The governor said 9 soldiers were killed."),
              ElementsAre("9 < Ana Ruiz"));
  EXPECT_THAT(credited("Governor Ana Ruiz came to Oro. A governor said 9 soldiers were killed."),
              ElementsAre("9 < governor"));
}

TEST(PersonWordsTest, WordsTellTheGenderAndFirstNamesToo) {
  const PersonWords words(KnowledgeFiles(), "en");
  EXPECT_EQ(words.of_words("a spokeswoman for mr ruiz"), Gender::female);
  EXPECT_EQ(words.of_words("mr"), Gender::male);
  EXPECT_EQ(words.of_words("officials"), Gender::unknown);
  EXPECT_EQ(words.of_name("Thomas Okello"), Gender::male);
  EXPECT_EQ(words.of_name("Thomas"), Gender::unknown) << "it may be a surname";
  EXPECT_EQ(words.of_name("Kim Jong-un"), Gender::unknown) << "the surname stands first";
  EXPECT_TRUE(agree(Gender::unknown, Gender::male));
  EXPECT_FALSE(agree(Gender::female, Gender::male));
}

TEST(PersonWordsTest, ARowThatMakesNoSenseIsAnError) {
  const KnowledgeFiles files(std::vector<OwnFile>{{"lexicons/en/genders.tsv", "x\tword\n"}});
  EXPECT_THROW(PersonWords(files, "en"), InputError);
}

}  // namespace
}  // namespace averment
