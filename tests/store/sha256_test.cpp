#include "store/sha256.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(Sha256Test, AgreesWithTheStandardsExamples) {  // FIPS 180-2, appendix B
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256Test, PiecesHashLikeTheWholeAndADigestStartsAnew) {
  Sha256 whole, pieces;
  whole.add("who said how many");
  pieces.add("who said ");
  pieces.add("how many");
  const std::string digest = whole.digest();
  EXPECT_EQ(digest.size(), 32u);
  EXPECT_EQ(pieces.digest(), digest);
  pieces.add("who said how many");
  EXPECT_EQ(pieces.digest(), digest);
}

}  // namespace
}  // namespace averment
