// Sentences of a corpus whose names are marked.
#include "language/training/labeled_sentence.hpp"

#include <fstream>
#include <optional>
#include <string_view>

#include "averment/error.hpp"

namespace averment {
namespace {

using namespace std::string_view_literals;

constexpr std::pair<std::string_view, TaggedType> types[] = {
    {"PER", TaggedType::person},
    {"per", TaggedType::person},
    {"person", TaggedType::person},
    {"Person", TaggedType::person},
    {"politician", TaggedType::person},
    {"ORG", TaggedType::organization},
    {"org", TaggedType::organization},
    {"organisation", TaggedType::organization},
    {"Organisation", TaggedType::organization},
    {"politicalparty", TaggedType::organization},
    {"LOC", TaggedType::place},
    {"geo", TaggedType::place},
    {"gpe", TaggedType::place},
    {"location", TaggedType::place},
    {"country", TaggedType::place},
    {"Location", TaggedType::place},
    {"NORP", TaggedType::nationality},
    {"Nationality", TaggedType::nationality},
    {"eve", TaggedType::event},
    {"event", TaggedType::event},
    {"UNIT", TaggedType::unit},
    {"MISC", TaggedType::other},
    {"misc", TaggedType::other},
    {"art", TaggedType::other},
    {"nat", TaggedType::other},
    {"Weapon", TaggedType::other},
    {"MilitaryPlatform", TaggedType::other},
    {"Vehicle", TaggedType::other},
    {"PLATFORM", TaggedType::other},
};

std::optional<TaggedType> type_named(std::string_view name) {
  for (const auto& [known, type] : types)
    if (known == name) return type;
  return std::nullopt;
}

void add_word(LabeledSentence& sentence, std::string_view word, std::string_view label, std::string& last) {
  const auto at = static_cast<std::uint32_t>(sentence.words.size());
  sentence.words.emplace_back(word);
  const std::string_view name = label.size() > 2 ? label.substr(2) : std::string_view();
  const std::optional<TaggedType> type = type_named(name);
  if (type) {
    if (label[0] != 'B' && last == name && !sentence.names.empty() && sentence.names.back().last == at)
      sentence.names.back().last = at + 1;
    else
      sentence.names.push_back({at, at + 1, *type});
  }
  last = name;
}

}  // namespace

std::vector<LabeledSentence> read_conll(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw InputError("cannot read " + path.string() + ": check that it exists and is readable");
  std::vector<LabeledSentence> sentences;
  LabeledSentence sentence;
  std::string last;
  bool begins = false;
  const auto close = [&] {
    if (sentence.words.empty()) return;
    sentence.begins_report = begins;
    sentences.push_back(std::move(sentence));
    sentence = {};
    begins = false;
  };
  std::size_t number = 0;
  for (std::string line; std::getline(in, line); last = line.empty() ? std::string() : last) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) {
      close();
      continue;
    }
    const std::size_t word_end = line.find_first_of("\t "), label_begin = line.find_last_of("\t ");
    if (word_end == line.npos)
      throw InputError(path.string() + ":" + std::to_string(number) +
                       ": no label behind the word; write WORD<tab>LABEL");
    const std::string_view word = std::string_view(line).substr(0, word_end);
    if (word == "-DOCSTART-") {
      close();
      begins = true;
      continue;
    }
    add_word(sentence, word, std::string_view(line).substr(label_begin + 1), last);
  }
  close();
  return sentences;
}

}  // namespace averment
