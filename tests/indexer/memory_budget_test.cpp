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

MemoryBudget budget_of(std::uint64_t limit) { return MemoryBudget({.memory_limit = limit}); }

std::size_t bytes_for(std::string text) {
  Report report;
  report.text = std::move(text);
  return analysis_bytes(report, MemoryBudget());
}

TEST(MemoryBudgetTest, MoreIsSharedOutWhereMoreIsThere) {
  const MemoryBudget small = budget_of(128 * megabyte), large = budget_of(1024 * megabyte);
  EXPECT_LT(small.batch, large.batch);
  EXPECT_LT(small.analysis, large.analysis);
  EXPECT_LT(small.read + std::max(small.begun, small.analysis) + small.unused + small.batch, 128 * megabyte);
  EXPECT_LT(large.read + std::max(large.begun, large.analysis) + large.unused + large.batch, 1024 * megabyte);
  EXPECT_EQ(small.threads, 1u);
}

TEST(MemoryBudgetTest, TooLittleIsRefused) { EXPECT_THROW(budget_of(127 * megabyte), InputError); }

TEST(MemoryBudgetTest, WordsThatAreNewTakeMoreThanThoseThatAreRepeated) {
  const std::size_t repetitions = bytes_for(repeated("w12345 ", 100'000));
  const std::size_t news = bytes_for(new_words(100'000));
  EXPECT_GT(repetitions, 20 * megabyte);
  EXPECT_GT(news, 2 * repetitions);
  EXPECT_GT(bytes_for(repeated("(", 100'000)), 10 * megabyte) << "each mark is a token";
  EXPECT_GT(bytes_for(repeated("軍", 100'000)), 10 * megabyte) << "two characters are a word";
  EXPECT_LT(bytes_for(repeated(" ", 100'000)), megabyte);
}

TEST(MemoryBudgetTest, WordsThatMayBeNamesAndNumbersThatMayBeClaimsTakeMore) {
  EXPECT_GT(bytes_for(repeated("Word ", 10'000)), bytes_for(repeated("word ", 10'000)) + megabyte);
  const std::size_t ten_thousand = bytes_for(repeated("12 ", 10'000)), words = bytes_for(repeated("ab ", 10'000));
  EXPECT_GT(ten_thousand, words + 10 * megabyte);
  Report report;
  report.text = repeated("12 ", 10'000);
  EXPECT_LT(analysis_bytes(report, MemoryBudget({.most_claims = 100})), words + megabyte) << "more claims are not made";
}

TEST(MemoryBudgetTest, WhatWaitsIsWeighedWithItsTags) {
  Report report;
  report.text = "words";
  const std::size_t plain = bytes_as_read(report);
  report.tags.assign(1000, "tag");
  EXPECT_GT(bytes_as_read(report), plain + 100'000);
}

TEST(MemoryBudgetTest, TitleAndEntitiesCountAsTheTextDoes) {
  Report report;
  report.text = "words";
  const std::size_t small = analysis_bytes(report, MemoryBudget());
  report.title = new_words(10'000);
  const std::size_t titled = analysis_bytes(report, MemoryBudget());
  report.entities.resize(10'000);
  EXPECT_GT(titled, small + megabyte);
  EXPECT_GT(analysis_bytes(report, MemoryBudget()), titled + megabyte);
}

TEST(MemoryBudgetTest, AReportThatMayTakeTooMuchIsRefusedWithWhatItTakes) {
  const MemoryBudget budget = budget_of(128 * megabyte);
  EXPECT_NO_THROW(check_room(budget, bytes_for(new_words(10'000))));
  try {
    check_room(budget, 100 * megabyte);
    ADD_FAILURE() << "it was taken";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(),
                 "its analysis may take 100 MB of memory, and 20 MB are there: --memory-limit gives more");
  }
}

}  // namespace
}  // namespace averment
