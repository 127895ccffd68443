#include "indexer/valid_utf8.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(ValidUtf8Test, TheFirstBadByteIsFound) {
  const std::pair<std::string_view, std::optional<std::size_t>> table[] = {
      {"", {}},
      {"plain words, and then some", {}},
      {"Kyiv Київ 서울 😀", {}},
      {"\xF4\x8F\xBF\xBF", {}},  // the last code point
      {"12345678\xFF", 8},
      {"caf\xE9 noir", 3},  // Latin-1
      {"\xC0\xAF", 0},      // an overlong slash
      {"\xE0\x80\x80", 0},
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // behind the last code point
      {"ab\xE2\x82", 2},        // cut
      {"ab\x80", 2},
  };
  for (const auto& [bytes, place] : table) EXPECT_EQ(invalid_utf8(bytes), place) << bytes;
}

}  // namespace
}  // namespace averment
