// Bytes of a text file in whatever charset → UTF-8.
#include "indexer/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

#include "averment/error.hpp"
#include "indexer/valid_utf8.hpp"

namespace averment {
namespace {

constexpr std::size_t looked_at = 64 << 10;  // bytes from which the charset is told
constexpr int least_confidence = 20;         // of 100; short Western texts seldom reach 40

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

/// Empty: the bytes are not in that charset.
std::optional<std::string> converted(std::string_view bytes, const char* charset) {
  if (bytes.size() > std::numeric_limits<std::int32_t>::max()) return {};  // more than ICU takes
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset, &status), &ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return {};
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

struct Mark {
  std::string_view bytes;
  const char* charset;
};

// The longer mark first: UTF-32's begins like UTF-16's.
constexpr Mark marks[] = {{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                          {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                          {{"\xFF\xFE", 2}, "UTF-16LE"},
                          {{"\xFE\xFF", 2}, "UTF-16BE"}};

/// In text of UTF-16 without a mark, nearly every second byte is 0 as long as it is Latin.
const char* unmarked_utf16(std::string_view bytes) {
  std::size_t zeros[2] = {0, 0};
  const std::size_t size = std::min(bytes.size(), looked_at);
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += bytes[i] == '\0';
  if (zeros[1] > size / 4 && zeros[0] < size / 100 + 1) return "UTF-16LE";
  if (zeros[0] > size / 4 && zeros[1] < size / 100 + 1) return "UTF-16BE";
  return nullptr;
}

bool is_control(char c) {
  return c >= 0 && c < ' ' && std::string_view("\t\n\v\f\r\x1A\x1B").find(c) == std::string_view::npos;
}

void refuse_binary(std::string_view text) {
  const auto controls = std::count_if(text.begin(), text.end(), is_control);
  if (text.find('\0') != text.npos || controls > static_cast<std::ptrdiff_t>(text.size() / 100))
    throw InputError("it is binary: it holds NUL or many control characters");
}

/// Most of what is not ASCII is well-formed UTF-8: the rest is damage, not another charset.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  while (!bytes.empty()) {
    const std::size_t end = invalid_utf8(bytes).value_or(bytes.size());
    good +=
        static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(end),
                                               [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0xC0; }));
    bad += end < bytes.size();
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return good > bad;
}

/// UTF-16 without a mark was tried before, and nobody writes news in EBCDIC.
bool is_plausible(std::string_view charset) { return !charset.starts_with("UTF") && !charset.starts_with("IBM"); }

std::optional<std::string> in_best_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(std::min(bytes.size(), looked_at)), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < least_confidence) return {};
    const std::string_view name = ucsdet_getName(matches[i], &status);
    if (!is_plausible(name)) continue;
    // As browsers do: Latin-1's control bytes are Windows' quotation marks.
    const char* charset = name == "ISO-8859-1" ? "windows-1252" : name.data();
    if (std::optional<std::string> text = converted(bytes, charset)) return text;
  }
  return {};
}

std::string decoded(std::string bytes) {
  for (const Mark& mark : marks)
    if (bytes.starts_with(mark.bytes)) {
      if (auto text = converted(std::string_view(bytes).substr(mark.bytes.size()), mark.charset)) return *text;
      throw InputError(std::string("it begins as ") + mark.charset + " but is not well-formed");
    }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (const char* charset = unmarked_utf16(bytes))
    if (auto text = converted(bytes, charset)) return *text;
  refuse_binary(bytes);
  const std::optional<std::size_t> bad = invalid_utf8(bytes);
  if (!bad) return bytes;
  if (!mostly_utf8(bytes))
    if (auto text = in_best_charset(bytes)) return *text;
  throw InputError("it is not UTF-8 at byte " + std::to_string(*bad) + ", and no other charset explains it");
}

}  // namespace

std::string to_utf8(std::string bytes) {
  std::string text = decoded(std::move(bytes));
  refuse_binary(text);
  return text;
}

}  // namespace averment
