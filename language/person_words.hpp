// What words beside a person, and the person's first name, tell: man or woman.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace averment {

class KnowledgeFiles;

enum class Gender : unsigned char { unknown, male, female };

/// Of one language: lexicons/<language>/genders.tsv, with gazetteer/titles.tsv and gazetteer/first_names.tsv.
class PersonWords {
 public:
  /// @throws InputError with file and line for a row that makes no sense.
  PersonWords(const KnowledgeFiles& files, std::string_view language);

  /// Of the first word that tells: "a spokeswoman for the mayor", "mr", "she". `words`: see words_key.
  Gender of_words(std::string_view words) const;

  /// Of a full name, by the first name; a single word may be a surname and tells nothing.
  Gender of_name(std::string_view name) const;

 private:
  std::unordered_map<std::string, Gender> words_, first_names_;
};

/// Neither is known to be what the other is not.
inline bool agree(Gender a, Gender b) { return a == b || a == Gender::unknown || b == Gender::unknown; }

}  // namespace averment
