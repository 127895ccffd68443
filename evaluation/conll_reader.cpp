// CoNLL columns → texts with the names marked in them.
#include "evaluation/conll_reader.hpp"

#include <algorithm>
#include <istream>
#include <string_view>

namespace averment::evaluation {
namespace {

bool is_one_of(std::string_view token, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), token) != all.end();
}

bool closes(std::string_view token) {
  return is_one_of(token, {",", ".", ";",   ":",   "!",   "?",   ")",   "]",  "}",  "%", "'s", "’s",
                           "'", "’", "n't", "n’t", "'re", "'ve", "'ll", "'m", "'d", "”", "''", "..."});
}

bool opens(std::string_view token) { return is_one_of(token, {"(", "[", "{", "$", "£", "€", "#", "“", "``"}); }

class Builder {
 public:
  explicit Builder(std::vector<LabelledText>& texts) : texts_(texts) {}

  void add(std::string_view token, std::string_view tag) {
    const std::string_view label = tag.size() > 2 ? tag.substr(2) : std::string_view();
    const bool goes_on = tag.starts_with("I-") && inside_ && text_.names.back().label == label;
    if (token == "\"") quoted_ = !quoted_;
    const bool glued = fresh_ || glue_ || closes(token) || (token == "\"" && !quoted_);
    if (!glued) text_.text += ' ';
    const auto begin = static_cast<std::uint32_t>(text_.text.size());
    text_.text += token;
    const auto end = static_cast<std::uint32_t>(text_.text.size());
    if (goes_on)
      text_.names.back().span.end = end;
    else if (!label.empty())
      text_.names.push_back({{begin, end}, std::string(label)});
    inside_ = !label.empty();
    fresh_ = false;
    glue_ = opens(token) || (token == "\"" && quoted_);
  }

  void end_sentence() {
    if (!fresh_) text_.text += "\n\n";
    fresh_ = true;
    inside_ = quoted_ = glue_ = false;
  }

  void end_text() {
    end_sentence();
    if (!text_.text.empty()) texts_.push_back(std::move(text_));
    text_ = {};
  }

 private:
  std::vector<LabelledText>& texts_;
  LabelledText text_;
  bool fresh_ = true;    // no token of the sentence yet
  bool inside_ = false;  // the token before belongs to a name
  bool quoted_ = false;
  bool glue_ = false;  // the next token stands close behind
};

}  // namespace

std::vector<LabelledText> read_conll(std::istream& in) {
  std::vector<std::string> lines;
  bool has_documents = false;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    has_documents |= line.starts_with("-DOCSTART-");
    lines.push_back(std::move(line));
  }
  std::vector<LabelledText> texts;
  Builder builder(texts);
  for (const std::string_view line : lines) {
    const std::size_t first = line.find_first_of(" \t"), last = line.find_last_of(" \t");
    if (line.starts_with("-DOCSTART-"))
      builder.end_text();
    else if (first == line.npos)
      has_documents ? builder.end_sentence() : builder.end_text();
    else
      builder.add(line.substr(0, first), line.substr(last + 1));
  }
  builder.end_text();
  return texts;
}

}  // namespace averment::evaluation
