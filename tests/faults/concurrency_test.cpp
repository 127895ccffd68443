// Readers in threads and processes while a writer commits without a pause: each answer is one committed state's.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <optional>
#include <set>
#include <thread>

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "tests/faults/amount.hpp"
#include "tests/temporary_folder.hpp"

namespace averment::faults {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned reports = 24, reading_threads = 8, reading_processes = 4;
constexpr unsigned least_rounds = 4;  // one of each question
constexpr int patience = 20;          // times as long as it lasts, where the machine has other work: then one starves

/// All reports state one figure, which no commit leaves as it was.
void write_state(Indexer& indexer, unsigned figure) {
  for (unsigned i = 0; i < reports; ++i) {
    Report report;
    report.id = "r" + std::to_string(i);
    report.outlet = "Outlet " + std::to_string(figure % 5);
    report.published = "2025-02-10";
    report.lang = "en";
    report.text =
        "Police said " + std::to_string(figure) + " people were killed in district " + std::to_string(i) + ".";
    indexer.put(std::move(report));
  }
  indexer.commit();
}

/// What is wrong with some answer, in words; empty: nothing. `rounds` counts the answers. It takes as long as `time`,
/// or longer: until the writer beside it, too, has made enough rounds.
std::string read_for(const std::filesystem::path& index, std::chrono::seconds time, std::atomic<unsigned>& rounds,
                     const std::atomic<unsigned>& commits) {
  Searcher searcher(index);
  const Clock::time_point begin = Clock::now();
  std::uint64_t last = 0;
  const auto enough = [&] { return rounds >= least_rounds && commits >= least_rounds; };
  for (unsigned round = 0; Clock::now() < begin + (enough() ? time : patience * time); ++round, ++rounds) {
    std::set<std::uint64_t> figures;
    std::uint64_t count = 0;
    switch (round % 4) {
      case 0:
        for (const ClaimRecord& claim : searcher.claims({}).hits) figures.insert(claim.claim.low.value_or(0)), ++count;
        break;
      case 1: {  // which goes on through states: each report is as some commit left it
        bool whole = true;
        searcher.each_report({}, {}, [&](const StoredReport& report) {
          const std::string figure = report.claims.size() == 1 ? report.claims.front().figure : "none";
          whole &= report.report.text.find(" " + figure + " people") != std::string::npos;
          ++count;
        });
        if (!whole) return "a report with the claims of another state";
        figures.insert(last);
        break;
      }
      case 2: {
        SearchOptions options;
        options.limit = reports;
        options.facets = {Field::outlet};
        const ReportAnswer answer = searcher.search(parse_query("\"people were killed\""), options);
        count = answer.total;
        if (answer.hits.size() != reports || answer.facets.at(0).values.size() != 1) return "facets of two states";
        figures.insert(last);
        break;
      }
      default:
        count = searcher.search(parse_query("n>=2 district")).total;
        figures.insert(last);
    }
    if (count != reports) return std::to_string(count) + " reports";
    if (figures.size() != 1) return "figures of " + std::to_string(figures.size()) + " states";
    if (*figures.begin() < last) return "an older state after a newer one";
    last = *figures.begin();
  }
  return {};
}

TEST(Concurrency, EachAnswerIsOneCommittedStatesAndNobodyStarves) {
  const TemporaryFolder folder;
  const std::filesystem::path index = folder / "index";
  unsigned figure = 2;
  std::optional<Indexer> indexer;
  indexer.emplace(index);
  write_state(*indexer, figure);
  const std::chrono::seconds time(times(3));

  indexer.reset();  // what a child has of it is not to be closed there
  std::set<pid_t> children;
  for (unsigned i = 0; i < reading_processes; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      std::atomic<unsigned> rounds = 0, unknown = least_rounds;
      std::string wrong;
      try {
        wrong = read_for(index, time, rounds, unknown);
      } catch (const std::exception& error) {
        wrong = error.what();
      }
      if (!wrong.empty() && write(STDERR_FILENO, wrong.data(), wrong.size()) < 0) _exit(2);
      _exit(!wrong.empty() ? 1 : rounds >= least_rounds ? 0 : 3);
    }
    children.insert(child);
  }

  indexer.emplace(index);
  std::vector<std::jthread> threads;
  std::atomic<unsigned> reading = reading_threads, commits = 0;
  std::array<std::atomic<unsigned>, reading_threads> rounds{};
  std::array<std::string, reading_threads> wrong;
  for (unsigned i = 0; i < reading_threads; ++i)
    threads.emplace_back([&, i] {
      try {
        wrong[i] = read_for(index, time, rounds[i], commits);
      } catch (const std::exception& error) {
        wrong[i] = error.what();
      }
      --reading;
    });
  const auto end_children = [&](int options) {
    std::erase_if(children, [&](pid_t child) {
      int status = 0;
      if (waitpid(child, &status, options) != child) return false;
      EXPECT_TRUE(WIFEXITED(status));
      EXPECT_EQ(WEXITSTATUS(status), 0) << "1: a wrong answer, 3: it starves";
      return true;
    });
    return children.empty();
  };
  const Clock::time_point end = Clock::now() + patience * time;
  while (Clock::now() < end && (reading > 0 || !end_children(WNOHANG))) {
    write_state(*indexer, ++figure);
    if (++commits % 50 == 0) indexer->compact();
  }
  threads.clear();
  for (unsigned i = 0; i < reading_threads; ++i) {
    EXPECT_EQ(wrong[i], "") << "thread " << i;
    EXPECT_GE(rounds[i], least_rounds) << "thread " << i << " starves";
  }
  end_children(0);
  EXPECT_GE(commits, least_rounds) << "the writer starves";
}

}  // namespace
}  // namespace averment::faults
