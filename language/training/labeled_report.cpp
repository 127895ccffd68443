// Labelled sentences put together to reports.
#include "language/training/labeled_report.hpp"

#include <deque>
#include <string_view>
#include <unordered_set>

namespace averment {
namespace {

constexpr std::size_t longest_report = 30;  // sentences
constexpr std::size_t memory = 5;           // sentences that a word may come back from

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

bool clings_to_the_left(std::string_view word) {
  return word == "," || word == "." || word == ";" || word == ":" || word == "?" || word == "!" || word == ")" ||
         word == "]" || word == "%" || word == "'s" || word == "n't" || word == "'re" || word == "'ve" ||
         (word.size() > 1 && word[0] == '-' && word[1] != '-') || word == "'ll" || word == "'d" || word == "'m" ||
         word == "...";
}
bool clings_to_the_right(std::string_view word) { return word == "(" || word == "[" || word == "$"; }

/// One report in the making.
class Writer {
 public:
  void add(const LabeledSentence& sentence) {
    if (!report_.text.empty()) report_.text += together_ ? " " : "\n\n";
    bool quote_open = false, glue = true;
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < sentence.words.size(); ++at) {
      const std::string& word = sentence.words[at];
      const bool quote = word == "\"";
      const bool possessive = word == "'" && at > 0 && sentence.words[at - 1].ends_with('s');
      if (!glue && !clings_to_the_left(word) && !possessive && !(quote && quote_open)) report_.text += ' ';
      if (next < sentence.names.size() && sentence.names[next].first == at) begin_ = report_.text.size();
      report_.text += word;
      if (next < sentence.names.size() && sentence.names[next].last == at + 1) {
        report_.names.push_back({{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(report_.text.size())},
                                 sentence.names[next].type});
        ++next;
      }
      glue = clings_to_the_right(word) || (quote && !quote_open);
      if (quote) quote_open = !quote_open;
    }
    const char last = report_.text.back();
    const bool ended = last == '.' || last == '!' || last == '?' || last == '"';
    together_ = ended && !together_;
    ++sentences_;
  }

  bool empty() const { return sentences_ == 0; }
  std::size_t size() const { return sentences_; }
  LabeledReport take() {
    LabeledReport report = std::move(report_);
    *this = {};
    return report;
  }

 private:
  LabeledReport report_;
  std::size_t begin_ = 0, sentences_ = 0;
  bool together_ = false;  // the next sentence goes on in the same paragraph
};

/// The capitalized words of the last sentences.
class Topic {
 public:
  bool holds_any(const LabeledSentence& sentence) const {
    for (std::uint32_t at = 0; at < sentence.words.size(); ++at)
      if (is_topical(sentence, at))
        for (const auto& words : sentences_)
          if (words.count(sentence.words[at])) return true;
    return false;
  }
  static bool has_any(const LabeledSentence& sentence) {
    for (std::uint32_t at = 0; at < sentence.words.size(); ++at)
      if (is_topical(sentence, at)) return true;
    return false;
  }
  void add(const LabeledSentence& sentence) {
    std::unordered_set<std::string> words;
    for (std::uint32_t at = 0; at < sentence.words.size(); ++at)
      if (is_capital(sentence.words[at][0])) words.insert(sentence.words[at]);
    sentences_.push_back(std::move(words));
    if (sentences_.size() > memory) sentences_.pop_front();
  }
  void clear() { sentences_.clear(); }

 private:
  static bool is_topical(const LabeledSentence& sentence, std::uint32_t at) {
    return at > 0 && is_capital(sentence.words[at][0]) && !sentence.words[at].ends_with("day");
  }
  std::deque<std::unordered_set<std::string>> sentences_;
};

}  // namespace

std::vector<LabeledReport> make_reports(const std::vector<LabeledSentence>& sentences) {
  bool marked = false;
  for (const LabeledSentence& sentence : sentences) marked |= sentence.begins_report;
  std::vector<LabeledReport> reports;
  Writer writer;
  Topic topic;
  for (const LabeledSentence& sentence : sentences) {
    const bool other = marked ? sentence.begins_report : Topic::has_any(sentence) && !topic.holds_any(sentence);
    if (!writer.empty() && (other || writer.size() >= longest_report)) {
      reports.push_back(writer.take());
      topic.clear();
    }
    writer.add(sentence);
    topic.add(sentence);
  }
  if (!writer.empty()) reports.push_back(writer.take());
  return reports;
}

LabeledReport as_wire(const LabeledReport& report, std::mt19937_64& random) {
  std::vector<std::string> places, persons;
  for (const MarkedName& name : report.names) {
    const std::string written = report.text.substr(name.span.begin, name.span.size());
    if (name.type == TaggedType::place) places.push_back(written);
    if (name.type == TaggedType::person && written.find(' ') != written.npos) persons.push_back(written);
  }
  if (places.empty()) return report;
  LabeledReport wire;
  const auto add = [&wire](std::string_view text) { wire.text += text; };
  const auto add_name = [&wire](const std::string& name, TaggedType type) {
    const auto begin = static_cast<std::uint32_t>(wire.text.size());
    wire.text += name;
    wire.names.push_back({{begin, static_cast<std::uint32_t>(wire.text.size())}, type});
  };
  constexpr const char* agencies[] = {"AP", "Reuters", "AFP", "AP", "Reuters", "UPI", "Xinhua", "Itar-Tass", "AP"};
  constexpr const char* dashes[] = {" - ", " _ ", " -- ", " – ", " — "};
  constexpr const char* days[] = {"", "", "", ", March 3", ", Sept. 14", ", June 30"};
  const auto any = [&random](const auto& list) { return list[random() % std::size(list)]; };
  if (!persons.empty() && random() % 4 == 0) {
    const bool loud = random() % 2;
    const std::string person = any(persons);
    add(loud ? "By " : "BY ");
    add_name(loud ? upper(person) : person, TaggedType::person);
    add("\n\n");
  }
  const std::string dash = any(dashes);
  if (random() % 4 == 0) {
    add_name(any(agencies), TaggedType::organization);
    add(dash);
  } else {
    const std::string place = any(places);
    add_name(random() % 8 ? upper(place) : place, TaggedType::place);
    if (random() % 2) {
      add(", ");
      add_name(any(places), TaggedType::place);
    }
    add(any(days));
    if (random() % 4) {
      add(" (");
      add_name(any(agencies), TaggedType::organization);
      add(")");
    }
    add(dash);
  }
  const auto moved = static_cast<std::uint32_t>(wire.text.size());
  wire.text += report.text;
  for (const MarkedName& name : report.names)
    wire.names.push_back({{name.span.begin + moved, name.span.end + moved}, name.type});
  return wire;
}

LabeledReport in_capitals(const LabeledReport& report) { return {upper(report.text), report.names}; }

}  // namespace averment
