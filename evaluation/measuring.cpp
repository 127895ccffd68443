// What the measurements share: tables, misses, lines of JSON.
#include <fmt/format.h>

#include <fstream>

#include "averment/error.hpp"
#include "evaluation/measure.hpp"

namespace averment::evaluation {

void Misses::add(std::string_view kind, const std::function<std::string()>& describe) {
  if (kind != kind_ || shown_ == most_) return;
  ++shown_;
  out_ << describe() << '\n';
}

Table::Table(std::ostream& out, const std::vector<std::string>& columns, std::size_t text_columns) : out_(out) {
  row(columns);
  std::vector<std::string> marks;
  for (std::size_t i = 0; i < columns.size(); ++i) marks.emplace_back(i < text_columns ? "---" : "---:");
  row(marks);
}

void Table::row(const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) out_ << "| " << cell << ' ';
  out_ << "|\n";
}

std::string decimals(double number) { return fmt::format("{:.3f}", number); }

std::string rate(std::size_t hits, std::size_t of) {
  return of == 0 ? "–" : decimals(static_cast<double>(hits) / static_cast<double>(of));
}

std::vector<std::string> rates(std::size_t hits, std::size_t found, std::size_t gold) {
  return {rate(hits, found), rate(hits, gold), rate(2 * hits, found + gold)};
}

void each_json_line(const std::filesystem::path& path, const std::function<void(const Json&)>& take) {
  std::ifstream in(path);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    try {
      take(Json::parse(line));
    } catch (const Json::exception& error) {
      throw InputError(fmt::format("{}:{}: {}", path.string(), number, error.what()));
    }
  }
}

bool is_there(const Measuring& measuring, const std::filesystem::path& path) {
  if (std::filesystem::exists(path)) return true;
  measuring.log << fmt::format("measure: left out, because it is not there: {}\n", path.string());
  return false;
}

}  // namespace averment::evaluation
