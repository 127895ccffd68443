// The program behind tools/measure_reading: measures, and prints tables for docs/reading.md.
#include "evaluation/measure.hpp"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <iostream>

#include "averment/error.hpp"

namespace averment::evaluation {
namespace {

namespace po = boost::program_options;
using Values = std::vector<std::string>;

struct Measurement {
  std::string_view name;
  void (*measure)(const Measuring&);
};

constexpr Measurement measurements[] = {{"claims", measure_claims},
                                        {"categories", measure_claims_by_category},
                                        {"entities", measure_entities},
                                        {"counts", measure_counts},
                                        {"attribution", measure_attribution}};

struct Options {
  std::string data, misses, lexicons;
  std::size_t most = 0;
  Values what, labels, trained_on, claims;
};

const Values all_labels{"person=PER", "organization=ORG", "unit=ORG", "place=LOC"};

po::options_description described(Options& options) {
  po::options_description description("usage: measure [OPTION]... DATA_DIR");
  const auto texts = [](Values& values) { return po::value(&values)->composing(); };
  auto add = description.add_options();
  add("data", po::value(&options.data), "the folder of the unpacked archive");
  add("what", texts(options.what), "claims, categories, entities, counts or attribution; default: all");
  add("claims", texts(options.claims), "NAME:GOLD:REPORTS: gold claims and the reports that they were read in");
  add("misses", po::value(&options.misses),
      "show misses of a kind, and no tables: muc4/killed, gmb/dev/ORG, spurious/gmb/dev/ORG, polnear/dev/nobody,"
      " polnear/dev/other, polnear/train/figures/other");
  add("most", po::value(&options.most)->default_value(20), "how many misses");
  add("lexicons", po::value(&options.lexicons), "files in this folder extend or replace the built-in lexicons");
  add("label", texts(options.labels),
      "TYPE=LABEL: what the sets of names call a type; default: person=PER,"
      " organization=ORG, unit=ORG, place=LOC");
  add("trained-on", texts(options.trained_on), "a set of names that the tagger was trained on: it is left out");
  add("help", "");
  return description;
}

std::map<EntityType, std::string> to_labels(const Values& pairs) {
  std::map<EntityType, std::string> labels;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    const std::optional<EntityType> type = entity_type(pair.substr(0, equals));
    if (equals == pair.npos || !type) throw InputError(fmt::format("--label {}: write TYPE=LABEL", pair));
    labels[*type] = pair.substr(equals + 1);
  }
  return labels;
}

ClaimSet to_claim_set(const std::string& value) {
  const std::size_t first = value.find(':'), second = value.find(':', first + 1);
  if (first == value.npos || second == value.npos)
    throw InputError(fmt::format("--claims {}: write NAME:GOLD:REPORTS", value));
  return {value.substr(0, first), value.substr(first + 1, second - first - 1), value.substr(second + 1)};
}

bool is_asked_for(const Measurement& one, const Options& options) {
  return options.what.empty() || std::find(options.what.begin(), options.what.end(), one.name) != options.what.end();
}

void expect_known(const Values& what) {
  for (const std::string& name : what)
    if (std::none_of(std::begin(measurements), std::end(measurements),
                     [&](const Measurement& one) { return one.name == name; }))
      throw InputError(fmt::format("--what {}: there are claims, categories, entities, counts, attribution", name));
}

void measure(const Options& options) {
  expect_known(options.what);
  const TextReader reader(options.lexicons);
  Misses misses(std::cout, options.misses, options.most);
  std::ostream nowhere(nullptr);
  std::ostream& tables = options.misses.empty() ? std::cout : nowhere;
  Measuring measuring{reader, options.lexicons, options.data, tables, std::cerr, misses, {}, options.trained_on, {}};
  measuring.labels = to_labels(options.labels.empty() ? all_labels : options.labels);
  for (const std::string& value : options.claims) measuring.claims.push_back(to_claim_set(value));
  for (const Measurement& one : measurements) {
    if (!is_asked_for(one, options)) continue;
    one.measure(measuring);
    tables << '\n' << std::flush;
  }
}

int run(int argc, char** argv) {
  Options options;
  const po::options_description description = described(options);
  po::positional_options_description positions;
  positions.add("data", 1);
  po::variables_map given;
  po::store(po::command_line_parser(argc, argv).options(description).positional(positions).run(), given);
  po::notify(given);
  if (given.contains("help") || options.data.empty()) {
    (given.contains("help") ? std::cout : std::cerr) << description;
    return given.contains("help") ? 0 : 2;
  }
  measure(options);
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
