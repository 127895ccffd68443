#include "store/vocabulary.hpp"

#include <gtest/gtest.h>

#include "averment/error.hpp"

namespace averment {
namespace {

using std::string_literals::operator""s;

TEST(VocabularyTest, AnEntryKeepsItsStemsAsTheyDifferFromTheWord) {
  const WordEntry entries[] = {{1, {"happi"}}, {300, {"happy"}}, {7, {"happi", "happy", ""}}, {8, {"other"}}};
  for (const WordEntry& entry : entries) EXPECT_EQ(unpack_word(pack(entry, "happy"), "happy"), entry);
  EXPECT_EQ(pack({1, {"happi"}}, "happy"), "\1\4\1i");
}

TEST(VocabularyTest, DamagedEntriesAreRefused) {
  for (const std::string& bytes : {""s, "\1"s, "\0\1\0"s, "\1\7\0"s, "\1\2\5i"s})
    EXPECT_THROW(unpack_word(bytes, "happy"), IndexError);
}

TEST(VocabularyTest, WordsTakeAsManyBytesAsTheirNumbersNeed) {
  EXPECT_EQ(pack_words({1, 0, 127, 128}), "\1\0\x7F\x80\1"s);
  EXPECT_EQ(unpack_words(pack_words({1, 0, 0xFFFFFFFF})), (std::vector<std::uint32_t>{1, 0, 0xFFFFFFFF}));
  EXPECT_THROW(unpack_words("\x80"), IndexError);
}

}  // namespace
}  // namespace averment
