// Tests of the program as a user runs it: exit codes, standard output and error, formats.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "averment/saved_query.hpp"
#include "cli/display_text.hpp"
#include "tests/child_process.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/wait_until.hpp"

namespace averment {
namespace {

using testing::ContainsRegex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

struct Ended {
  int status = -1;
  std::string out, err;
};

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::size_t write_all(int file, const std::string& text) {
  const ssize_t written = write(file, text.data(), text.size());
  return written < 0 ? 0 : static_cast<std::size_t>(written);
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

class ProgramTest : public testing::Test {
 protected:
  void SetUp() override {
    write("reports/first.txt",
          "---\noutlet: Harbour Post\npublished: 2025-02-19\n---\n"
          "Losses at the front\n\nAt least 300 soldiers were killed, according to the Defence Ministry.\n");
    write("reports/second.txt",
          "---\noutlet: Valley Courier\npublished: 2025-02-20\n---\n"
          "Shelling in the valley\n\nThe Red Cross said 12 people were wounded.\n");
  }

  void write(const fs::path& path, const std::string& text) { folder_.write(path, text); }

  /// Runs the program in home_, with its default index there; `input` is its standard input.
  Ended run(std::vector<std::string> arguments, const std::string& input = "",
            const std::string& program = AVERMENT_PROGRAM) {
    write("input", input);
    arguments.insert(arguments.begin(), program);
    const pid_t child = fork();
    if (child == 0) {
      if (chdir(home_.c_str()) != 0) _exit(126);
      dup2(open("input", O_RDONLY), STDIN_FILENO);
      dup2(open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
      dup2(open("err", O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
      setenv("HOME", home_.c_str(), 1);
      for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "AVERMENT_DB", "COLUMNS", "CLICOLOR_FORCE"})
        unsetenv(name);
      become(std::move(arguments));
    }
    const int status = status_of(child);
    return {status, out_ == "out" ? content(home_ / "out") : "", content(home_ / "err")};
  }

  void index() { ASSERT_EQ(run({"index", "reports"}).status, 0); }

  const TemporaryFolder folder_;
  const fs::path home_ = folder_.path();
  std::string out_ = "out";
};

TEST_F(ProgramTest, IndexingCountsWhatItDid) {
  const Ended first = run({"index", "reports"});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.out,
              ContainsRegex("^indexed 2, updated 0, unchanged 0, rejected 0, claims 2, revision 1, [0-9.]+ s\n$"));
  EXPECT_THAT(first.err, IsEmpty());
  EXPECT_THAT(run({"index", "reports"}).out, StartsWith("indexed 0, updated 0, unchanged 2, rejected 0, claims 0, "));
  EXPECT_THAT(run({"index", "--quiet", "reports"}).out, IsEmpty());
}

TEST_F(ProgramTest, AProposedAliasThatIsAssertedMakesTwoNamesOne) {
  write("reports/a.txt", "Mr. Thomas Okello said 9 soldiers were killed.\n");
  write("reports/b.txt", "Mr. Thomas Okelo said 8 soldiers were killed.\n");
  index();
  const Ended proposed = run({"entities", "--suggest", "--type", "person", "--format", "tsv"});
  EXPECT_EQ(proposed.status, 0) << proposed.err;
  EXPECT_EQ(proposed.out, "Thomas Okello\tperson\tThomas Okelo\t\tany\tproposed\n");

  const auto index_with = [&](const std::string& lines) {
    write("mine/gazetteer/aliases.tsv", lines);
    EXPECT_EQ(run({"index", "--lexicons", "mine", "reports"}).status, 0);
    return run({"claims", "source:\"Thomas Okelo\"", "--format", "csv", "--fields", "source_name"}).out;
  };
  EXPECT_EQ(index_with(proposed.out), "source_name\r\nThomas Okelo\r\n") << "proposed is not applied";
  EXPECT_EQ(index_with("Thomas Okello\tperson\tThomas Okelo\t\tany\tasserted\n"),
            "source_name\r\nThomas Okello\r\nThomas Okello\r\n");
  EXPECT_EQ(run({"entities", "--named", "okelo", "--format", "csv", "--fields", "name,variants"}).out,
            "name,variants\r\nThomas Okello,Thomas Okello; Thomas Okelo\r\n");
  EXPECT_EQ(index_with("Thomas Okello\tperson\tThomas Okelo\t\tany\trejected\n"), "source_name\r\nThomas Okelo\r\n");
  EXPECT_EQ(run({"entities", "--suggest"}).status, 1) << "what is rejected is not proposed again";
}

TEST_F(ProgramTest, EntitiesComeInPages) {
  write("reports/a.txt", "Mr. Thomas Okello met Mrs. Ana Ruiz in Oslo.\n");
  index();
  EXPECT_THAT(run({"entities", "--limit", "1"}).out, HasSubstr("(1 of "));
  EXPECT_EQ(lines(run({"entities", "--format", "jsonl", "--type", "person,place"}).out).size(), 3u);
  EXPECT_EQ(lines(run({"entities", "--format", "jsonl", "--type", "person", "--offset", "1"}).out).size(), 1u);
  EXPECT_EQ(run({"entities", "--named", "nobody"}).status, 1);
  const Ended wrong = run({"entities", "--type", "river"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.err, HasSubstr("--type: 'river' is none of person, org, "));
}

TEST_F(ProgramTest, TheIngestSummaryIsJsonWhereAskedFor) {
  const Json summary = Json::parse(run({"index", "--format", "json", "reports"}).out);
  EXPECT_EQ(summary["schema"], "averment/ingest/1");
  EXPECT_EQ(summary["indexed"], 2);
  EXPECT_EQ(summary["claims"], 2);
}

TEST_F(ProgramTest, RejectedReportsAreNamedAndTheOthersAreTaken) {
  write("more.jsonl", "{\"id\": \"third\", \"text\": \"Four people died, police said.\"}\n{\"id\": 4\n");
  const Ended ended = run({"index", "more.jsonl"});
  EXPECT_EQ(ended.status, 3);
  EXPECT_THAT(ended.out, StartsWith("indexed 1, updated 0, unchanged 0, rejected 1, "));
  EXPECT_THAT(ended.err, ContainsRegex("more.jsonl:2: .+\n"));
}

TEST_F(ProgramTest, PathsComeFromAFileOrFromStandardInputToo) {
  write("list", "reports/first.txt\n\nreports/second.txt\n");
  EXPECT_THAT(run({"index", "--files-from", "list", "--dry-run"}).out, HasSubstr("indexed 2"));
  EXPECT_FALSE(fs::exists(home_ / ".local")) << "a dry run writes nothing";
  const std::string null_separated("reports/first.txt\0reports/second.txt\0", 37);
  EXPECT_THAT(run({"index", "--files-from", "-", "-0"}, null_separated).out, HasSubstr("indexed 2"));
}

TEST_F(ProgramTest, JsonLinesComeOnStandardInput) {
  const Ended ended = run({"index", "-"}, "{\"id\": \"third\", \"text\": \"Four people died, police said.\"}\n");
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, StartsWith("indexed 1, "));
}

TEST_F(ProgramTest, CtrlCEndsIndexingAndKeepsWhatIsWhole) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    close(pipe_ends[1]);
    dup2(pipe_ends[0], STDIN_FILENO);
    dup2(open((home_ / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    execl(AVERMENT_PROGRAM, AVERMENT_PROGRAM, "index", "--db", (home_ / "index").c_str(), "-", nullptr);
    _exit(127);
  }
  const std::string report = "{\"id\": \"one\", \"text\": \"Four people died, police said.\"}\n";
  ASSERT_EQ(write_all(pipe_ends[1], report), report.size());
  while (!fs::exists(home_ / "index")) usleep(10'000);  // It has its signals watched by then.
  kill(child, SIGINT);
  int status = 0;
  waitpid(child, &status, 0);  // The pipe stays open: only the signal can end it.
  close(pipe_ends[1]);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 130);
  EXPECT_THAT(content(home_ / "out"), ContainsRegex("^indexed [01], "));
  EXPECT_EQ(run({"verify", "--db", "index"}).status, 0);
}

/// The program beside the test, in home_ with the index "index"; it is killed at the end of the test.
class Running {
 public:
  Running(const fs::path& home, std::vector<std::string> arguments, std::uint64_t file_size = RLIM_INFINITY) {
    arguments.insert(arguments.begin(), AVERMENT_PROGRAM);
    process_ = fork();
    if (process_ != 0) return;
    if (chdir(home.c_str()) != 0) _exit(126);
    dup2(open("out", O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    dup2(open("err", O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    setenv("AVERMENT_DB", "index", 1);
    const rlimit limit{file_size, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    become(std::move(arguments));
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    if (process_ > 0) kill(process_, SIGKILL);
    if (process_ > 0) waitpid(process_, nullptr, 0);
  }

  pid_t process() const { return process_; }

  /// Its exit code; it must end by itself after the signal.
  int end(int signal) {
    kill(process_, signal);
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t process_ = 0;
};

TEST_F(ProgramTest, WatchingGoesOnUntilItIsInterruptedAndKeepsWhatIsCommitted) {
  for (const int signal : {SIGINT, SIGTERM}) {
    fs::remove_all(home_ / "index");
    fs::remove(home_ / "reports/third.txt");
    Running watch(home_, {"index", "--watch", "reports"});
    const auto said = [&](const char* text) { return content(home_ / "out").find(text) != std::string::npos; };
    ASSERT_TRUE(wait_until([&] { return said("indexed 2, "); })) << content(home_ / "err");
    write("reports/third.txt", "Four people died, police said.\n");
    ASSERT_TRUE(wait_until([&] { return said("indexed 1, "); })) << content(home_ / "err");
    EXPECT_EQ(run({"show", "--db", "index", "third.txt"}).status, 0);
    EXPECT_EQ(watch.end(signal), 130);
    EXPECT_EQ(run({"verify", "--db", "index"}).status, 0);
  }
}

TEST_F(ProgramTest, AFullDiskDoesNotEndWatching) {
  ASSERT_EQ(run({"index", "--db", "index", "reports"}).status, 0);
  constexpr std::uint64_t no_room = 16 << 10;  // less than a table of the index has
  Running watch(home_, {"index", "--watch", "reports"}, no_room);
  ASSERT_TRUE(wait_until([&] { return !content(home_ / "out").empty(); })) << content(home_ / "err");
  std::string much;
  for (int i = 0; i < 20'000; ++i) much += "word" + std::to_string(i) + " ";
  write("reports/third.txt", much);
  ASSERT_TRUE(wait_until([&] { return content(home_ / "err").find("tried again in") != std::string::npos; }));
  EXPECT_EQ(run({"show", "--db", "index", "third.txt"}).status, 1);
  const rlimit room{RLIM_INFINITY, RLIM_INFINITY};
  ASSERT_EQ(prlimit(watch.process(), RLIMIT_FSIZE, &room, nullptr), 0);
  EXPECT_TRUE(wait_until([&] {
    return run({"show", "--db", "index", "third.txt"}).status == 0;
  })) << content(home_ / "err");
  EXPECT_EQ(watch.end(SIGINT), 130);
}

TEST_F(ProgramTest, SavedQueriesPrintWhatIsNewSinceTheyLastRan) {
  index();
  EXPECT_EQ(run({"saved", "list"}).status, 1);
  EXPECT_EQ(run({"saved", "run"}).status, 1);
  EXPECT_EQ(run({"saved", "add", "losses", "category:killed", "n>=100"}).status, 0);
  EXPECT_EQ(run({"saved", "add", "losses", "category:killed n>=100"}).status, 0) << "it is the same";
  EXPECT_EQ(run({"saved", "add", "losses", "category:wounded"}).status, 2);
  EXPECT_THAT(run({"saved", "add", "bad", "souce:x"}).err, HasSubstr("  souce:x\n  ^\n"));
  EXPECT_EQ(run({"saved", "list", "--format", "csv"}).out,
            "name,query,modality,match,derived\r\nlosses,category:killed n>=100,asserted,stated,false\r\n");
  const std::vector<std::string> run_it{"saved", "run", "losses", "--format", "csv", "--fields", "saved,report"};
  EXPECT_EQ(run(run_it).out, "saved,report\r\nlosses,first.txt\r\n");
  EXPECT_EQ(run(run_it).status, 1) << "nothing is new";
  EXPECT_EQ(run({"saved", "run", "losses", "--all"}).status, 0);
  write("reports/third.txt", "Some 500 soldiers were killed. Some 700 soldiers were killed.\n");
  index();
  EXPECT_EQ(run({"saved", "run", "--format", "csv", "--fields", "figure", "--limit", "1"}).out, "figure\r\n500\r\n");
  EXPECT_EQ(run({"saved", "run", "--format", "csv", "--fields", "figure"}).out, "figure\r\n700\r\n")
      << "what was left out comes later";
  EXPECT_EQ(run({"saved", "run", "nobody"}).status, 2);
  EXPECT_EQ(run({"compact"}).status, 0);
  EXPECT_EQ(run(run_it).status, 1) << "compaction keeps the queries and what they have seen";
  EXPECT_EQ(run({"saved", "remove", "losses"}).status, 0);
  EXPECT_EQ(run({"saved", "remove", "losses"}).status, 1);
  EXPECT_EQ(run({"saved", "add", "losses", "category:killed"}).status, 0);
  EXPECT_EQ(run(run_it).status, 0) << "a new query of an old name has seen nothing";
}

TEST_F(ProgramTest, AlertsAreTheClaimsThatAreNewInACommit) {
  index();
  ASSERT_EQ(run({"saved", "add", "losses", "category:killed"}).status, 0);
  ASSERT_EQ(run({"saved", "add", "all"}).status, 0);
  write("reports/third.txt", "Some 500 soldiers were killed, the Red Cross said.\n");
  const Ended table = run({"index", "--alerts", "reports"});
  EXPECT_THAT(table.out, ContainsRegex("^all: killed ~ 500 soldiers, says Red Cross .third.txt. [0-9a-f]{16}\n"
                                       "losses: killed ~ 500 soldiers, says Red Cross .third.txt. [0-9a-f]{16}\n"
                                       "indexed 1, "));
  EXPECT_EQ(lines(run({"index", "--alerts", "reports"}).out).size(), 1u) << "nothing is new";
  write("reports/third.txt", "Some 600 soldiers were killed, the Red Cross said.\n");
  const std::vector<std::string> records = lines(run({"index", "--alerts", "--format", "jsonl", "reports"}).out);
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(Json::parse(records[0])["schema"], "averment/alert/1");
  EXPECT_EQ(Json::parse(records[1])["saved"], "losses");
  EXPECT_EQ(Json::parse(records[1])["low"], 600);
  EXPECT_EQ(Json::parse(records[2])["schema"], "averment/ingest/1");
  EXPECT_EQ(run({"index", "--alerts", "--dry-run", "reports"}).status, 2);
  EXPECT_EQ(run({"index", "--alerts", "--format", "csv", "reports"}).status, 2);
}

TEST_F(ProgramTest, AlertsRunAProgramWithoutAShell) {
  index();
  ASSERT_EQ(run({"saved", "add", "$(touch,hacked);x", "category:killed"}).status, 0);
  write("teller", "#!/bin/sh\nprintf '%s|' \"$@\"\ncat\n");
  fs::permissions(home_ / "teller", fs::perms::owner_all);
  write("reports/third.txt", "Some 500 soldiers were killed.\n");
  const std::vector<std::string> said = lines(run({"index", "--exec", "./teller", "reports"}).out);
  ASSERT_EQ(said.size(), 2u);
  const std::string begin = "$(touch,hacked);x|";
  ASSERT_THAT(said[0], StartsWith(begin));
  const Json claim = Json::parse(said[0].substr(begin.size() + 17));
  EXPECT_EQ(claim["claim_id"], said[0].substr(begin.size(), 16));
  EXPECT_EQ(claim["report"], "third.txt");
  EXPECT_FALSE(fs::exists(home_ / "hacked"));

  write("reports/third.txt", "Some 700 soldiers were killed.\n");
  const Ended failed = run({"index", "--exec", "./no-such-program", "reports"});
  EXPECT_EQ(failed.status, 0) << "the report is indexed all the same";
  EXPECT_THAT(failed.err, HasSubstr("it cannot be started: No such file"));
}

TEST_F(ProgramTest, AProgramThatAlertsRunMayWriteTheIndex) {
  index();
  ASSERT_EQ(run({"saved", "add", "losses", "category:killed"}).status, 0);
  write("teller", "#!/bin/sh\nexec " AVERMENT_PROGRAM " saved add \"seen-$2\"\n");
  fs::permissions(home_ / "teller", fs::perms::owner_all);
  write("reports/third.txt", "Some 500 soldiers were killed.\n");
  const Ended once = run({"index", "--exec", "./teller", "reports"});
  EXPECT_EQ(once.err, "");
  EXPECT_THAT(run({"saved", "list"}).out, HasSubstr("seen-"));

  ASSERT_EQ(run({"index", "--db", "index", "reports"}).status, 0);
  ASSERT_EQ(run({"saved", "add", "--db", "index", "losses", "category:killed"}).status, 0);
  Running watch(home_, {"index", "--watch", "--exec", "./teller", "reports"});
  ASSERT_TRUE(wait_until([&] { return !content(home_ / "out").empty(); })) << content(home_ / "err");
  write("reports/fourth.txt", "Some 700 soldiers were killed.\n");
  EXPECT_TRUE(wait_until([&] { return saved_queries(home_ / "index").size() == 2; })) << content(home_ / "err");
  EXPECT_EQ(watch.end(SIGTERM), 130);
}

TEST_F(ProgramTest, AProgramThatTakesLongHoldsUpNeitherTheWatchNorItsEnd) {
  ASSERT_EQ(run({"index", "--db", "index", "reports"}).status, 0);
  ASSERT_EQ(run({"saved", "add", "--db", "index", "losses", "category:killed"}).status, 0);
  write("teller", "#!/bin/sh\ntouch begun\nexec sleep 50\n");
  fs::permissions(home_ / "teller", fs::perms::owner_all);
  Running watch(home_, {"index", "--watch", "--exec", "./teller", "reports"});
  ASSERT_TRUE(wait_until([&] { return !content(home_ / "out").empty(); })) << content(home_ / "err");
  write("reports/third.txt", "Some 500 soldiers were killed.\n");
  ASSERT_TRUE(wait_until([&] { return fs::exists(home_ / "begun"); })) << content(home_ / "err");
  write("reports/fourth.txt", "Some 700 soldiers were killed.\n");
  EXPECT_TRUE(wait_until([&] { return lines(content(home_ / "out")).size() == 3; })) << content(home_ / "out");
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(watch.end(SIGTERM), 130);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
  EXPECT_THAT(content(home_ / "err"), HasSubstr("was not run for 1 more claim"));
}

TEST_F(ProgramTest, ARunSeesOnlyWhatTheProgramTook) {
  write("reports/third.txt", "Some 500 soldiers were killed.\n");
  index();
  ASSERT_EQ(run({"saved", "add", "losses", "category:killed"}).status, 0);
  write("teller", "#!/bin/sh\n! grep -q third.txt\n");
  fs::permissions(home_ / "teller", fs::perms::owner_all);
  const Ended failed = run({"saved", "run", "--exec", "./teller"});
  EXPECT_EQ(failed.status, 3);
  EXPECT_THAT(failed.err, HasSubstr("it ended with exit code 1"));
  EXPECT_EQ(run({"saved", "run", "--format", "csv", "--fields", "report"}).out, "report\r\nthird.txt\r\n");
}

TEST_F(ProgramTest, WatchingTellsOfAlertsAndOfQueriesThatAreSavedMeanwhile) {
  Running watch(home_, {"index", "--watch", "--alerts", "--format", "jsonl", "reports"});
  const auto alerts = [&] {
    std::vector<std::string> found;
    for (const std::string& line : lines(content(home_ / "out")))
      if (line.find("averment/alert/1") != std::string::npos) found.push_back(line);
    return found;
  };
  ASSERT_TRUE(wait_until([&] { return !content(home_ / "out").empty(); })) << content(home_ / "err");
  ASSERT_EQ(run({"saved", "add", "--db", "index", "losses", "category:killed"}).status, 0);
  write("reports/third.txt", "Some 500 soldiers were killed.\n");
  ASSERT_TRUE(wait_until([&] { return alerts().size() == 1; })) << content(home_ / "err");
  write("reports/fourth.txt", "Some 500 soldiers were wounded. Some 20 soldiers were killed.\n");
  ASSERT_TRUE(wait_until([&] { return alerts().size() == 2; })) << content(home_ / "err");
  EXPECT_EQ(watch.end(SIGTERM), 130);
  EXPECT_THAT(alerts()[1], HasSubstr("\"report\":\"fourth.txt\""));
  EXPECT_EQ(alerts().size(), 2u);
}

TEST_F(ProgramTest, TheLinksMeanIndexAndSearch) {
  const fs::path folder = fs::path(AVERMENT_PROGRAM).parent_path();
  EXPECT_EQ(run({"reports"}, "", folder / "averment-indexer").status, 0);
  EXPECT_THAT(run({"soldiers"}, "", folder / "averment-searcher").out, StartsWith("1 report for soldiers\n"));
}

TEST_F(ProgramTest, WithoutAnIndexTheExitCodeIsFour) {
  for (const char* command : {"search", "claims", "export", "status", "verify"}) {
    const Ended ended = run({command});
    EXPECT_EQ(ended.status, 4) << command;
    EXPECT_THAT(ended.err, StartsWith("averment: ")) << command;
    EXPECT_THAT(ended.out, IsEmpty()) << command;
  }
  EXPECT_EQ(run({"show", "first.txt"}).status, 4);
  EXPECT_EQ(run({"remove", "first.txt"}).status, 4);
  EXPECT_EQ(run({"facets", "source"}).status, 4);
}

TEST_F(ProgramTest, NothingFoundIsExitCodeOne) {
  index();
  const std::vector<std::vector<std::string>> table{{"search", "absentword"},
                                                    {"claims", "absentword"},
                                                    {"claims", "--by", "source", "absentword"},
                                                    {"claims", "--by", "source,outlet", "absentword"},
                                                    {"facets", "source", "absentword"},
                                                    {"export", "absentword"},
                                                    {"show", "absent"},
                                                    {"remove", "absent"}};
  for (const auto& arguments : table) EXPECT_EQ(run(arguments).status, 1) << arguments[0];
}

TEST_F(ProgramTest, ABadQueryIsShownWithItsPosition) {
  index();
  const Ended ended = run({"claims", "category:killed", "souce:NIS"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.out, IsEmpty());
  const std::vector<std::string> said = lines(ended.err);
  ASSERT_EQ(said.size(), 3u) << ended.err;
  EXPECT_THAT(said[0], StartsWith("averment: "));
  EXPECT_EQ(said[1], "  category:killed souce:NIS");
  EXPECT_EQ(said[2], "                  ^");
}

TEST_F(ProgramTest, TheCaretStandsRightBehindWideCharacters) {
  index();
  const std::vector<std::string> said = lines(run({"search", "북한 souce:x"}).err);
  ASSERT_EQ(said.size(), 3u);
  EXPECT_EQ(said[2], "       ^");
}

TEST_F(ProgramTest, UsageErrorsAreExitCodeTwo) {
  index();
  const std::vector<std::vector<std::string>> table{{},
                                                    {"serch"},
                                                    {"index"},
                                                    {"index", "no-such-folder"},
                                                    {"index", "--db", "a", "--db", "b", "reports"},
                                                    {"index", "--watch", "--dry-run", "reports"},
                                                    {"index", "--watch", "-"},
                                                    {"index", "--poll", "1", "reports"},
                                                    {"index", "--watch", "--poll", "0", "reports"},
                                                    {"saved"},
                                                    {"saved", "change"},
                                                    {"saved", "add"},
                                                    {"saved", "add", "two words", "x"},
                                                    {"saved", "remove"},
                                                    {"saved", "list", "x"},
                                                    {"show"},
                                                    {"show", "a", "b"},
                                                    {"status", "too much"},
                                                    {"claims", "--limit=-5"},
                                                    {"claims", "--lim=5"},
                                                    {"claims", "--by", "person"},
                                                    {"claims", "--by", "source,outlet,lang"},
                                                    {"claims", "--by", "source", "--facet", "outlet"},
                                                    {"claims", "--fields", "nobody", "--format", "csv"},
                                                    {"claims", "--facet", "source", "--format", "csv"},
                                                    {"facets", "nobody"},
                                                    {"export", "--format", "table"},
                                                    {"help", "nobody"}};
  for (const auto& arguments : table) {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.status, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(ended.err, testing::Not(IsEmpty())) << testing::PrintToString(arguments);
    EXPECT_THAT(ended.out, IsEmpty()) << testing::PrintToString(arguments);
  }
}

TEST_F(ProgramTest, ClaimsAreGroupedBySource) {
  index();
  const Ended ended = run({"claims", "--by", "source"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_EQ(ended.out,
            "2 asserted claims, by source\n"
            "\n"
            "  category  figure  group     outlet          date        report\n"
            "\n"
            "Defence Ministry                                             1 claim\n"
            "  killed     ≥ 300  soldiers  Harbour Post    2025-02-19  first.txt\n"
            "\n"
            "Red Cross                                                    1 claim\n"
            "  wounded       12  people    Valley Courier  2025-02-20  second.txt\n");
}

TEST_F(ProgramTest, GroupsAreCountsInJsonLines) {
  index();
  EXPECT_EQ(run({"claims", "--by", "category", "--format", "jsonl"}).out,
            "{\"schema\":\"averment/group/1\",\"value\":\"killed\",\"count\":1}\n"
            "{\"schema\":\"averment/group/1\",\"value\":\"wounded\",\"count\":1}\n");
  EXPECT_EQ(run({"claims", "--by", "category,outlet", "--format", "jsonl", "category:killed"}).out,
            "{\"schema\":\"averment/cross/1\",\"row\":\"killed\",\"column\":\"Harbour Post\",\"count\":1}\n");
  EXPECT_EQ(run({"claims", "--by", "category", "--format", "csv"}).out, "value,count\r\nkilled,1\r\nwounded,1\r\n");
}

TEST_F(ProgramTest, FacetsAreJsonLinesWithTheirField) {
  index();
  EXPECT_EQ(run({"facets", "outlet", "--format", "jsonl", "wounded"}).out,
            "{\"schema\":\"averment/facet/1\",\"field\":\"outlet\",\"value\":\"Valley Courier\",\"count\":1}\n");
}

TEST_F(ProgramTest, ATableCanBeCutAndSaysSo) {
  index();
  EXPECT_THAT(run({"claims", "--limit", "1"}).out, HasSubstr("(1 more claim; --limit all shows everything)"));
  EXPECT_EQ(lines(run({"claims", "--format", "jsonl"}).out).size(), 2u);
  EXPECT_EQ(lines(run({"claims", "--format", "jsonl", "--offset", "1"}).out).size(), 1u);
}

TEST_F(ProgramTest, AClaimIsShownWithItsEvidence) {
  index();
  const Json claim = Json::parse(run({"claims", "category:killed", "--format", "jsonl"}).out);
  EXPECT_EQ(claim["source_name"], "Defence Ministry");
  EXPECT_EQ(claim["low"], 300);
  const std::string id = claim["claim_id"];
  Json shown = Json::parse(run({"show", id, "--format", "json"}).out);
  for (const char* others : {"said_too", "repeated", "differing"}) {
    EXPECT_EQ(shown.at(others), Json::array());
    shown.erase(others);
  }
  EXPECT_EQ(shown, claim);
  EXPECT_THAT(run({"show", id}).out, HasSubstr("At least [300] soldiers were killed"));
}

TEST_F(ProgramTest, ExportedReportsCanBeIndexedAgain) {
  index();
  const Ended exported = run({"export", "--what", "reports"});
  EXPECT_EQ(lines(exported.out).size(), 2u);
  EXPECT_EQ(run({"index", "--db", "copy", "-"}, exported.out).status, 0);
  EXPECT_EQ(run({"export", "--what", "reports", "--db", "copy"}).out, exported.out);
  EXPECT_EQ(run({"export", "--db", "copy"}).out, run({"export"}).out);
}

TEST_F(ProgramTest, ExportSaysWhatTheDefaultModalityLeavesOut) {
  write("reports/third.txt", "Denial\n\nThe army denied that 40 people had been killed.\n");
  index();
  EXPECT_THAT(run({"export"}).err, HasSubstr("1 claim of another modality left out"));
  EXPECT_THAT(run({"export", "--modality", "all"}).err, IsEmpty());
  EXPECT_THAT(run({"claims", "--modality", "denied"}).out, StartsWith("1 denied claim\n"));
}

TEST_F(ProgramTest, RemovedReportsAreGoneWithTheirClaims) {
  index();
  EXPECT_EQ(run({"remove", "first.txt"}).out, "removed 1\n");
  EXPECT_EQ(run({"claims", "category:killed"}).status, 1);
  EXPECT_EQ(run({"show", "first.txt"}).status, 1);
}

TEST_F(ProgramTest, VerifyFindsFilesThatChangedSince) {
  index();
  EXPECT_EQ(run({"verify"}).status, 0);
  write("reports/first.txt", "Something else entirely.\n");
  const Ended ended = run({"verify"});
  EXPECT_EQ(ended.status, 4);
  EXPECT_THAT(ended.out, StartsWith("first.txt: "));
  EXPECT_EQ(run({"verify", "--index-only"}).status, 0);
  EXPECT_EQ(run({"verify", "--repair", "reports"}).status, 0);
  EXPECT_EQ(run({"search", "entirely"}).status, 0);
}

TEST_F(ProgramTest, EvalScoresReportsAgainstGold) {
  write("gold.jsonl",
        "{\"doc\": \"first.txt\", \"sentence\": \"At least 300 soldiers were killed, according to the Defence "
        "Ministry.\","
        " \"figure\": \"300\", \"low\": 300, \"qualifier\": \"at_least\", \"category\": \"killed\","
        " \"group\": \"soldiers\", \"source\": \"the Defence Ministry\"}\n"
        "{\"doc\": \"second.txt\", \"sentence\": \"The Red Cross said 12 people were wounded.\", \"figure\": \"12\","
        " \"low\": 11, \"high\": 11, \"qualifier\": \"exact\", \"category\": \"wounded\", \"group\": \"people\"}\n");
  const Ended ended = run({"eval", "gold.jsonl", "reports"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("(2 gold, 2 found)\ndetected         1.000     1.000     1.000\n"
                                   "valued           0.500     0.500     0.500\n"));
  EXPECT_THAT(ended.out, HasSubstr("wrong value: 1\n  bounds: 1\n"
                                   "    second.txt: The Red Cross said [12] people were wounded.\n"
                                   "      gold 11 11 -; found 12 12 -\n"));
  EXPECT_THAT(ended.out, HasSubstr("wrong source: 1\n  should be none: 1\n"));
  EXPECT_EQ(run({"eval", "--format", "text", "gold.jsonl", "reports"}).out, ended.out);
  EXPECT_THAT(run({"eval", "--examples", "0", "gold.jsonl", "reports"}).out, Not(HasSubstr("second.txt")));
  EXPECT_FALSE(fs::exists(home_ / ".local")) << "no index is made";
}

TEST_F(ProgramTest, EvalScoresAnExportAndPrintsJsonLines) {
  index();
  write("found.jsonl", run({"export", "--modality", "all"}).out);
  write("gold.jsonl", "{\"doc\": \"first.txt\", \"start\": 30, \"end\": 33, \"low\": 300, \"category\": \"killed\"}\n");
  const Ended ended = run({"eval", "--found", "found.jsonl", "--format", "jsonl", "gold.jsonl"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  const std::vector<std::string> said = lines(ended.out);
  const Json scores = Json::parse(said.at(0));
  EXPECT_EQ(scores["schema"], "averment/scores/1");
  EXPECT_EQ(scores["found"], 2);
  EXPECT_EQ(scores["detected"], Json({{"precision", 0.5}, {"recall", 1.0}, {"f1", 0.6667}, {"hits", 1}}));
  EXPECT_EQ(scores["by_category"]["killed"]["gold"], 1);
  const Json spurious = Json::parse(said.at(1));
  EXPECT_EQ(spurious["schema"], "averment/misses/1");
  EXPECT_EQ(spurious["kind"], "spurious");
  EXPECT_EQ(spurious["count"], 1);
  EXPECT_EQ(spurious["examples"][0]["report"], "second.txt");
  EXPECT_EQ(spurious["examples"][0]["gold"], nullptr);
  EXPECT_EQ(spurious["examples"][0]["found"]["high"], 12);
}

TEST_F(ProgramTest, EvalNamesWhatIsWrongWithItsInput) {
  const std::string good = "{\"doc\": \"first.txt\", \"start\": 1, \"end\": 3, \"category\": \"killed\"}\n";
  write("gold.jsonl", good);
  write("bad.jsonl", good + "{\"doc\": \"first.txt\", \"start\": 1, \"end\": 3}\n");
  const Ended bad = run({"eval", "bad.jsonl", "reports"});
  EXPECT_EQ(bad.status, 2);
  EXPECT_THAT(bad.err, HasSubstr("bad.jsonl:2: it has no category"));
  EXPECT_THAT(bad.out, IsEmpty());
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"eval"},
                                             {"eval", "gold.jsonl"},
                                             {"eval", "--found", "gold.jsonl", "gold.jsonl", "reports"},
                                             {"eval", "--format", "csv", "gold.jsonl", "reports"},
                                             {"eval", "absent.jsonl", "reports"},
                                             {"eval", "gold.jsonl", "absent"}})
    EXPECT_EQ(run(arguments).status, 2) << arguments.back();
  write("more.jsonl", "{\"id\": 4\n");
  const Ended rejected = run({"eval", "gold.jsonl", "reports", "more.jsonl"});
  EXPECT_EQ(rejected.status, 3);
  EXPECT_THAT(rejected.err, StartsWith("more.jsonl:1: "));
  const Ended absent = run({"eval", "gold.jsonl", "reports/second.txt"});
  EXPECT_EQ(absent.status, 0);
  EXPECT_THAT(absent.err,
              HasSubstr("1 gold claim of reports that were not given, taken as missed; the first: first.txt"));
}

TEST_F(ProgramTest, AFullDiskIsSaidAndAClosedPipeIsNot) {
  index();
  out_ = "/dev/full";
  const Ended full = run({"export"});
  EXPECT_EQ(full.status, 2);
  EXPECT_THAT(full.err, HasSubstr("cannot write to standard output: No space left on device"));
}

TEST_F(ProgramTest, ColourIsForTerminalsUnlessForced) {
  index();
  EXPECT_EQ(run({"search", "soldiers"}).out.find('\033'), std::string::npos);
  EXPECT_THAT(run({"search", "soldiers"}).out, HasSubstr("*soldiers*"));
  EXPECT_NE(run({"search", "--color", "always", "soldiers"}).out.find('\033'), std::string::npos);
}

TEST_F(ProgramTest, HelpIsOnStandardOutput) {
  EXPECT_THAT(run({"--help"}).out, StartsWith("averment searches news reports"));
  EXPECT_THAT(run({"help", "claims"}).out, StartsWith("usage: averment claims "));
  EXPECT_EQ(run({"claims", "--help"}).out, run({"help", "claims"}).out);
  EXPECT_THAT(run({"--version"}).out, ContainsRegex("^averment [0-9]+\\.[0-9]+\\.[0-9]+\n$"));
}

TEST_F(ProgramTest, NoLineOfHelpIsWiderThan80Columns) {
  std::vector<std::vector<std::string>> topics{{"help"}};
  for (const char* topic : {"index", "search", "claims", "facets", "show", "export", "status", "remove", "verify",
                            "eval", "help", "query", "fields", "formats", "settings", "exit"})
    topics.push_back({"help", topic});
  for (const auto& topic : topics)
    for (const std::string& line : lines(run(topic).out))
      EXPECT_LE(cli::display_width(line), 80u) << topic.back() << ": " << line;
}

}  // namespace
}  // namespace averment
