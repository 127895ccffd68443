#include "store/codec.hpp"

#include <gtest/gtest.h>

#include "averment/error.hpp"

namespace averment {
namespace {

ByteReader reader(std::string_view bytes) { return ByteReader(bytes, "test"); }

TEST(CodecTest, NumbersComeBackWhateverTheirSize) {
  for (unsigned shift = 0; shift < 64; ++shift) {
    for (const std::uint64_t number :
         {std::uint64_t{1} << shift, (std::uint64_t{1} << shift) - 1, ~std::uint64_t{0} >> shift}) {
      std::string bytes;
      put_varint(bytes, number);
      put_fixed64(bytes, number);
      put_fixed32(bytes, static_cast<std::uint32_t>(number));
      ByteReader in = reader(bytes);
      EXPECT_EQ(in.varint(), number);
      EXPECT_EQ(in.fixed64(), number);
      EXPECT_EQ(in.fixed32(), static_cast<std::uint32_t>(number));
      EXPECT_TRUE(in.at_end());
    }
  }
}

TEST(CodecTest, StringsKeepEveryByte) {
  std::string bytes;
  put_string(bytes, std::string_view("a\0b", 3));
  put_string(bytes, "");
  bytes += "rest";
  ByteReader in = reader(bytes);
  EXPECT_EQ(in.string(), std::string_view("a\0b", 3));
  EXPECT_EQ(in.string(), "");
  EXPECT_EQ(in.rest(), "rest");
  EXPECT_NO_THROW(in.expect_end());
}

TEST(CodecTest, NumbersOfMoreThanSixtyFourBitsAreDamage) {
  EXPECT_THROW(reader("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02").varint(), IndexError);
  EXPECT_THROW(reader("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01").varint(), IndexError);
  EXPECT_THROW(reader("\xFF\xFF\xFF\xFF\x7F").varint32(), IndexError);
}

TEST(CodecTest, CountsThatTheBytesCannotHoldAreDamage) {
  EXPECT_THROW(reader("\x03"
                      "abcdefgh")
                   .count(4),
               IndexError);
  EXPECT_EQ(reader("\x02"
                   "abcdefgh")
                .count(4),
            2u);
  EXPECT_THROW(reader("\x7F"
                      "abc")
                   .string(),
               IndexError);
}

TEST(CodecTest, ValuesOutsideTheirEnumerationAreDamage) {
  enum class Size : std::uint8_t { small, large };
  EXPECT_EQ(reader("\x01").value(Size::large), Size::large);
  EXPECT_THROW(reader("\x02").value(Size::large), IndexError);
}

TEST(CodecTest, TheErrorNamesWhatIsDamaged) {
  try {
    ByteReader("", "claims").byte();
    FAIL() << "no error";
  } catch (const IndexError& error) {
    EXPECT_EQ(error.reason(), IndexError::Reason::damaged);
    EXPECT_NE(std::string(error.what()).find("claims"), std::string::npos);
  }
}

}  // namespace
}  // namespace averment
