// What the measurements of docs/reading.md share: what reads a text, tables, and the misses that are shown.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "language/claim_lexicon.hpp"
#include "language/entity_tagger.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"
#include "language/tokenizer.hpp"

namespace averment::evaluation {

using Json = nlohmann::ordered_json;

/// All that is needed to read an English text, made once.
struct TextReader {
  explicit TextReader(const std::filesystem::path& lexicons)
      : files(lexicons), tokenizer(files), aliases(files), tagger(files, aliases), lexicon(files, "en") {}

  KnowledgeFiles files;
  Tokenizer tokenizer;
  Aliases aliases;
  EntityTagger tagger;
  ClaimLexicon lexicon;
};

/// Shows the first misses of one kind.
class Misses {
 public:
  Misses(std::ostream& out, std::string kind, std::size_t most) : out_(out), kind_(std::move(kind)), most_(most) {}

  /// `describe` is called only where the miss is shown. `kind`: "muc4/killed", "gmb/dev/ORG", "polnear/dev/nobody".
  void add(std::string_view kind, const std::function<std::string()>& describe);

 private:
  std::ostream& out_;
  std::string kind_;
  std::size_t most_;
  std::size_t shown_ = 0;
};

/// A table in Markdown; numbers stand to the right.
class Table {
 public:
  Table(std::ostream& out, const std::vector<std::string>& columns, std::size_t text_columns);
  void row(const std::vector<std::string>& cells);

 private:
  std::ostream& out_;
};

/// "0.803".
std::string decimals(double number);

/// Three decimals; "–" where nothing was to be found.
std::string rate(std::size_t hits, std::size_t of);

/// Precision, recall and F1.
std::vector<std::string> rates(std::size_t hits, std::size_t found, std::size_t gold);

/// Reports with their gold claims.
struct ClaimSet {
  std::string name;
  std::filesystem::path gold, reports;
};

/// What a measurement gets.
struct Measuring {
  const TextReader& reader;
  std::filesystem::path lexicons;  ///< What the reader was made with.
  std::filesystem::path data;      ///< The unpacked archive.
  std::ostream& out;
  std::ostream& log;  ///< What is left out.
  Misses& misses;
  /// What the sets of names call a type; a type without a label is not compared.
  std::map<EntityType, std::string> labels;
  std::vector<std::string> trained_on;  ///< Sets of names that are left out: "gmb/train".
  std::vector<ClaimSet> claims;
};

/// Calls `take` with each line's object. @throws InputError with file and line for one that is none.
void each_json_line(const std::filesystem::path& path, const std::function<void(const Json&)>& take);

/// False, and said, where there is no such file.
bool is_there(const Measuring& measuring, const std::filesystem::path& path);

/// Precision, recall and F1 of claims, as `averment eval` has them.
void measure_claims(const Measuring& measuring);
void measure_claims_by_category(const Measuring& measuring);

/// Recall of the numbers in counts/*/claims.jsonl.
void measure_counts(const Measuring& measuring);

/// Exact spans and types of the names in ner/*/*.conll.
void measure_entities(const Measuring& measuring);

/// Sources of the contents in attribution/polnear/*.jsonl, and of the figures of people in them.
void measure_attribution(const Measuring& measuring);

}  // namespace averment::evaluation
