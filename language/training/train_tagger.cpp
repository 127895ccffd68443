// Trains the tagger on corpora whose names are marked, and says how well it does: see README.md beside it.
#include <boost/program_options.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "language/knowledge_files.hpp"
#include "language/name_merger.hpp"
#include "language/names.hpp"
#include "language/tokenizer.hpp"
#include "language/training/label_repair.hpp"
#include "language/training/labeled_report.hpp"
#include "language/training/perceptron.hpp"

namespace averment {
namespace {

struct Corpus {
  const char* name;
  std::vector<const char*> files;
  bool by_machine = false;
};

const std::vector<Corpus> corpora = {
    {"gmb", {"gmb/train.fine.conll"}, true},
    {"re3d", {"re3d/train.named.fine.conll"}},
    {"wikigold", {"wikigold/train.conll"}},
    {"crossner",
     {"crossner_politics/train.fine.conll", "crossner_politics/dev.fine.conll", "crossner_politics/test.fine.conll"}},
    {"uner", {"uner_ewt/dev.conll", "uner_ewt/test.conll"}},
    {"wnut17", {"wnut17/train.conll", "wnut17/dev.conll", "wnut17/test.conll"}},
    {"btc", {"btc/a.conll", "btc/b.conll", "btc/e.conll", "btc/f.conll", "btc/g.conll", "btc/h.conll"}},
};

struct Score {
  std::size_t right = 0, found = 0, gold = 0;
  double f1() const { return found + gold ? 2.0 * static_cast<double>(right) / static_cast<double>(found + gold) : 0; }
};

using Scores = std::map<std::string, Score>;

class Program {
 public:
  Program(std::filesystem::path folder, std::set<std::string> skip)
      : folder_(std::move(folder)), skip_(std::move(skip)) {}

  std::vector<LabeledReport> read(const Corpus& corpus) const {
    std::vector<LabeledSentence> sentences;
    for (const char* file : corpus.files) {
      std::vector<LabeledSentence> more = read_conll(folder_ / file);
      sentences.insert(sentences.end(), more.begin(), more.end());
    }
    return prepare(std::move(sentences), corpus.by_machine);
  }

  std::vector<LabeledReport> prepare(std::vector<LabeledSentence> sentences, bool by_machine,
                                     bool repair = true) const {
    std::erase_if(sentences, [](const LabeledSentence& sentence) {
      for (const std::string& word : sentence.words)
        if (word == "@" || word == "RT") return true;
      return false;
    });
    if (repair) repair_labels(sentences, words_, aliases_.gazetteer());
    if (by_machine) make_labels_agree(sentences, words_, aliases_.gazetteer());
    return make_reports(sentences);
  }

  void add_examples(const LabeledReport& report, std::vector<Example>& examples) const {
    const Text text = tokenizer_.tokenize(report.text);
    const TextWords words(text, words_);
    WordForms forms;
    const TokenFeatures features(text, words, finder_.find(text, words), aliases_.gazetteer(), forms);
    const std::vector<TaggerLabel> labels = gold_labels(report, text);
    FeatureList found;
    for (const TokenWindow window : features.windows()) {
      Example example;
      const TokenWindow sentence = features.sentence(window.first);
      for (std::uint32_t token = window.first; token < window.last; ++token) {
        found.clear();
        for (std::size_t place = 0; place < places; ++place)
          TokenFeatures::add_word(features.form(token, sentence, static_cast<Place>(place)), static_cast<Place>(place),
                                  found);
        features.add_surroundings(token, sentence, found);
        example.features.insert(example.features.end(), found.begin(), found.end());
        example.ends.push_back(static_cast<std::uint32_t>(example.features.size()));
        example.labels.push_back(labels[token]);
      }
      make_legal(example.labels);
      examples.push_back(std::move(example));
    }
  }

  Scores evaluate(const std::vector<LabeledReport>& reports, const TaggerModel* model, bool errors = false) const {
    Scores scores;
    TaggerMemory memory;
    for (const LabeledReport& report : reports) {
      const Text text = tokenizer_.tokenize(report.text);
      const TextWords words(text, words_);
      const std::vector<FoundName> rules = finder_.find(text, words);
      std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> found, gold;
      if (model) {
        const TokenFeatures features(text, words, rules, aliases_.gazetteer(), memory.forms);
        const std::vector<TaggedName> tagged = tag_names(features, *model, memory);
        if (alone)
          for (const TaggedName& name : tagged) add(found, text.span(name.first, name.last), name.type);
        else
          for (const FoundName& name : merge_names(text, words, rules, tagged))
            add(found, text.span(name.first, name.last), static_cast<TaggedType>(name.type));
      } else {
        for (const FoundName& name : rules)
          add(found, text.span(name.first, name.last), static_cast<TaggedType>(name.type));
      }
      for (const MarkedName& name : report.names) add(gold, name.span, name.type);
      for (const auto& name : found) {
        ++scores[std::get<2>(name)].found;
        scores[std::get<2>(name)].right += gold.count(name);
        if (errors && !gold.count(name)) show("+", report.text, name);
      }
      for (const auto& name : gold) {
        ++scores[std::get<2>(name)].gold;
        if (errors && !found.count(name)) show("-", report.text, name);
      }
    }
    Score all;
    for (const char* type : {"PER", "ORG", "LOC"}) {
      all.right += scores[type].right;
      all.found += scores[type].found;
      all.gold += scores[type].gold;
    }
    scores["all"] = all;
    return scores;
  }

  bool alone = false;  ///< Score what the tagger says by itself.

  bool skips(const std::string& name) const { return skip_.count(name) > 0; }

 private:
  static const char* label(TaggedType type) {
    constexpr const char* labels[] = {"PER", "ORG", "LOC", "ORG", "NORP", "EVENT", "OTHER"};
    return labels[static_cast<std::size_t>(type)];
  }
  static void add(std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>>& names, Span span, TaggedType type) {
    names.emplace(span.begin, span.end, label(type));
  }
  static void show(const char* sign, const std::string& text,
                   const std::tuple<std::uint32_t, std::uint32_t, std::string>& name) {
    const auto [begin, end, type] = name;
    std::string before = text.substr(begin < 40 ? 0 : begin - 40, std::min(begin, 40u)), behind = text.substr(end, 30);
    for (char& c : before) c = c == '\n' ? ' ' : c;
    for (char& c : behind) c = c == '\n' ? ' ' : c;
    std::cout << sign << " " << type << "\t" << before << "[" << text.substr(begin, end - begin) << "]" << behind
              << "\n";
  }

  std::vector<TaggerLabel> gold_labels(const LabeledReport& report, const Text& text) const {
    std::vector<TaggerLabel> labels(text.tokens.size(), outside_label);
    std::uint32_t token = 0;
    for (const MarkedName& name : report.names) {
      while (token < text.tokens.size() && text.tokens[token].span.end <= name.span.begin) ++token;
      const std::uint32_t first = token;
      while (token < text.tokens.size() && text.tokens[token].span.begin < name.span.end) ++token;
      if (token == first) continue;
      for (std::uint32_t at = first; at < token; ++at) {
        const bool begins = at == first, ends = at + 1 == token;
        labels[at] = label_of(name.type, begins && ends ? Bilou::unit
                                         : begins       ? Bilou::begin
                                         : ends         ? Bilou::last
                                                        : Bilou::inside);
      }
    }
    return labels;
  }

  /// A name that the window cuts is none.
  static void make_legal(std::vector<TaggerLabel>& labels) {
    for (std::size_t at = 0; at < labels.size();) {
      if (labels[at] == outside_label) {
        ++at;
        continue;
      }
      std::size_t last = at;
      while (last + 1 < labels.size() && is_open(labels[last]) && may_follow(labels[last], labels[last + 1])) ++last;
      if (is_open(labels[last]) || continues(labels[at]))
        for (std::size_t drop = at; drop <= last; ++drop) labels[drop] = outside_label;
      at = last + 1;
    }
  }

  std::filesystem::path folder_;
  std::set<std::string> skip_;
  KnowledgeFiles files_;
  Tokenizer tokenizer_{files_};
  Aliases aliases_{files_};
  NameWords words_{files_};
  NameFinder finder_{words_, aliases_.gazetteer()};
};

void print(const std::string& name, Scores scores) {
  std::printf("%-22s", name.c_str());
  for (const char* type : {"all", "PER", "ORG", "LOC", "NORP", "EVENT"}) {
    const Score& score = scores[type];
    std::printf("  %s %.3f", type, score.f1());
    if (std::string(type) == "all")
      std::printf(" (P %.3f R %.3f)", score.found ? double(score.right) / double(score.found) : 0.0,
                  score.gold ? double(score.right) / double(score.gold) : 0.0);
  }
  std::printf("\n");
  std::fflush(stdout);
}

int run(int count, const char* const* arguments) {
  namespace options = boost::program_options;
  options::options_description described;
  TrainingOptions training;
  std::string folder, out, errors, test, load;
  std::vector<std::string> without;
  bool rules = false, alone = false, capitals = true, wire = true;
  described.add_options()("data", options::value(&folder)->required())("out", options::value(&out))(
      "without", options::value(&without)->multitoken())("seed", options::value(&training.seed))(
      "epochs", options::value(&training.epochs))("features", options::value(&training.most_features))(
      "least", options::value(&training.least_uses))("errors", options::value(&errors))("test", options::value(&test))(
      "dropout", options::value(&training.dropout))("alone", options::bool_switch(&alone))(
      "rules", options::bool_switch(&rules))("model", options::value(&load));
  options::variables_map values;
  options::store(options::parse_command_line(count, arguments, described), values);
  options::notify(values);

  Program program(folder, {without.begin(), without.end()});
  program.alone = alone;
  std::optional<TaggerModel> model;
  if (!load.empty()) {
    std::ifstream in(load, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto begin = std::chrono::steady_clock::now();
    model.emplace(std::string_view(bytes));
    std::fprintf(stderr, "loaded in %.0f ms\n",
                 std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  } else if (!rules) {
    std::vector<Example> examples;
    std::mt19937_64 random(training.seed);
    for (const Corpus& corpus : corpora) {
      if (program.skips(corpus.name)) continue;
      for (const LabeledReport& report : program.read(corpus)) {
        const LabeledReport wired = wire && random() % 2 ? as_wire(report, random) : report;
        program.add_examples(wired, examples);
        if (capitals && random() % 3 == 0) program.add_examples(in_capitals(wired), examples);
      }
    }
    model = train_perceptron(examples, training);
  }
  const TaggerModel* use = model ? &*model : nullptr;
  print("gmb dev repaired",
        program.evaluate(program.prepare(read_conll(folder + "/gmb/dev.fine.conll"), true), use, errors == "gmb"));
  print("gmb dev mapped", program.evaluate(program.prepare(read_conll(folder + "/gmb/dev.conll"), false, false), use));
  for (const Corpus& corpus : corpora) {
    if (std::string(corpus.name) == "gmb" || !(program.skips(corpus.name) || rules)) continue;
    print(std::string(corpus.name), program.evaluate(program.read(corpus), use, errors == corpus.name));
  }
  if (!test.empty()) {
    const auto reports = program.prepare(read_conll(test), false, false);
    print("test", program.evaluate(reports, use, errors == "test"));
    std::vector<LabeledReport> upper;
    for (const LabeledReport& report : reports) upper.push_back(in_capitals(report));
    print("test in capitals", program.evaluate(upper, use));
  }
  if (!out.empty()) {
    std::ofstream file(out, std::ios::binary);
    file << model->write();
    std::fprintf(stderr, "%s: %zu features\n", out.c_str(), model->size());
  }
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
