// JSON Lines → reports, one a line.
#include "indexer/jsonl_reader.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <vector>

#include "averment/error.hpp"
#include "indexer/json_report.hpp"
#include "indexer/raw_report.hpp"

namespace averment {
namespace {

constexpr std::size_t size_of_buffer = 256 << 10;

/// Bytes → lines of bounded size.
class LineReader {
 public:
  LineReader(ByteSource& source, std::uint64_t limit) : source_(source), limit_(limit), buffer_(size_of_buffer) {
    XXH64_reset(&hash_, 0);
  }

  /// What was read before. False: the source does not begin with it.
  bool pass_over(const JsonLinesTail& tail) {
    for (std::uint64_t left = tail.bytes; left > 0;) {
      const std::size_t size = source_.read(buffer_.data(), std::min<std::uint64_t>(left, buffer_.size()));
      if (size == 0) return false;
      XXH64_update(&hash_, buffer_.data(), size);
      left -= size;
    }
    bytes_ = tail.bytes;
    number_ = tail.lines;
    return tail.bytes == 0 || XXH64_digest(&hash_) == tail.hash;
  }

  /// The next line, without its end; false: there is none. @throws InputError if the source does.
  bool next() {
    line_.clear();
    too_long_ = false;
    ended_ = false;
    ++number_;
    for (bool is_first = true;; is_first = false) {
      if (begin_ == end_ && !fill()) return !is_first;
      const char* const from = buffer_.data() + begin_;
      const char* const stop = std::find(from, static_cast<const char*>(buffer_.data() + end_), '\n');
      keep(from, stop);
      begin_ = static_cast<std::size_t>(stop - buffer_.data());
      if (begin_ == end_) continue;
      count(stop, stop + 1);
      ++begin_;
      ended_ = true;
      return true;
    }
  }

  std::uint64_t number() const { return number_; }
  bool too_long() const { return too_long_; }
  bool ended() const { return ended_; }  ///< The line has its end.
  /// Up to the end of the line.
  JsonLinesTail tail() const { return {bytes_, number_, XXH64_digest(&hash_)}; }
  const std::string& line() const { return line_; }

 private:
  bool fill() {
    begin_ = 0;
    end_ = source_.read(buffer_.data(), buffer_.size());
    return end_ > 0;
  }

  void keep(const char* from, const char* stop) {
    count(from, stop);
    too_long_ = too_long_ || line_.size() + static_cast<std::size_t>(stop - from) > limit_;
    if (too_long_)
      std::string().swap(line_);
    else
      line_.append(from, stop);
  }

  void count(const char* from, const char* stop) {
    XXH64_update(&hash_, from, static_cast<std::size_t>(stop - from));
    bytes_ += static_cast<std::uint64_t>(stop - from);
  }

  ByteSource& source_;
  std::uint64_t limit_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::string line_;
  XXH64_state_t hash_{};
  std::uint64_t number_ = 0, bytes_ = 0;
  bool too_long_ = false, ended_ = false;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

bool hand_on(std::string_view line, std::uint64_t number, bool may_wait, const Place& place, const Sink& sink) {
  try {
    RawReport raw;
    read_json(line, raw, place.nesting_limit);
    std::vector<LeftOut> left_out;
    Report report = finished(std::move(raw), left_out);
    report.origin = {place.absolute, number};
    for (LeftOut& what : left_out) sink(Warning{std::move(what.kind), std::move(what.detail), place.shown, number});
    return sink(std::move(report));
  } catch (const InputError& error) {
    if (may_wait) return sink(PartlyRead{place.absolute});
    return sink(Rejection{place.shown, number, error.what()});
  }
}

/// False: the file is of another kind, or nobody wants more.
bool take(LineReader& lines, const Place& place, const Sink& sink) {
  const std::uint64_t number = lines.number();
  if (lines.too_long())
    return sink(Rejection{place.shown, number,
                          "the line is longer than the limit of " + std::to_string(place.size_limit) +
                              " bytes: --size-limit raises it, and --memory-limit"});
  std::string_view line = lines.line();
  if (number == 1 && (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF"))) {
    sink(Rejection{place.shown, 0, "it is UTF-16: JSON Lines are UTF-8"});
    return false;
  }
  if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  return is_blank(line) || hand_on(line, number, place.grows && !lines.ended(), place, sink);
}

}  // namespace

void read_json_lines(ByteSource& source, const Place& place, const Sink& sink) {
  LineReader lines(source, place.size_limit);
  try {
    while (lines.next())
      if (!take(lines, place, sink)) return;
  } catch (const InputError& error) {
    sink(Rejection{place.shown, lines.number(), error.what()});
  }
}

bool read_json_lines(ByteSource& source, const Place& place, const Sink& sink, TailReading& tail) {
  tail.reached = tail.from;
  LineReader lines(source, place.size_limit);
  try {
    if (!lines.pass_over(tail.from)) return false;
    if (tail.from.lines > 0) sink(PartlyRead{place.absolute});
    while (lines.next() && take(lines, place, sink))
      if (lines.ended()) tail.reached = lines.tail();
  } catch (const InputError& error) {
    sink(Rejection{place.shown, lines.number(), error.what()});
  }
  return true;
}

}  // namespace averment
