#include "indexer/published_date.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(PublishedDateTest, DatesOfManyFormsHaveOne) {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"2025", "2025"},
      {"2025-02", "2025-02"},
      {"2025-2-9", "2025-02-09"},
      {" 2025-02-19\n", "2025-02-19"},
      {"2025/02/19", "2025-02-19"},
      {"20250219", "2025-02-19"},
      {"2025-02-19T10:00:00Z", "2025-02-19T10:00:00Z"},
      {"2025-02-19t10:00", "2025-02-19T10:00"},
      {"2025-02-19 10:00:00.123+00:00", "2025-02-19T10:00:00.123+00:00"},
      {"20250219T100000Z", ""},  // no time without colons
      {"19 February 2025", "2025-02-19"},
      {"February 19, 2025", "2025-02-19"},
      {"Feb. 19, 2025", "2025-02-19"},
      {"Sept 3 2024", "2024-09-03"},
      {"19-Feb-2025", "2025-02-19"},
      {"the 3rd of May 2024", "2024-05-03"},
      {"February 2025", "2025-02"},
      {"Wednesday, February 19, 2025 at 3:05 pm", "2025-02-19T15:05"},
      {"10:30 February 19, 2025", "2025-02-19T10:30"},
      {"12:30 am, 19 February 2025", "2025-02-19T00:30"},
      {"Wed, 19 Feb 2025 10:00:00 GMT", "2025-02-19T10:00:00Z"},
      {"Wed, 19 Feb 2025 10:00:00 -0500", "2025-02-19T10:00:00-05:00"},
      {"Wed, 19 Feb 2025 10:00:00 EST", "2025-02-19T10:00:00-05:00"},
      {"Wed Feb 19 10:00:00 +0000 2025", "2025-02-19T10:00:00+00:00"},
      {"19 February 2025 10:00 KST", "2025-02-19T10:00"},
      {"Wed Feb 19 2025 10:00:00 GMT+0900", "2025-02-19T10:00:00+09:00"},
      {"19/02/2025", "2025-02-19"},
      {"02/19/2025", "2025-02-19"},
      {"02/02/2025", "2025-02-02"},
      {"19.02.2025", "2025-02-19"},
      {"03.02.2025, 10:00", "2025-02-03T10:00"},
      {"2024-02-29", "2024-02-29"},
  };
  for (const auto& [written, date] : table) {
    EXPECT_EQ(normal_date(written), date) << written;
    EXPECT_EQ(normal_date(normal_date(written)), date) << written;
  }
}

TEST(PublishedDateTest, WhatIsNoDateOrMoreThanOneIsUnknown) {
  for (const std::string_view written : {"",
                                         "  ",
                                         "NaN",
                                         "yesterday",
                                         "03/02/2025",
                                         "2025-13",
                                         "2025-02-30",
                                         "2023-02-29",
                                         "31 April 2025",
                                         "0999",
                                         "19 February",
                                         "February",
                                         "2025-02-19 and 20",
                                         "February 19 20, 2025",
                                         "2025-00-10",
                                         "2025-02-00",
                                         "1739923200",
                                         "2025-02-19T25:00",
                                         "2025-02-19T10:61",
                                         "19-Feb-25",
                                         "2025-",
                                         "May 2024 June 2025"})
    EXPECT_EQ(normal_date(written), "") << written;
}

TEST(PublishedDateTest, LongNonsenseEndsSoon) {
  EXPECT_EQ(normal_date(std::string(1 << 20, '9')), "");
  EXPECT_EQ(normal_date(std::string(1 << 20, ',') + "x"), "");
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "the ";
  EXPECT_EQ(normal_date(words), "");
}

}  // namespace
}  // namespace averment
