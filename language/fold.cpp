// NFKC case folding, the form in which words are compared.
#include "language/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

namespace averment {
namespace {

const icu::Normalizer2& folder() {
  static const icu::Normalizer2& normalizer = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFKCCasefoldInstance(status);  // part of ICU's own data: always there
  }();
  return normalizer;
}

// Appends in any case; false: not all of it was ASCII, and what was appended is of no use.
bool append_lower(std::string_view text, std::string& out) {
  const std::size_t begin = out.size();
  out.append(text);
  char* const lower = out.data() + begin;
  unsigned char seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    seen |= static_cast<unsigned char>(c);
    lower[at] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return seen < 0x80;
}

}  // namespace

void fold(std::string_view text, std::string& out) {
  const std::size_t begin = out.size();
  if (append_lower(text, out)) return;
  out.resize(begin);
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  folder().normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
}

}  // namespace averment
