#include "searcher/calendar.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(Calendar, KnowsWhichDatesExist) {
  for (const char* date : {"2025", "2025-01", "2025-12-31", "2024-02-29", "2000-02-29", "0001"})
    EXPECT_TRUE(is_date(date)) << date;
  for (const char* date : {"", "25", "2025-", "2025-13", "2025-00", "2025-02-29", "1900-02-29", "2025-1-1", "2025/01",
                           "2025-01-32", "2025-01-00", "20250101", "0000", "2025-01-01T10:00"})
    EXPECT_FALSE(is_date(date)) << date;
}

TEST(Calendar, AnIncompleteDateTakesInAllItsDays) {
  EXPECT_EQ(first_day("2024"), 20240101u);
  EXPECT_EQ(last_day("2024"), 20241231u);
  EXPECT_EQ(first_day("2024-02"), 20240201u);
  EXPECT_EQ(last_day("2024-02"), 20240229u);
  EXPECT_EQ(first_day("2024-02-03"), 20240203u);
  EXPECT_EQ(last_day("2024-02-03"), 20240203u);
  EXPECT_EQ(first_day(20240000u), 20240101u);
  EXPECT_EQ(last_day(20230200u), 20230228u);
}

}  // namespace
}  // namespace averment
