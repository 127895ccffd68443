// A text → what can be searched for in it, in several languages.
#include "language/language_detector.hpp"
#include "language/names.hpp"
#include "language/search_analyzer.hpp"
#include "property.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  static SearchAnalyzer analyzer;
  constexpr std::string_view languages[] = {"en", "es", "ru", "ko", "ar", ""};
  std::string_view bytes = bytes_of(data, size);
  const std::string_view lang = languages[take_choice(bytes, 6)];
  const std::string text = as_text(bytes);
  Span last;
  for (const SearchToken& token : analyzer.analyze(text, lang)) {
    require_span(text, token.span);
    require(token.span.begin >= last.begin && token.span.end >= last.end, "words are in order");
    require(!token.word.empty() && token.word.size() <= 64, "words have 1 to 64 bytes");
    require(!invalid_utf8(token.word) && !invalid_utf8(token.stem) && !token.stem.empty(), "words and stems are UTF-8");
    last = token.span;
  }
  const std::string key = name_key(text);
  require(!invalid_utf8(key), "keys of names are UTF-8");
  const std::string language = detect_language(text);
  require(language.empty() || language.size() == 2, "languages are ISO 639-1");
  return 0;
}
