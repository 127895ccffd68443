// Text → the language it is written in, by CLD2.
#include "language/language_detector.hpp"

#include <cld2/internal/lang_script.h>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstdio>  // CLD2's header needs it.

#include "language/utf8.hpp"

namespace averment {
namespace {

constexpr std::size_t bytes_read = 32 << 10;

// A sample tells the language of nearly all reports: of its beginning, middle and end. CLD2's time goes with the bytes.
constexpr std::size_t stretch = 200, stretches = 3;
constexpr std::size_t shortest_sampled = stretches * stretch * 3 / 2;
constexpr int clear_percent = 90;  // of the sample: less, and the whole text is read

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

struct Detected {
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
  bool reliable = false;
  int percent = 0;  ///< Of the text: how much is in that language.
};

Detected detect(std::string_view text) {
  Detected detected;
  CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0, valid_bytes = 0;
  detected.language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &no_hints, /*flags=*/0, languages.data(),
      percents.data(), scores.data(), nullptr, &text_bytes, &detected.reliable, &valid_bytes);
  if (detected.language == languages[0]) detected.percent = percents[0];
  return detected;
}

/// The start of the word at `at`, or of the character where no blank is near: not all languages have them.
std::size_t word_start(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const std::size_t blank = text.substr(at, stretch / 4).find_first_of(" \n");
  return character_start(text, blank == text.npos ? at : at + blank);
}

std::string sample(std::string_view text) {
  std::string sampled;
  for (std::size_t at = 0; at < stretches; ++at) {
    const std::size_t begin = word_start(text, (text.size() - stretch) / (stretches - 1) * at);
    const std::size_t end = word_start(text, std::min(begin + stretch, text.size()));
    sampled += text.substr(begin, end - begin);
    sampled += '\n';
  }
  return sampled;
}

}  // namespace

std::string detect_language(std::string_view text) {
  text = text.substr(0, character_start(text, bytes_read));
  Detected detected;
  if (text.size() > shortest_sampled) detected = detect(sample(text));
  if (!detected.reliable || detected.percent < clear_percent) detected = detect(text);
  return detected.reliable ? iso_639_1(CLD2::LanguageCode(detected.language)) : std::string();
}

}  // namespace averment
