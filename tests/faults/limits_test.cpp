// Limits that a user can set: what is beyond one is refused with its option's name, what is not is taken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <thread>

#include "averment/indexer.hpp"
#include "averment/saved_query.hpp"
#include "averment/searcher.hpp"
#include "tests/faults/program.hpp"

namespace averment::faults {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class LimitsTest : public testing::Test {
 protected:
  std::string index() const { return folder_ / "index"; }

  /// The program's, on the index.
  Answer run(const std::string& command, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {command, "--db", index()});
    return run_program(std::move(arguments), folder_);
  }

  void index_words() const {
    Indexer indexer(index());
    Report report;
    report.id = "words";
    for (int word = 0; word < 200; ++word) report.text += "zz" + std::to_string(word) + " ";
    indexer.put(std::move(report));
    indexer.commit();
  }

  TemporaryFolder folder_;
};

/// A query that is beyond the limit as it is by default, and within the one that the option sets.
struct Beyond {
  std::string query, option;
};

std::string joined(const std::string& word, const std::string& between, int times) {
  std::string all = word;
  for (; times > 1; --times) all += between + word;
  return all;
}

TEST_F(LimitsTest, EachLimitOfQueriesIsNamedAndCanBeRaised) {
  index_words();
  for (const auto& [query, option] : {
           Beyond{"zz1" + std::string(5000, ' '), "bytes"},
           {joined("zz1", " ", 70), "terms"},
           {std::string(40, '(') + "zz1" + std::string(40, ')'), "depth"},
           {'"' + joined("zz1", " ", 40) + '"', "phrase_words"},
           {joined("zz1*", " ", 5), "wildcards"},
       }) {
    SCOPED_TRACE(option);
    const Answer refused = run("search", {"--", query});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("--query-limit " + option + "=N"));
    const Answer taken = run("search", {"--query-limit", option + "=6000", "--", query});
    if (option != "depth") {  // of which the program's own stack has 1,000 at most
      EXPECT_TRUE(taken.status == 0 || taken.status == 1) << taken.err;
      EXPECT_THAT(taken.err, IsEmpty());
    } else {
      EXPECT_THAT(taken.err, HasSubstr("'6000' is no whole number from 1 to 1000"));
      EXPECT_EQ(run("search", {"--query-limit", "depth=50", "--", query}).status, 0);
    }
  }
  EXPECT_THAT(run("search", {"--query-limit", "expansions=100", "zz*"}).err, HasSubstr("more than 100 words"));
  EXPECT_EQ(run("search", {"--query-limit", "expansions=200", "zz*"}).status, 0);
  EXPECT_THAT(run("search", {"--query-limit", "letters=100", "zz*"}).err, HasSubstr("names no limit"));
}

TEST_F(LimitsTest, TheLibraryRefusesWhatTheProgramRefuses) {
  index_words();
  const QueryLimits few{.terms = 3, .depth = 2, .phrase_words = 2, .expansions = 150};
  Searcher narrow(index(), {.limits = few}), wide(index());
  EXPECT_EQ(narrow.limits(), few);
  for (const std::string& query :
       {joined("zz1", " ", 4), std::string("((((((zz1 zz2) OR zz3) zz1) OR zz2) zz1) OR zz3)"),
        '"' + joined("zz1", " ", 9) + '"', std::string("zz*")}) {
    SCOPED_TRACE(query);
    EXPECT_NO_THROW(wide.search(parse_query(query)));
    EXPECT_THROW(narrow.search(parse_query(query)), QueryError) << "parsed under other limits";
    EXPECT_THROW(narrow.count_claims(parse_query(query)), QueryError);
  }
  const Query word{.kind = Query::Kind::word, .text = "zz1"};
  const Query near{.kind = Query::Kind::near, .distance = 3, .children = {word, word}};
  EXPECT_THROW(narrow.search({.kind = Query::Kind::any_of, .children = {near, near}}), QueryError) << "four words";
  const Query three_words{.kind = Query::Kind::word, .text = "zz1 zz2 zz3"};
  EXPECT_THROW(narrow.search(three_words), QueryError) << "a phrase";
  EXPECT_NO_THROW(wide.search(three_words));
  const Query wildcard{.kind = Query::Kind::wildcard, .text = "zz1"};
  const Query five{.kind = Query::Kind::any_of, .children = std::vector<Query>(5, wildcard)};
  EXPECT_THROW(wide.search(five), QueryError) << "wildcards";
  EXPECT_NO_THROW(Searcher(index(), {.limits = {.wildcards = 5}}).search(five));
  EXPECT_THROW(wide.search({.kind = Query::Kind::word, .text = std::string(5000, 'z')}), QueryError) << "bytes";
  EXPECT_THROW(run_saved(narrow, index(), {"name", "zz1 zz1 zz1 zz1"}), QueryError);
  EXPECT_NO_THROW(run_saved(wide, index(), {"name", "zz1 zz1 zz1 zz1"}));
}

TEST_F(LimitsTest, AQuestionThatTakesTooLongEndsAndTheNextOneIsAnswered) {
  {
    Indexer indexer(index());
    for (int i = 0; i < 1000; ++i) {
      Report report;
      report.id = "r" + std::to_string(i);
      report.published = "2025-02-10";
      report.lang = "en";
      report.text = "Ukraine said " + std::to_string(100 + i) + " Russian soldiers were killed.";
      indexer.put(std::move(report));
    }
    indexer.commit();
  }
  Searcher unlimited(index()), limited(index(), {.time_limit = std::chrono::milliseconds(1)});
  EXPECT_GT(unlimited.conflicts({}).total, 100'000u);
  EXPECT_THROW(limited.conflicts({}), TimeLimitError);
  EXPECT_THROW(limited.verify(), TimeLimitError);
  EXPECT_THROW(limited.claims({}), TimeLimitError) << "a thousand records";
  EXPECT_THROW(limited.duplicates({}), TimeLimitError);
  EXPECT_THROW(limited.entities({}), TimeLimitError);
  EXPECT_THROW(limited.diff(0), TimeLimitError);
  EXPECT_TRUE(unlimited.verify().empty());
  EXPECT_EQ(unlimited.claims({}).total, 1000u) << "another one's limit is not its own";
  EXPECT_EQ(Searcher(index(), {.time_limit = std::chrono::hours(1)}).claims({}).total, 1000u);
}

TEST_F(LimitsTest, AnExportThatBeginsAnewUnderAWriterHasNoMoreTimeForIt) {
  constexpr std::uint32_t reports = 200;
  Indexer indexer(index());
  const auto put = [&](const std::string& id) {
    Report report;
    report.id = id;
    report.text = "words";
    indexer.put(std::move(report));
  };
  for (std::uint32_t i = 0; i < reports; ++i) put("r" + std::to_string(i));
  indexer.commit();
  Searcher searcher(index(), {.time_limit = std::chrono::milliseconds(100)});
  std::uint32_t visited = 0;
  const auto visit = [&](const StoredReport&) {
    ++visited;
    for (int commit = 0; commit < 2; ++commit) {  // after two, Xapian has overwritten what is being read
      put("other");
      put("another" + std::to_string(visited));
      indexer.commit();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  };
  EXPECT_THROW(searcher.each_report({}, {}, visit), TimeLimitError);
  EXPECT_LT(visited, 20u);
}

TEST_F(LimitsTest, NestingOfJsonCanBeRaised) {
  const std::string deep =
      "{\"id\": 1, \"text\": \"words\", \"x\": " + std::string(99, '[') + std::string(99, ']') + "}";
  const std::string lines = folder_.write("deep.jsonl", deep + "\n");
  const std::string text =
      folder_.write("deep.txt", "---\ntags: " + std::string(99, '[') + std::string(99, ']') + "\n---\nwords\n");
  const Answer refused = run("index", {lines, text});
  EXPECT_EQ(refused.status, 3);
  EXPECT_THAT(refused.err, HasSubstr("deep.jsonl:1: its JSON is nested deeper than 64 levels: --nesting-limit"));
  EXPECT_THAT(refused.err, HasSubstr("deep.txt: front matter, line 2: "));
  const Answer taken = run("index", {"--nesting-limit", "100", lines, text});
  EXPECT_EQ(taken.status, 0) << taken.err;
}

class MemoryLimitTest : public LimitsTest {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "the sanitizer takes memory of its own";
#endif
  }

  /// Of any program that was run, at its peak.
  static void expect_peak_below(long mebibytes) {
    rusage used{};
    ASSERT_EQ(getrusage(RUSAGE_CHILDREN, &used), 0);
    EXPECT_LT(used.ru_maxrss, mebibytes * 1024) << "KiB";
    EXPECT_GT(used.ru_maxrss, 20'000) << "it was not measured";
  }
};

TEST_F(MemoryLimitTest, IndexingKeepsUnderItAndTakesTheOtherReports) {
  std::string small, large;
  for (int i = 0; i < 2000; ++i)
    small += "{\"id\": \"small" + std::to_string(i) + "\", \"text\": \"In district " + std::to_string(i) +
             " police said 3 people were killed, and " + std::to_string(i) + " were wounded.\"}\n";
  for (int word = 0; word < 2'000'000; ++word) large += "w" + std::to_string(word) + " ";
  const std::string file = folder_.write("reports.jsonl", "{\"id\": \"words\", \"text\": \"" + large +
                                                              "\"}\n{\"id\": \"marks\", \"text\": \"" +
                                                              std::string(5'000'000, '(') + "\"}\n" + small);
  constexpr long limit = 128;  // MiB
  const Answer answer = run("index", {"--memory-limit", std::to_string(limit) + "M", "--size-limit", "1G", file});
  EXPECT_EQ(answer.status, 3);
  EXPECT_THAT(answer.out, HasSubstr("indexed 2000, updated 0, unchanged 0, rejected 2"));
  EXPECT_THAT(answer.err, HasSubstr("--memory-limit"));
  expect_peak_below(limit);
  EXPECT_THAT(run("index", {"--memory-limit", "1M", file}).err, HasSubstr("give at least 128 MB"));
}

TEST_F(MemoryLimitTest, IndexingKeepsUnderItWhereSeveralReportsAreDenseWithNamesAndClaims) {
  std::string lines;
  for (int i = 0; i < 12; ++i)
    lines += "{\"id\": \"dense" + std::to_string(i) + "\", \"lang\": \"en\", \"text\": \"" +
             joined(i % 3 == 0   ? "3 killed, 4 wounded."
                    : i % 3 == 1 ? "NATO, UNICEF, UNESCO."
                                 : "Five were killed in Kyiv.",
                    " ", 15'000) +
             "\"}\n";
  constexpr long limit = 192;  // MiB
  const Answer answer = run("index", {"--memory-limit", std::to_string(limit) + "M", "--claim-limit", "15000",
                                      "--threads", "2", folder_.write("dense.jsonl", lines)});
  EXPECT_EQ(answer.status, 3) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("indexed 8, updated 0, unchanged 0, rejected 4"));
  EXPECT_THAT(answer.err, HasSubstr("--claim-limit")) << "refused when their claims are made";
  expect_peak_below(limit);
}

}  // namespace
}  // namespace averment::faults
