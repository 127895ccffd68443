// What every fuzz target needs: properties that end a run where they do not hold, and inputs in the form they ask for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "averment/entity.hpp"
#include "averment/error.hpp"
#include "indexer/valid_utf8.hpp"
#include "language/utf8.hpp"

/// The one function of a target. `data` is what libFuzzer made up, or a file of the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace averment {

/// Also in builds without assertions: both libFuzzer and the replay of the corpus take an abort for a failure.
inline void require(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", property);
  std::abort();
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Takes the first byte off as a number below `choices`; 0 of no bytes.
inline unsigned take_choice(std::string_view& bytes, unsigned choices) {
  if (bytes.empty()) return 0;
  const unsigned choice = static_cast<unsigned char>(bytes.front()) % choices;
  bytes.remove_prefix(1);
  return choice;
}

/// What analyzers are promised: UTF-8 without NUL. What is not becomes '?'.
inline std::string as_text(std::string_view bytes) {
  std::string text(bytes);
  for (char& c : text)
    if (c == '\0') c = '?';
  std::size_t good = 0;
  while (const auto bad = invalid_utf8(std::string_view(text).substr(good))) {
    good += *bad;
    text[good] = '?';
  }
  return text;
}

inline bool on_border(std::string_view text, std::size_t place) { return character_start(text, place) == place; }

/// Inside the text, not empty, and no code point cut.
inline void require_span(std::string_view text, Span span) {
  require(span.begin < span.end && span.end <= text.size(), "spans are inside the text and not empty");
  require(on_border(text, span.begin) && on_border(text, span.end), "spans begin and end between code points");
}

/// What `action` gives; nothing where it throws the error that is documented for what cannot be read.
template <typename Documented, typename Action>
bool accepted(Action&& action) {
  try {
    action();
    return true;
  } catch (const Documented& error) {
    require(*error.what() != '\0', "errors say something");
    return false;
  }
}

}  // namespace averment
