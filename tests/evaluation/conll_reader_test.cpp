#include "evaluation/conll_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace averment::evaluation {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<LabelledText> read(const std::string& lines) {
  std::istringstream in(lines);
  return read_conll(in);
}

std::vector<std::string> names_of(const LabelledText& labelled) {
  std::vector<std::string> names;
  for (const LabelledSpan& one : labelled.names)
    names.push_back(one.label + " " + labelled.text.substr(one.span.begin, one.span.size()));
  return names;
}

TEST(ConllReader, PutsTokensTogetherAsTheyAreWritten) {
  const auto texts = read(
      "The\tO\nU.N.\tB-ORG\n's\tO\nenvoy\tO\n(\tO\nAna\tB-PER\nBrecht\tI-PER\n)\tO\nsaid\tO\n:"
      "\tO\n\"\tO\nNo\tO\n\"\tO\n.\tO\n");
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].text, "The U.N.'s envoy (Ana Brecht) said: \"No\".\n\n");
  EXPECT_THAT(names_of(texts[0]), ElementsAre("ORG U.N.", "PER Ana Brecht"));
}

TEST(ConllReader, NeighbouringNamesStayApart) {
  EXPECT_THAT(names_of(read("Paris B-LOC\nLyon B-LOC\nUN I-ORG\n\nRome I-LOC\n").at(0)),
              ElementsAre("LOC Paris", "LOC Lyon", "ORG UN"));
}

TEST(ConllReader, SentencesAreTextsUnlessDocumentsAreMarked) {
  EXPECT_EQ(read("One\tO\n\nTwo\tO\n").size(), 2u);
  const auto texts = read("-DOCSTART-\tO\n\nOne\tO\n\nTwo\tO\n\n-DOCSTART-\tO\n\nThree\tB-PER\r\n");
  ASSERT_EQ(texts.size(), 2u);
  EXPECT_EQ(texts[0].text, "One\n\nTwo\n\n");
  EXPECT_THAT(names_of(texts[1]), ElementsAre("PER Three"));
  EXPECT_THAT(read(""), IsEmpty());
}

TEST(ConllReader, TheLastColumnIsTheTag) {
  EXPECT_THAT(names_of(read("Ana NNP B-NP B-PER\n").at(0)), ElementsAre("PER Ana"));
}

}  // namespace
}  // namespace averment::evaluation
