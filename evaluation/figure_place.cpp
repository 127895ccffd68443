// Where a gold claim's figure stands.
#include "evaluation/figure_place.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "averment/evaluation.hpp"
#include "store/code_points.hpp"

namespace averment {
namespace {

/// The character that begins or ends at `byte`; a blank outside of the text.
UChar32 character_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return ' ';
  UChar32 c = ' ';
  U8_GET(reinterpret_cast<const std::uint8_t*>(text.data()), 0, byte, static_cast<std::int64_t>(text.size()), c);
  return c;
}

UChar32 character_before(std::string_view text, std::size_t byte) { return character_at(text, byte - 1); }

bool in_word(UChar32 c) { return c == '_' || u_isalnum(c); }

bool holds_hangul(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    UErrorCode status = U_ZERO_ERROR;
    if (uscript_getScript(character_at(text, byte), &status) == USCRIPT_HANGUL) return true;
  }
  return false;
}

bool is_whole_word(std::string_view sentence, std::size_t begin, std::size_t end) {
  const bool joined_before =
      begin > 0 && in_word(character_before(sentence, begin)) && in_word(character_at(sentence, begin));
  const bool joined_behind = in_word(character_at(sentence, end)) && in_word(character_before(sentence, end));
  return !joined_before && !joined_behind;
}

/// Sets start and end; false: the sentence or the figure is not in the text.
bool place(GoldClaim& gold, const std::string& text) {
  const std::size_t sentence = text.find(gold.sentence);
  const std::optional<std::size_t> figure = figure_place(gold.sentence, gold.figure, gold.nth);
  if (sentence == text.npos || !figure) return false;
  CodePoints places(text);
  gold.start = places.before(static_cast<std::uint32_t>(sentence + *figure));
  gold.end = places.before(static_cast<std::uint32_t>(sentence + *figure + gold.figure.size()));
  return true;
}

}  // namespace

std::optional<std::size_t> figure_place(std::string_view sentence, std::string_view figure, std::size_t nth) {
  if (figure.empty() || nth == 0) return {};
  const bool joins_particles = holds_hangul(sentence);
  for (std::size_t at = sentence.find(figure); at != sentence.npos;) {
    const bool counts = joins_particles || is_whole_word(sentence, at, at + figure.size());
    if (counts && --nth == 0) return at;
    at = sentence.find(figure, at + (counts ? figure.size() : 1));
  }
  return {};
}

void locate(std::vector<GoldClaim>& gold, const ReadReports& reports) {
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const auto text = reports.texts.find(gold[i].report);
    if (text != reports.texts.end()) gold[i].lang = text->second.lang;
    if (gold[i].start) continue;
    const std::string name =
        "gold claim " + std::to_string(i + 1) + " (" + gold[i].report + ", '" + gold[i].figure + "')";
    if (text == reports.texts.end()) throw InputError(name + " has no start and end, and its report was not given");
    if (!place(gold[i], text->second.text))
      throw InputError(name + " cannot be placed: its sentence is not in the report, or its figure not so often in it");
  }
}

}  // namespace averment
