// Tests of cli/last_words.cpp: what is said by a program that cannot go on.
#include "cli/last_words.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <new>

namespace averment::cli {
namespace {

using testing::ExitedWithCode;

void run_out_of_memory() { throw std::bad_alloc(); }
void run_out_of_memory_where_nothing_catches() noexcept { run_out_of_memory(); }

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

TEST(LastWordsDeathTest, LackOfMemoryThatNothingCatchesEndsInWordsOfItsOwn) {
  const auto run_out = [](Use use) {
    have_last_words();
    note_index("news.db", use);
    run_out_of_memory_where_nothing_catches();
  };
  EXPECT_EXIT(run_out(Use::written), ExitedWithCode(2), "^averment: writing the index 'news.db' ended as there is not");
  EXPECT_EXIT(run_out(Use::read), ExitedWithCode(2), "^averment: there is not memory enough for this: .*\n$");
}
#endif

TEST(LastWordsDeathTest, LackOfMemoryEndsTheProgram) {
  have_last_words();
  EXPECT_EXIT(end_for_lack_of_memory(), ExitedWithCode(2), "there is not memory enough");
}

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
