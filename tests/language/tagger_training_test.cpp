#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/error.hpp"
#include "language/training/label_repair.hpp"
#include "language/training/tagger_trial.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class TaggerTrainingTest : public testing::Test {
 protected:
  static std::vector<LabeledSentence> read(const std::string& lines) {
    const TemporaryFolder folder;
    return read_conll(folder.write("labels.conll", lines));
  }

  /// "words/LABEL …" with labels as in CoNLL files → "words|TYPE", one after the other, when they are mended.
  static std::string mended(const std::string& words_and_labels) {
    std::string lines;
    for (const char c : words_and_labels) lines += c == ' ' ? '\n' : c == '/' ? '\t' : c;
    std::vector<LabeledSentence> sentences = read(lines + "\n");
    repair_labels(sentences, words, aliases.gazetteer());
    return show(sentences.at(0));
  }

  static std::string show(const LabeledSentence& sentence) {
    constexpr const char* types[] = {"PER", "ORG", "LOC", "UNIT", "NORP", "EVENT", "OTHER"};
    std::string shown;
    for (const LabeledName& name : sentence.names) {
      shown += shown.empty() ? "" : "; ";
      for (std::uint32_t at = name.first; at < name.last; ++at)
        shown += (at > name.first ? " " : "") + sentence.words[at];
      shown += std::string("|") + types[static_cast<std::size_t>(name.type)];
    }
    return shown;
  }

  static const KnowledgeFiles files;
  static const Aliases aliases;
  static const NameWords words;
};
const KnowledgeFiles TaggerTrainingTest::files;
const Aliases TaggerTrainingTest::aliases{files};
const NameWords TaggerTrainingTest::words{files};

TEST_F(TaggerTrainingTest, ReadsConllWithTabsOrBlanks) {
  const auto sentences = read("Ann\tB-PER\nBurton\tI-PER\nsaw\tO\nOslo B-geo\n\n-DOCSTART- O\n\nToday\tB-tim\n");
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(show(sentences[0]), "Ann Burton|PER; Oslo|LOC");
  EXPECT_FALSE(sentences[0].begins_report);
  EXPECT_EQ(show(sentences[1]), "");  // dates are not the tagger's
  EXPECT_TRUE(sentences[1].begins_report);
}

TEST_F(TaggerTrainingTest, SaysWhereAFileIsWrong) {
  EXPECT_THAT([] { read("Ann\tB-PER\nBurton\n"); }, ThrowsMessage<InputError>(HasSubstr(":2: no label")));
  EXPECT_THAT([] { read_conll("/no/such.conll"); }, ThrowsMessage<InputError>(HasSubstr("/no/such.conll")));
}

TEST_F(TaggerTrainingTest, MendsLabels) {
  const std::pair<const char*, const char*> cases[] = {
      {"President/B-per Hugo/I-per Chavez/I-per left/O", "Hugo Chavez|PER"},
      {"Mr./B-per Weaver/I-per left/O", "Weaver|PER"},
      {"Prime/B-per Minister/O left/O", ""},
      {"in/O southern/B-geo Iraq/I-geo", "Iraq|LOC"},
      {"the/O North/O Korean/B-gpe army/O", "North Korean|NORP"},
      {"in/O Cibolo/B-LOC ,/I-LOC Texas/I-LOC", "Cibolo|LOC; Texas|LOC"},
      {"Nepal/B-gpe and/O Israeli/B-geo men/O", "Nepal|LOC; Israeli|NORP"},
      {"the/B-org NATO/I-org 's/I-org men/O", "NATO|ORG"},
      {"the/O 82nd/B-org Airborne/I-org Division/I-org", "82nd Airborne Division|UNIT"},
      {"a/O U.S.-led/O force/O", "U.S.|LOC"},
      {"from/O France/O to/O Oslo/B-geo", "France|LOC; Oslo|LOC"},
      {"Hurricane/B-nat Mitch/I-nat came/O", "Hurricane Mitch|EVENT"},
      {"the/O West/B-org Bank/I-org", "West Bank|LOC"},
  };
  for (const auto& [labeled, expected] : cases) EXPECT_EQ(mended(labeled), expected) << labeled;
}

TEST_F(TaggerTrainingTest, MostOfALabelsUsesDecide) {
  std::string lines;
  for (int times = 0; times < 4; ++times) lines += "at\tO\nZorbit\tB-ORG\n\n";
  lines += "at\tO\nZorbit\tB-LOC\n\nat\tO\nZorbit\tO\n\n";
  std::vector<LabeledSentence> sentences = read(lines);
  make_labels_agree(sentences, words);
  for (const LabeledSentence& sentence : sentences) EXPECT_EQ(show(sentence), "Zorbit|ORG");
}

TEST_F(TaggerTrainingTest, ReportsReadAsTextsDoAndKeepTheirNames) {
  const auto sentences = read(
      "\"\tO\nAnn\tB-PER\n's\tO\ncat\tO\n\"\tO\n,\tO\nhe\tO\nsaid\tO\n(\tO\nin\tO\nOslo\tB-LOC\n)\tO\n.\tO\n\n"
      "Ann\tB-PER\nleft\tO\n.\tO\n");
  const std::vector<LabeledReport> reports = make_reports(sentences);
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].text, "\"Ann's cat\", he said (in Oslo). Ann left.");
  std::mt19937_64 random(3);
  for (const LabeledReport& report : {reports[0], as_wire(reports[0], random), in_capitals(reports[0])})
    for (const MarkedName& name : report.names) {
      std::string written = report.text.substr(name.span.begin, name.span.size());
      for (char& c : written) c = static_cast<char>(std::tolower(c));
      EXPECT_THAT(written, testing::AnyOf("ann", "oslo", "ap", "reuters", "afp", "upi", "xinhua", "itar-tass"));
    }
}

TEST_F(TaggerTrainingTest, WhatItLearnsTheDecoderFindsAndASecondTimeItLearnsTheSame) {
  const TaggerTrial trial;
  const std::vector<LabeledReport> reports =
      trial.prepare(read("Gorblax\tB-ORG\nmet\tO\nQuenby\tB-PER\nVoss\tI-PER\nin\tO\nTarnholm\tB-LOC\n.\tO\n\n"
                         "Then\tO\nZibble\tB-ORG\nmet\tO\nQuenby\tB-PER\nin\tO\nTarnholm\tB-LOC\n.\tO\n"),
                    {});
  const auto train = [&] {
    std::vector<Example> examples;
    for (const LabeledReport& report : reports) trial.add_examples(report, examples);
    return train_perceptron(examples, {.epochs = 20, .dropout = 0, .seed = 5, .least_uses = 1});
  };
  const TaggerModel model = train();
  EXPECT_EQ(trial.evaluate(reports, &model, Finders::tagger).at("all").f1(), 1.0);
  EXPECT_EQ(train().write(), model.write());
}

}  // namespace
}  // namespace averment
