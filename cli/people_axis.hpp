// Numbers of people along a line of columns, and intervals drawn there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace averment::cli {

/// What a claim says of a number; both empty: no number is stated.
struct Interval {
  std::optional<std::uint64_t> low, high;
  bool approximate = false;
  bool derived = false;  ///< Worked out from a share.
};

/// With what intervals are drawn: each is one column wide.
struct Strokes {
  std::string point, about, derived_point;
  std::string begin, body, end, derived_body, arrow_left, arrow_right;
  std::string tick, faint_tick;
};

/// Of lines and dots, or of ASCII alone.
const Strokes& strokes(bool ascii);

/// From zero where the numbers lie close together, in powers of ten where the greatest is at least 30 times the least.
class PeopleAxis {
 public:
  /// `columns`: at least 2.
  PeopleAxis(const std::vector<Interval>& intervals, std::size_t columns);

  bool logarithmic() const { return logarithmic_; }
  std::uint64_t first() const { return static_cast<std::uint64_t>(first_); }
  std::uint64_t last() const { return static_cast<std::uint64_t>(last_); }

  /// Marks and their numbers, in short where there is no room: "|0  1,000|  2,000|", "|0 1k| 2k|".
  std::string scale(const Strokes& strokes) const;

  /// The interval among faint marks; open ends are arrows that reach the axis's end.
  std::string drawn(const Interval& interval, const Strokes& strokes) const;

 private:
  std::optional<std::string> scale(const Strokes& strokes, std::string (*label_of)(std::uint64_t)) const;
  std::size_t column(double people) const;
  double place(double people) const;  ///< On the axis's scale.
  void choose_decades(double least, double greatest, bool with_zero);
  void choose_steps(double greatest);

  std::size_t columns_;
  bool logarithmic_ = false;
  double shift_ = 0;  ///< Added before a logarithm is taken, so that zero has one.
  double first_ = 0, last_ = 1;
  std::vector<double> ticks_;
};

}  // namespace averment::cli
