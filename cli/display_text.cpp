// Text as a terminal shows it: how wide it is, cut to a width, free of what would drive the terminal.
#include "cli/display_text.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace averment::cli {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

/// Bytes of the character, if it is one column wide whatever stands beside it that is so too: printable ASCII, Latin
/// letters and the punctuation of print. 0: it may be something else.
std::size_t simple_size(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0; };
  const auto lead = byte(0), second = byte(1);
  if (lead >= 0x20 && lead < 0x7f) return 1;
  constexpr unsigned soft_hyphen = 0xad;
  if (lead == 0xc2) return second >= 0xa0 && second <= 0xbf && second != soft_hyphen ? 2 : 0;
  if (lead >= 0xc3 && lead <= 0xcb) return second >= 0x80 && second <= 0xbf ? 2 : 0;
  return lead == 0xe2 && second == 0x80 && byte(2) >= 0x90 && byte(2) <= 0xa7 ? 3 : 0;  // dashes, quotes, "…"
}

std::size_t code_point_width(UChar32 c) {
  const int category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      category == U_CONTROL_CHAR)
    return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

/// A cluster is as wide as its widest character: a base with its marks, an emoji with its modifiers.
std::size_t cluster_width(std::string_view cluster) {
  std::size_t width = 0;
  const auto size = static_cast<int32_t>(cluster.size());
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(cluster.data(), at, size, c);
    constexpr UChar32 emoji_presentation = 0xfe0f;
    width = std::max(width, c == emoji_presentation ? 2 : c < 0 ? 1 : code_point_width(c));
  }
  return width;
}

/// Ends of the text's grapheme clusters, in bytes.
std::vector<std::size_t> cluster_ends(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static thread_local const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  std::vector<std::size_t> ends;
  if (U_FAILURE(status) || !iterator) return ends;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &status);
  iterator->setText(&utext, status);
  iterator->first();
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next())
    ends.push_back(static_cast<std::size_t>(end));
  utext_close(&utext);
  return ends;
}

struct Cluster {
  std::string_view text;
  std::size_t width;
};

std::vector<Cluster> clusters(std::string_view text) {
  std::vector<Cluster> found;
  std::size_t begin = 0;
  for (std::size_t size = 1; size != 0 && begin < text.size(); begin += size)
    if ((size = simple_size(text.substr(begin))) != 0) found.push_back({text.substr(begin, size), 1});
  if (begin == text.size()) return found;  // without ICU, which takes long to load
  found.clear();
  begin = 0;
  for (const std::size_t end : cluster_ends(text)) {
    const std::string_view cluster = text.substr(begin, end - begin);
    found.push_back({cluster, cluster_width(cluster)});
    begin = end;
  }
  return found;
}

std::string kept_from_start(const std::vector<Cluster>& all, std::size_t width) {
  std::string kept;
  for (const Cluster& cluster : all) {
    if (cluster.width > width) break;
    kept += cluster.text;
    width -= cluster.width;
  }
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept;
}

std::string kept_from_end(const std::vector<Cluster>& all, std::size_t width) {
  std::size_t first = all.size();
  while (first > 0 && all[first - 1].width <= width) width -= all[--first].width;
  std::string kept;
  for (; first < all.size(); ++first) kept += all[first].text;
  return kept;
}

template <typename Keep>
void each_code_point(std::string_view text, Keep keep) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    keep(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
}

/// Of what decomposition leaves as it is. nullptr: none.
const std::string_view* ascii_likeness(std::string_view character) {
  static constexpr std::pair<std::string_view, std::string_view> likenesses[] = {
      {"≥", ">="}, {"≤", "<="}, {"–", "-"},  {"—", "-"},  {"−", "-"},  {"‘", "'"},  {"’", "'"}, {"“", "\""},
      {"”", "\""}, {"«", "\""}, {"»", "\""}, {"ø", "o"},  {"Ø", "O"},  {"ł", "l"},  {"Ł", "L"}, {"đ", "d"},
      {"Đ", "D"},  {"ß", "ss"}, {"æ", "ae"}, {"Æ", "AE"}, {"œ", "oe"}, {"Œ", "OE"}, {"ı", "i"}, {"⁄", "/"}};
  for (const auto& [from, to] : likenesses)
    if (from == character) return &to;
  return nullptr;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_plain(text)) return text.size();
  std::size_t width = 0;
  for (const Cluster& cluster : clusters(text)) width += cluster.width;
  return width;
}

std::string shortened(std::string_view text, std::size_t width, Cut cut) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  const std::vector<Cluster> all = clusters(text);
  if (cut == Cut::start) return std::string(ellipsis) + kept_from_end(all, width - 1);
  return kept_from_start(all, width - 1) + std::string(ellipsis);
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(own < width ? width - own : 0, ' ') + std::string(text);
}

std::string padded_right(std::string_view text, std::size_t width) {
  const std::size_t own = display_width(text);
  return std::string(text) + std::string(own < width ? width - own : 0, ' ');
}

std::string one_line(std::string_view text) {
  if (is_plain(text) && !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == text.npos)
    return std::string(text);
  std::string line;
  bool blank_due = false;
  each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (c >= 0 && u_isUWhiteSpace(c)) {
      blank_due = !line.empty();
    } else if (c < 0 || !u_iscntrl(c) || u_charType(c) == U_FORMAT_CHAR) {
      if (blank_due) line += ' ';
      blank_due = false;
      line += bytes;
    }
  });
  return line;
}

std::string without_controls(std::string_view text) {
  std::string kept;
  each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (c == '\n' || c == '\t' || c < 0 || u_charType(c) != U_CONTROL_CHAR) kept += bytes;
  });
  return kept;
}

std::string as_ascii(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
  std::string decomposed(text);
  if (U_SUCCESS(status)) {
    decomposed.clear();
    normalizer->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status)
        .toUTF8String(decomposed);
  }
  std::string plain;
  each_code_point(decomposed, [&](UChar32 c, std::string_view bytes) {
    if (c >= 0 && c < 0x80)
      plain += bytes;
    else if (const std::string_view* likeness = ascii_likeness(bytes))
      plain += *likeness;
    else if (c < 0 || code_point_width(c) > 0)
      plain += '?';
  });
  return plain;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

}  // namespace averment::cli
