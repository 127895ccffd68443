// The program around an engine: what it is asked on the command line, and what it prints.
#include "bench/engines/engine.hpp"

#include <time.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "bench/memory_in_use.hpp"

namespace averment::bench {
namespace {

using Json = nlohmann::ordered_json;  // Stages stay in their order.
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr double megabyte = 1e6;
constexpr std::size_t least_warming_rounds = 2;
constexpr double default_warming_seconds = 10;

constexpr const char* usage = R"(ENGINE COMMAND, which prints JSON Lines:
  index REPORTS.jsonl DIR [--threads N] [--text-only] [--dry-run]
  add REPORTS.jsonl DIR [--commit-each]     to an index that is there; until a new reader sees them
  search DIR QUERIES.jsonl [--repetitions R] [--warming SECONDS]
  compact DIR
)";

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

double megabytes_in(const fs::path& directory) {
  double bytes = 0;
  if (fs::exists(directory))
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory))
      if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  return bytes / megabyte;
}

/// Options behind the command; what is no option stays in order.
struct Arguments {
  std::vector<std::string> paths;
  std::size_t repetitions = 5;
  double warming_seconds = default_warming_seconds;
  IndexTask task;
};

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto number = [&] {
      if (++i == argc) throw std::invalid_argument(argument + " needs a number");
      return std::stoul(argv[i]);
    };
    if (argument == "--threads")
      arguments.task.threads = static_cast<unsigned>(number());
    else if (argument == "--repetitions")
      arguments.repetitions = std::max<std::size_t>(number(), 1);
    else if (argument == "--warming")
      arguments.warming_seconds = static_cast<double>(number());
    else if (argument == "--text-only")
      arguments.task.text_only = true;
    else if (argument == "--dry-run")
      arguments.task.dry_run = true;
    else if (argument == "--commit-each")
      arguments.task.commit_each = true;
    else if (argument.starts_with("--"))
      throw std::invalid_argument("unknown option " + argument);
    else
      arguments.paths.push_back(argument);
  }
  return arguments;
}

void print_index(const char* what, const IndexTask& task, double seconds, const Stages& stages) {
  Json of_stages = Json::object();
  for (const auto& [stage, stage_seconds] : stages.all()) of_stages[stage] = stage_seconds;
  const Json line{{"what", what},
                  {"seconds", seconds},
                  {"cpu_seconds", Stages::processor_seconds()},
                  {"peak_mb", static_cast<double>(peak_memory()) / megabyte},
                  {"index_mb", megabytes_in(task.directory)},
                  {"stages", of_stages}};
  std::cout << line.dump() << std::endl;
}

void index(Engine& engine, const IndexTask& task) {
  if (fs::exists(task.directory)) throw std::invalid_argument(task.directory.string() + " is there already");
  Stages stages;
  const Clock::time_point start = Clock::now();
  engine.index(task, stages);
  print_index("index", task, seconds_since(start), stages);
}

/// Until a reader that opens the index finds the last of the reports.
void add(Engine& engine, const IndexTask& task) {
  std::string last;
  each_report(task.reports, [&](const NewsReport& report) { last = report.id; });
  engine.open(task.directory);
  if (engine.has(last)) throw std::invalid_argument("report " + last + " is in the index already");
  Stages stages;
  const Clock::time_point start = Clock::now();
  engine.index(task, stages);
  engine.open(task.directory);
  const bool has_last = engine.has(last);
  const double seconds = seconds_since(start);
  if (!has_last) throw std::runtime_error("report " + last + " did not come in");
  print_index("add", task, seconds, stages);
}

std::vector<SearchTask> read_queries(const fs::path& jsonl) {
  std::ifstream lines(jsonl);
  if (!lines) throw std::runtime_error("cannot read " + jsonl.string());
  std::vector<SearchTask> tasks;
  for (std::string line; std::getline(lines, line);) {
    const Json query = Json::parse(line);
    SearchTask& task = tasks.emplace_back();
    task.query_class = query.at("class");
    task.kind = query.at("kind");
    task.words = query.at("words").get<std::vector<std::string>>();
    task.first = query.value("first", "");
    task.last = query.value("last", "");
    task.by_date = query.value("by_date", false);
    task.facets = query.value("facets", false);
    task.snippets = query.value("snippets", false);
    task.exact = query.value("exact", true);
    task.limit = query.value("limit", 10u);
  }
  return tasks;
}

void print_query(const SearchTask& task, const Found& found, double first, const std::vector<double>& milliseconds) {
  Json line{{"what", "query"},    {"class", task.query_class}, {"first_ms", first},
            {"ms", milliseconds}, {"matches", found.matches},  {"hits", found.hits}};
  if (task.snippets) line["snippets"] = found.snippets;
  if (task.facets) line["counted"] = {found.counted_outlets, found.counted_months};
  std::cout << line.dump() << '\n';
}

/// Rounds over all queries, so that each meets the caches as other queries leave them.
void search(Engine& engine, const fs::path& directory, const fs::path& queries, const Arguments& arguments) {
  const std::vector<SearchTask> tasks = read_queries(queries);
  engine.open(directory);
  std::vector<Found> found(tasks.size());
  const auto all_timed = [&](const std::function<void(std::size_t, double)>& take) {
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const Clock::time_point before = Clock::now();
      found[i] = engine.search(tasks[i]);
      take(i, seconds_since(before) * 1000);
    }
  };
  const Clock::time_point start = Clock::now();
  std::vector<double> first(tasks.size());
  all_timed([&](std::size_t i, double time) { first[i] = time; });
  for (std::size_t round = 1; round < least_warming_rounds || seconds_since(start) < arguments.warming_seconds; ++round)
    for (const SearchTask& task : tasks) engine.search(task);
  std::vector<std::vector<double>> milliseconds(tasks.size());
  for (std::size_t round = 0; round < arguments.repetitions; ++round)
    all_timed([&](std::size_t i, double time) { milliseconds[i].push_back(time); });
  for (std::size_t i = 0; i < tasks.size(); ++i) print_query(tasks[i], found[i], first[i], milliseconds[i]);
  std::cout << Json{{"what", "search"}, {"peak_mb", static_cast<double>(peak_memory()) / megabyte}}.dump() << '\n';
}

void compact(Engine& engine, const fs::path& directory) {
  const Clock::time_point start = Clock::now();
  engine.compact(directory);
  const double seconds = seconds_since(start);
  std::cout << Json{{"what", "compact"}, {"seconds", seconds}, {"index_mb", megabytes_in(directory)}}.dump() << '\n';
}

void run_command(Engine& engine, const std::string& command, Arguments arguments) {
  if (arguments.paths.size() != (command == "compact" ? 1 : 2)) throw std::invalid_argument(usage);
  const fs::path one = arguments.paths.front(), other = arguments.paths.back();
  arguments.task.reports = one;
  arguments.task.directory = other;
  if (command == "index") return index(engine, arguments.task);
  if (command == "add") return add(engine, arguments.task);
  if (command == "search") return search(engine, one, other, arguments);
  if (command == "compact") return compact(engine, one);
  throw std::invalid_argument(usage);
}

}  // namespace

double& Stages::of(std::string_view stage) {
  const auto found =
      std::find_if(stages_.begin(), stages_.end(), [&](const Stage& begun) { return begun.first == stage; });
  return found == stages_.end() ? stages_.emplace_back(stage, 0).second : found->second;
}

double Stages::processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void each_report(const fs::path& jsonl, const std::function<void(const NewsReport&)>& visit) {
  std::ifstream lines(jsonl);
  if (!lines) throw std::runtime_error("cannot read " + jsonl.string());
  for (std::string line; std::getline(lines, line);) {
    const Json json = Json::parse(line);
    visit({json.at("id"), json.at("outlet"), json.at("title"), json.at("text"), json.at("published")});
  }
}

int run(Engine& engine, int argc, char** argv) {
  try {
    run_command(engine, argc > 1 ? argv[1] : "", parse(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
  return 0;
}

}  // namespace averment::bench
