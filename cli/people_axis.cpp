// Numbers of people along a line of columns, and intervals drawn there.
#include "cli/people_axis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

constexpr double spread_for_decades = 30;
constexpr double most_people = 1e19;  // fits 64 bits
constexpr int steps_wanted = 4;

/// 1, 2 or 5 times a power of ten, so that about `steps_wanted` lead up to `greatest`.
double step_to(double greatest) {
  const double wanted = std::max(1.0, greatest / steps_wanted);
  const double decade = std::pow(10, std::floor(std::log10(wanted)));
  for (const double factor : {1, 2, 5})
    if (factor * decade >= wanted) return factor * decade;
  return 10 * decade;
}

/// 10000 → "10k".
std::string in_short(std::uint64_t number) {
  constexpr std::uint64_t thousand = 1000, million = 1'000'000;
  if (number >= million && number % million == 0) return grouped(number / million) + "M";
  if (number >= thousand && number % thousand == 0) return grouped(number / thousand) + "k";
  return grouped(number);
}

std::vector<double> bounds_of(const std::vector<Interval>& intervals) {
  std::vector<double> bounds;
  for (const Interval& interval : intervals)
    for (const auto& bound : {interval.low, interval.high})
      if (bound) bounds.push_back(std::min(static_cast<double>(*bound), most_people));
  return bounds;
}

}  // namespace

const Strokes& strokes(bool ascii) {
  static const Strokes lines{.point = "●",
                             .about = "○",
                             .derived_point = "◇",
                             .begin = "├",
                             .body = "─",
                             .end = "┤",
                             .derived_body = "╌",
                             .arrow_left = "◀",
                             .arrow_right = "▶",
                             .tick = "│",
                             .faint_tick = "·"};
  static const Strokes plain{.point = "*",
                             .about = "o",
                             .derived_point = "#",
                             .begin = "|",
                             .body = "-",
                             .end = "|",
                             .derived_body = "=",
                             .arrow_left = "<",
                             .arrow_right = ">",
                             .tick = "|",
                             .faint_tick = "."};
  return ascii ? plain : lines;
}

PeopleAxis::PeopleAxis(const std::vector<Interval>& intervals, std::size_t columns) : columns_(columns) {
  const std::vector<double> bounds = bounds_of(intervals);
  double least = std::numeric_limits<double>::max(), greatest = 0;
  for (const double bound : bounds) {
    greatest = std::max(greatest, bound);
    if (bound > 0) least = std::min(least, bound);
  }
  logarithmic_ = greatest > 0 && greatest / least >= spread_for_decades;
  if (logarithmic_)
    choose_decades(least, greatest, std::count(bounds.begin(), bounds.end(), 0.0) > 0);
  else
    choose_steps(greatest);
}

void PeopleAxis::choose_decades(double least, double greatest, bool with_zero) {
  shift_ = with_zero ? 1 : 0;
  const double lowest = with_zero ? 1 : std::floor(std::log10(least)), highest = std::ceil(std::log10(greatest));
  if (with_zero) ticks_.push_back(0);
  for (double power = lowest; power <= highest; ++power) ticks_.push_back(std::min(std::pow(10, power), most_people));
  first_ = ticks_.front();
  last_ = ticks_.back();
}

void PeopleAxis::choose_steps(double greatest) {
  const double step = step_to(greatest);
  last_ = std::max(step, std::ceil(greatest / step) * step);
  for (double tick = 0; tick <= last_; tick += step) ticks_.push_back(tick);
}

double PeopleAxis::place(double people) const { return logarithmic_ ? std::log10(people + shift_) : people; }

std::size_t PeopleAxis::column(double people) const {
  const double part = (place(std::clamp(people, first_, last_)) - place(first_)) / (place(last_) - place(first_));
  return static_cast<std::size_t>(std::lround(part * static_cast<double>(columns_ - 1)));
}

/// The first number stands behind its mark, each other one before its own. Empty: they have no room.
std::optional<std::string> PeopleAxis::scale(const Strokes& strokes, std::string (*label_of)(std::uint64_t)) const {
  std::vector<std::string> cells(columns_, " ");
  bool all_fit = true;
  std::size_t free = 0;
  for (const double tick : ticks_) {
    const std::string label = label_of(static_cast<std::uint64_t>(tick));
    const std::size_t mark = column(tick);
    const bool is_first = mark == 0;
    const bool fits = is_first || mark >= free + label.size();
    if (fits) {
      const std::size_t at = is_first ? 1 : mark - label.size();
      for (std::size_t i = 0; i < label.size() && at + i < columns_; ++i) cells[at + i] = label[i];
    }
    cells[mark] = strokes.tick;
    all_fit = all_fit && fits;
    free = is_first ? label.size() + 2 : mark + 1;
  }
  if (!all_fit && label_of == grouped) return {};
  std::string line;
  for (const std::string& cell : cells) line += cell;
  return line;
}

std::string PeopleAxis::scale(const Strokes& strokes) const {
  const std::optional<std::string> in_full = scale(strokes, grouped);
  return in_full ? *in_full : *scale(strokes, in_short);
}

std::string PeopleAxis::drawn(const Interval& interval, const Strokes& strokes) const {
  std::vector<std::string> cells(columns_, " ");
  for (const double tick : ticks_) cells[column(tick)] = strokes.faint_tick;
  if (interval.low || interval.high) {
    const std::size_t begin = interval.low ? column(static_cast<double>(*interval.low)) : 0;
    const std::size_t end = interval.high ? column(static_cast<double>(*interval.high)) : columns_ - 1;
    const std::string& body = interval.derived ? strokes.derived_body : strokes.body;
    for (std::size_t i = begin; i <= end; ++i) cells[i] = body;
    if (interval.low && interval.high && begin == end) {
      cells[begin] = interval.derived ? strokes.derived_point : interval.approximate ? strokes.about : strokes.point;
    } else {
      cells[begin] = strokes.begin;
      cells[end] = strokes.end;
      if (!interval.low) cells[begin] = strokes.arrow_left;
      if (!interval.high) cells[end] = strokes.arrow_right;
    }
  }
  std::string line;
  for (const std::string& cell : cells) line += cell;
  return line;
}

}  // namespace averment::cli
