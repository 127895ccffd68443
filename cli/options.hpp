// What the command line, the environment and the config file ask for, in that order of weight.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/error.hpp"
#include "averment/field.hpp"
#include "averment/indexer.hpp"
#include "averment/searcher.hpp"

namespace averment::cli {

/// The command line makes no sense. what() names the option and what it takes.
class UsageError : public Error {
 public:
  using Error::Error;
};

enum class Format : std::uint8_t { table, json, jsonl, csv, tsv };
enum class Coloring : std::uint8_t { automatic, always, never };
enum class ExportWhat : std::uint8_t { reports, claims, mentions };

inline constexpr std::uint32_t no_limit = std::numeric_limits<std::uint32_t>::max();

struct Options {
  std::vector<std::string> arguments;  ///< What is no option, in order; of a query, only what stands before it.
  std::string query;                   ///< The query's words with blanks between them; empty: everything.
  bool help = false;

  std::vector<std::filesystem::path> databases;  ///< Never empty after parse_options.
  std::optional<Format> format;                  ///< Empty: the command's own default.
  std::vector<std::string> fields;               ///< Keys of the printed records; empty: all.
  bool raw = false;                              ///< Texts in CSV as they are.
  Coloring color = Coloring::automatic;
  bool ascii = false;

  std::optional<std::uint32_t> limit;  ///< Empty: the command's own default; no_limit: all.
  std::uint32_t offset = 0;
  ClaimFilter filter;
  QueryLimits query_limits;
  ComparisonOptions comparison;
  std::vector<Relation> relations;  ///< Empty: the command's own default.
  std::vector<Field> facets;
  std::vector<Field> by;
  SearchOptions::Sort sort = SearchOptions::Sort::relevance;
  std::optional<Of> of;
  ExportWhat what = ExportWhat::claims;
  EntityFilter entities;
  bool suggest = false;
  std::string since;  ///< A revision or a date; empty: not given.

  std::string files_from;  ///< Empty: not given; "-": standard input.
  bool null_separated = false;
  bool follow_links = false;
  std::vector<std::string> repair_from;  ///< Of verify: empty: nothing is repaired.
  bool yes = false;
  bool prune = false;
  bool watch = false;
  bool alerts = false;
  std::string exec;  ///< A program that alerts are told to; empty: they are printed.
  bool all = false;
  std::optional<std::chrono::milliseconds> poll;  ///< Empty: not given.
  bool no_claims = false;
  bool dry_run = false;
  bool quiet = false;
  bool index_only = false;
  unsigned threads = 0;
  std::uint32_t batch = 0;  ///< Reports; 0: not given.
  std::uint64_t size_limit = IngestOptions().size_limit;
  std::uint32_t nesting_limit = IngestOptions().nesting_limit;
  std::uint64_t memory_limit = IndexerOptions().memory_limit;
  std::size_t mention_limit = IndexerOptions().most_mentions, claim_limit = IndexerOptions().most_claims;
  std::chrono::milliseconds timeout{60'000};  ///< For an answer.
  std::chrono::milliseconds wait{5000};       ///< While another program writes the index.
  std::filesystem::path lexicons;

  std::filesystem::path found;  ///< Claims that were exported; empty: not given.
  std::uint32_t examples = 3;
  std::string language;  ///< ISO 639-1; empty: all.
};

/// For people to read; the other formats are for programs.
inline bool is_table(const Options& options) { return options.format.value_or(Format::table) == Format::table; }

/// --limit, or where it is not given: tables stop at a number of rows that can be read, what a program reads has no
/// cap.
inline std::uint32_t limit_or(const Options& options, std::uint32_t of_table) {
  return options.limit.value_or(is_table(options) ? of_table : no_limit);
}

/// A row of the table of options: what help says, and how a value is taken.
struct OptionRow {
  std::string_view name;      ///< Long, without its dashes.
  char letter = 0;            ///< 0: there is no short form.
  std::string_view argument;  ///< What help calls the value; empty: the option takes none.
  std::string_view meaning;
  bool repeatable = false;
  void (*take)(Options&, const std::string& value);
};

std::span<const OptionRow> all_options();
const OptionRow& option_row(std::string_view name);  ///< The name must be in the table.

/// Reads an environment variable; nullptr where it is not set.
using Environment = std::function<const char*(const char*)>;

struct Command;

/// The command has that option.
bool takes(const Command& command, std::string_view option);

/// @throws UsageError, or InputError for a config file that cannot be read or understood.
Options parse_options(const Command& command, const std::vector<std::string>& arguments,
                      const Environment& environment);

}  // namespace averment::cli
