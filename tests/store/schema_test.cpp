#include "store/schema.hpp"

#include <gtest/gtest.h>

namespace averment::schema {
namespace {

TEST(SchemaTest, OnlyTheEmptyNameHasTheIdOfAbsence) {
  EXPECT_EQ(name_id(""), 0u);
  EXPECT_NE(name_id("Kyiv"), 0u);
  EXPECT_NE(name_id("Kyiv"), name_id("kyiv"));
}

TEST(SchemaTest, IdsAreWrittenInSixteenDigits) {
  EXPECT_EQ(hex(0), "0000000000000000");
  EXPECT_EQ(hex(0xDEADBEEF), "00000000deadbeef");
  EXPECT_EQ(hex(~std::uint64_t{0}), "ffffffffffffffff");
}

TEST(SchemaTest, ATermIsThePrefixAndTheNamesIdOrZero) {
  EXPECT_EQ(term(prefix::outlet, ""), "O0");
  EXPECT_EQ(term(prefix::person, "Ri"), "XPER" + hex(name_id("Ri")));
}

TEST(SchemaTest, AReportsTermHasThirtyTwoDigitsWhateverTheId) {
  EXPECT_EQ(report_term("abc"), "Qba7816bf8f01cfea414140de5dae2223");
  EXPECT_EQ(report_term(std::string(5000, 'x')).size(), 33u);
}

TEST(SchemaTest, LabelKeysTellFieldsApart) {
  EXPECT_EQ(label_key(Field::outlet, 1), "N000000000000000001");
  EXPECT_EQ(label_key(Field::title, 1), "N130000000000000001");
}

TEST(SchemaTest, NoWordHasTheHashOfTheBorder) {
  EXPECT_NE(word_hash("soldiers"), word_hash("soldier"));
  EXPECT_NE(word_hash(""), 0u);
}

TEST(SchemaTest, DaysHaveZerosForWhatIsNotStated) {
  const std::pair<std::string_view, std::uint32_t> table[] = {{"2025-02-19", 20250219},
                                                              {"2025-02", 20250200},
                                                              {"2025", 20250000},
                                                              {"2025-02-19T10:00:00Z", 20250219},
                                                              {"2025-0x-19", 20250000},
                                                              {"", 0},
                                                              {"NaN", 0},
                                                              {"19 February", 0},
                                                              {"2025/02/19", 20250000}};
  for (const auto& [date, number] : table) EXPECT_EQ(day_number(date), number) << date;
}

}  // namespace
}  // namespace averment::schema
