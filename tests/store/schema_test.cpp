#include "store/schema.hpp"

#include <gtest/gtest.h>

namespace averment::schema {
namespace {

TEST(SchemaTest, OnlyTheEmptyNameHasTheIdOfAbsence) {
  EXPECT_EQ(name_id(""), 0u);
  EXPECT_NE(name_id("Kyiv"), 0u);
  EXPECT_NE(name_id("Kyiv"), name_id("kyiv"));
}

TEST(SchemaTest, IdsAreWrittenInEightDigitsAndReadBack) {
  EXPECT_EQ(digits(0), "--------");
  EXPECT_EQ(digits((std::uint64_t{1} << 48) - 1), "zzzzzzzz");
  for (const std::uint64_t id : {std::uint64_t{1}, std::uint64_t{0xDEADBEEF}, name_id("Kyiv")})
    EXPECT_EQ(from_digits(digits(id)), id);
}

TEST(SchemaTest, ATermIsThePrefixAndTheNamesIdOrZero) {
  EXPECT_EQ(term(prefix::outlet, ""), "O0");
  EXPECT_EQ(term(prefix::person, "Ri"), "XPER" + digits(name_id("Ri")));
}

TEST(SchemaTest, AReportsTermHasSixteenDigitsWhateverTheId) {
  EXPECT_EQ(report_term("abc"), "Q" + digits(0xba7816bf8f01) + digits(0xcfea414140de));
  EXPECT_EQ(report_term(std::string(5000, 'x')).size(), 17u);
}

TEST(SchemaTest, LabelKeysTellFieldsApart) {
  EXPECT_EQ(label_key(Field::outlet, 1), "N00-------0");
  EXPECT_EQ(label_key(Field::rule, 1), "N15-------0");
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
