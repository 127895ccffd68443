// A report's fields as an input format states them, before they are checked and put in their one form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/report.hpp"

namespace averment {

struct RawEntity {
  std::optional<std::int64_t> start, end;  ///< Code points of the text, half-open.
  std::string type, id;
  std::optional<std::string> text;  ///< What is said to stand there.
};

struct RawReport {
  /// The parts that a key can state. Several keys may state one part: the first of the table in the source wins.
  enum class Part : std::uint8_t { id, text, title, outlet, url, published, lang, entities, tags };
  static constexpr std::size_t parts = 9;

  /// Empty: no key of ours.
  static std::optional<Part> part_of(std::string_view key);

  /// Does nothing if the value is empty, or a better key has stated the part already.
  void set(std::string_view key, std::string value);
  /// The same for a list, whose elements then go into entities or tags; true: they are wanted.
  bool begin_list(std::string_view key);
  void leave_out(const std::string& key);
  const std::string& operator[](Part part) const { return values[static_cast<std::size_t>(part)]; }
  std::string& operator[](Part part) { return values[static_cast<std::size_t>(part)]; }

  std::string values[parts];
  std::uint8_t ranks[parts] = {};  ///< 0: not stated yet.
  std::vector<RawEntity> entities;
  std::vector<std::string> tags;
  std::vector<std::string> left_out;  ///< Keys whose values are of a kind that says nothing here.
};

/// Why something of a report was left out: a kind and a sentence.
struct LeftOut {
  std::string kind, detail;
};

/// Dates and languages get their one form, entities their place in bytes. What cannot be read is left out and said.
/// @throws InputError where an entity does not match the text.
Report finished(RawReport raw, std::vector<LeftOut>& left_out);

}  // namespace averment
