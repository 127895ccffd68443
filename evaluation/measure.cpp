// The program behind tools/measure_reading: measures and prints tables for docs/reading.md.
#include "evaluation/measure.hpp"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <fstream>
#include <iostream>

#include "averment/error.hpp"

namespace averment::evaluation {

void Misses::add(std::string_view kind, const std::function<std::string()>& describe) {
  if (kind != kind_ || shown_ == most_) return;
  ++shown_;
  out_ << describe() << '\n';
}

Table::Table(std::ostream& out, const std::vector<std::string>& columns, std::size_t text_columns) : out_(out) {
  row(columns);
  std::vector<std::string> marks;
  for (std::size_t i = 0; i < columns.size(); ++i) marks.emplace_back(i < text_columns ? "---" : "---:");
  row(marks);
}

void Table::row(const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) out_ << "| " << cell << ' ';
  out_ << "|\n";
}

std::string rate(std::size_t hits, std::size_t of) {
  return of == 0 ? "–" : fmt::format("{:.3f}", static_cast<double>(hits) / static_cast<double>(of));
}

std::vector<std::string> rates(std::size_t hits, std::size_t found, std::size_t gold) {
  return {rate(hits, found), rate(hits, gold), rate(2 * hits, found + gold)};
}

void each_json_line(const std::filesystem::path& path, const std::function<void(const Json&)>& take) {
  std::ifstream in(path);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    try {
      take(Json::parse(line));
    } catch (const Json::exception& error) {
      throw InputError(fmt::format("{}:{}: {}", path.string(), number, error.what()));
    }
  }
}

bool is_there(const Measuring& measuring, const std::filesystem::path& path) {
  if (std::filesystem::exists(path)) return true;
  measuring.log << fmt::format("measure: left out, because it is not there: {}\n", path.string());
  return false;
}

namespace {

namespace po = boost::program_options;

/// "person=PER".
std::map<EntityType, std::string> to_labels(const std::vector<std::string>& pairs) {
  std::map<EntityType, std::string> labels;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    const std::optional<EntityType> type = entity_type(pair.substr(0, equals));
    if (equals == pair.npos || !type) throw InputError(fmt::format("--label {}: write TYPE=LABEL", pair));
    labels[*type] = pair.substr(equals + 1);
  }
  return labels;
}

po::options_description all_options(std::string& data, std::vector<std::string>& what, std::string& misses,
                                    std::size_t& most, std::string& lexicons, std::vector<std::string>& labels,
                                    std::vector<std::string>& trained_on) {
  using Values = std::vector<std::string>;
  po::options_description options("usage: measure DATA_DIR [OPTION]...");
  auto add = options.add_options();
  add("data", po::value(&data), "the folder of the unpacked archive");
  add("what", po::value(&what)->default_value(Values{"entities", "counts", "attribution"}, "all"),
      "entities, counts, attribution");
  add("misses", po::value(&misses),
      "show misses of a kind, and no tables: muc4/killed, gmb/dev/ORG,"
      " spurious/gmb/dev/ORG, polnear/dev/nobody, polnear/dev/other,"
      " polnear/train/figures/other");
  add("most", po::value(&most)->default_value(20), "how many");
  add("lexicons", po::value(&lexicons), "files in this folder extend or replace the built-in lexicons");
  add("label",
      po::value(&labels)->default_value(Values{"person=PER", "organization=ORG", "unit=ORG", "place=LOC"},
                                        "PER, ORG, LOC"),
      "TYPE=LABEL: what the sets of names call a type");
  add("trained-on", po::value(&trained_on), "a set of names that the tagger was trained on: left out");
  add("help", "");
  return options;
}

int run(int argc, char** argv) {
  std::string data, kind, lexicons;
  std::size_t most = 0;
  std::vector<std::string> what, labels, trained_on;
  const po::options_description options = all_options(data, what, kind, most, lexicons, labels, trained_on);
  po::positional_options_description positions;
  positions.add("data", 1);
  po::variables_map given;
  po::store(po::command_line_parser(argc, argv).options(options).positional(positions).run(), given);
  po::notify(given);
  if (given.contains("help") || data.empty()) {
    std::cout << options;
    return given.contains("help") ? 0 : 2;
  }
  const TextReader reader(lexicons);
  Misses misses(std::cout, kind, most);
  std::ostream nowhere(nullptr);
  std::ostream& tables = kind.empty() ? std::cout : nowhere;
  const Measuring measuring{reader, data, tables, std::cerr, misses, to_labels(labels), trained_on};
  for (const std::string& one : what) {
    if (one == "entities")
      measure_entities(measuring);
    else if (one == "counts")
      measure_counts(measuring);
    else if (one == "attribution")
      measure_attribution(measuring);
    else
      throw InputError(fmt::format("--what {}: entities, counts and attribution can be measured", one));
    tables << '\n' << std::flush;
  }
  return 0;
}

}  // namespace
}  // namespace averment::evaluation

int main(int argc, char** argv) {
  try {
    return averment::evaluation::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "measure: " << error.what() << '\n';
    return 2;
  }
}
