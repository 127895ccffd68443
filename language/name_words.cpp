// What single words tell about names beside them.
#include "language/name_words.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "averment/error.hpp"
#include "language/class_table.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"

namespace averment {
namespace {

constexpr std::pair<std::string_view, std::uint32_t> classes_of_files[] = {
    {"organization_last", kOrganizationLast},
    {"organization_first", kOrganizationFirst},
    {"unit_last", kUnitLast},
    {"place_last", kPlaceLast},
    {"place_first", kPlaceFirst},
    {"event_last", kEventLast},
    {"event_first", kEventFirst},
    {"no_acronym", kNoAcronym},
    {"speech_verb", kSpeechVerb},
    {"place_preposition", kPlacePreposition},
    {"introduction", kIntroduction},
    {"office_noun", kPersonNoun},
    {"function", kFunction | kCommon},
    {"particle", kParticle},
    {"organization_head", kOrganizationFirst | kOrganizationHead},
    {"link", kLink},
    {"link_article", kLinkArticle},
    {"of_a_country", kOfACountry},
    {"group", kGroup | kCommon},
    {"organization_alone", kOrganizationAlone},
    {"month", kMonth},
    {"weekday", kWeekday},
};

/// Calls `take` for each of the words in a column.
template <typename Take>
void each_word(std::string_view words, const Take& take) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (end) take(words.substr(0, end));
    words.remove_prefix(end == words.npos ? words.size() : end + 1);
  }
}

}  // namespace

struct NameWords::State {
  ClassTable classes;                                       ///< What holds in reports in any language.
  std::unordered_map<std::string, ClassTable> of_language;  ///< That, and what holds in reports in one.
  std::unordered_set<std::string> titles;

  void add(std::string_view word, std::uint32_t bits) { classes.add(word, bits); }
  void add_key(std::string_view written, std::uint32_t bits) {
    // A name of several parts is known by its first: "Jean-Pierre".
    const std::string key = name_key(written);
    add(std::string_view(key).substr(0, key.find(' ')), bits);
  }
  static void add_classes(ClassTable& to, const Row& row) {
    for (const auto& [name, bits] : classes_of_files)
      if (row[0] == name)
        return each_word(row[1], [&, bits = bits](std::string_view word) { to.add(words_key(word), bits); });
    throw InputError("\"" + std::string(row[0]) + "\" is no class of words");
  }

  void read(const KnowledgeFiles& files);
};

void NameWords::State::read(const KnowledgeFiles& files) {
  files.each_row("gazetteer/first_names.tsv", 1, [this](const Row& row) {
    const std::string_view gender = row.size() > 1 ? row[1] : std::string_view();
    add_key(row[0], kFirstName | (gender == "m" ? kMale : gender == "f" ? kFemale : 0u));
  });
  files.each_row("gazetteer/common_words.tsv", 1, [this](const Row& row) { add(row[0], kCommon); });
  files.each_row("gazetteer/name_words.tsv", 2, [this](const Row& row) { add_classes(classes, row); });
  files.each_row("gazetteer/titles.tsv", 2, [this](const Row& row) {
    const std::string key = words_key(row[0]);
    add(std::string_view(key).substr(0, key.find(' ')), kTitleStart);
    titles.insert(key);
  });
  // Last: each language's table begins as a copy of what holds in all.
  constexpr std::string_view folder = "lexicons/", file = "/names.tsv";
  for (const std::string& name : files.names(folder)) {
    if (!name.ends_with(file) || name.size() <= folder.size() + file.size()) continue;
    const std::string_view language =
        std::string_view(name).substr(folder.size(), name.size() - folder.size() - file.size());
    ClassTable& to = of_language.try_emplace(std::string(language), classes).first->second;
    files.each_row(name, 2, [&](const Row& row) { add_classes(to, row); });
  }
}

NameWords::NameWords(const KnowledgeFiles& files) : state_(std::make_unique<State>()) { state_->read(files); }
NameWords::~NameWords() = default;

std::uint32_t NameWords::classes(std::string_view word, std::string_view language) const {
  return table(language).find(word, word_hash(word));
}

const ClassTable& NameWords::table(std::string_view language) const {
  const auto own = state_->of_language.find(std::string(language));
  return own == state_->of_language.end() ? state_->classes : own->second;
}

bool NameWords::is_title(std::string_view words) const { return state_->titles.count(std::string(words)) > 0; }

}  // namespace averment
