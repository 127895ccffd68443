// An index written anew under the hands of its readers and its writer.
#include "store/compaction.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "store/database.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;

class CompactionTest : public testing::Test {
 protected:
  fs::path index() const { return folder_ / "index"; }

  static void put(Indexer& indexer, int number) {
    Report report;
    report.id = "r" + std::to_string(number);
    report.text = "The flood killed " + std::to_string(number) + " people in the valley.";
    report.lang = "en";
    indexer.put(std::move(report));
    indexer.commit();
  }

  static std::uint64_t found(Searcher& searcher) { return searcher.search(parse_query("\"killed\"")).total; }

  const TemporaryFolder folder_;
};

TEST_F(CompactionTest, ReadersAndTheWriterGoOn) {
  Indexer indexer(index());
  for (int i = 0; i < 40; ++i) put(indexer, i + 2);
  Searcher searcher(index());
  EXPECT_EQ(found(searcher), 40u);
  const Status before = searcher.status();
  indexer.compact();
  EXPECT_EQ(found(searcher), 40u);
  EXPECT_LT(searcher.status().bytes_on_disk, before.bytes_on_disk);
  EXPECT_EQ(searcher.status().revision, before.revision);
  put(indexer, 100);
  put(indexer, 2);  // unchanged
  EXPECT_EQ(found(searcher), 41u);
  EXPECT_EQ(searcher.claims({}).total, 41u);
  EXPECT_TRUE(searcher.verify().empty());
  EXPECT_TRUE(indexer.remove("r3"));
  indexer.commit();
  EXPECT_EQ(found(searcher), 40u);
}

TEST_F(CompactionTest, AReaderSeesEachNewFolderHoweverManyThereWereSinceItLooked) {
  Indexer indexer(index());
  put(indexer, 2);
  Searcher searcher(index());
  for (int i = 3; i < 20; ++i) {
    EXPECT_EQ(found(searcher), static_cast<std::uint64_t>(i) - 2);
    put(indexer, i);
    for (int left = i % 3; left > 0; --left) indexer.compact();
  }
}

TEST_F(CompactionTest, OfWritersMeanwhileOneHoldsTheIndex) {
  std::atomic<int> writing = 0, most = 0, reports = 0;
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 10; ++i) {
        try {
          Indexer indexer(index());
          most = std::max<int>(most, ++writing);
          put(indexer, thread * 100 + i + 2);
          ++reports;
          indexer.compact();
          --writing;
        } catch (const IndexError& error) {
          EXPECT_EQ(error.reason(), IndexError::Reason::locked) << error.what();
        }
      }
    });
  threads.clear();
  EXPECT_EQ(most, 1);
  Searcher searcher(index());
  EXPECT_EQ(found(searcher), static_cast<std::uint64_t>(reports));
  EXPECT_TRUE(searcher.verify().empty());
}

TEST_F(CompactionTest, SearchesMeanwhileSeeCommittedStates) {
  Indexer indexer(index());
  put(indexer, 2);
  Searcher searcher(index());
  std::atomic<bool> done = false;
  const std::jthread writer([&] {
    for (int i = 3; i < 40; ++i) {
      put(indexer, i);
      indexer.compact();
    }
    done = true;
  });
  std::uint64_t last = 1;
  while (!done) {
    const std::uint64_t now = found(searcher);
    ASSERT_GE(now, last);
    last = now;
  }
  EXPECT_EQ(found(searcher), 38u);
}

TEST_F(CompactionTest, TheNewIndexIsLockedLikeTheOldOne) {
  Indexer indexer(index());
  put(indexer, 2);
  indexer.compact();
  EXPECT_THROW(Indexer{index()}, IndexError);
}

TEST_F(CompactionTest, AnIndexIsCompactedWhereALinkLeads) {
  fs::create_directories(folder_ / "elsewhere");
  fs::create_directory_symlink(folder_ / "elsewhere" / "index", index());
  {
    Indexer made(folder_ / "elsewhere" / "index");
    put(made, 2);
  }
  Indexer indexer(index());
  indexer.compact();
  put(indexer, 3);
  EXPECT_TRUE(fs::is_symlink(index()));
  Searcher searcher(folder_ / "elsewhere" / "index");
  EXPECT_EQ(found(searcher), 2u);
}

TEST_F(CompactionTest, AnIndexIsForItsOwnerAloneAndKeepsTheRightsThatItIsGiven) {
  const auto rights = [&](const char* name = "") { return fs::status(index() / name).permissions(); };
  const fs::perms own = fs::perms::owner_read | fs::perms::owner_write;
  Indexer indexer(index());
  EXPECT_EQ(rights(), fs::perms::owner_all);
  const auto all_files_have = [&](fs::perms wanted) {
    for (const auto& file : fs::directory_iterator(index())) EXPECT_EQ(file.status().permissions(), wanted) << file;
  };
  all_files_have(own);
  put(indexer, 2);
  all_files_have(own);
  indexer.compact();
  EXPECT_EQ(rights(), fs::perms::owner_all);
  all_files_have(own);
  fs::permissions(index(), fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec);
  for (const auto& file : fs::directory_iterator(index())) fs::permissions(file, own | fs::perms::group_read);
  put(indexer, 3);
  indexer.compact();
  put(indexer, 4);
  EXPECT_EQ(rights(), fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec);
  all_files_have(own | fs::perms::group_read);
}

TEST_F(CompactionTest, NothingIsLeftBesideIt) {
  fs::create_directories(folder_ / ".index.compacted");  // of an attempt that died
  Indexer indexer(index());
  put(indexer, 2);
  indexer.compact();
  for (const auto& entry : fs::directory_iterator(folder_ / "")) EXPECT_EQ(entry.path().filename(), "index");
}

TEST_F(CompactionTest, SmallIndexesAreLeftAsTheyAre) {
  Indexer indexer(index());
  put(indexer, 2);
  EXPECT_FALSE(compaction_pays(index(), open_for_reading(index()), 1'000'000));
}

}  // namespace
}  // namespace averment
