// Tests of cli/options.cpp and cli/config_file.cpp.
#include "cli/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "cli/command.hpp"
#include "cli/config_file.hpp"
#include "tests/temporary_folder.hpp"

namespace averment::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Command sample{.name = "sample",
                     .usage = "[OPTION]... [QUERY]",
                     .options = {"db", "limit", "offset", "format", "derived", "null", "size-limit", "facet"},
                     .most_arguments = any_number,
                     .takes_query = true};

class OptionsTest : public testing::Test {
 protected:
  void SetUp() override { variables_["HOME"] = home_.path().string(); }

  void write_config(const std::string& text) { home_.write(".config/averment/config", text); }

  Options parse(const std::vector<std::string>& arguments, const Command& command = sample) {
    return parse_options(command, arguments, [this](const char* name) -> const char* {
      const auto found = variables_.find(name);
      return found == variables_.end() ? nullptr : found->second.c_str();
    });
  }

  std::string complaint(const std::vector<std::string>& arguments, const Command& command = sample) {
    try {
      parse(arguments, command);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  const TemporaryFolder home_;
  std::map<std::string, std::string> variables_;
};

TEST_F(OptionsTest, ValuesStandBehindEqualsOrInTheNextArgument) {
  EXPECT_EQ(parse({"--limit=3"}).limit, 3u);
  EXPECT_EQ(parse({"--limit", "3"}).limit, 3u);
  EXPECT_TRUE(parse({"-0"}).null_separated);
}

TEST_F(OptionsTest, TheQueryIsWhatIsNoOptionWithBlanksBetween) {
  EXPECT_EQ(parse({"drone", "--limit=3", "strike"}).query, "drone strike");
  EXPECT_EQ(parse({"--", "-denied", "--help"}).query, "-denied --help");
}

TEST_F(OptionsTest, AbbreviatedOptionsAreRefused) {
  EXPECT_THAT(complaint({"--lim", "3"}), HasSubstr("--lim"));
  EXPECT_THAT(complaint({"--unknown"}), HasSubstr("--unknown"));
}

TEST_F(OptionsTest, ANegativeNumberIsRefusedForAnUnsignedOption) {
  EXPECT_THAT(complaint({"--limit=-5"}), HasSubstr("'-5' is no whole number"));
  EXPECT_NE(complaint({"--limit", "-5"}), "no error");
}

TEST_F(OptionsTest, AnOptionOfOneValueIsNotGivenTwice) {
  EXPECT_EQ(complaint({"--limit=1", "--limit=2"}), "--limit is given more than once");
  EXPECT_THAT(parse({"--db=a", "--db=b"}).databases, ElementsAre("a", "b"));
}

TEST_F(OptionsTest, TheCommandLineWinsOverTheEnvironmentWhichWinsOverTheConfigFile) {
  EXPECT_THAT(parse({}).databases, ElementsAre(home_ / ".local/share/averment/default"));
  write_config("db = /from/config\nlimit = 7\n");
  EXPECT_THAT(parse({}).databases, ElementsAre("/from/config"));
  variables_["AVERMENT_DB"] = "/from/environment";
  EXPECT_THAT(parse({}).databases, ElementsAre("/from/environment"));
  EXPECT_THAT(parse({"--db", "/typed"}).databases, ElementsAre("/typed"));
  EXPECT_EQ(parse({}).limit, 7u);
  EXPECT_EQ(parse({"--limit=2"}).limit, 2u);
}

TEST_F(OptionsTest, XdgVariablesMoveTheIndexAndTheConfigFile) {
  variables_["XDG_DATA_HOME"] = "/data";
  EXPECT_THAT(parse({}).databases, ElementsAre("/data/averment/default"));
  variables_["XDG_DATA_HOME"] = "relative/is/ignored";
  EXPECT_THAT(parse({}).databases, ElementsAre(home_ / ".local/share/averment/default"));
}

TEST_F(OptionsTest, TheConfigFileMayHoldCommentsSwitchesAndOptionsOfOtherCommands) {
  write_config("# mine\n\n  derived = true\n  prune = true\nthreads=2\n");
  EXPECT_TRUE(parse({}).filter.derived);
  EXPECT_FALSE(parse({}).prune);
  write_config("derived = perhaps\n");
  EXPECT_THAT(complaint({}), HasSubstr("true or false"));
}

TEST_F(OptionsTest, AMistakeInTheConfigFileIsNamedWithItsLine) {
  write_config("limit = 3\nlimits = 4\n");
  EXPECT_THAT(complaint({}), HasSubstr("config:2: there is no option 'limits'"));
  write_config("limit\n");
  EXPECT_THAT(complaint({}), HasSubstr("config:1: 'limit' is no line of the form key = value"));
}

TEST_F(OptionsTest, TooFewAndTooManyArgumentsAreRefused) {
  const Command one{.name = "one", .usage = "ID", .least_arguments = 1, .most_arguments = 1};
  EXPECT_THAT(complaint({}, one), HasSubstr("averment one ID"));
  EXPECT_THAT(complaint({"a", "b"}, one), HasSubstr("'b' is too much"));
  EXPECT_EQ(parse({"--help"}, one).help, true);
}

TEST_F(OptionsTest, WithoutAHomeAnIndexMustBeNamed) {
  variables_.clear();
  EXPECT_THAT(complaint({}), HasSubstr("--db"));
  EXPECT_THAT(parse({"--db", "here"}).databases, ElementsAre("here"));
}

}  // namespace
}  // namespace averment::cli
