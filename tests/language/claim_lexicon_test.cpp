#include "language/claim_lexicon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/error.hpp"
#include "language/knowledge_files.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ClaimLexiconTest : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& content) { folder_.write("lexicons/xx/" + name, content); }
  ClaimLexicon lexicon() const { return {KnowledgeFiles(folder_.path()), "xx"}; }

  const TemporaryFolder folder_;
};

TEST_F(ClaimLexiconTest, AFolderWithTriggersMakesALanguage) {
  write("triggers.tsv", "killed\tadj\tdod\n");
  EXPECT_THAT(lexicon_languages(KnowledgeFiles(folder_.path())), ElementsAre("en", "es", "xx"));
}

TEST_F(ClaimLexiconTest, FormsInOnePlaceOfAVerbAreJoinedWithSlashes) {
  write("triggers.tsv", "killed\tverb\tdoda dodar/dodade - dodad/dodade -\n");
  const ClaimLexicon read = lexicon();
  const auto* const both = read.triggers.find("dodade");
  ASSERT_TRUE(both);
  EXPECT_EQ(both->size(), 2u);
  EXPECT_EQ(both->front().form, VerbForm::third);
  EXPECT_EQ(both->back().form, VerbForm::participle);
  EXPECT_FALSE(read.triggers.find("-"));
}

TEST_F(ClaimLexiconTest, NumbersAreWrittenAsInEnglishUnlessItSaysOtherwise) {
  EXPECT_EQ(lexicon().grammar.decimal_marks, ".");
  EXPECT_EQ(lexicon().grammar.grouping_marks, ",");
  write("grammar.tsv", "decimal\t,\nsubject\tbehind\n");
  const Grammar grammar = lexicon().grammar;
  EXPECT_EQ(grammar.decimal_marks, ",");
  EXPECT_EQ(grammar.grouping_marks, "");
  EXPECT_TRUE(grammar.subject_behind);
  EXPECT_FALSE(grammar.subject_dropped);
}

struct ErrorRow {
  const char *file, *row, *message;
};

TEST_F(ClaimLexiconTest, ARowThatMakesNoSenseIsNamedWithFileAndLine) {
  const ErrorRow table[] = {
      {"grammar.tsv", "gender\tf", "grammar.tsv:1: unknown rule of grammar 'gender'"},
      {"grammar.tsv", "subject\tabove", "grammar.tsv:1: unknown place of a subject 'above'"},
      {"grammar.tsv", "decimal", "grammar.tsv:1: a row of 1 columns"},
      {"words.tsv", "noun\tbok", "words.tsv:1: unknown class 'noun'"},
      {"endings.tsv", "dual\tat", "endings.tsv:1: unknown ending 'dual'"},
      {"triggers.tsv", "killed\tadverb\tdod", "triggers.tsv:1: unknown role 'adverb'"},
      {"triggers.tsv", "dead\tadj\tdod", "triggers.tsv:1: unknown category 'dead'"},
      {"numbers.tsv", "unit\ten\tett", "numbers.tsv:1: no number: 'ett'"},
      {"numbers.tsv", "unit\ten\tnan", "numbers.tsv:1: the number 'nan' is out of range"},
      {"numbers.tsv", "unit\ten\t-1", "numbers.tsv:1: the number '-1' is out of range"},
      {"numbers.tsv", "fraction\thalv\t2", "'2' is out of range: a fraction is from 0 to 1"},
      {"dates.tsv", "weekday\t8\tlordag", "dates.tsv:1: no day: 'weekday 8'"},
      {"dates.tsv", "day\t2147483647\timorgon", "dates.tsv:1: no day"},
      {"cues.tsv", "adverb\tenligt", "cues.tsv:1: unknown kind of cue 'adverb'"},
  };
  for (const ErrorRow& row : table) {
    write(row.file, std::string(row.row) + "\n");
    try {
      lexicon();
      ADD_FAILURE() << row.file << ": no error for " << row.row;
    } catch (const InputError& error) {
      EXPECT_THAT(error.what(), HasSubstr(row.message));
    }
    write(row.file, "");
  }
}

}  // namespace
}  // namespace averment
