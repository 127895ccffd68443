// Text → the dates it names.
#include "language/date_finder.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace averment {
namespace {

using namespace std::string_view_literals;

constexpr std::array month_names = {"January"sv, "February"sv, "March"sv,     "April"sv,   "May"sv,      "June"sv,
                                    "July"sv,    "August"sv,   "September"sv, "October"sv, "November"sv, "December"sv};
constexpr std::array prepositions = {"in"sv,      "since"sv, "during"sv, "until"sv,   "till"sv,  "by"sv,  "before"sv,
                                     "after"sv,   "from"sv,  "of"sv,     "late"sv,    "early"sv, "mid"sv, "last"sv,
                                     "through"sv, "until"sv, "to"sv,     "between"sv, "around"sv};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end == digits.data()) return {};
  const std::string_view rest(end, digits.size() - (end - digits.data()));
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return rest.empty() || ordinal ? std::optional(value) : std::nullopt;
}

std::string digits(int value, int width) {
  std::string text = std::to_string(value);
  return text.size() < static_cast<std::size_t>(width) ? std::string(width - text.size(), '0') + text : text;
}

class DateFinder {
 public:
  DateFinder(const Text& text, const TextWords& words) : text_(text), words_(words) {}

  std::vector<FoundDate> run() {
    for (const Sentence& sentence : text_.sentences) {
      begin_ = sentence.first;
      end_ = sentence.last;
      for (std::size_t at = begin_; at < end_;) {
        FoundDate date;
        if (at_date(at, date)) {
          at = date.last;
          found_.push_back(std::move(date));
        } else {
          ++at;
        }
      }
    }
    return std::move(found_);
  }

 private:
  bool at_date(std::size_t at, FoundDate& date) const {
    const TextWord& word = words_[at];
    if (word.is(kMonth) && word.cased) return at_month(at, date);
    if (text_.tokens[at].shape != Token::Shape::number && text_.tokens[at].shape != Token::Shape::mixed) return false;
    return at_day(at, date) || at_iso(at, date) || at_year(at, date);
  }

  /// From 1; only for months.
  int month(std::size_t at) const {
    for (std::size_t index = 0; index < month_names.size(); ++index) {
      const std::string_view key = words_[at].key;
      if (key.size() >= 3 && (month_names[index][0] | 0x20) == key[0] &&
          std::equal(key.begin() + 1, key.begin() + 3, month_names[index].begin() + 1))
        return static_cast<int>(index) + 1;
    }
    return 0;
  }
  std::optional<int> day(std::size_t at) const {
    if (at >= end_) return {};
    const auto value = number(words_[at].key);
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }
  std::optional<int> year(std::size_t at) const {
    if (at >= end_ || words_[at].key.size() != 4 || text_.tokens[at].span.size() != 4) return {};
    const auto value = number(words_[at].key);
    return value && *value >= 1800 && *value <= 2100 ? value : std::nullopt;
  }
  bool behind_preposition(std::size_t at) const {
    if (at > begin_ && text_.written(text_.tokens[at - 1]) == "-") --at;
    return at > begin_ && std::find(prepositions.begin(), prepositions.end(), words_[at - 1].key) != prepositions.end();
  }
  /// "January 16, 2025" and "January 16 2025".
  std::size_t year_place(std::size_t at) const {
    const bool comma = at < end_ && text_.written(text_.tokens[at]) == ",";
    return comma ? at + 1 : at;
  }

  static FoundDate make(std::size_t first, std::size_t last, std::string name) {
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), std::move(name)};
  }
  static std::string name(std::optional<int> year, int month, std::optional<int> day) {
    if (year) return digits(*year, 4) + "-" + digits(month, 2) + (day ? "-" + digits(*day, 2) : "");
    return std::string(month_names[month - 1]) + (day ? " " + std::to_string(*day) : "");
  }

  bool at_month(std::size_t at, FoundDate& date) const {
    const int which = month(at);
    if (!which) return false;
    const auto which_day = day(at + 1);
    const std::size_t next = year_place(at + (which_day ? 2 : 1));
    if (const auto which_year = year(next)) {
      date = make(at, next + 1, name(which_year, which, which_day));
    } else if (which_day) {
      date = make(at, at + 2, name({}, which, which_day));
    } else if (behind_preposition(at)) {
      date = make(at, at + 1, name({}, which, {}));
    } else {
      return false;
    }
    return true;
  }

  bool at_day(std::size_t at, FoundDate& date) const {
    const auto which_day = day(at);
    if (!which_day || at + 1 >= end_ || !words_[at + 1].is(kMonth) || !words_[at + 1].cased) return false;
    const auto which_year = year(at + 2);
    date = make(at, at + (which_year ? 3 : 2), name(which_year, month(at + 1), which_day));
    return true;
  }

  bool at_iso(std::size_t at, FoundDate& date) const {
    if (!year(at) || at + 4 >= end_ || !words_.is_hyphen(at + 1) || !words_.is_hyphen(at + 3)) return false;
    const auto which_month = day(at + 2), which_day = day(at + 4);
    if (!which_month || *which_month > 12 || !which_day) return false;
    date = make(at, at + 5, name(year(at), *which_month, which_day));
    return true;
  }

  bool at_year(std::size_t at, FoundDate& date) const {
    const auto which = year(at);
    if (!which || !behind_preposition(at)) return false;
    date = make(at, at + 1, digits(*which, 4));
    return true;
  }

  const Text& text_;
  const TextWords& words_;
  std::size_t begin_ = 0, end_ = 0;
  std::vector<FoundDate> found_;
};

}  // namespace

std::vector<FoundDate> find_dates(const Text& text, const TextWords& words) { return DateFinder(text, words).run(); }

}  // namespace averment
