#include "language/sentence_splitter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/knowledge_files.hpp"
#include "language/tokenizer.hpp"

namespace averment {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(std::string_view source) {
  static const Tokenizer tokenizer{KnowledgeFiles()};
  const Text text = tokenizer.tokenize(source);
  std::vector<std::string> found;
  for (const Sentence& sentence : text.sentences) found.emplace_back(text.written(sentence.span));
  return found;
}

std::vector<std::string> quotations(std::string_view source) {
  static const Tokenizer tokenizer{KnowledgeFiles()};
  const Text text = tokenizer.tokenize(source);
  std::vector<std::string> found;
  for (const Quotation& quotation : text.quotations)
    found.push_back(std::string(text.written(text.span(quotation.first, quotation.last))) +
                    (quotation.continues ? " ->" : ""));
  return found;
}

TEST(SentenceSplitter, SurvivesAbbreviationsAndInitials) {
  EXPECT_THAT(sentences("Rep. J. Smith met Gen. Lee. They spoke."),
              ElementsAre("Rep. J. Smith met Gen. Lee.", "They spoke."));
  EXPECT_THAT(sentences("He left the U.S. The army stayed."), ElementsAre("He left the U.S.", "The army stayed."));
  EXPECT_THAT(sentences("A U.S. Army base. It burned."), ElementsAre("A U.S. Army base.", "It burned."));
}

TEST(SentenceSplitter, NoSentenceIsLongerThanReadersCanBear) {
  const Tokenizer tokenizer{KnowledgeFiles()};
  std::string words;
  for (int word = 0; word < 390; ++word) words += "word ";
  for (const std::string& closing : {std::string(5000, ')'), std::string(5000, '"'), std::string(5000, ' ')}) {
    const Text text = tokenizer.tokenize(words + "end." + closing + " Next one. " + words + words);
    ASSERT_FALSE(text.sentences.empty());
    for (const Sentence& sentence : text.sentences) EXPECT_LE(sentence.last - sentence.first, 400u) << closing.front();
    EXPECT_EQ(text.sentences.back().last, text.tokens.size());
  }
}

TEST(SentenceSplitter, ShortAndUpperWordsMayFollowALostBlank) {
  EXPECT_THAT(sentences("They were killed.A rescue began on Facebook.One man swam."),
              ElementsAre("They were killed.", "A rescue began on Facebook.", "One man swam."));
  EXPECT_THAT(sentences("It was the state.DNA tests follow."), ElementsAre("It was the state.", "DNA tests follow."));
  EXPECT_THAT(sentences("See Forbes.com for the U.S.A. team."), ElementsAre("See Forbes.com for the U.S.A. team."));
}

TEST(SentenceSplitter, KeepsASpeechTagWithItsQuestion) {
  EXPECT_THAT(sentences("“Will they accept me?” he asked. He left."),
              ElementsAre("“Will they accept me?” he asked.", "He left."));
  EXPECT_THAT(sentences("“All died. None came back.” He wept."),
              ElementsAre("“All died.", "None came back.”", "He wept."));
}

TEST(SentenceSplitter, SplitsWhereScrapingLostTheBlank) {
  EXPECT_THAT(sentences("Twelve were killed.The army denied it."),
              ElementsAre("Twelve were killed.", "The army denied it."));
  EXPECT_THAT(sentences("An officer died, he said.\"It was terrible,\" she added.\"They ran.\""),
              ElementsAre("An officer died, he said.", "\"It was terrible,\" she added.", "\"They ran.\""));
  EXPECT_THAT(sentences("Three left.A"), ElementsAre("Three left.A"));
}

TEST(SentenceSplitter, KeepsNotesWithTheSentenceBeforeThem) {
  EXPECT_THAT(sentences("Three people died.[4][12] Two are missing.[5]"),
              ElementsAre("Three people died.[4][12]", "Two are missing.[5]"));
}

TEST(SentenceSplitter, JoinsHardWrappedLines) {
  EXPECT_THAT(sentences("ROCKETS HIT A PORT\n"
                        "At least six persons, including three soldiers, were\n"
                        "reported wounded at the start of a general strike that was\n"
                        "called last week.\n"
                        "    The strike went on until the evening and spread to two\n"
                        "other towns.\n"),
              ElementsAre("ROCKETS HIT A PORT",
                          "At least six persons, including three soldiers, were\nreported wounded at the start of a "
                          "general strike that was\ncalled last week.",
                          "The strike went on until the evening and spread to two\nother towns."));
}

TEST(SentenceSplitter, TakesEachLineForAParagraphElsewhere) {
  EXPECT_THAT(
      sentences("Two soldiers captured\nThe army confirmed it on Monday, and said more would follow.\n- one\n"),
      ElementsAre("Two soldiers captured", "The army confirmed it on Monday, and said more would follow.", "- one"));
}

TEST(SentenceSplitter, PairsQuotationMarks) {
  EXPECT_THAT(quotations("\"Six of us,\" he said, \"all died.\" Then “no”."),
              ElementsAre("\"Six of us,\"", "\"all died.\"", "“no”"));
}

TEST(SentenceSplitter, AQuotationGoesOnInTheNextParagraph) {
  EXPECT_THAT(quotations("“There were six of us. All five died.\n\n“I was the only one,” he said."),
              ElementsAre("“There were six of us. All five died. ->", "“I was the only one,”"));
}

}  // namespace
}  // namespace averment
