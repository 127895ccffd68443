// The piece of a report's text that shows best why it matched.
#include "searcher/snippet.hpp"

#include <map>

#include "language/utf8.hpp"
#include "searcher/query_syntax.hpp"

namespace averment {
namespace {

constexpr std::size_t bytes_read = 256 << 10;
constexpr std::size_t width = 200;      // characters
constexpr std::size_t lead_in = 60;     // characters before the first match, at most
constexpr std::size_t word_width = 30;  // characters that a cut may move to spare a word

/// `from` moved by at most `characters`, towards the end or the beginning.
std::size_t forward(std::string_view text, std::size_t from, std::size_t characters) {
  while (from < text.size() && characters > 0)
    if (++from >= text.size() || !continues_character(text[from])) --characters;
  return from;
}

std::size_t back(std::string_view text, std::size_t from, std::size_t characters) {
  while (from > 0 && characters > 0)
    if (!continues_character(text[--from])) --characters;
  return from;
}

bool blank_at(std::string_view text, std::size_t at) { return syntax::blank_size(text, at) > 0; }

/// The next place from `at` where a word begins, if one is near; else `at`.
std::size_t word_begin(std::string_view text, std::size_t at) {
  if (at == 0) return at;
  const std::size_t limit = forward(text, at, word_width);
  for (std::size_t next = at; next < limit; next = forward(text, next, 1))
    if (blank_at(text, next)) {
      while (const std::size_t size = syntax::blank_size(text, next)) next += size;
      return next;
    }
  return at;
}

/// The last place before `at` where a word has ended, if one is near; else `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  const std::size_t limit = back(text, at, word_width);
  for (std::size_t end = at; end > limit; end = back(text, end, 1))
    if (blank_at(text, end)) return end;
  return at;
}

/// Behind the last end of a sentence in [begin, end); begin if there is none.
std::size_t sentence_begin(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t found = begin;
  for (std::size_t at = begin; at < end; ++at) {
    const bool western = (text[at] == '.' || text[at] == '!' || text[at] == '?' || text[at] == '\n') && at + 1 < end &&
                         blank_at(text, at + 1);
    const bool eastern = text.substr(at).starts_with("。");
    if (western || text[at] == '\n') found = at + 1;
    if (eastern) found = at + std::string_view("。").size();
  }
  while (const std::size_t size = found < end ? syntax::blank_size(text, found) : 0) found += size;
  return found;
}

/// The window that begins with matches[first] and has the most different words, then the most words.
std::size_t best_first(std::string_view text, const std::vector<SearchToken>& matches) {
  std::map<std::string_view, std::size_t> inside;
  std::size_t best = 0, best_different = 0, best_all = 0;
  for (std::size_t first = 0, last = 0; first < matches.size(); ++first) {
    last = std::max(last, first);
    const std::size_t end = forward(text, matches[first].span.begin, width - lead_in);
    for (; last < matches.size() && matches[last].span.end <= end; ++last) ++inside[matches[last].stem];
    if (inside.size() > best_different || (inside.size() == best_different && last - first > best_all)) {
      best = first;
      best_different = inside.size();
      best_all = last - first;
    }
    if (const auto leaving = inside.find(matches[first].stem); leaving != inside.end() && --leaving->second == 0)
      inside.erase(leaving);
  }
  return best;
}

/// text[begin, end) on one line, "…" where it is cut, with the marks moved along.
Snippet on_one_line(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Span>& marks) {
  Snippet snippet;
  if (text.find_first_not_of(" \t\r\n") < begin) snippet.text = "… ";
  auto mark = marks.begin();
  while (mark != marks.end() && mark->begin < begin) ++mark;
  const auto here = [&] { return static_cast<std::uint32_t>(snippet.text.size()); };
  Span open{};
  bool is_open = false;
  for (std::size_t at = begin; at < end;) {
    if (is_open && at >= mark->end) {
      open.end = here();
      snippet.highlights.push_back(open);
      is_open = false;
      ++mark;
    }
    while (!is_open && mark != marks.end() && mark->begin < at) ++mark;
    if (!is_open && mark != marks.end() && mark->begin == at && mark->end <= end) {
      open.begin = here();
      is_open = true;
    }
    const std::size_t blank = syntax::blank_size(text, at);
    if (blank == 0)
      snippet.text += text[at++];
    else if (at += blank; !snippet.text.ends_with(' '))
      snippet.text += ' ';
  }
  if (is_open) snippet.highlights.push_back({open.begin, here()});
  while (snippet.text.ends_with(' ') && (snippet.highlights.empty() || snippet.highlights.back().end < here()))
    snippet.text.pop_back();
  if (end < text.size() && text.find_first_not_of(" \t\r\n", end) != text.npos) snippet.text += " …";
  return snippet;
}

/// The window of `width` characters that shows [first, last) in the middle of what is before and behind it.
Snippet around(std::string_view text, std::size_t first, const std::vector<Span>& marks) {
  const std::size_t earliest = back(text, first, lead_in);
  std::size_t begin = earliest == 0 ? 0 : word_begin(text, earliest);
  if (begin > first) begin = first;
  begin = sentence_begin(text, begin, first);
  const std::size_t end = word_end(text, forward(text, begin, width));
  return on_one_line(text, begin, end, marks);
}

/// Spans of Korean pairs overlap: one mark for each run of them.
std::vector<Span> merged(const std::vector<SearchToken>& matches) {
  std::vector<Span> marks;
  for (const SearchToken& match : matches)
    if (!marks.empty() && match.span.begin < marks.back().end)
      marks.back().end = std::max(marks.back().end, match.span.end);
    else
      marks.push_back(match.span);
  return marks;
}

}  // namespace

Snippet make_snippet(std::string_view text, std::string_view lang, const SearchedText& searched,
                     SearchAnalyzer& analyzer) {
  const std::string_view read = text.substr(0, character_start(text, bytes_read));
  std::vector<SearchToken> matches;
  if (!searched.empty()) {
    matches = analyzer.analyze(read, lang);
    std::erase_if(matches, [&](const SearchToken& token) { return !searched.matches(token); });
  }
  std::size_t begin = 0;
  while (const std::size_t size = syntax::blank_size(text, begin)) begin += size;
  return around(text, matches.empty() ? begin : matches[best_first(text, matches)].span.begin, merged(matches));
}

Snippet make_snippet(std::string_view text, Span place) { return around(text, place.begin, {place}); }

}  // namespace averment
