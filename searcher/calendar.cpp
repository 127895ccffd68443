// Dates that may lack their day or month, as queries write them.
#include "searcher/calendar.hpp"

#include <algorithm>

namespace averment {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<unsigned>(digit - '0');
  return value;
}

unsigned year(std::string_view date) { return number(date.substr(0, 4)); }
unsigned month(std::string_view date) { return date.size() >= 7 ? number(date.substr(5, 2)) : 0; }
unsigned day(std::string_view date) { return date.size() >= 10 ? number(date.substr(8, 2)) : 0; }

std::uint32_t packed(std::string_view date) { return year(date) * 10000 + month(date) * 100 + day(date); }

}  // namespace

unsigned days_in_month(unsigned year, unsigned month) {
  constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

bool is_date(std::string_view date) {
  const bool shape = (date.size() == 4 || (date.size() == 7 && date[4] == '-') ||
                      (date.size() == 10 && date[4] == '-' && date[7] == '-')) &&
                     all_digits(date.substr(0, 4)) && (date.size() < 7 || all_digits(date.substr(5, 2))) &&
                     (date.size() < 10 || all_digits(date.substr(8, 2)));
  if (!shape || year(date) == 0) return false;
  if (date.size() >= 7 && (month(date) < 1 || month(date) > 12)) return false;
  return date.size() < 10 || (day(date) >= 1 && day(date) <= days_in_month(year(date), month(date)));
}

std::uint32_t first_day(std::string_view date) { return first_day(packed(date)); }
std::uint32_t last_day(std::string_view date) { return last_day(packed(date)); }

std::uint32_t first_day(std::uint32_t day_number) {
  if (day_number / 100 % 100 == 0) day_number += 100;
  return day_number % 100 == 0 ? day_number + 1 : day_number;
}

std::uint32_t last_day(std::uint32_t day_number) {
  if (day_number / 100 % 100 == 0) day_number += 1200;
  if (day_number % 100 != 0) return day_number;
  return day_number + days_in_month(day_number / 10000, std::min(day_number / 100 % 100, 12u));
}

std::string date_text(std::uint32_t day_number) {
  const std::string digits = std::to_string(100'000'000 + day_number).substr(1);
  std::string date = digits.substr(0, 4);
  if (day_number / 100 % 100 != 0) date += "-" + digits.substr(4, 2);
  if (day_number % 100 != 0) date += "-" + digits.substr(6, 2);
  return date;
}

}  // namespace averment
