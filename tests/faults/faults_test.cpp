// An index whose writer is killed, whose disk fails or whose power goes: nothing that was committed is lost, no report
// is half there, and the next run brings it to where it would have been.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <random>
#include <sstream>
#include <thread>

#include "averment/error.hpp"
#include "store/database.hpp"
#include "tests/child_process.hpp"
#include "tests/faults/amount.hpp"
#include "tests/faults/disk.hpp"
#include "tests/faults/plan.hpp"
#include "tests/temporary_folder.hpp"

namespace averment::faults {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;

/// The victim in a folder of its own, to which it writes its index.
class Victim {
 public:
  enum class Recorded : bool { no, yes };

  /// `fails`: the value of fail_variable.
  explicit Victim(Recorded recorded = Recorded::no, const std::string& fails = "") {
    process_ = fork();
    if (process_ != 0) return;
    if (recorded == Recorded::yes) {
      setenv("LD_PRELOAD", FAULTS_RECORDER, 1);
      setenv("ASAN_OPTIONS", "verify_asan_link_order=0", 1);  // for a build with it, which wants to come first
    }
    if (!fails.empty()) setenv(fail_variable, fails.c_str(), 1);
    setenv(root_variable, disk().c_str(), 1);
    setenv(trace_variable, trace().c_str(), 1);
    if (!freopen((folder_ / "out").c_str(), "w", stdout) || !freopen((folder_ / "err").c_str(), "w", stderr))
      _exit(126);
    execl(FAULTS_VICTIM, FAULTS_VICTIM, index().c_str(), nullptr);
    _exit(127);
  }
  ~Victim() { kill(); }

  fs::path disk() const { return folder_ / "disk"; }
  fs::path index() const { return disk() / "index"; }
  fs::path trace() const { return folder_ / "trace"; }
  std::string errors() const { return content(folder_ / "err"); }

  bool has_begun() const { return fs::exists(disk() / ".index.unfinished") || fs::exists(index()); }
  void kill() {
    if (process_ > 0) ::kill(process_, SIGKILL);
    wait();
  }
  int wait() {
    const int status = process_ > 0 ? status_of(process_) : 0;
    process_ = -1;
    return status;
  }
  /// The last batch that it said to be committed.
  unsigned committed() const {
    std::istringstream lines(content(folder_ / "out"));
    unsigned batch = 0;
    std::string word;
    while (lines >> word >> batch) continue;
    return batch;
  }

 private:
  struct Folder : TemporaryFolder {
    Folder() { fs::create_directory(path() / "disk"); }
  };
  Folder folder_;
  pid_t process_ = -1;
};

/// Of an index that is there, or not yet: it holds what was committed, or one batch more, and the next run ends the
/// work.
testing::AssertionResult is_sound(const fs::path& index, unsigned committed) {
  const Plan plan;
  try {
    if (index_exists(index) || committed > 0) {
      const std::optional<unsigned> batch = batch_of(plan, index);
      if (!batch) return testing::AssertionFailure() << "the index holds what it held after no batch";
      if (*batch < committed)
        return testing::AssertionFailure() << "committed " << committed << ", there is " << *batch;
    }
    work(plan, index, [](unsigned) {});
    if (batch_of(plan, index) != plan.batches)
      return testing::AssertionFailure() << "the next run did not end the work";
    for (const auto& entry : fs::directory_iterator(index.parent_path()))
      if (entry.path().filename() != "index") return testing::AssertionFailure() << entry.path() << " is left";
  } catch (const std::exception& error) {
    return testing::AssertionFailure() << error.what();
  }
  return testing::AssertionSuccess();
}

TEST(Faults, TheWorkEndsWhereNothingHappens) {
  Victim victim;
  EXPECT_EQ(victim.wait(), 0) << victim.errors();
  EXPECT_EQ(victim.committed(), Plan().batches);
  EXPECT_TRUE(is_sound(victim.index(), Plan().batches));
}

void kill_within(microseconds longest, unsigned count, unsigned seed) {
  std::mt19937 random(seed);
  for (unsigned i = 0; i < count; ++i) {
    Victim victim;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!victim.has_begun() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(microseconds(50));
    std::this_thread::sleep_for(microseconds(random() % static_cast<unsigned>(longest.count())));
    victim.kill();
    ASSERT_TRUE(is_sound(victim.index(), victim.committed())) << "kill " << i << ", seed " << seed;
  }
}

TEST(Faults, AKillWhileTheIndexIsMadeLosesNothing) { kill_within(microseconds(50'000), times(5), 1); }
TEST(Faults, AKillLosesNothingCommitted) { kill_within(microseconds(400'000), times(10), 2); }

TEST(Faults, APowerCutLosesNothingCommitted) {
  Victim victim(Victim::Recorded::yes);
  ASSERT_EQ(victim.wait(), 0) << victim.errors();
  const std::vector<RecordedOperation> trace = read_trace(victim.trace());
  ASSERT_GT(trace.size(), 100u) << "the recorder sees nothing";
  std::mt19937 random(3);
  for (unsigned i = 0; i < times(20); ++i) {
    const std::size_t cut = random() % (trace.size() + 1);
    Disk disk(victim.disk());
    unsigned committed = 0;
    for (std::size_t k = 0; k < cut; ++k) {
      disk.apply(trace[k]);
      if (trace[k].kind == Operation::Kind::mark) committed = static_cast<unsigned>(trace[k].offset);
    }
    const TemporaryFolder folder;
    disk.fail(random, folder / "disk");
    ASSERT_TRUE(is_sound(folder / "disk/index", committed))
        << "cut " << i << " after " << cut << " of " << trace.size() << " operations";
  }
}

TEST(Faults, EachOperationThatFailsIsReportedAndLosesNothing) {
  Victim whole(Victim::Recorded::yes);
  ASSERT_EQ(whole.wait(), 0) << whole.errors();
  const std::size_t operations = read_trace(whole.trace()).size();
  const std::size_t step = std::max<std::size_t>(1, operations / times(10));
  for (const int error : {ENOSPC, EIO})
    for (std::size_t number = 1 + static_cast<std::size_t>(error) % step; number <= operations; number += step) {
      Victim victim(Victim::Recorded::yes, std::to_string(number) + " " + std::to_string(error));
      const int status = victim.wait();
      SCOPED_TRACE("operation " + std::to_string(number) + " fails with error " + std::to_string(error) + ": " +
                   victim.errors());
      ASSERT_LE(status, 2);
      ASSERT_TRUE(status != 0 || victim.committed() == Plan().batches) << "it failed in silence";
      ASSERT_TRUE(is_sound(victim.index(), victim.committed()));
    }
}

}  // namespace
}  // namespace averment::faults
