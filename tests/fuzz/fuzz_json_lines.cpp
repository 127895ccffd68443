// JSON Lines → reports; read whole, and in two goes as a file that grows.
#include <sstream>

#include "indexer/jsonl_reader.hpp"
#include "read_items.hpp"

namespace averment {
namespace {

constexpr std::uint64_t limits[] = {16, 300, 1 << 16};

std::vector<Report> read(const std::string& lines, const Place& place, TailReading& tail) {
  std::istringstream stream(lines);
  ReadItems items;
  require(read_json_lines(*open_stream(stream), place, items.sink(), tail), "a file that grew begins as it did");
  return items.all<Report>();
}

/// What is read of the first half, then of the rest, is what is read of the whole.
void read_in_two_goes(const std::string& lines, Place place, const std::vector<Report>& whole) {
  place.grows = true;
  TailReading tail;
  std::vector<Report> reports = read(lines.substr(0, lines.size() / 2), place, tail);
  const std::uint64_t known = tail.reached.lines;
  std::erase_if(reports, [known](const Report& report) { return report.origin.line > known; });
  tail.from = tail.reached;
  for (Report& report : read(lines, place, tail)) reports.push_back(std::move(report));
  require(reports == whole, "two goes give what one gives");
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  std::string_view bytes = bytes_of(data, size);
  const Place place{"a.jsonl", "/a.jsonl", limits[take_choice(bytes, 3)]};
  const std::string lines(bytes);
  std::istringstream stream(lines);
  ReadItems items;
  read_json_lines(*open_stream(stream), place, items.sink());
  const std::vector<Report> reports = items.all<Report>();
  std::uint64_t last = 0;
  for (const Report& report : reports) {
    require(report.origin.line > last, "lines are counted upwards");
    last = report.origin.line;
  }
  const auto ends = static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
  require(last <= ends + 1, "there are no more lines than line ends");
  require(reports.size() + items.all<Rejection>().size() <= ends + 1, "a line is one report or one rejection");
  read_in_two_goes(lines, place, reports);
  return 0;
}
