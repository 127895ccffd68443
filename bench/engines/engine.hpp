// What every search engine is asked to do here, so that all do the same work.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace averment::bench {

struct NewsReport {
  std::string id, outlet, title, text;
  std::string published;  ///< YYYY-MM-DD

  std::string month() const { return published.substr(0, 7); }
};

/// JSON Lines as make_reports.py writes them. @throws std::runtime_error
void each_report(const std::filesystem::path& jsonl, const std::function<void(const NewsReport&)>& visit);

struct IndexTask {
  std::filesystem::path reports, directory;
  unsigned threads = 1;
  bool commit_each = false;  ///< Each report is committed before the next one is read.
  bool text_only = false;    ///< No names, no claims.
  bool dry_run = false;      ///< Read and analyze, write nothing.
};

/// As make_queries.py draws them.
struct SearchTask {
  std::string query_class;
  std::string kind;  ///< term, all_of, any_of, phrase, prefix; averment alone: claims_by_source
  std::vector<std::string> words;
  std::string first, last;  ///< Days, inclusive; empty: any.
  bool by_date = false;     ///< The latest first; else by relevance.
  bool facets = false;      ///< Outlets and months are counted over all that matches.
  bool snippets = false;    ///< Of each hit.
  bool exact = true;        ///< The number of all matches is wanted.
  std::uint32_t limit = 10;
};

/// What was found, and what proves that the work was done.
struct Found {
  std::uint64_t matches = 0;                              ///< An estimate where no exact number was wanted.
  std::uint64_t hits = 0, snippets = 0;                   ///< Snippets that are not empty.
  std::uint64_t counted_outlets = 0, counted_months = 0;  ///< Sums of the counts: each report has one of either.
};

/// Processor seconds of the process by what they went into.
class Stages {
 public:
  /// action(), its time counted for the stage.
  template <typename Action>
  decltype(auto) time(std::string_view stage, Action&& action) {
    struct Counted {
      double& seconds;
      double before = processor_seconds();
      ~Counted() { seconds += processor_seconds() - before; }
    } counted{of(stage)};
    return action();
  }
  using Stage = std::pair<std::string, double>;
  const std::deque<Stage>& all() const { return stages_; }  ///< In the order in which they began.

  static double processor_seconds();

 private:
  double& of(std::string_view stage);

  std::deque<Stage> stages_;
};

class Engine {
 public:
  virtual ~Engine() = default;

  /// Adds all reports to the index, which is made where there is none; everything is committed at the end.
  /// @throws std::invalid_argument if the engine has no such thing as the task asks for.
  virtual void index(const IndexTask& task, Stages& stages) = 0;

  /// To be searched, in the state committed last.
  virtual void open(const std::filesystem::path& directory) = 0;
  virtual bool has(const std::string& report_id) = 0;
  virtual Found search(const SearchTask& task) = 0;

  /// Makes the index as small as the engine can.
  virtual void compact(const std::filesystem::path& directory) = 0;
};

/// The program around an engine: its commands, printing JSON Lines. Returns the exit code.
int run(Engine& engine, int argc, char** argv);

}  // namespace averment::bench
