#include "language/name_tagger.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "language/knowledge_files.hpp"
#include "language/tokenizer.hpp"
#include "tests/language/marked_names.hpp"

namespace averment {
namespace {

class NameTaggerTest : public testing::Test {
 protected:
  static std::vector<TaggedName> tag(const std::string& source, TaggerMemory& memory,
                                     std::string_view language = "en") {
    const Text text = tokenizer.tokenize(source);
    const TextWords text_words(text, words, language);
    const TokenFeatures features(text, text_words, finder.find(text, text_words), aliases.gazetteer(), memory.forms);
    return tag_names(features, model, memory);
  }

  /// "words|type", one after the other.
  static std::string show(const std::string& source, TaggerMemory& memory) {
    const Text text = tokenizer.tokenize(source);
    std::string shown;
    for (const TaggedName& name : tag(source, memory)) {
      shown += shown.empty() ? "" : "; ";
      shown += text.written(text.span(name.first, name.last));
      shown += "|" + std::string(name_of(static_cast<EntityType>(name.type)));
    }
    return shown;
  }

  static const KnowledgeFiles files;
  static const Aliases aliases;
  static const NameWords words;
  static const NameFinder finder;
  static const Tokenizer tokenizer;
  static const TaggerModel model;
};
const KnowledgeFiles NameTaggerTest::files;
const Aliases NameTaggerTest::aliases{files};
const NameWords NameTaggerTest::words{files};
const NameFinder NameTaggerTest::finder{words, aliases.gazetteer()};
const Tokenizer NameTaggerTest::tokenizer{files};
const TaggerModel NameTaggerTest::model{files.built_in("tagger/names.model")};

TEST_F(NameTaggerTest, FindsNamesThatNoListHas) {
  const std::pair<const char*, const char*> cases[] = {
      {"Tuesday's talks with Mr. Wendroth of Brankovia Steel failed.", "Wendroth|person; Brankovia Steel|org"},
      {"The head of the Zantac Party, Ugo Merkadi, was shot in Ostrahava.",
       "Zantac Party|org; Ugo Merkadi|person; Ostrahava|place"},
      {"Two men died.", ""},
      {"", ""},
  };
  TaggerMemory memory;
  for (const auto& [text, expected] : cases) EXPECT_EQ(show(text, memory), expected) << text;
}

TEST_F(NameTaggerTest, WhatItRemembersOfOtherReportsChangesNothing) {
  TaggerMemory used;
  const std::vector<MarkedReport> reports = read_marked(AVERMENT_SOURCE_DIR "/tests/language/names_gold.txt");
  for (const MarkedReport& report : reports) tag(report.text, used, "es");
  for (const MarkedReport& report : reports) {
    TaggerMemory fresh;
    EXPECT_EQ(show(report.text, used), show(report.text, fresh));
  }
}

TEST(AppendNamesTest, ReadsLabelsOfOneAndOfSeveralTokens) {
  const auto label = [](TaggedType type, Bilou part) { return label_of(type, part); };
  std::vector<TaggedName> names;
  append_names({label(TaggedType::place, Bilou::unit), outside_label, label(TaggedType::person, Bilou::begin),
                label(TaggedType::person, Bilou::inside), label(TaggedType::person, Bilou::last)},
               10, names);
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(std::tuple(names[0].first, names[0].last, names[0].type), std::tuple(10u, 11u, TaggedType::place));
  EXPECT_EQ(std::tuple(names[1].first, names[1].last, names[1].type), std::tuple(12u, 15u, TaggedType::person));
}

TEST(LabelSequenceTest, IsLegalWhateverTheScores) {
  LabelSequence<std::int32_t> sequence;
  std::vector<TaggerLabel> labels;
  std::uint64_t random = 7;
  for (std::size_t count = 0; count < 40; ++count) {
    std::vector<LabelScores<std::int32_t>> scores(count);
    for (auto& row : scores)
      for (std::int32_t& score : row) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        score = static_cast<std::int32_t>(random >> 40) - (1 << 23);
      }
    sequence.find(scores, count, {}, labels);
    ASSERT_EQ(labels.size(), count);
    TaggerLabel before = outside_label;
    for (const TaggerLabel label : labels) {
      EXPECT_TRUE(may_follow(before, label));
      before = label;
    }
    EXPECT_FALSE(is_open(before));
  }
}

TEST(LabelSequenceTest, TakesTheBestOfAllLegalOnes) {
  std::vector<LabelScores<std::int32_t>> scores(2);
  scores[0].fill(0);
  scores[1].fill(0);
  scores[0][label_of(TaggedType::person, Bilou::begin)] = 5;
  scores[0][label_of(TaggedType::place, Bilou::unit)] = 6;
  scores[1][label_of(TaggedType::person, Bilou::last)] = 4;
  scores[1][label_of(TaggedType::organization, Bilou::last)] = 9;
  LabelSequence<std::int32_t> sequence;
  std::vector<TaggerLabel> labels;
  sequence.find(scores, 2, {}, labels);
  EXPECT_EQ(labels, (std::vector<TaggerLabel>{label_of(TaggedType::person, Bilou::begin),
                                              label_of(TaggedType::person, Bilou::last)}));
}

}  // namespace
}  // namespace averment
