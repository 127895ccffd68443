// How well averment reads: claims that were found, compared with claims that people read in the same reports.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "averment/answer.hpp"
#include "averment/claim.hpp"
#include "averment/indexer.hpp"

namespace averment {

/// Low and high: people, inclusive; empty: no such bound is stated.
using GoldBounds = std::pair<std::optional<double>, std::optional<double>>;

/// One claim as a person read it. An empty text means: none.
struct GoldClaim {
  std::string report;  ///< The report's id.
  std::string figure, sentence;
  std::uint32_t nth = 1;  ///< Which occurrence of the figure in the sentence, from 1, as a whole word.
  std::optional<std::uint32_t> start, end;  ///< The figure's place in the report's text, in code points.
  Category category = Category::killed;
  std::vector<Category> accept_category;  ///< Further readings that are right as well, here and below.
  GoldBounds bounds;
  std::vector<GoldBounds> accept_value;
  std::optional<Share> share;
  std::optional<Qualifier> qualifier;
  std::string group;
  std::string source, source_name;
  std::vector<std::string> accept_source;  ///< An empty one: no source need be found.
  Modality modality = Modality::asserted;
  bool optional = false;  ///< Counts neither when found nor when missed.
  std::string lang;       ///< The report's; empty: not known.
};

/// JSON Lines with the keys of docs/evaluation.md. @throws InputError with file and line.
std::vector<GoldClaim> read_gold_claims(const std::filesystem::path& path);

/// JSON Lines as `averment export` prints them. @throws InputError with file and line.
std::vector<ClaimRecord> read_claim_records(const std::filesystem::path& path);

/// What is read from reports without an index.
struct ReadReports {
  struct Text {
    std::string text, lang;
  };
  std::map<std::string, Text> texts;  ///< By report id.
  std::vector<ClaimRecord> claims;    ///< In the order of report id, place in the text; of all modalities.
  std::uint64_t rejected = 0;
  bool interrupted = false;
};

/// Reads files and folders as ingest does, a later report of an id in place of an earlier one, in the calling thread.
/// Of `options`, paths, standard_input, size_limit, nesting_limit and interrupted count.
/// @throws InputError if a path does not exist, or for a lexicon that makes no sense.
ReadReports read_reports(const IngestOptions& options, const std::filesystem::path& lexicons = {},
                         const std::function<void(const Rejection&)>& rejected = {});

/// Fills in lang and, where they are missing, start and end by sentence, figure and nth.
/// @throws InputError for a figure that is not to be found; its claim is named by its number among `gold`, from 1.
void locate(std::vector<GoldClaim>& gold, const ReadReports& reports);

/// Rounded to four decimals; 0 where there is nothing to divide by.
struct Rates {
  double precision = 0, recall = 0, f1 = 0;
  std::uint64_t hits = 0;
  bool operator==(const Rates&) const = default;
};

struct CategoryRates {
  Category category = Category::killed;
  Rates detected;
  std::uint64_t gold = 0;
};

/// Optional gold, and what was found in its place, is in none of these numbers.
struct ClaimScores {
  std::uint64_t gold = 0, found = 0;
  Rates detected;    ///< Overlapping figure, same category.
  Rates valued;      ///< Detected, with the gold's bounds and share.
  Rates attributed;  ///< Valued, with the gold's source: both none, or the same party by name.
  double source_given_detected = 0, qualifier_given_detected = 0, modality_given_detected = 0;
  std::vector<CategoryRates> by_category;  ///< By the category's name.
};

/// A gold claim and the claim that was found in its place, as indices; and in what they agree.
struct ClaimPair {
  std::size_t gold = 0, found = 0;
  bool value = false, source = false, qualifier = false, modality = false, group = false;
};

struct ClaimComparison {
  ClaimScores scores;
  std::vector<ClaimPair> pairs;       ///< Optional gold too.
  std::vector<std::size_t> missed;    ///< Gold that nothing matches; none of it is optional.
  std::vector<std::size_t> spurious;  ///< Found claims that match no gold.
};

/// A found claim matches a gold claim of the same report and category whose figure overlaps it. Each is used once:
/// pairs that agree in value come first, then those that agree in source, then those that overlap more. Every gold
/// claim must have its start and end. Reports without gold count: what is found in them is spurious.
ClaimComparison compare_claims(const std::vector<GoldClaim>& gold, const std::vector<ClaimRecord>& found);

/// One thing that was read wrongly.
struct Miss {
  enum class Kind : std::uint8_t {
    missed,
    spurious,
    wrong_category,  ///< Gold that is missed, where a spurious claim of another category stands; it is neither then.
    wrong_value,
    wrong_group,
    wrong_source,
    wrong_qualifier,
    wrong_modality
  };
  Kind kind = Kind::missed;
  std::string
      detail;  ///< "killed: no trigger in the sentence"; the rule; "no source found"; "denied read as asserted".
  std::optional<std::size_t> gold, found;  ///< Indices; at least one is there.
  std::string sentence;                    ///< The gold's, else that of what was found.
  Span figure;                             ///< In bytes of sentence; empty where it cannot be told.
};

std::string_view name_of(Miss::Kind kind);

/// What was read wrongly, by kind, then detail, then in the order of the gold or of what was found. `lexicons` tell why
/// a claim was missed: it is to be what the reports were read with.
std::vector<Miss> misses(const ClaimComparison& comparison, const std::vector<GoldClaim>& gold,
                         const std::vector<ClaimRecord>& found, const std::filesystem::path& lexicons = {});

}  // namespace averment
