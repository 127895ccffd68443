// A plain text file → a report.
#include "indexer/text_reader.hpp"

#include "averment/error.hpp"
#include "indexer/byte_source.hpp"
#include "indexer/charset.hpp"
#include "indexer/front_matter.hpp"
#include "language/utf8.hpp"

namespace averment {
namespace {

constexpr std::size_t longest_title = 400;  // bytes: a text without line ends is no title

std::string read_whole(const std::filesystem::path& path, std::uint64_t size_limit) {
  const std::unique_ptr<ByteSource> source = open_file(path);
  std::string bytes;
  for (std::size_t size = 0;; bytes.resize(size)) {
    bytes.resize(size + (64 << 10));
    const std::size_t count = source->read(bytes.data() + size, bytes.size() - size);
    size += count;
    if (size > size_limit)
      throw InputError("it is larger than the limit of " + std::to_string(size_limit) +
                       " bytes: --size-limit raises it, and --memory-limit");
    if (count > 0) continue;
    bytes.resize(size);
    return bytes;
  }
}

std::string first_line(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  text = text.substr(begin, text.find_first_of("\r\n", begin) - begin);
  text = text.substr(0, character_start(text, longest_title));
  return std::string(text.substr(0, text.find_last_not_of(blanks) + 1));
}

Report report_of(RawReport raw, const std::string& id, std::vector<LeftOut>& left_out) {
  Report report = finished(std::move(raw), left_out);
  if (report.id.empty()) report.id = id;
  if (report.title.empty()) report.title = first_line(report.text);
  return report;
}

}  // namespace

void read_text_file(const std::filesystem::path& path, const std::string& id, const Place& place, const Sink& sink) {
  try {
    std::vector<LeftOut> left_out;
    RawReport raw = split_front_matter(to_utf8(read_whole(path, place.size_limit)), place.nesting_limit);
    Report report = report_of(std::move(raw), id, left_out);
    report.origin = {place.absolute, 0};
    for (LeftOut& what : left_out) sink(Warning{std::move(what.kind), std::move(what.detail), place.shown, 0});
    sink(std::move(report));
  } catch (const InputError& error) {
    sink(Rejection{place.shown, 0, error.what()});
  }
}

}  // namespace averment
