// The head of a plain text file: lines of "key: value" between two lines "---".
#include "indexer/front_matter.hpp"

#include <algorithm>

#include "averment/error.hpp"
#include "indexer/json_report.hpp"

namespace averment {
namespace {

constexpr std::string_view fence = "---";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Takes a line, without its end, from the front.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return line;
}

[[noreturn]] void refuse(std::size_t line, const std::string& why) {
  throw InputError("front matter, line " + std::to_string(line) + ": " + why);
}

bool in_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// What YAML would read as something else than the words that stand there.
bool is_yaml(std::string_view value) {
  const bool quoted = value.size() > 1 && value.front() == '\'' && value.back() == '\'';
  return quoted || std::string_view("|>&*!%@`").find(value.front()) != std::string_view::npos;
}

void read_value(std::string_view key, std::string_view value, std::size_t line, std::size_t nesting_limit,
                RawReport& raw) {
  if (value.empty() || value == "null" || value == "~") return;
  if (std::string_view("\"[{").find(value.front()) != std::string_view::npos) {
    try {
      read_json("{\"" + std::string(key) + "\":" + std::string(value) + "}", raw, nesting_limit);
    } catch (const InputError& error) {
      refuse(line, "the value of " + std::string(key) + " is no JSON value on one line (" + error.what() + ")");
    }
  } else if (is_yaml(value)) {
    refuse(line,
           "write the value of " + std::string(key) + " in double quotation marks; YAML's other forms are not read");
  } else {
    raw.set(key, std::string(value));
  }
}

void read_line(std::string_view line, std::size_t number, std::size_t nesting_limit, RawReport& raw) {
  const std::size_t colon = line.find(':');
  const std::string_view key = line.substr(0, colon);
  if (colon == line.npos || key.empty() || !std::all_of(key.begin(), key.end(), in_key))
    refuse(number, "'key: value' is expected, one a line, not indented");
  read_value(key, trimmed(line.substr(colon + 1)), number, nesting_limit, raw);
}

std::size_t read_head(std::string_view file, std::size_t nesting_limit, RawReport& raw) {
  std::string_view rest = file;
  take_line(rest);
  for (std::size_t number = 2; !rest.empty(); ++number) {
    const std::string_view line = take_line(rest);
    if (trimmed(line) == fence) return file.size() - rest.size();
    if (!trimmed(line).empty()) read_line(line, number, nesting_limit, raw);
  }
  refuse(1, "a closing line '---' is missing");
}

}  // namespace

RawReport split_front_matter(std::string file, std::size_t nesting_limit) {
  RawReport raw;
  std::string_view rest = file;
  if (trimmed(take_line(rest)) == fence) file.erase(0, read_head(file, nesting_limit, raw));
  raw[RawReport::Part::text] = std::move(file);
  return raw;
}

}  // namespace averment
