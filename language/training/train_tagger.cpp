// Trains the tagger on corpora whose names are marked, and says how well it does: see README.md beside it.
#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "averment/error.hpp"
#include "language/training/tagger_trial.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;

struct Corpus {
  std::string name;
  std::vector<const char*> files;
  CorpusUse use;
};

/// In the order in which they are learnt from.
const std::vector<Corpus> corpora = {
    {"gmb", {"gmb/train.fine.conll"}, {.mended = true, .by_machine = true}},
    {"re3d", {"re3d/train.named.fine.conll"}, {}},
    {"wikigold", {"wikigold/train.conll"}, {}},
    {"crossner",
     {"crossner_politics/train.fine.conll", "crossner_politics/dev.fine.conll", "crossner_politics/test.fine.conll"},
     {}},
    {"uner", {"uner_ewt/dev.conll", "uner_ewt/test.conll"}, {}},
    {"wnut17", {"wnut17/train.conll", "wnut17/dev.conll", "wnut17/test.conll"}, {}},
    {"btc", {"btc/a.conll", "btc/b.conll", "btc/e.conll", "btc/f.conll", "btc/g.conll", "btc/h.conll"}, {}},
};

struct Choices {
  fs::path data, out, model, test;
  std::vector<std::string> without;
  std::string finders = "both", misses;
  TrainingOptions training;
};

std::vector<LabeledReport> read(const TaggerTrial& trial, const fs::path& data, const Corpus& corpus) {
  std::vector<LabeledSentence> sentences;
  for (const char* file : corpus.files) {
    std::vector<LabeledSentence> more = read_conll(data / file);
    sentences.insert(sentences.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return trial.prepare(std::move(sentences), corpus.use);
}

bool leaves_out(const Choices& choices, const Corpus& corpus) {
  return std::find(choices.without.begin(), choices.without.end(), corpus.name) != choices.without.end();
}

TaggerModel train(const TaggerTrial& trial, const Choices& choices) {
  std::vector<Example> examples;
  std::mt19937_64 random(choices.training.seed);
  for (const Corpus& corpus : corpora)
    if (!leaves_out(choices, corpus)) trial.add_varied(read(trial, choices.data, corpus), random, examples);
  return train_perceptron(examples, choices.training, [](int epoch, std::size_t wrong, std::size_t windows) {
    std::fprintf(stderr, "epoch %d: %zu of %zu stretches wrong\n", epoch, wrong, windows);
  });
}

TaggerModel load(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError("cannot read the model " + path.string() + ": check that it exists and is readable");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return TaggerModel(std::string_view(bytes));
}

void save(const TaggerModel& model, const fs::path& path) {
  std::ofstream out(path, std::ios::binary);
  out << model.write();
  if (!out.flush()) throw InputError("cannot write the model " + path.string());
  std::fprintf(stderr, "%s: %zu features\n", path.c_str(), model.size());
}

void print(const std::string& set, const Scores& scores) {
  const auto score = [&scores](const char* label) {
    const auto found = scores.find(label);
    return found == scores.end() ? Score{} : found->second;
  };
  std::printf("| %s | %zu |", set.c_str(), score("all").gold);
  for (const char* label : {"PER", "ORG", "LOC"}) std::printf(" %.3f |", score(label).f1());
  std::printf(" %.3f | %.3f | %.3f |\n", score("all").precision(), score("all").recall(), score("all").f1());
  std::fflush(stdout);
}

/// On what it has not learnt from.
void evaluate(const TaggerTrial& trial, const Choices& choices, const TaggerModel* model) {
  const Finders finders = choices.finders == "rules"    ? Finders::rules
                          : choices.finders == "tagger" ? Finders::tagger
                                                        : Finders::both;
  const auto measure = [&](const std::string& set, const std::vector<LabeledReport>& reports) {
    print(set, trial.evaluate(reports, model, finders, choices.misses == set));
  };
  std::printf("| set | names | F1 PER | F1 ORG | F1 LOC | precision | recall | F1 |\n");
  std::printf("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
  const fs::path dev = choices.data / "gmb/dev.fine.conll";
  if (fs::exists(dev)) measure("gmb dev", trial.prepare(read_conll(dev), corpora.front().use));
  for (const Corpus& corpus : corpora)
    if (leaves_out(choices, corpus)) measure(corpus.name, read(trial, choices.data, corpus));
  if (choices.test.empty()) return;
  const std::vector<LabeledReport> reports = trial.prepare(read_conll(choices.test), {.mended = false});
  measure("test", reports);
  std::vector<LabeledReport> capitals;
  for (const LabeledReport& report : reports) capitals.push_back(in_capitals(report));
  measure("test in capitals", capitals);
}

int run(int count, const char* const* arguments) {
  namespace po = boost::program_options;
  Choices choices;
  po::options_description options("train-tagger --data FOLDER [OPTION]...");
  // clang-format off
  options.add_options()
      ("help", "say this")
      ("data", po::value(&choices.data)->required(), "folder of the corpora, as README.md names them")
      ("out", po::value(&choices.out), "write the model there")
      ("model", po::value(&choices.model), "evaluate this one, train none")
      ("without", po::value(&choices.without)->multitoken(), "corpora to learn nothing from, and to be measured on")
      ("test", po::value(&choices.test), "measure on this CoNLL file too, and on it in capitals")
      ("finders", po::value(&choices.finders), "measure rules, tagger or both together")
      ("misses", po::value(&choices.misses), "print each wrong (+) and missing (-) name of this set")
      ("seed", po::value(&choices.training.seed), "of the order of examples and of what is varied")
      ("epochs", po::value(&choices.training.epochs), "times that all examples are gone through")
      ("dropout", po::value(&choices.training.dropout), "share of features hidden at each look")
      ("features", po::value(&choices.training.most_features), "how many are kept");
  // clang-format on
  po::variables_map values;
  po::store(po::parse_command_line(count, arguments, options), values);
  if (values.count("help")) {
    std::cout << options;
    return 0;
  }
  po::notify(values);

  const TaggerTrial trial;
  std::optional<TaggerModel> model;
  if (choices.finders != "rules") model = choices.model.empty() ? train(trial, choices) : load(choices.model);
  evaluate(trial, choices, model ? &*model : nullptr);
  if (model && !choices.out.empty()) save(*model, choices.out);
  return 0;
}

}  // namespace
}  // namespace averment

int main(int count, char** arguments) {
  try {
    return averment::run(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << "train-tagger: " << error.what() << "\n";
    return 1;
  }
}
