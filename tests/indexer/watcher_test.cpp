// Tests of indexer/watcher.cpp and indexer/watched_files.cpp: what is done to files, and what the index then holds.
#include "averment/watcher.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

#include "averment/error.hpp"
#include "indexer/index_writer.hpp"
#include "store/database.hpp"
#include "store/report_reader.hpp"
#include "tests/indexer/sample.hpp"
#include "tests/wait_until.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using Texts = std::map<std::string, std::string>;  // by report id

/// Some file systems do not say whether a file is open for writing.
bool tells_of_writers(const fs::path& being_written) {
  const int file = open(being_written.c_str(), O_RDONLY | O_CLOEXEC);
  const bool tells = fcntl(file, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  close(file);
  return tells;
}

/// A watch in a thread of its own, by events or, where the parameter says so, by looking.
class WatcherTest : public FolderTest, public testing::WithParamInterface<bool> {
 protected:
  ~WatcherTest() override { stop(); }

  void start(std::vector<std::string> paths, bool prune = false) {
    options_.indexer.claims = false;
    options_.ingest.paths = std::move(paths);
    options_.ingest.threads = 1;
    options_.ingest.prune = prune;
    options_.ingest.interrupted = [this] { return stopped_.load(); };
    options_.quiet = std::chrono::milliseconds(50);
    options_.retry = std::chrono::milliseconds(50);
    if (GetParam()) options_.poll = std::chrono::milliseconds(50);
    WatchObserver observer;
    observer.taken = [this](const IngestSummary& summary) {
      const std::lock_guard lock(mutex_);
      batches_.push_back(summary);
    };
    observer.rejected = [this](const Rejection& rejection) { note(rejections_, rejection.reason); };
    observer.warned = [this](const std::string& what) { note(warnings_, what); };
    observer.troubled = [this](const std::string& what) { note(troubles_, what); };
    thread_ = std::jthread([this, observer] { watch(index(), options_, observer); });
  }
  void start(bool prune = false) {
    fs::create_directories(news());
    start({news().string()}, prune);
    ASSERT_TRUE(wait_until([&] { return !batches().empty(); })) << "the first pass";
  }
  void stop() {
    stopped_ = true;
    if (thread_.joinable()) thread_.join();
  }

  fs::path news() const { return folder_ / "news"; }

  /// Each report's text.
  Texts texts(const fs::path& directory) const {
    Texts texts;
    if (!index_exists(directory)) return texts;
    try {
      const Xapian::Database database = open_for_reading(directory);
      for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
        const Report report = deserialize(ReportReader(database).read(*number)).report;
        texts[report.id] = report.text;
      }
    } catch (const Xapian::DatabaseModifiedError&) {  // it is written just now: the next look will do
      texts["?"] = "";
    }
    return texts;
  }
  Texts texts() const { return texts(index()); }
  bool has(const std::string& id) const { return texts().contains(id); }
  bool comes_to(const Texts& expected) const {
    return wait_until([&] { return texts() == expected; });
  }

  std::vector<IngestSummary> batches() const { return copy(batches_); }
  std::vector<std::string> rejections() const { return copy(rejections_); }
  std::vector<std::string> warnings() const { return copy(warnings_); }
  std::vector<std::string> troubles() const { return copy(troubles_); }

 private:
  template <typename List>
  List copy(const List& list) const {
    const std::lock_guard lock(mutex_);
    return list;
  }
  void note(std::vector<std::string>& list, const std::string& text) {
    const std::lock_guard lock(mutex_);
    list.push_back(text);
  }

  mutable std::mutex mutex_;
  std::vector<IngestSummary> batches_;
  std::vector<std::string> rejections_, warnings_, troubles_;
  std::atomic<bool> stopped_ = false;
  WatchOptions options_;
  std::jthread thread_;
};

INSTANTIATE_TEST_SUITE_P(Each, WatcherTest, testing::Values(false, true),
                         [](const auto& one) { return one.param ? "Looking" : "ByEvents"; });

TEST_P(WatcherTest, FilesThatArriveAndChangeAreTaken) {
  write("news/a.txt", "first");
  start();
  EXPECT_EQ(texts(), (Texts{{"a.txt", "first"}}));
  write("news/b.txt", "second");
  EXPECT_TRUE(comes_to({{"a.txt", "first"}, {"b.txt", "second"}}));
  write("news/a.txt", "changed");
  EXPECT_TRUE(comes_to({{"a.txt", "changed"}, {"b.txt", "second"}}));
  write("other.txt", "moved here");
  fs::rename(folder_ / "other.txt", news() / "c.txt");
  EXPECT_TRUE(comes_to({{"a.txt", "changed"}, {"b.txt", "second"}, {"c.txt", "moved here"}}));
}

TEST_P(WatcherTest, NewFoldersAreWatchedAndTheirReportsHaveTheIdsOfAFullRun) {
  start();
  write("news/2025/02/a.txt", "deep");
  EXPECT_TRUE(wait_until([&] { return has("2025/02/a.txt"); }));
  write("news/2025/02/b.txt", "later");
  write("elsewhere/03/c.txt", "moved with its folder");
  fs::rename(folder_ / "elsewhere", news() / "2026");
  EXPECT_TRUE(
      comes_to({{"2025/02/a.txt", "deep"}, {"2025/02/b.txt", "later"}, {"2026/03/c.txt", "moved with its folder"}}));
}

TEST_P(WatcherTest, OfFilesThatAreGivenThemselvesNoOtherIsTaken) {
  const fs::path given = write("news/a.txt", "first");
  start({given.string()});
  ASSERT_TRUE(comes_to({{"a.txt", "first"}}));
  write("news/b.txt", "not given");
  write("news/a.txt", "changed");
  EXPECT_TRUE(comes_to({{"a.txt", "changed"}}));
}

TEST_P(WatcherTest, AFileInTwoFoldersThatWereGivenHasAnIdInEach) {
  fs::create_directories(news() / "sub");
  start({news().string(), (news() / "sub").string()});
  ASSERT_TRUE(wait_until([&] { return !batches().empty(); }));
  write("news/sub/a.txt", "twice");
  EXPECT_TRUE(comes_to({{"a.txt", "twice"}, {"sub/a.txt", "twice"}}));
}

TEST_P(WatcherTest, AFileThatIsBeingWrittenWaits) {
  start();
  std::ofstream slow(news() / "slow.txt");
  slow << "half of " << std::flush;
  for (const char* name : {"b.txt", "c.txt", "d.txt"}) {
    write(fs::path("news") / name, "whole");
    ASSERT_TRUE(wait_until([&] { return has(name); }));
    if (!GetParam() || tells_of_writers(news() / "slow.txt")) {
      EXPECT_FALSE(has("slow.txt")) << "it is open still";
    }
  }
  slow << "the text" << std::flush;
  slow.close();
  ASSERT_TRUE(wait_until([&] { return has("slow.txt"); }));
  EXPECT_EQ(texts().at("slow.txt"), "half of the text");
  EXPECT_THAT(rejections(), IsEmpty());
}

TEST_P(WatcherTest, JsonLinesAreTakenAsTheyGrowAndALineWithoutItsEndWaits) {
  start();
  std::ofstream lines(news() / "wire.jsonl");
  lines << "{\"id\": 1, \"text\": \"one\"}\n{\"id\": 2, \"te" << std::flush;
  EXPECT_TRUE(comes_to({{"1", "one"}})) << "although it is open still";
  lines << "xt\": \"two\"}\n" << std::flush;
  EXPECT_TRUE(comes_to({{"1", "one"}, {"2", "two"}}));
  lines << "{\"id\": 3, \"text\": \"three\"}" << std::flush;
  EXPECT_TRUE(comes_to({{"1", "one"}, {"2", "two"}, {"3", "three"}})) << "it is whole without a new line";
  EXPECT_THAT(rejections(), IsEmpty());
}

TEST_P(WatcherTest, OfLinesThatGrowOnlyTheNewOnesAreRead) {
  write("news/wire.jsonl", "{\"id\": 1, \"text\": \"one\"}\n");
  start();
  std::ofstream(news() / "wire.jsonl", std::ios::app) << "{\"id\": 2, \"text\": \"two\"}\nno report\n";
  EXPECT_TRUE(comes_to({{"1", "one"}, {"2", "two"}}));
  ASSERT_TRUE(wait_until([&] { return batches().size() > 1; }));
  std::uint64_t unchanged = 0;
  for (const IngestSummary& batch : batches()) unchanged += batch.unchanged;
  EXPECT_EQ(unchanged, 0u);
  write("news/wire.jsonl",
        "{\"id\": 1, \"text\": \"else\"}\n{\"id\": 2, \"text\": \"two\"}\n{\"id\": 3, \"text\": \"3\"}\nno\n");
  EXPECT_TRUE(comes_to({{"1", "else"}, {"2", "two"}, {"3", "3"}})) << "what is written anew is read anew";
}

TEST_P(WatcherTest, WhatVanishesGoesWherePruningIsAskedFor) {
  write("news/a.txt", "stays");
  write("news/b.txt", "goes");
  write("news/sub/c.txt", "goes with its folder");
  write("news/d.jsonl", "{\"id\": 1, \"text\": \"one\"}\n{\"id\": 2, \"text\": \"two\"}\n");
  start(true);
  EXPECT_EQ(texts().size(), 5u);
  fs::remove(news() / "b.txt");
  fs::remove_all(news() / "sub");
  write("news/d.jsonl", "{\"id\": 2, \"text\": \"two\"}\n");
  EXPECT_TRUE(comes_to({{"2", "two"}, {"a.txt", "stays"}}));
}

TEST_P(WatcherTest, AFolderWhoseFilesVanishAllAtOnceMayBeADiskThatIsNotMounted) {
  write("news/a.txt", "stays");
  write("news/sub/b.txt", "stays");
  start(true);
  ASSERT_EQ(texts().size(), 2u);
  fs::rename(news() / "a.txt", folder_ / "a.txt");
  fs::rename(news() / "sub", folder_ / "sub");
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));  // nothing is to happen: there is nothing to wait for
  EXPECT_EQ(texts().size(), 2u);
  fs::rename(folder_ / "sub", news() / "sub");
  EXPECT_TRUE(comes_to({{"sub/b.txt", "stays"}})) << "it is there again, but for what went";
}

TEST_P(WatcherTest, WhatVanishesStaysWherePruningIsNotAskedFor) {
  write("news/a.txt", "stays");
  start();
  fs::remove(news() / "a.txt");
  write("news/b.txt", "comes");
  EXPECT_TRUE(comes_to({{"a.txt", "stays"}, {"b.txt", "comes"}}));
}

TEST_P(WatcherTest, AFolderThatWasGivenAndVanishesTakesNothingWithItAndMayComeBack) {
  write("news/a.txt", "stays");
  write("news/b.txt", "stays too");
  start(true);
  fs::rename(news(), folder_ / "away");
  std::this_thread::sleep_for(std::chrono::milliseconds(2000));  // nothing is to happen: there is nothing to wait for
  EXPECT_EQ(texts().size(), 2u);
  write("away/c.txt", "written while it was away");
  fs::remove(folder_ / "away/b.txt");
  fs::rename(folder_ / "away", news());
  EXPECT_TRUE(comes_to({{"a.txt", "stays"}, {"c.txt", "written while it was away"}}));
  fs::remove_all(news());
  std::this_thread::sleep_for(std::chrono::milliseconds(2000));
  EXPECT_EQ(texts().size(), 2u);
}

TEST_P(WatcherTest, ABurstIsTakenInBatches) {
  start();
  for (int i = 0; i < 300; ++i) write("news/" + std::to_string(i) + ".txt", "words");
  ASSERT_TRUE(wait_until([&] { return texts().size() == 300; }));
  EXPECT_LT(batches().size(), 30u);
}

TEST_P(WatcherTest, ABadFileIsNamedAndTheOthersAreTaken) {
  start();
  write("news/bad.txt", std::string_view("bin\0ary", 7));
  write("news/bad.jsonl", "{\"id\": 1\n{\"id\": 2, \"text\": \"words\"}\n");
  write("news/good.txt", "words");
  EXPECT_TRUE(comes_to({{"2", "words"}, {"good.txt", "words"}}));
  EXPECT_TRUE(wait_until([&] { return rejections().size() == 2; })) << testing::PrintToString(rejections());
  EXPECT_THAT(troubles(), IsEmpty());
}

TEST_P(WatcherTest, ALinkThatLeadsOutIsNotReadAndThatIsSaidOnce) {
  write("outside.txt", "secret");
  start();
  fs::create_symlink(folder_ / "outside.txt", news() / "link.txt");
  EXPECT_TRUE(wait_until([&] { return !warnings().empty(); }));
  write("news/a.txt", "words");
  EXPECT_TRUE(comes_to({{"a.txt", "words"}}));
  EXPECT_THAT(warnings(), ElementsAre(HasSubstr("link.txt: it is a link that leads out of the folder")));
}

TEST_P(WatcherTest, AnIndexThatAnotherWritesIsWaitedFor) {
  {
    IndexWriter other(index(), "other");
    write("news/a.txt", "words");
    start({news().string()});
    ASSERT_TRUE(wait_until([&] { return !troubles().empty(); }));
    EXPECT_THAT(troubles().front(), HasSubstr("is being written by this process"));
  }
  EXPECT_TRUE(comes_to({{"a.txt", "words"}}));
  ASSERT_TRUE(wait_until([&] { return !batches().empty(); })) << "it has closed the index";
  {
    IndexWriter other(index(), "other");
    write("news/b.txt", "words");
    ASSERT_TRUE(wait_until([&] { return troubles().size() > 1; }));
  }
  EXPECT_TRUE(comes_to({{"a.txt", "words"}, {"b.txt", "words"}})) << "the lock is held only while it is written";
}

TEST_P(WatcherTest, AnIndexThatVanishesIsMadeAnewOfAllThereIs) {
  write("news/a.txt", "words");
  start();
  fs::remove_all(index());
  write("news/b.txt", "words");
  EXPECT_TRUE(comes_to({{"a.txt", "words"}, {"b.txt", "words"}}));
}

TEST_P(WatcherTest, APathThatIsMissingWhenTheIndexIsMadeAnewIsTakenWhenItComesBack) {
  write("news/a.txt", "words");
  write("other/b.txt", "other words");
  start({news().string() + "/", (folder_ / "other").string() + "/"}, true);
  ASSERT_TRUE(comes_to({{"a.txt", "words"}, {"b.txt", "other words"}}));
  fs::rename(folder_ / "other", folder_ / "away");
  fs::remove_all(index());
  write("news/c.txt", "words");
  EXPECT_TRUE(comes_to({{"a.txt", "words"}, {"c.txt", "words"}}));
  fs::rename(folder_ / "away", folder_ / "other");
  EXPECT_TRUE(comes_to({{"a.txt", "words"}, {"b.txt", "other words"}, {"c.txt", "words"}}));
  EXPECT_THAT(rejections(), IsEmpty());
}

TEST_P(WatcherTest, APathThatIsMissingAtFirstIsAnError) {
  EXPECT_THROW(watch(index(), {.ingest = {.paths = {"/missing/path"}}}), InputError);
  EXPECT_THROW(watch(index(), {.ingest = {.paths = {"-"}}}), InputError);
  EXPECT_THROW(watch(index(), {.indexer = {.dry_run = true}, .ingest = {.paths = {folder_.string()}}}), InputError);
  EXPECT_FALSE(fs::exists(index()));
}

TEST_P(WatcherTest, AnIndexOfAnotherProgramEndsIt) {
  write("index/other", "words");
  EXPECT_THROW(watch(index(), {.ingest = {.paths = {folder_.string()}}}), IndexError);
}

/// Changes at random; afterwards the index is as one that was made of the files there are.
TEST_P(WatcherTest, WhateverHappensTheIndexComesToHoldWhatAFullRunWould) {
  const unsigned seed = 20251201;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
  const std::vector<std::string> folders{"", "a/", "a/b/", "c/"};
  const auto some_path = [&] { return "news/" + folders[pick(4)] + std::to_string(pick(8)) + ".txt"; };
  write("news/keep.txt", "so that there is something");
  start(true);
  for (int step = 0; step < 150; ++step) {
    const std::string text = "step " + std::to_string(step);
    std::error_code ignored;
    switch (pick(7)) {
      case 0:
        fs::remove(folder_ / some_path(), ignored);
        break;
      case 1:
        fs::rename(folder_ / some_path(), folder_ / some_path(), ignored);
        break;
      case 2:
        fs::remove_all(news() / folders[1 + pick(3)], ignored);
        break;
      case 3:
        fs::rename(news() / "a", news() / "d", ignored);
        break;
      case 4:
        std::ofstream(news() / "wire.jsonl", pick(4) == 0 ? std::ios::trunc : std::ios::app)
            << "{\"id\": " << pick(20) << ", \"text\": \"" << text << "\"}\n";
        break;
      default:
        write(some_path(), text);
    }
    if (pick(10) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(pick(200)));
  }
  const fs::path anew = folder_ / "anew";
  Indexer indexer(anew, {.claims = false});
  ingest(indexer, {.paths = {news().string()}, .threads = 1});
  EXPECT_TRUE(comes_to(texts(anew))) << testing::PrintToString(texts()) << testing::PrintToString(texts(anew));
}

}  // namespace
}  // namespace averment
