// Tests of cli/last_words.cpp: what is said by a program that cannot go on.
#include "cli/last_words.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

namespace averment::cli {
namespace {

using testing::ExitedWithCode;

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // which speak first
TEST(LastWordsDeathTest, ACrashEndsInWordsThatNameTheIndex) {
  const auto crash = [](Use use) {
    have_last_words();
    note_index("news\n.db", use);
    raise(SIGSEGV);
  };
  EXPECT_EXIT(crash(Use::read), ExitedWithCode(4), "^averment: reading the index 'news.\\.db' crashed: .*\n$");
  EXPECT_EXIT(crash(Use::written), ExitedWithCode(2), "what was committed stays");
}

TEST(LastWordsDeathTest, AnErrorThatNothingCatchesEndsInThem) {
  EXPECT_EXIT(
      {
        have_last_words();
        note_index("news.db", Use::written);
        std::terminate();
      },
      ExitedWithCode(2), "writing the index 'news.db' ended in the middle");
}
#endif

TEST(LastWordsDeathTest, WhatTakesTooLongIsEnded) {
  EXPECT_EXIT(
      {
        end_after(std::chrono::milliseconds(20));
        pause();
      },
      ExitedWithCode(2), "took longer than 0 s and was ended: .*--timeout");
}

}  // namespace
}  // namespace averment::cli
