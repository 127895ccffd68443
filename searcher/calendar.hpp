// Dates that may lack their day or month, as queries write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace averment {

/// YYYY, YYYY-MM or YYYY-MM-DD, and such a day exists.
bool is_date(std::string_view date);

unsigned days_in_month(unsigned year, unsigned month);

/// The first and the last day that a valid date or a YYYYMMDD with 00 for what is not stated takes in, as YYYYMMDD.
std::uint32_t first_day(std::string_view date);
std::uint32_t last_day(std::string_view date);
std::uint32_t first_day(std::uint32_t day_number);
std::uint32_t last_day(std::uint32_t day_number);

/// YYYY, YYYY-MM or YYYY-MM-DD of a YYYYMMDD with 00 for what is not stated.
std::string date_text(std::uint32_t day_number);

}  // namespace averment
