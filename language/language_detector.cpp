// Text → the language it is written in, by CLD2.
#include "language/language_detector.hpp"

#include <cld2/internal/lang_script.h>
#include <cld2/public/compact_lang_det.h>

#include <cstdio>  // CLD2's header needs it.

#include "language/utf8.hpp"

namespace averment {
namespace {

constexpr std::size_t bytes_read = 32 << 10;

// CLD2's own codes: older ones of ISO 639-1, script variants ("zh-Hant"), three letters where there are no two.
std::string iso_639_1(std::string_view code) {
  if (code == "un") return {};
  if (code == "iw") return "he";
  if (code == "in") return "id";
  if (code == "ji") return "yi";
  if (code == "jw") return "jv";
  const std::string_view language = code.substr(0, code.find('-'));
  return language.size() == 2 ? std::string(language) : std::string();
}

}  // namespace

std::string detect_language(std::string_view text) {
  const auto size = static_cast<int>(character_start(text, bytes_read));
  bool reliable = false;
  int valid_bytes = 0;
  const CLD2::Language language =
      CLD2::DetectLanguageCheckUTF8(text.data(), size, /*is_plain_text=*/true, &reliable, &valid_bytes);
  return reliable ? iso_639_1(CLD2::LanguageCode(language)) : std::string();
}

}  // namespace averment
