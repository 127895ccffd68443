// Tests of the measurements behind docs/reading.md, on archives of a few lines.
#include "evaluation/measure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <sstream>

#include "averment/error.hpp"
#include "tests/temporary_folder.hpp"

namespace averment::evaluation {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
namespace fs = std::filesystem;

const TextReader& text_reader() {
  static const TextReader reader{fs::path()};
  return reader;
}

class MeasureTest : public testing::Test {
 protected:
  void write(const fs::path& path, const std::string& text) { folder_.write(path, text); }

  /// The table, or with a kind of misses these.
  std::string measured(void (*measure)(const Measuring&), const std::string& kind = "") {
    std::ostringstream out, misses_out;
    Misses misses(misses_out, kind, 1);
    measure({text_reader(),
             {},
             data_,
             out,
             log_,
             misses,
             {{EntityType::person, "PER"}, {EntityType::organization, "ORG"}, {EntityType::place, "LOC"}},
             trained_on_,
             claims_});
    return kind.empty() ? out.str() : misses_out.str();
  }

  const TemporaryFolder folder_;
  const fs::path data_ = folder_.path();
  std::ostringstream log_;
  std::vector<std::string> trained_on_;
  std::vector<ClaimSet> claims_;
};

TEST_F(MeasureTest, CountsAreFoundByEitherBoundInTheirCategory) {
  write("counts/awsd/claims.jsonl",
        R"({"id": "1", "text": "At least 12 people were killed and 7 wounded on Monday.",)"
        R"( "gold": {"killed": {"lo": 12, "hi": 12}, "wounded": {"lo": 8, "hi": 8}, "captured": {"lo": 3, "hi": 3}},)"
        R"( "says": {"killed": true, "wounded": true, "captured": false}})"
        "\n"
        R"({"id": "2", "text": "Rebels abducted one nurse. The clash left 9 people killed or wounded.",)"
        R"( "gold": {"killed": {"lo": 9, "hi": 9}, "captured": {"lo": 1, "hi": 1}},)"
        R"( "says": {"killed": true, "captured": true}})"
        "\n");
  const std::string table = measured(measure_counts);
  EXPECT_THAT(table, HasSubstr("| awsd | captured | 1 | 1.000 | 0 | – |"));
  EXPECT_THAT(table, HasSubstr("| awsd | killed | 2 | 0.500 | 2 | 0.500 |")) << "nine are killed or wounded";
  EXPECT_THAT(table, HasSubstr("| awsd | wounded | 1 | 0.000 | 1 | 0.000 |"));
  EXPECT_THAT(log_.str(), HasSubstr("counts/muc4/claims.jsonl")) << "what is not there is said";
  EXPECT_THAT(measured(measure_counts, "awsd/wounded"), HasSubstr("1: 8\n"));
}

TEST_F(MeasureTest, EachEntryOfATemplateIsANumber) {
  write("counts/muc4/claims.jsonl",
        R"({"id": "1", "text": "TWELVE SOLDIERS WERE KILLED.", "text_tc": "Twelve soldiers were killed.",)"
        R"( "gold": {"killed": [)"
        R"({"n_lo": 12, "n_hi": 12, "qual": "", "alt": [], "optional": false},)"
        R"({"n_lo": 30, "n_hi": 30, "qual": "", "alt": [[12, null, "at least"]], "optional": false},)"
        R"({"n_lo": 13, "n_hi": 13, "qual": "", "alt": [], "optional": false},)"
        R"({"n_lo": 14, "n_hi": 14, "qual": "", "alt": [], "optional": true},)"
        R"({"n_lo": 2, "n_hi": null, "qual": "plural", "alt": [], "optional": false}]}})"
        "\n");
  const std::string table = measured(measure_counts);
  EXPECT_THAT(table, HasSubstr("| muc4 | killed | 3 | 0.667 | 3 | 0.667 |"));
  EXPECT_THAT(table, HasSubstr("| muc4 in mixed case | killed | 3 | 0.667 |"));
}

TEST_F(MeasureTest, NamesMustBeTheSameWordsAndType) {
  write("ner/one/dev.conll",
        "Ana\tB-PER\nBrecht\tI-PER\nwent\tO\nto\tO\nParis\tB-LOC\nwith\tO\nthe\tO\nQuuxly\tB-ORG\n.\tO\n"
        "Korean\tB-NORP\n");
  write("ner/one/dev.fine.conll", "Paris\tB-LOC\n");
  write("ner/two/train.conll", "Paris\tB-LOC\n");
  write("ner/two/train.named.conll", "Paris\tB-LOC\n");
  write("ner/three/train.conll", "Paris\tB-LOC\n");
  trained_on_ = {"three/train"};
  const std::string table = measured(measure_entities);
  EXPECT_THAT(table, HasSubstr("| set | names | F1 LOC | F1 ORG | F1 PER | precision | recall | F1 |"));
  EXPECT_THAT(table, HasSubstr("| one/dev | 3 | 1.000 | 0.000 | 1.000 |"));
  EXPECT_THAT(table, HasSubstr("| two/train.named | 1 | 1.000 | – | – | 1.000 | 1.000 | 1.000 |"));
  EXPECT_THAT(table, Not(HasSubstr("fine")));
  EXPECT_THAT(table, Not(HasSubstr("| two/train |")));
  EXPECT_THAT(table, Not(HasSubstr("three"))) << "what was trained on is not measured";
  EXPECT_THAT(measured(measure_entities, "one/dev/ORG"), HasSubstr("Quuxly | Ana Brecht went to Paris"));
}

TEST_F(MeasureTest, ASourceIsFoundByItsHeadWord) {
  const std::string text = "A spokesman for the army said that 12 men died. Rain fell. The mayor said it rained.";
  const auto span = [&](std::string_view words) {
    const std::size_t begin = text.find(words);
    return R"([{"begin": )" + std::to_string(begin) + R"(, "end": )" + std::to_string(begin + words.size()) + "}]";
  };
  const auto attribution = [&](const std::string& source, std::string_view content) {
    return R"({"source": )" + source + R"(, "content": )" + span(content) + "}";
  };
  write("attribution/polnear/dev.jsonl",
        R"({"text": ")" + text + R"(", "attributions": [)" + attribution(span("spokesman"), "that 12 men died") + ", " +
            attribution(span("army"), "it rained") + ", " + attribution(span("The mayor"), "Rain fell") + ", " +
            attribution("[]", "Rain fell") + "]}\n");
  const std::string table = measured(measure_attribution);
  EXPECT_THAT(table, HasSubstr("| polnear/dev | 3 | 0.333 | 0.333 | 0.333 | 1 | 1.000 |"));
  EXPECT_THAT(table, HasSubstr("| polnear/dev/figures | 1 | 1.000 | 0.000 | 0.000 | 0 | – |"));
  EXPECT_THAT(measured(measure_attribution, "polnear/dev/other"), HasSubstr("gold: army\nfound: The mayor\n"));
  EXPECT_THAT(measured(measure_attribution, "polnear/dev/nobody"), HasSubstr("gold: The mayor\nfound: -\n"));
}

TEST_F(MeasureTest, ClaimsAreScoredASetALine) {
  write("gold.jsonl",
        R"({"doc": "one.txt", "sentence": "Police said 12 men were killed.", "figure": "12", "low": 12, "high": 12,)"
        R"( "category": "killed", "source": "Police"})"
        "\n");
  write("reports/one.txt", "Police said 12 men were killed. The fighting went on through the night.\n");
  claims_ = {{"mine", data_ / "gold.jsonl", data_ / "reports"}, {"absent", data_ / "absent.jsonl", data_}};
  EXPECT_THAT(measured(measure_claims), HasSubstr("| mine | 1 | 1 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |"));
  EXPECT_THAT(measured(measure_claims_by_category), HasSubstr("| mine | killed | 1 | 1.000 | 1.000 | 1.000 |"));
  EXPECT_THAT(log_.str(), HasSubstr("absent.jsonl"));
}

TEST_F(MeasureTest, ABadLineIsNamed) {
  write("counts/isaf/claims.jsonl", "{\"id\": \"1\"}\n");
  try {
    measured(measure_counts);
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("counts/isaf/claims.jsonl:1: "));
  }
}

/// Exit status and standard output of the program.
std::pair<int, std::string> run(const std::string& arguments) {
  FILE* const pipe = popen((AVERMENT_MEASURE " " + arguments + " 2>&1").c_str(), "r");
  std::string out;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) out += static_cast<char>(c);
  return {WEXITSTATUS(pclose(pipe)), out};
}

TEST_F(MeasureTest, TheProgramMeasuresWhatItIsAskedFor) {
  write("ner/one/dev.conll", "Ana\tB-HUMAN\nBrecht\tI-HUMAN\n");
  const std::string data = data_.string();
  const auto [status, table] = run("--what entities --label person=HUMAN " + data);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(table,
            "| set | names | F1 HUMAN | precision | recall | F1 |\n"
            "| --- | ---: | ---: | ---: | ---: | ---: |\n"
            "| one/dev | 1 | 1.000 | 1.000 | 1.000 | 1.000 |\n\n");
  EXPECT_THAT(run(data).second, HasSubstr("| set | category |")) << "everything, if nothing is asked for";
}

TEST_F(MeasureTest, TheProgramSaysWhatItDoesNotUnderstand) {
  for (const auto& [arguments, why] :
       std::map<std::string, std::string>{{"--what nothing /tmp", "--what nothing: there are claims"},
                                          {"--label person /tmp", "--label person: write TYPE=LABEL"},
                                          {"--claims gold.jsonl /tmp", "--claims gold.jsonl: write NAME:GOLD:REPORTS"},
                                          {"", "usage: measure"}}) {
    const auto [status, said] = run(arguments);
    EXPECT_EQ(status, 2) << arguments;
    EXPECT_THAT(said, HasSubstr(why));
  }
}

TEST_F(MeasureTest, OnlySoManyMissesOfTheKindAreShown) {
  std::ostringstream out;
  Misses misses(out, "a/b", 2);
  for (const char* kind : {"a/b", "a", "a/b", "a/b"}) misses.add(kind, [&] { return std::string(kind) + "!"; });
  EXPECT_EQ(out.str(), "a/b!\na/b!\n");
}

}  // namespace
}  // namespace averment::evaluation
