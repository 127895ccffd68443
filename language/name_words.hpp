// What single words tell about names beside them: first names, titles, "Ministry", "said".
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace averment {

class ClassTable;
class KnowledgeFiles;

/// One bit for each class of words; a word may belong to several.
enum NameWordClass : std::uint32_t {
  kFirstName = 1u << 0,
  kCommon = 1u << 1,    ///< News writes it without a capital.
  kFunction = 1u << 2,  ///< Never part of a name by itself: articles, pronouns, conjunctions.
  kMonth = 1u << 3,
  kWeekday = 1u << 4,
  kTitleStart = 1u << 5,  ///< A title begins with it.
  kPersonNoun = 1u << 6,  ///< A noun for one person: "lawmaker".
  kOrganizationLast = 1u << 7,
  kOrganizationFirst = 1u << 8,
  kUnitLast = 1u << 9,
  kPlaceLast = 1u << 10,
  kPlaceFirst = 1u << 11,
  kEventLast = 1u << 12,
  kEventFirst = 1u << 13,
  kNoAcronym = 1u << 14,
  kSpeechVerb = 1u << 15,
  kPlacePreposition = 1u << 16,
  kIntroduction = 1u << 17,
  kMale = 1u << 18,
  kFemale = 1u << 19,
  kOrganizationAlone = 1u << 20,
  kGroup = 1u << 21,             ///< A faith or a view: never a person's or a place's name by itself.
  kOfACountry = 1u << 23,        ///< A body every country has one of: "Ministry".
  kLink = 1u << 24,              ///< Ties a body's kind to what it is for: "Ministry of Defense".
  kLinkArticle = 1u << 25,       ///< May stand behind it: "of the Red Cross".
  kOrganizationHead = 1u << 26,  ///< Adjectives follow it in a body's name: "Cruz Roja".
  kParticle = 1u << 22,          ///< Inside a person's name without a capital: "bin", "van".
};

/// Shared by threads once made.
class NameWords {
 public:
  explicit NameWords(const KnowledgeFiles& files);
  ~NameWords();

  /// Of a folded word without dots, in a report in this language (empty: in any); 0: nothing is known of it.
  std::uint32_t classes(std::string_view word, std::string_view language) const;
  /// All words' classes in reports in this language.
  const ClassTable& table(std::string_view language) const;

  /// `words` separated by single blanks, folded, without dots: "prime minister".
  bool is_title(std::string_view words) const;

  static constexpr std::size_t longest_title = 4;  ///< In words.

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
