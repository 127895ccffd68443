#include "indexer/charset.hpp"

#include <gtest/gtest.h>

#include "averment/error.hpp"

namespace averment {
namespace {

std::string bytes(std::string_view text) { return std::string(text); }

TEST(CharsetTest, Utf8StaysAndItsMarkGoes) {
  EXPECT_EQ(to_utf8("Kyiv Київ 서울"), "Kyiv Київ 서울");
  EXPECT_EQ(to_utf8("\xEF\xBB\xBFKyiv"), "Kyiv");
  EXPECT_EQ(to_utf8(""), "");
}

TEST(CharsetTest, Utf16IsReadWithAndWithoutMark) {
  EXPECT_EQ(to_utf8(bytes({"\xFF\xFEK\0y\0i\0v\0", 10})), "Kyiv");
  EXPECT_EQ(to_utf8(bytes({"\xFE\xFF\0K\0y\0i\0v", 10})), "Kyiv");
  EXPECT_EQ(to_utf8(bytes({"K\0y\0i\0v\0 \0f\0e\0l\0l\0", 18})), "Kyiv fell");
  EXPECT_EQ(to_utf8(bytes({"\0K\0y\0i\0v\0 \0f\0e\0l\0l", 18})), "Kyiv fell");
}

TEST(CharsetTest, WesternTextOfWindowsIsRead) {
  EXPECT_EQ(
      to_utf8("The minister said \x93we have lost 300 men\x94 at the caf\xE9 in the centre of the town on Monday."),
      "The minister said “we have lost 300 men” at the café in the centre of the town on Monday.");
}

TEST(CharsetTest, CyrillicAndKoreanCharsetsAreTold) {
  EXPECT_EQ(to_utf8("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE \xEF\xEE\xE3\xE8\xE1"
                    "\xEB\xE8 \xF2\xF0\xE8\xF1\xF2\xE0 \xF7\xE5\xEB\xEE\xE2\xE5\xEA"),
            "Президент сказал, что погибли триста человек");
  EXPECT_EQ(to_utf8("\xB4\xEB\xC5\xEB\xB7\xC9\xC0\xBA 300\xB8\xED\xC0\xCC \xBB\xE7\xB8\xC1\xC7\xDF\xB4\xD9\xB0\xED "
                    "\xB8\xBB\xC7\xDF\xB4\xD9"),
            "대통령은 300명이 사망했다고 말했다");
}

TEST(CharsetTest, BinaryDataAreRefused) {
  for (const std::string& data :
       {bytes({"\x7F"
               "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0",
               20}),
        bytes({"text with \0 inside", 18}), bytes("\x01\x02\x03words"), bytes({"\xFF\xFE\0\0\1\0", 6})})
    EXPECT_THROW(to_utf8(data), InputError);
}

TEST(CharsetTest, AStrayControlCharacterIsNoBinary) {
  const std::string text = std::string(500, 'a') + "\x03";
  EXPECT_EQ(to_utf8(text), text);
}

TEST(CharsetTest, DamagedUtf8IsNotTakenForAnotherCharset) {
  try {
    to_utf8("Київ повідомив про втрати \xFF військових");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("not UTF-8 at byte 48"), std::string::npos) << error.what();
  }
}

TEST(CharsetTest, CutUtf16IsRefused) {
  EXPECT_THROW(to_utf8(bytes({"\xFE\xFF\xD8\x00", 4})), InputError);  // half of a surrogate pair
}

}  // namespace
}  // namespace averment
