// Tests of cli/snippet_lines.cpp.
#include "cli/snippet_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace averment::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Snippet snippet{"two drones, one drone strike", {{4, 10}, {16, 28}}};

TEST(SnippetLines, MatchesAreStarredAndLinesBreakBetweenWords) {
  EXPECT_THAT(snippet_lines(snippet, 80, Style()), ElementsAre("two *drones*, one *drone* *strike*"));
  EXPECT_THAT(snippet_lines(snippet, 18, Style()), ElementsAre("two *drones*, one", "*drone* *strike*"));
}

TEST(SnippetLines, CodesOfColourTakeNoRoom) {
  EXPECT_THAT(snippet_lines({"a drone", {{2, 7}}}, 9, Style(true)), ElementsAre("a \033[1mdrone\033[0m"));
}

TEST(SnippetLines, ALongWordStaysWhole) {
  EXPECT_THAT(snippet_lines({"a verylongword b", {}}, 5, Style()), ElementsAre("a", "verylongword", "b"));
  EXPECT_THAT(snippet_lines({"", {}}, 5, Style()), IsEmpty());
}

}  // namespace
}  // namespace averment::cli
