#include "store/database.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <optional>
#include <thread>

#include "averment/error.hpp"
#include "store/lock_holder.hpp"
#include "store/schema.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;
using Reason = IndexError::Reason;

class DatabaseTest : public testing::Test {
 protected:
  fs::path index() const { return folder_ / "index"; }
  fs::path unfinished() const { return folder_ / ".index.unfinished"; }

  template <typename Open>
  Reason reason(Open open) {
    try {
      open();
    } catch (const IndexError& error) {
      EXPECT_NE(std::string(error.what()).find(folder_.path().string()), std::string::npos) << error.what();
      return error.reason();
    }
    ADD_FAILURE() << "no error";
    return Reason::failed;
  }
  Reason reading() {
    return reason([&] { open_for_reading(index()); });
  }
  Reason writing() {
    return reason([&] { open_for_writing(index()); });
  }

  const TemporaryFolder folder_;
};

TEST_F(DatabaseTest, WritingCreatesWhatReadingThenFinds) {
  EXPECT_EQ(reading(), Reason::missing);
  open_for_writing(index());
  EXPECT_EQ(open_for_reading(index()).get_doccount(), 0u);
  EXPECT_FALSE(fs::exists(unfinished()));
}

TEST_F(DatabaseTest, MissingParentsAreMadeAndATrailingSlashDoesNotMatter) {
  open_for_writing(folder_ / "a" / "b" / "");
  EXPECT_TRUE(index_exists(folder_ / "a" / "b"));
}

TEST_F(DatabaseTest, AnEmptyFolderBecomesAnIndexAndOneWithOtherFilesDoesNot) {
  fs::create_directory(index());
  EXPECT_EQ(reading(), Reason::missing);
  open_for_writing(index());
  EXPECT_TRUE(index_exists(index()));

  fs::remove_all(index());
  fs::create_directory(index());
  std::ofstream(index() / "letter.txt") << "not ours";
  EXPECT_EQ(writing(), Reason::missing);
  EXPECT_TRUE(fs::exists(index() / "letter.txt"));
}

TEST_F(DatabaseTest, TheRemainsOfABrokenCreationAreMadeAnew) {
  fs::create_directory(unfinished());
  std::ofstream(unfinished() / "iamglass") << "cut";
  std::ofstream(unfinished() / "postlist.glass");
  EXPECT_EQ(reading(), Reason::missing);
  open_for_writing(index());
  EXPECT_EQ(open_for_reading(index()).get_doccount(), 0u);
  EXPECT_FALSE(fs::exists(unfinished()));
}

TEST_F(DatabaseTest, OfManyThatCreateAtOnceOneWritesAndTheOthersFindItLocked) {
  for (int round = 0; round < 20; ++round) {
    fs::remove_all(index());
    std::atomic<int> opened = 0, locked = 0, ended = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        try {
          const Xapian::WritableDatabase database = open_for_writing(index());
          ++opened;
          ++ended;
          while (ended < 4) std::this_thread::yield();
        } catch (const IndexError& error) {
          if (error.reason() == Reason::locked) ++locked;
          ++ended;
        }
      });
    threads.clear();
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(locked, 3);
  }
}

TEST_F(DatabaseTest, ASecondWriterIsTold) {
  const Xapian::WritableDatabase first = open_for_writing(index());
  EXPECT_EQ(writing(), Reason::locked);
}

TEST_F(DatabaseTest, ASecondWriterWaitsAsLongAsAskedAndIsToldWhoHoldsTheIndex) {
  std::optional<Xapian::WritableDatabase> first(open_for_writing(index()));
  try {
    open_for_writing(index(), std::chrono::milliseconds(50));
    FAIL() << "no error";
  } catch (const IndexError& error) {
    EXPECT_NE(std::string(error.what()).find("is being written by this process"), std::string::npos) << error.what();
  }
  const std::jthread holder([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    first.reset();
  });
  EXPECT_NO_THROW(open_for_writing(index(), std::chrono::seconds(20)));
}

TEST_F(DatabaseTest, AProcessThatHoldsTheIndexIsNamed) {
  open_for_writing(index());
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const Xapian::WritableDatabase held = open_for_writing(index());
    if (write(ready[1], "x", 1) != 1) _exit(1);
    pause();
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_NE(holder_of_lock(index()).find("process " + std::to_string(child) + " ("), std::string::npos);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  close(ready[0]);
  close(ready[1]);
}

TEST_F(DatabaseTest, AnotherSchemaVersionIsRefusedByReadersAndWriters) {
  {
    Xapian::WritableDatabase database = open_for_writing(index());
    database.set_metadata(std::string(schema::metadata::schema_version), "999");
    database.commit();
  }
  EXPECT_EQ(reading(), Reason::other_version);
  EXPECT_EQ(writing(), Reason::other_version);
}

TEST_F(DatabaseTest, ADatabaseOfAnotherProgramIsRefused) {
  Xapian::WritableDatabase(index().string(), Xapian::DB_CREATE);
  EXPECT_EQ(reading(), Reason::other_version);
  EXPECT_EQ(writing(), Reason::other_version);
}

TEST_F(DatabaseTest, MissingAndCutTablesAreDamage) {
  open_for_writing(index());
  const fs::path copy = folder_ / "copy";
  fs::copy(index(), copy);
  const auto restore = [&] {
    fs::remove_all(index());
    fs::copy(copy, index());
  };
  fs::remove(index() / "postlist.glass");
  EXPECT_EQ(reading(), Reason::damaged);
  restore();
  fs::resize_file(index() / "iamglass", 10);
  EXPECT_EQ(reading(), Reason::damaged);
  restore();
  fs::resize_file(index() / "postlist.glass", 100);
  EXPECT_EQ(reading(), Reason::damaged);
}

TEST_F(DatabaseTest, ErrorsAreTurnedIntoOursWithTheirReason) {
  const auto turned = [&](const auto& error) {
    return reason([&] { with_index_errors(index(), "search", [&] { throw error; }); });
  };
  EXPECT_EQ(turned(Xapian::DatabaseModifiedError("moved on")), Reason::changing);
  EXPECT_EQ(turned(Xapian::DatabaseCorruptError("bad block")), Reason::damaged);
  EXPECT_EQ(turned(Xapian::RangeError("no such value")), Reason::damaged);
  EXPECT_EQ(turned(Xapian::DatabaseVersionError("honey")), Reason::other_version);
  EXPECT_EQ(turned(Xapian::DatabaseError("write failed", ENOSPC)), Reason::failed);
  EXPECT_EQ(turned(Xapian::DatabaseLockError("no rights", EACCES)), Reason::failed);
}

}  // namespace
}  // namespace averment
