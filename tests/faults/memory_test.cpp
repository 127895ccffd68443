// Memory that cannot be had: the program says so, the next run ends what one that writes has begun, and one that reads
// gives its whole answer or none.
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

  /// `fail`: "N M": of what is asked for since the program looks at the index, M from the Nth on cannot be had; empty:
  /// all is only counted.
  Answer run(const std::vector<std::string>& arguments, const std::string& name, const char* fail = nullptr) const {
    const std::string root = folder_ / name, trace = folder_ / "count";
    return run_program(arguments, folder_, [&] {
      if (!fail) return;
      setenv("LD_PRELOAD", FAULTS_SCARCE_MEMORY, 1);
      setenv(root_variable, root.c_str(), 1);
      setenv(trace_variable, trace.c_str(), 1);
      if (*fail != 0) setenv(fail_variable, fail, 1);
    });
  }

  Answer index(const std::string& name, const char* fail = nullptr) const {
    return run({"index", "--db", folder_ / name, "--batch", "8", "--threads", "2", folder_ / "reports"}, name, fail);
  }

  std::string said(const std::vector<std::string>& arguments) const {
    const Answer answer = run_program(arguments, folder_);
    EXPECT_EQ(answer.status, 0) << answer.err;
    return answer.out;
  }

  /// How often the program that was run last with an empty `fail` asked for memory.
  std::uint64_t counted() const {
    const std::string bytes = content(folder_ / "count");
    std::uint64_t count = 0;
    if (bytes.size() == sizeof count) std::memcpy(&count, bytes.data(), sizeof count);
    return count;
  }

  /// Calls `check` with what fails: one of so many requests, then all from one on.
  template <typename Check>
  void at_random_places(std::uint64_t count, unsigned rounds, const Check& check) const {
    ASSERT_GT(count, 100u) << "requests are not counted";
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (unsigned round = 0; round < rounds; ++round)
      for (const std::uint64_t more : {std::uint64_t{1}, 2 * count}) {
        const std::string fail = std::to_string(1 + random() % count) + " " + std::to_string(more);
        SCOPED_TRACE("requests that fail, and how many: " + fail);
        check(fail.c_str());
      }
    std::cout << 2 * rounds << " places among " << count << " requests for memory\n";
  }

  void expect_said(const Answer& answer) const {
    // The C library ends the program, ICU crashes, and each is said.
    for (const char* said : {"Fatal glibc error", "crashed: it is probably damaged, or there was not memory enough"})
      if (answer.err.find(said) != std::string::npos) return;
    EXPECT_TRUE(answer.status == 0 || answer.status == 2 || answer.status == 3) << answer.status << answer.err;
    EXPECT_EQ(answer.status == 0, answer.err.empty()) << answer.err;  // what Xapian makes of it may not speak of memory
  }

  void expect_whole_or_said(const Answer& answer, const Answer& sound) const {
    expect_said(answer);
    if (answer.status == 0) {
      EXPECT_EQ(answer.out, sound.out);
    }
  }

  TemporaryFolder folder_;
  std::string whole_;
};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SKIP_WHERE_A_SANITIZER_GIVES_OUT_THE_MEMORY GTEST_SKIP()
#else
#define SKIP_WHERE_A_SANITIZER_GIVES_OUT_THE_MEMORY
#endif

TEST_F(MemoryTest, WhereverItCannotBeHadTheNextRunEndsTheWork) {
  SKIP_WHERE_A_SANITIZER_GIVES_OUT_THE_MEMORY;
  EXPECT_EQ(index("counted", "").status, 0);
  at_random_places(counted(), times(3), [&](const char* fail) {
    const Answer answer = index("broken", fail);
    expect_said(answer);
    const std::string broken = folder_ / "broken";
    if (answer.status == 0) {
      EXPECT_EQ(said({"export", "--db", broken}), whole_) << "what failed was kept silent";
    }
    EXPECT_EQ(index("broken").status, 0);
    said({"verify", "--db", broken});
    EXPECT_EQ(said({"export", "--db", broken}), whole_);
    std::filesystem::remove_all(broken);
  });
}

TEST_F(MemoryTest, ACompactionIsDoneOrNothingOfIt) {
  SKIP_WHERE_A_SANITIZER_GIVES_OUT_THE_MEMORY;
  const std::string whole = folder_ / "whole";
  const std::vector<std::string> compact = {"compact", "--db", whole};
  EXPECT_EQ(run(compact, "whole", "").status, 0);
  at_random_places(counted(), times(2), [&](const char* fail) {
    expect_said(run(compact, "whole", fail));
    said({"verify", "--db", whole});
    EXPECT_EQ(said({"export", "--db", whole}), whole_);
  });
}

TEST_F(MemoryTest, WhoAsksGetsTheWholeAnswerOrIsToldThatThereIsNone) {
  SKIP_WHERE_A_SANITIZER_GIVES_OUT_THE_MEMORY;
  const std::string whole = folder_ / "whole";
  for (const std::vector<std::string>& question : {
           std::vector<std::string>{"search", "--db", whole, "--facet", "source", "\"people were killed\" dist*"},
           {"claims", "--db", whole, "--by", "source"},
           {"timeline", "--db", whole, "--by", "source"},
           {"entities", "--db", whole},
           {"export", "--db", whole},
           {"verify", "--db", whole},
       }) {
    SCOPED_TRACE(question.front());
    const Answer sound = run(question, "whole", "");
    EXPECT_EQ(sound.status, 0) << sound.err;
    at_random_places(counted(), times(1),
                     [&](const char* fail) { expect_whole_or_said(run(question, "whole", fail), sound); });
  }
}

/// Where libraries make what they keep: ICU waited for itself without end.
TEST_F(MemoryTest, NoneOfTheFirstRequestsThatFailsHoldsTheProgramUp) {
  SKIP_WHERE_A_SANITIZER_GIVES_OUT_THE_MEMORY;
  constexpr unsigned requests = 150;
  const std::vector<std::string> question{"search", "--db", folder_ / "whole", "people"};
  const Answer sound = run(question, "whole", "");
  ASSERT_GT(counted(), requests);
  for (unsigned request = 1; request <= requests; ++request) {
    SCOPED_TRACE(request);
    expect_whole_or_said(run(question, "whole", (std::to_string(request) + " 1").c_str()), sound);
  }
}

}  // namespace
}  // namespace averment::faults
