// How fast reports are analyzed: megabytes of text a second on one core, each stage's share, and the memory.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <time.h>

#include <iostream>
#include <map>
#include <stdexcept>

#include "bench/analysis_stages.hpp"
#include "bench/memory_in_use.hpp"
#include "bench/timed_reports.hpp"

namespace averment::bench {
namespace {

constexpr double megabyte = 1e6;
constexpr std::size_t least_bytes = 4'000'000;  // The bundled corpus is too short to tell whether memory grows.
constexpr std::string_view whole = "whole analysis";

struct MemoryGrowth {
  std::size_t after_a_tenth = 0, at_the_end = 0;  ///< Peaks, in bytes.
};

MemoryGrowth measure_memory(const TimedReports& timed, ReportAnalyzer& analyzer) {
  MemoryGrowth growth;
  forget_peak();
  for (std::size_t i = 0; i < timed.reports.size(); ++i) {
    if (i == timed.reports.size() / 10) growth.after_a_tenth = peak_memory();
    benchmark::DoNotOptimize(analyzer.analyze(timed.reports[i]));
  }
  growth.at_the_end = peak_memory();
  return growth;
}

/// @throws std::logic_error if the stages one by one are not what the analyzer does.
void check_stages(const TimedReports& timed, AnalysisStages& stages, ReportAnalyzer& analyzer) {
  for (std::size_t i = 0; i < std::min<std::size_t>(timed.reports.size(), 200); ++i) {
    Staged staged{timed.reports[i], {}, {}, {}, {}};
    for (const Stage& stage : analysis_stages()) (stages.*stage.run)(staged);
    const AnalyzedReport analyzed = analyzer.analyze(timed.reports[i]);
    const bool same_claims =
        std::equal(staged.claims.begin(), staged.claims.end(), analyzed.claims.begin(), analyzed.claims.end(),
                   [](const FoundClaim& found, const Claim& claim) { return found.claim == claim; });
    if (staged.words != analyzed.tokens || staged.mentions != analyzed.mentions || !same_claims)
      throw std::logic_error(
          "bench/analysis_stages.cpp no longer does what language/report_analyzer.cpp does: report '" +
          timed.reports[i].id + "' comes out otherwise");
  }
}

/// Of this thread: what others do on the machine is not counted.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// One stage after the other on each report, as in indexing, so that each meets the caches as the others leave them.
void run_stages(benchmark::State& state, AnalysisStages& stages, const TimedReports& timed) {
  std::vector<double> seconds(analysis_stages().size());
  for (auto _ : state) {
    for (const Report& report : timed.reports) {
      Staged staged{report, {}, {}, {}, {}};
      double before = cpu_seconds();
      for (std::size_t stage = 0; stage < seconds.size(); ++stage) {
        (stages.*analysis_stages()[stage].run)(staged);
        const double after = cpu_seconds();
        seconds[stage] += after - before;
        before = after;
      }
    }
  }
  const double megabytes = static_cast<double>(state.iterations() * timed.bytes) / megabyte;
  for (std::size_t stage = 0; stage < seconds.size(); ++stage)
    state.counters[std::string(analysis_stages()[stage].name)] = megabytes / seconds[stage];
}

void run_whole(benchmark::State& state, ReportAnalyzer& analyzer, const TimedReports& timed) {
  const double before = cpu_seconds();
  for (auto _ : state)
    for (const Report& report : timed.reports) benchmark::DoNotOptimize(analyzer.analyze(report));
  const double megabytes = static_cast<double>(state.iterations() * timed.bytes) / megabyte;
  state.counters[std::string(whole)] = megabytes / (cpu_seconds() - before);
}

/// Keeps the speeds (MB a second) that the table is made of.
class Speeds : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs)
      if (run.run_type == Run::RT_Iteration)
        for (const auto& [name, speed] : run.counters) by_name_[name].push_back(speed);
  }

  /// The median over the repetitions, MB a second; 0 where a filter left it out.
  double of(std::string_view name) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return 0;
    std::vector<double> sorted = found->second;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }

 private:
  std::map<std::string, std::vector<double>, std::less<>> by_name_;
};

void print_speed(std::string_view name, double speed, double all) {
  const std::string share = speed > 0 && all > 0 ? fmt::format("{:.1f} %", 100 * all / speed) : "-";
  std::cout << fmt::format("{:<16}{:>8.2f}{:>10}\n", name, speed, share);
}

void print_table(const TimedReports& timed, const Speeds& speeds, const MemoryGrowth& memory) {
  std::cout << fmt::format("{:<16}{:>8}{:>10}\n", "stage", "MB/s", "share");
  for (const Stage& stage : analysis_stages()) print_speed(stage.name, speeds.of(stage.name), speeds.of(whole));
  print_speed(whole, speeds.of(whole), speeds.of(whole));
  std::cout << fmt::format(
      "\n{:.1f} MB of text in {} reports\n"
      "memory at its peak: {:.1f} MB after a tenth of the reports, {:.1f} MB at the end (all the texts included)\n",
      static_cast<double>(timed.bytes) / megabyte, timed.reports.size(),
      static_cast<double>(memory.after_a_tenth) / megabyte, static_cast<double>(memory.at_the_end) / megabyte);
}

void measure(const std::vector<std::string>& paths) {
  const TimedReports timed = read_timed_reports(paths, least_bytes);
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge();
  ReportAnalyzer analyzer(knowledge);
  const MemoryGrowth memory = measure_memory(timed, analyzer);
  AnalysisStages stages(*knowledge);
  check_stages(timed, stages, analyzer);
  benchmark::RegisterBenchmark("stages", [&](benchmark::State& state) { run_stages(state, stages, timed); });
  benchmark::RegisterBenchmark("whole", [&](benchmark::State& state) { run_whole(state, analyzer, timed); });
  Speeds speeds;
  benchmark::RunSpecifiedBenchmarks(&speeds);
  print_table(timed, speeds, memory);
}

}  // namespace
}  // namespace averment::bench

int main(int argc, char** argv) {
  // What the user gives comes later, and wins. Repetitions take turns, so that a busy moment meets both.
  std::vector<std::string> defaults{argv[0], "--benchmark_repetitions=3",
                                    "--benchmark_enable_random_interleaving=true"};
  std::vector<char*> arguments;
  for (std::string& one : defaults) arguments.push_back(one.data());
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  auto count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  std::vector<std::string> paths(arguments.begin() + 1, arguments.begin() + count);
  if (paths.empty()) paths.emplace_back(AVERMENT_SOURCE_DIR "/corpus/reports");
  try {
    averment::bench::measure(paths);
  } catch (const std::exception& error) {
    std::cerr << "analysis_bench: " << error.what() << '\n';
    return 2;
  }
}
