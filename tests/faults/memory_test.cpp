// Memory that cannot be had while reports are indexed: the program says so, and the next run ends its work.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstring>
#include <iostream>
#include <random>

#include "tests/faults/amount.hpp"
#include "tests/faults/program.hpp"
#include "tests/faults/trace.hpp"

namespace averment::faults {
namespace {

class MemoryTest : public testing::Test {
 protected:
  MemoryTest() {
    for (int i = 0; i < 24; ++i)
      folder_.write("reports/" + std::to_string(i) + ".txt",
                    "In district " + std::to_string(i) + " police said " + std::to_string(i + 2) +
                        " people were killed. The mayor, Anna Lind, said 40 were wounded.\n");
    EXPECT_EQ(index("whole").status, 0);
    whole_ = said({"export", "--db", (folder_ / "whole").string()});
    EXPECT_NE(whole_.find("Anna Lind"), std::string::npos);
  }

  /// `fail`: "N M": of what is asked for, M from the Nth on cannot be had; empty: all is only counted.
  Answer index(const std::string& name, const char* fail = nullptr) const {
    const std::string to = folder_ / name, trace = folder_ / "count";
    return run_program({"index", "--db", to, "--batch", "8", "--threads", "2", folder_ / "reports"}, folder_, [&] {
      if (!fail) return;
      setenv("LD_PRELOAD", FAULTS_SCARCE_MEMORY, 1);
      setenv(root_variable, to.c_str(), 1);
      setenv(trace_variable, trace.c_str(), 1);
      if (*fail != 0) setenv(fail_variable, fail, 1);
    });
  }

  std::string said(const std::vector<std::string>& arguments) const {
    const Answer answer = run_program(arguments, folder_);
    EXPECT_EQ(answer.status, 0) << answer.err;
    return answer.out;
  }

  /// How often the program asks for memory from when it looks for the index.
  std::uint64_t requests() const {
    EXPECT_EQ(index("counted", "").status, 0);
    const std::string bytes = content(folder_ / "count");
    std::uint64_t count = 0;
    if (bytes.size() == sizeof count) std::memcpy(&count, bytes.data(), sizeof count);
    return count;
  }

  void check(const std::string& fail) const {
    SCOPED_TRACE("requests that fail, and how many: " + fail);
    const Answer answer = index("broken", fail.c_str());
    EXPECT_TRUE(answer.status == 0 || answer.status == 2 || answer.status == 3) << answer.status << answer.err;
    const std::string broken = folder_ / "broken";
    if (answer.status == 0) {
      EXPECT_EQ(said({"export", "--db", broken}), whole_) << "what failed was kept silent";
    } else {
      EXPECT_FALSE(answer.err.empty());  // what Xapian makes of it may not speak of memory
    }
    EXPECT_EQ(index("broken").status, 0);
    said({"verify", "--db", broken});
    EXPECT_EQ(said({"export", "--db", broken}), whole_);
    std::filesystem::remove_all(broken);
  }

  TemporaryFolder folder_;
  std::string whole_;
};

TEST_F(MemoryTest, WhereverItCannotBeHadTheNextRunEndsTheWork) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "the sanitizer gives out the memory";
#endif
  const std::uint64_t count = requests();
  ASSERT_GT(count, 1000u) << "requests are not counted";
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const unsigned rounds = times(3);
  for (unsigned round = 0; round < rounds; ++round) {
    check(std::to_string(1 + random() % count) + " 1");
    check(std::to_string(1 + random() % count) + " " + std::to_string(2 * count));
  }
  std::cout << 2 * rounds << " places among " << count << " requests for memory, nothing lost\n";
}

}  // namespace
}  // namespace averment::faults
