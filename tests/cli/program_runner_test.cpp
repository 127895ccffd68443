// Tests of cli/program_runner.cpp.
#include "cli/program_runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/temporary_folder.hpp"

namespace averment::cli {
namespace {

using testing::HasSubstr;

constexpr std::chrono::seconds long_enough{20};

class ProgramRunnerTest : public testing::Test {
 protected:
  std::string script(const std::string& body) const {
    const std::filesystem::path path = folder_.write("script", "#!/bin/sh\n" + body);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  }
  std::string written(const char* name) const {
    std::ostringstream text;
    text << std::ifstream(folder_ / name).rdbuf();
    return text.str();
  }

  const TemporaryFolder folder_;
};

TEST_F(ProgramRunnerTest, TheProgramGetsItsArgumentsAsTheyAreAndItsInputWhole) {
  const std::string program = script("printf '<%s>' \"$@\" > \"$1\"\ncat > \"$2\"\n");
  const std::string arguments = folder_ / "arguments", copy = folder_ / "copy";
  const std::string input(200'000, 'x');  // more than a pipe holds
  EXPECT_EQ(run_program(program, {arguments, copy, "a b", "$(id) `id` ; *"}, input, long_enough), "");
  EXPECT_EQ(written("arguments"), "<" + arguments + "><" + copy + "><a b><$(id) `id` ; *>");
  EXPECT_EQ(written("copy"), input);
}

TEST_F(ProgramRunnerTest, AProgramThatDoesNotReadItsInputIsNoFailure) {
  EXPECT_EQ(run_program("true", {}, std::string(200'000, 'x'), long_enough), "");
}

TEST_F(ProgramRunnerTest, WhyItDidNotDoItsWorkIsSaid) {
  EXPECT_THAT(run_program("/no/such/program", {}, "", long_enough), HasSubstr("it cannot be started: No such file"));
  EXPECT_EQ(run_program(script("exit 7\n"), {}, "", long_enough), "it ended with exit code 7");
  EXPECT_EQ(run_program(script("kill -9 $$\n"), {}, "", long_enough), "it was ended by signal 9");
}

TEST_F(ProgramRunnerTest, AProgramThatDoesNotEndIsEnded) {
  EXPECT_EQ(run_program(script("exec sleep 1000\n"), {}, "", std::chrono::seconds(1)), "it was ended after 1 s");
}

}  // namespace
}  // namespace averment::cli
