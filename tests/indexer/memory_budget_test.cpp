#include "indexer/memory_budget.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "averment/error.hpp"

namespace averment {
namespace {

constexpr std::uint64_t megabyte = 1 << 20;

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

/// Words that occur once each.
std::string new_words(unsigned count) {
  std::string all;
  for (unsigned word = 0; word < count; ++word) all += "w" + std::to_string(word) + " ";
  return all;
}

TEST(MemoryBudgetTest, MoreIsSharedOutWhereMoreIsThere) {
  const MemoryBudget small(128 * megabyte), large(1024 * megabyte);
  EXPECT_LT(small.batch, large.batch);
  EXPECT_LT(small.analysis, large.analysis);
  EXPECT_LT(small.read + small.begun + small.analysis + small.batch, 128 * megabyte);
  EXPECT_LT(large.read + large.begun + large.analysis + large.batch, 1024 * megabyte);
  EXPECT_EQ(small.threads, 1u);
}

TEST(MemoryBudgetTest, TooLittleIsRefused) { EXPECT_THROW(MemoryBudget(127 * megabyte), InputError); }

TEST(MemoryBudgetTest, WordsThatAreNewTakeMoreThanThoseThatAreRepeated) {
  const std::size_t repetitions = analysis_bytes(repeated("w12345 ", 100'000));
  const std::size_t news = analysis_bytes(new_words(100'000));
  EXPECT_GT(repetitions, 20 * megabyte);
  EXPECT_GT(news, 2 * repetitions);
  EXPECT_GT(analysis_bytes(repeated("(", 100'000)), 10 * megabyte) << "each mark is a token";
  EXPECT_GT(analysis_bytes(repeated("軍", 100'000)), 10 * megabyte) << "two characters are a word";
  EXPECT_LT(analysis_bytes(repeated(" ", 100'000)), megabyte);
}

TEST(MemoryBudgetTest, TitleAndEntitiesCountAsTheTextDoes) {
  Report report;
  report.text = "words";
  const std::size_t small = analysis_bytes(report);
  report.title = new_words(10'000);
  const std::size_t titled = analysis_bytes(report);
  report.entities.resize(10'000);
  EXPECT_GT(titled, small + megabyte);
  EXPECT_GT(analysis_bytes(report), titled + megabyte);
}

TEST(MemoryBudgetTest, AReportThatMayTakeTooMuchIsRefusedWithWhatItTakes) {
  const MemoryBudget budget(128 * megabyte);
  EXPECT_NO_THROW(check_room(budget, analysis_bytes(new_words(10'000))));
  try {
    check_room(budget, 100 * megabyte);
    ADD_FAILURE() << "it was taken";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(),
                 "its analysis may take 100 MB of memory, and 16 MB are there: --memory-limit gives more");
  }
}

}  // namespace
}  // namespace averment
