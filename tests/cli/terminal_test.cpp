// Tests of cli/terminal.cpp.
#include "cli/terminal.hpp"

#include <gtest/gtest.h>

#include <map>

namespace averment::cli {
namespace {

TEST(TerminalTest, TheFirstVariableThatNamesALocaleDecidesWhetherItIsUtf8) {
  const std::pair<std::map<std::string, std::string>, bool> table[] = {
      {{}, false},
      {{{"LANG", "en_US.UTF-8"}}, true},
      {{{"LANG", "de_DE.utf8"}}, true},
      {{{"LANG", "C"}}, false},
      {{{"LC_ALL", "C"}, {"LANG", "en_US.UTF-8"}}, false},
      {{{"LC_ALL", ""}, {"LC_CTYPE", "C.UTF-8"}, {"LANG", "C"}}, true},
  };
  for (const auto& [variables, expected] : table) {
    const Environment environment = [&variables = variables](const char* name) -> const char* {
      const auto found = variables.find(name);
      return found == variables.end() ? nullptr : found->second.c_str();
    };
    EXPECT_EQ(is_utf8(environment), expected) << testing::PrintToString(variables);
  }
}

}  // namespace
}  // namespace averment::cli
