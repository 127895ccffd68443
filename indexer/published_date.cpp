// Dates as news sites, feeds and corpora write them, in one form.
#include "indexer/published_date.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace averment {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Date {
  int year = 0, month = 0, day = 0;  // 0: not stated
};

std::string digits(int number, int size) {
  std::string text = std::to_string(number);
  return text.insert(0, static_cast<std::size_t>(std::max(0, size - static_cast<int>(text.size()))), '0');
}

int days_in(const Date& date) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
  return days[static_cast<std::size_t>(date.month - 1)] + (leap && date.month == 2 ? 1 : 0);
}

bool exists(const Date& date) {
  if (date.year < 1000 || date.year > 2999 || date.month < 0 || date.month > 12) return false;
  if (date.month == 0) return date.day == 0;
  return date.day >= 0 && date.day <= days_in(date);
}

std::string text_of(const Date& date) {
  std::string text = digits(date.year, 4);
  if (date.month != 0) text += "-" + digits(date.month, 2);
  if (date.day != 0) text += "-" + digits(date.day, 2);
  return text;
}

/// Reads from the front of a text, or leaves it as it is.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  char next() const { return text_.empty() ? '\0' : text_.front(); }

  bool take(char c) {
    if (next() != c || text_.empty()) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool take_one_of(std::string_view characters) {
    return !text_.empty() && characters.find(next()) != characters.npos && take(next());
  }
  void skip(std::string_view characters) {
    while (take_one_of(characters)) continue;
  }
  std::string_view run(bool (*belongs)(char)) {
    const auto end = std::find_if_not(text_.begin(), text_.end(), belongs);
    const std::string_view taken = text_.substr(0, static_cast<std::size_t>(end - text_.begin()));
    text_.remove_prefix(taken.size());
    return taken;
  }
  /// A run of least to most digits.
  std::optional<int> number(std::size_t least, std::size_t most) {
    const Scanner before = *this;
    const std::string_view figures = run(is_digit);
    if (figures.size() < least || figures.size() > most) {
      *this = before;
      return {};
    }
    int value = 0;
    for (const char c : figures) value = value * 10 + (c - '0');
    return value;
  }

 private:
  std::string_view text_;
};

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

bool abbreviates(std::string_view word, std::string_view name) { return word.size() >= 3 && name.starts_with(word); }

/// 1 to 12, or 0.
int month_of(std::string_view word) {
  for (std::size_t i = 0; i < months.size(); ++i)
    if (abbreviates(word, months[i])) return static_cast<int>(i) + 1;
  return 0;
}

bool says_nothing(std::string_view word) {
  for (const std::string_view filler : {"at", "on", "of", "the", "st", "nd", "rd", "th"})
    if (word == filler) return true;
  return std::any_of(weekdays.begin(), weekdays.end(), [&](auto name) { return abbreviates(word, name); });
}

/// The zones of RFC 822; other names are no zone that everybody knows, and are left out.
std::string zone_of(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> zones[] = {
      {"z", "Z"},        {"gmt", "Z"},      {"utc", "Z"},      {"ut", "Z"},       {"est", "-05:00"}, {"edt", "-04:00"},
      {"cst", "-06:00"}, {"cdt", "-05:00"}, {"mst", "-07:00"}, {"mdt", "-06:00"}, {"pst", "-08:00"}, {"pdt", "-07:00"}};
  for (const auto& [name, zone] : zones)
    if (word == name) return std::string(zone);
  return {};
}

/// "+09:00", "+0900" or "+09".
std::optional<std::string> offset(Scanner& in) {
  Scanner ahead = in;
  const char sign = ahead.next();
  if (!ahead.take_one_of("+-")) return {};
  std::optional<int> minutes = ahead.number(4, 4), hours;
  if (minutes) {
    hours = *minutes / 100;
    *minutes %= 100;
  } else if ((hours = ahead.number(2, 2))) {
    minutes = ahead.take(':') ? ahead.number(2, 2) : 0;
  }
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return {};
  in = ahead;
  return sign + digits(*hours, 2) + ":" + digits(*minutes, 2);
}

/// "GMT", "GMT+0900", "Z"; capitals that are no known zone ("KST") are taken, but say nothing.
std::string named_zone(Scanner& in) {
  Scanner ahead = in;
  const std::string_view word = ahead.run(is_letter);
  const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c <= 'Z'; });
  std::string zone = zone_of(lower(word));
  if (zone.empty() && !(capitals && word.size() >= 2 && word.size() <= 5)) return {};
  if (zone == "Z") zone = offset(ahead).value_or(zone);
  in = ahead;
  return zone;
}

/// HH:MM[:SS[.fraction]], then am or pm, then a zone. Nothing is taken where no time stands.
std::optional<std::string> time(Scanner& in) {
  Scanner ahead = in;
  std::optional<int> hour = ahead.number(1, 2);
  if (!hour || !ahead.take(':')) return {};
  const std::optional<int> minute = ahead.number(2, 2);
  if (!minute || *minute > 59) return {};
  std::string rest = ":" + digits(*minute, 2);
  if (ahead.take(':')) {
    const std::optional<int> second = ahead.number(2, 2);
    if (!second || *second > 60) return {};
    rest += ":" + digits(*second, 2);
    if (ahead.take_one_of(".,")) rest += "." + std::string(ahead.run(is_digit));
  }
  ahead.skip(" ");
  const std::string half = lower(Scanner(ahead).run(is_letter));
  if (half == "am" || half == "pm") {
    ahead.run(is_letter);
    if (*hour < 1 || *hour > 12) return {};
    hour = *hour % 12 + (half == "pm" ? 12 : 0);
    ahead.skip(" ");
  }
  if (*hour > 24) return {};
  if (const std::optional<std::string> zone = offset(ahead)) {
    rest += *zone;
  } else {
    rest += named_zone(ahead);
  }
  in = ahead;
  return digits(*hour, 2) + rest;
}

/// What may follow a date: nothing, or a time. Empty: something else does.
std::optional<std::string> time_behind(Scanner in) {
  in.skip(" ,");
  in.take_one_of("Tt");
  in.skip(" ,");
  if (in.at_end()) return "";
  std::optional<std::string> clock = time(in);
  in.skip(" ()");
  if (!clock || !in.at_end()) return {};
  return "T" + *clock;
}

std::string with_time(const Date& date, const Scanner& rest) {
  if (!exists(date)) return {};
  const std::optional<std::string> clock = time_behind(rest);
  if (!clock || (!clock->empty() && date.day == 0)) return {};
  return text_of(date) + *clock;
}

/// 2025, 2025-02, 2025-02-19, with '-', '/' or '.' between, or 20250219.
std::string year_first(Scanner in) {
  Date date;
  if (const std::optional<int> all = in.number(8, 8)) {
    date = {*all / 10000, *all / 100 % 100, *all % 100};
    return date.month == 0 || date.day == 0 ? "" : with_time(date, in);
  }
  const std::optional<int> year = in.number(4, 4);
  if (!year) return {};
  date.year = *year;
  const char between = in.next();
  if (!in.take_one_of("-/.")) return with_time(date, in);
  const std::optional<int> month = in.number(1, 2);
  if (!month || *month == 0) return {};
  date.month = *month;
  if (!in.take(between)) return with_time(date, in);
  const std::optional<int> day = in.number(1, 2);
  if (!day || *day == 0) return {};
  date.day = *day;
  return with_time(date, in);
}

/// DD/MM/YYYY or MM/DD/YYYY, where only one of them is a date or both are the same; DD.MM.YYYY.
std::string year_last(Scanner in) {
  const std::optional<int> first = in.number(1, 2);
  const char between = in.next();
  if (!first || !in.take_one_of("/.-")) return {};
  const std::optional<int> second = in.number(1, 2);
  if (!second || !in.take(between)) return {};
  const std::optional<int> year = in.number(4, 4);
  if (!year || *first == 0 || *second == 0) return {};
  const Date day_first{*year, *second, *first}, month_first{*year, *first, *second};
  if (between == '.' || *first == *second || !exists(month_first)) return with_time(day_first, in);
  return exists(day_first) ? "" : with_time(month_first, in);
}

/// A month by its name, with year, day, time and weekday in any order.
std::string named_month(Scanner in) {
  Date date;
  std::string clock;
  while (!in.at_end()) {
    in.skip(" ,.-()");
    if (std::optional<std::string> found = time(in)) {
      if (!clock.empty()) return {};
      clock = "T" + *found;
    } else if (const std::optional<int> year = in.number(4, 4)) {
      if (std::exchange(date.year, *year) != 0) return {};
    } else if (const std::optional<int> day = in.number(1, 2)) {
      if (*day == 0 || std::exchange(date.day, *day) != 0) return {};
    } else if (is_letter(in.next())) {
      const std::string word = lower(in.run(is_letter));
      const int month = month_of(word);
      if (month == 0 && !says_nothing(word)) return {};
      if (month != 0 && std::exchange(date.month, month) != 0) return {};
    } else if (!in.at_end()) {
      return {};
    }
  }
  if (date.month == 0 || !exists(date)) return {};
  return text_of(date) + (date.day == 0 ? "" : clock);
}

}  // namespace

std::string normal_date(std::string_view written) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = written.find_first_not_of(blanks);
  if (begin == written.npos) return {};
  const Scanner in(written.substr(begin, written.find_last_not_of(blanks) - begin + 1));
  for (const auto read : {year_first, year_last, named_month})
    if (std::string date = read(in); !date.empty()) return date;
  return {};
}

}  // namespace averment
