// Tokens → sentences and paragraphs, on lines that a mail program or a wire service broke, too.
#include "language/sentence_splitter.hpp"

#include <algorithm>
#include <array>

#include "language/word_map.hpp"

namespace averment {
namespace {

/// A line without its break; offsets in bytes.
struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;     ///< Behind the last character that is no white space; begin if there is none.
  std::uint32_t indent = 0;  ///< Blanks at its start.

  bool blank() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
};

std::vector<Line> lines_of(std::string_view source) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= source.size();) {
    const std::size_t newline = std::min(source.find('\n', begin), source.size());
    Line line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(newline), 0};
    while (line.end > line.begin && static_cast<unsigned char>(source[line.end - 1]) <= ' ') --line.end;
    while (line.begin + line.indent < line.end && source[line.begin + line.indent] == ' ') ++line.indent;
    lines.push_back(line);
    begin = newline + 1;
  }
  return lines;
}

bool ends_sentence(std::string_view source, const Line& line) {
  constexpr std::string_view terminators = ".!?:;\"')]";
  return !line.blank() && (terminators.find(source[line.end - 1]) != terminators.npos ||
                           source.substr(line.begin, line.size()).ends_with("”"));
}

/// The width at which the text was wrapped; 0: each line is a paragraph of its own.
std::uint32_t wrap_width(std::string_view source, const std::vector<Line>& lines) {
  std::size_t followed = 0, open = 0;
  std::uint32_t widest = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    widest = std::max(widest, lines[i].size());
    if (lines[i].blank() || i + 1 == lines.size() || lines[i + 1].blank()) continue;
    ++followed;
    open += !ends_sentence(source, lines[i]);
  }
  constexpr std::uint32_t longest_wrapped_line = 120;
  const bool wrapped = followed >= 2 && open * 2 > followed && widest <= longest_wrapped_line;
  return wrapped ? widest : 0;
}

bool begins_item(std::string_view source, const Line& line) {
  const std::string_view text = source.substr(line.begin + line.indent, line.size() - line.indent);
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("• ") || text.starts_with("– ");
}

/// Whether `line` goes on with the paragraph of `previous` in a text wrapped at `width`.
bool continues(std::string_view source, const Line& previous, const Line& line, std::uint32_t width) {
  if (!width || line.indent > previous.indent + 1 || begins_item(source, line)) return false;
  const bool short_line = previous.size() * 4 < width * 3;
  if (!short_line) return true;
  const unsigned char first = static_cast<unsigned char>(source[line.begin + line.indent]);
  return (first >= 'a' && first <= 'z') || (!ends_sentence(source, previous) && previous.size() * 2 > width);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_terminator(std::string_view mark) {
  return is_one_of(mark, {".", "!", "?", "...", "....", "…", "。", "！", "？", "।", "؟"});
}

bool is_closing(std::string_view mark) { return is_one_of(mark, {"\"", "”", "’", "'", ")", "]", "»", "」", "』"}); }

/// Words that open a sentence more often than they stand in a name behind "U.S." or "Corp.".
bool opens_sentence(std::string_view folded) {
  return is_one_of(
      folded, {"the",  "a",     "an",   "in",        "on",        "at",      "he",    "she",    "it",       "they",
               "we",   "but",   "and",  "this",      "that",      "these",   "those", "his",    "her",      "their",
               "its",  "there", "when", "while",     "after",     "as",      "if",    "one",    "two",      "three",
               "four", "five",  "six",  "seven",     "eight",     "nine",    "ten",   "dozens", "hundreds", "police",
               "some", "many",  "most", "according", "meanwhile", "however", "it's",  "at"});
}

constexpr std::uint32_t straight_mark = word_hash("\"");

/// In tokens. What goes on longer is a table or noise; readers look through whole sentences, so this bounds their time.
constexpr std::size_t longest_sentence = 400;

/// Walks the tokens of one paragraph after another and cuts where a sentence ends.
class Splitter {
 public:
  Splitter(Text& text, const std::vector<std::uint32_t>& paragraphs) : text_(text), paragraphs_(paragraphs) {}

  void run() {
    const std::size_t size = text_.tokens.size();
    for (std::size_t i = 0; i < size; ++i) {
      if (starts_paragraph(i)) {
        cut(i);
        inside_straight_marks_ = false;
      }
      if (i - first_ >= longest_sentence) cut(i);
      // However many quotation marks close it.
      const std::size_t end = std::min(sentence_end(i), first_ + longest_sentence);
      for (const std::size_t last = std::max(end, i + 1); i < last; ++i)
        if (text_.tokens[i].hash == straight_mark && text_.folded(i) == "\"")
          inside_straight_marks_ = !inside_straight_marks_;
      if (end) cut(end);
      --i;
    }
    cut(size);
  }

 private:
  bool starts_paragraph(std::size_t i) {
    const std::uint32_t begin = text_.tokens[i].span.begin;
    bool starts = false;
    for (; next_paragraph_ < paragraphs_.size() && paragraphs_[next_paragraph_] <= begin; ++next_paragraph_)
      starts = true;
    return starts;
  }

  bool paragraph_ends_before(std::size_t i) const {
    return i >= text_.tokens.size() ||
           (next_paragraph_ < paragraphs_.size() && paragraphs_[next_paragraph_] <= text_.tokens[i].span.begin);
  }

  /// One past the sentence's last token if it ends with the mark at i (and the quotation marks behind it), else 0.
  std::size_t sentence_end(std::size_t i) const {
    const std::string_view mark = text_.folded(i);
    const bool terminator = text_.tokens[i].shape == Token::Shape::punctuation && is_terminator(mark);
    const bool abbreviation = !terminator && mark.size() > 1 && mark.back() == '.';
    if (!terminator && !abbreviation) return 0;
    std::size_t next = i + 1;
    while (!paragraph_ends_before(next) && is_closing(text_.folded(next)) && closes(next)) ++next;
    if (terminator) next = past_references(next);
    if (paragraph_ends_before(next)) return next;
    const Token& token = text_.tokens[next];
    if (token.shape == Token::Shape::lower || is_one_of(text_.folded(token), {",", ";", ":", "-", "–", "—"})) return 0;
    if (abbreviation)  // a name may follow it
      return !text_.upper_case && text_.tokens[i].shape != Token::Shape::lower && token.space_before &&
                     token.shape == Token::Shape::capitalized && opens_sentence(text_.folded(token)) &&
                     text_.folded(i).find('.') + 1 != text_.folded(i).size()
                 ? next
                 : 0;
    if (!token.space_before && text_.folded(next - 1) == "]") return next;
    if (!token.space_before && !is_glue(i, token) && !is_one_of(text_.folded(token), {"\"", "“"})) return 0;
    return next;
  }

  /// Over "[4][12]": an encyclopedia's notes belong to the sentence before them.
  std::size_t past_references(std::size_t next) const {
    while (!paragraph_ends_before(next + 2) && text_.folded(next) == "[" && !text_.tokens[next].space_before &&
           text_.tokens[next + 1].shape == Token::Shape::number && text_.folded(next + 2) == "]")
      next += 3;
    return next;
  }

  /// A closing mark stands close behind its text. A straight quotation mark may open what follows instead.
  bool closes(std::size_t i) const {
    const bool word_follows = !paragraph_ends_before(i + 1) && !text_.tokens[i + 1].space_before;
    if (text_.tokens[i].space_before) return !word_follows;
    return !word_follows || inside_straight_marks_ || text_.folded(i) != "\"";
  }

  /// "killed.The army": scraping lost the blank. Also where no blanks are written at all.
  bool is_glue(std::size_t stop, const Token& next) const {
    if (text_.folded(stop).size() > 3 || static_cast<signed char>(text_.folded(stop)[0]) < 0) return true;
    if (!stop || stop + 2 >= text_.tokens.size()) return false;
    const Token& before = text_.tokens[stop - 1];
    const bool opens = next.shape == Token::Shape::capitalized || next.shape == Token::Shape::upper;
    const bool article = next.span.size() > 1 || text_.tokens[stop + 2].space_before;  // "said.A rescue"
    const bool word = before.span.size() > 2 || before.shape == Token::Shape::lower ||
                      before.shape == Token::Shape::number || before.shape == Token::Shape::punctuation;
    return opens && article && word;
  }

  void cut(std::size_t end) {
    if (end == first_) return;
    Sentence sentence;
    sentence.first = static_cast<std::uint32_t>(first_);
    sentence.last = static_cast<std::uint32_t>(end);
    sentence.span = text_.span(first_, end);
    const auto after = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), sentence.span.begin);
    sentence.paragraph = static_cast<std::uint32_t>(after - paragraphs_.begin() - 1);
    for (std::size_t i = first_; i < end; ++i)
      text_.tokens[i].sentence = static_cast<std::uint32_t>(text_.sentences.size());
    text_.sentences.push_back(sentence);
    first_ = end;
  }

  Text& text_;
  const std::vector<std::uint32_t>& paragraphs_;
  std::size_t next_paragraph_ = 0;
  std::size_t first_ = 0;
  bool inside_straight_marks_ = false;
};

/// What a mark may do for a quotation. A straight mark opens and closes.
struct Mark {
  bool opens = false;
  bool closes = false;
};

Mark mark_at(const Text& text, std::size_t i) {
  if (text.tokens[i].shape != Token::Shape::punctuation) return {};
  const std::string_view mark = text.folded(i);
  if (mark == "\"") return {true, true};
  if (mark == "“" || mark == "«" || mark == "„" || mark == "「" || mark == "『") return {true, false};
  if (mark == "”" || mark == "»" || mark == "」" || mark == "』") return {false, true};
  if (mark == "‘") return {true, false};
  return {};
}

bool paragraph_begins(const Text& text, std::size_t i) {
  return text.sentences[text.tokens[i].sentence].paragraph != text.sentences[text.tokens[i - 1].sentence].paragraph;
}

/// A straight mark at the end of a paragraph that belongs to the next one, as scraped pages have it: the next mark
/// there stands close behind a word and closes.
bool opens_next_paragraph(const Text& text, std::size_t i) {
  if (text.folded(i) != "\"" || i + 1 >= text.tokens.size() || !paragraph_begins(text, i + 1)) return false;
  for (std::size_t next = i + 1; next < text.tokens.size(); ++next) {
    if (next > i + 1 && paragraph_begins(text, next)) return false;
    if (text.folded(next) == "\"") return next > i + 1 && !text.tokens[next].space_before;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> find_paragraphs(std::string_view source) {
  const std::vector<Line> lines = lines_of(source);
  const std::uint32_t width = wrap_width(source, lines);
  std::vector<std::uint32_t> paragraphs{0};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    if (lines[i - 1].blank() || !continues(source, lines[i - 1], lines[i], width)) paragraphs.push_back(lines[i].begin);
  }
  return paragraphs;
}

void split_sentences(Text& text, const std::vector<std::uint32_t>& paragraphs) { Splitter(text, paragraphs).run(); }

void find_quotations(Text& text) {
  std::size_t open = text.tokens.size();  // none
  const auto close = [&](std::size_t end, bool continues) {
    text.quotations.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(end), continues});
    open = text.tokens.size();
  };
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (open < i && paragraph_begins(text, i)) close(i, true);
    const Mark mark = mark_at(text, i);
    if (open < i && (mark.closes || (text.folded(open) == "‘" && text.folded(i) == "’"))) {
      close(i + 1, false);
    } else if (mark.opens && open >= i) {
      open = i + opens_next_paragraph(text, i);
    }
  }
  if (open < text.tokens.size()) close(text.tokens.size(), true);
}

}  // namespace averment
