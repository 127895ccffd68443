// The table of options, and how the command line, the environment and the config file are read by it.
#include "cli/options.hpp"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <thread>

#include "cli/command.hpp"
#include "cli/config_file.hpp"
#include "cli/option_values.hpp"

namespace averment::cli {
namespace {

namespace po = boost::program_options;
using Values = std::vector<std::string>;

constexpr unsigned most_threads = 256;
constexpr std::uint64_t most_nesting = 1'000'000;

const OptionRow rows[] = {
    {"db", 0, "DIR",
     "the index; reading commands take several as one. Default: AVERMENT_DB, else"
     " $XDG_DATA_HOME/averment/default",
     true, [](Options& o, const std::string& value) { o.databases.emplace_back(value); }},
    {"format", 0, "FORMAT", "table, json, jsonl, csv or tsv", false,
     [](Options& o, const std::string& value) { o.format = to_format(value); }},
    {"fields", 0, "A,B", "print only these keys of each record, in this order", false,
     [](Options& o, const std::string& value) { o.fields = split_list(value); }},
    {"raw", 0, "", "in csv, leave texts that begin like a formula (=, +, -, @) without an apostrophe before them",
     false, [](Options& o, const std::string&) { o.raw = true; }},
    {"color", 0, "WHEN", "auto, always or never. NO_COLOR and CLICOLOR_FORCE decide for auto", false,
     [](Options& o, const std::string& value) { o.color = to_coloring(value); }},
    {"ascii", 0, "", "print ASCII alone, as where the locale is not UTF-8", false,
     [](Options& o, const std::string&) { o.ascii = true; }},
    {"limit", 0, "N", "print at most N records; all: every one", false,
     [](Options& o, const std::string& value) { o.limit = to_limit(value); }},
    {"offset", 0, "N", "leave out the first N", false,
     [](Options& o, const std::string& value) {
       o.offset = static_cast<std::uint32_t>(to_number(value, 0, no_limit - 1));
     }},
    {"modality", 0, "WHICH", "claims that are asserted (default), denied, forecast, hypothetical, or all", false,
     [](Options& o, const std::string& value) { o.filter.modality = to_modality(value); }},
    {"match", 0, "HOW",
     "when bounds satisfy a condition on n: stated (default: a stated bound does), certain"
     " (the whole interval), possible (some part of it)",
     false, [](Options& o, const std::string& value) { o.filter.match = to_match(value); }},
    {"derived", 0, "", "let shares answer conditions on n, and be compared, with the count derived from them", false,
     [](Options& o, const std::string&) { o.filter.derived = o.comparison.derived = true; }},
    {"relation", 0, "A,B",
     "only pairs that are: same, compatible, divergent, conflicting, updates, not_comparable. Default: all but the "
     "last",
     false, [](Options& o, const std::string& value) { o.relations = to_relations(value); }},
    {"tolerance", 0, "SHARE", "by how much an approximation may be off: 0.1 (default) or 10%", false,
     [](Options& o, const std::string& value) { o.comparison.tolerance = to_share(value); }},
    {"ratio", 0, "N", "figures further apart than this diverge. Default: 1.25", false,
     [](Options& o, const std::string& value) { o.comparison.ratio = to_ratio(value); }},
    {"scale", 0, "N", "figures further apart than this are about different things, and not compared. Default: 100",
     false, [](Options& o, const std::string& value) { o.comparison.scale = to_ratio(value); }},
    {"days", 0, "N", "a figure without a date speaks of the N days before its report. Default: 90", false,
     [](Options& o, const std::string& value) { o.comparison.days = to_days(value); }},
    {"event-days", 0, "N", "the same of people of no side, who are told by their place. Default: 7", false,
     [](Options& o, const std::string& value) { o.comparison.event_days = to_days(value); }},
    {"facet", 0, "FIELD,FIELD", "count these fields over all that matches", false,
     [](Options& o, const std::string& value) { o.facets = to_fields(value); }},
    {"by", 0, "FIELD[,FIELD]", "group the claims by a field; two fields make a cross table of counts", false,
     [](Options& o, const std::string& value) { o.by = to_fields(value); }},
    {"sort", 0, "ORDER", "relevance (default), or date: the newest first", false,
     [](Options& o, const std::string& value) { o.sort = to_sort(value); }},
    {"of", 0, "WHAT",
     "count reports, or claims. Default: claims for source, via, category, group, event_date,"
     " rule and stake, reports for the others",
     false, [](Options& o, const std::string& value) { o.of = to_of(value); }},
    {"what", 0, "WHAT", "reports, claims (default) or mentions", false,
     [](Options& o, const std::string& value) { o.what = to_export_what(value); }},
    {"type", 0, "TYPE,TYPE", "only entities of these types: person, org, place, unit, nationality, event, date", false,
     [](Options& o, const std::string& value) { o.entities.types = to_entity_types(value); }},
    {"named", 0, "NAME", "only entities whose name, or a spelling of it, holds these words", false,
     [](Options& o, const std::string& value) { o.entities.named = value; }},
    {"suggest", 0, "", "propose pairs of names that may be one entity's, with what speaks for it", false,
     [](Options& o, const std::string&) { o.suggest = true; }},
    {"since", 0, "REV|DATE",
     "a revision's number, 0 for before the first, or a day or moment, YYYY-MM-DD[THH:MM[:SS]], in UTC: what was"
     " committed from then on",
     false, [](Options& o, const std::string& value) { o.since = value; }},
    {"files-from", 0, "FILE", "read paths from FILE too, one a line; -: standard input", false,
     [](Options& o, const std::string& value) { o.files_from = value; }},
    {"null", '0', "", "paths of --files-from end with NUL, not with a new line", false,
     [](Options& o, const std::string&) { o.null_separated = true; }},
    {"follow-links", 0, "", "read what symbolic links lead to also where that is outside of PATH", false,
     [](Options& o, const std::string&) { o.follow_links = true; }},
    {"prune", 0, "", "remove reports that came from under PATH and are there no more", false,
     [](Options& o, const std::string&) { o.prune = true; }},
    {"yes", 'y', "", "with --prune, also remove the reports of a PATH of which nothing is there any more", false,
     [](Options& o, const std::string&) { o.yes = true; }},
    {"watch", 0, "", "then go on as files arrive and change, until Ctrl-C", false,
     [](Options& o, const std::string&) { o.watch = true; }},
    {"poll", 0, "SECONDS",
     "with --watch, look at all files this often instead of letting the system tell what changes; where it cannot, "
     "every"
     " half second",
     false, [](Options& o, const std::string& value) { o.poll = to_time(value); }},
    {"alerts", 0, "", "after each commit, print the claims that are new to saved queries", false,
     [](Options& o, const std::string&) { o.alerts = true; }},
    {"exec", 0, "PROGRAM",
     "for each such claim run PROGRAM NAME CLAIM_ID instead, with the claim as JSON on its standard input", false,
     [](Options& o, const std::string& value) { o.exec = value; }},
    {"all", 0, "", "print all claims, also those that were there when the query last ran", false,
     [](Options& o, const std::string&) { o.all = true; }},
    {"no-claims", 0, "", "index words only: read neither names nor claims", false,
     [](Options& o, const std::string&) { o.no_claims = true; }},
    {"dry-run", 0, "", "read and analyze everything, write nothing", false,
     [](Options& o, const std::string&) { o.dry_run = true; }},
    {"batch", 0, "N",
     "commit after N reports, or sooner: smaller batches take less memory and more time. Default: 500 to 2,500, the"
     " more the larger the index",
     false,
     [](Options& o,
        const std::string& value) { o.batch = static_cast<std::uint32_t>(to_number(value, 1, no_limit - 1)); }},
    {"threads", 0, "N", "threads that analyze and write. Default: one a processor", false,
     [](Options& o, const std::string& value) {
       o.threads = static_cast<unsigned>(to_number(value, 1, most_threads));
     }},
    {"size-limit", 0, "BYTES", "reject reports above this size; suffixes K, M, G. Default: 64M", false,
     [](Options& o, const std::string& value) { o.size_limit = to_bytes(value); }},
    {"nesting-limit", 0, "N", "reject reports whose JSON is nested deeper. Default: 64", false,
     [](Options& o, const std::string& value) {
       o.nesting_limit = static_cast<std::uint32_t>(to_number(value, 1, most_nesting));
     }},
    {"mention-limit", 0, "N", "reject reports that have more names. Default: 200,000", false,
     [](Options& o, const std::string& value) { o.mention_limit = to_number(value, 1, no_limit); }},
    {"claim-limit", 0, "N", "reject reports that make more claims. Default: 20,000", false,
     [](Options& o, const std::string& value) { o.claim_limit = to_number(value, 1, no_limit); }},
    {"memory-limit", 0, "BYTES",
     "keep under so much memory, and reject reports whose analysis may take too much of it; suffixes K, M, G. Default:"
     " 1G",
     false, [](Options& o, const std::string& value) { o.memory_limit = to_bytes(value); }},
    {"timeout", 0, "SECONDS", "end after this time. Default: 60", false,
     [](Options& o, const std::string& value) { o.timeout = to_time(value); }},
    {"query-limit", 0, "KIND=N",
     "let a query be larger. KIND: bytes (4096), terms (64 words and conditions), depth (32), phrase_words (32),"
     " wildcards (4), expansions (1000 words that one of them stands for)",
     true, [](Options& o, const std::string& value) { set_limit(o.query_limits, value); }},
    {"wait", 0, "SECONDS", "wait so long while another program writes the index. Default: 5", false,
     [](Options& o, const std::string& value) { o.wait = to_time(value, 0); }},
    {"lexicons", 0, "DIR",
     "files in DIR extend or replace the built-in lexicons and lists of names. An index remembers the names that it"
     " was made with",
     false, [](Options& o, const std::string& value) { o.lexicons = value; }},
    {"found", 0, "FILE", "score the claims in FILE, as export prints them, instead of reading reports", false,
     [](Options& o, const std::string& value) { o.found = value; }},
    {"examples", 0, "N", "show at most N sentences of each kind of miss; all: every one. Default: 3", false,
     [](Options& o, const std::string& value) { o.examples = to_limit(value); }},
    {"lang", 0, "CODE", "only reports in this language, as ISO 639-1 writes it: es", false,
     [](Options& o, const std::string& value) { o.language = value; }},
    {"index-only", 0, "", "do not read again the files that reports came from", false,
     [](Options& o, const std::string&) { o.index_only = true; }},
    {"repair", 0, "PATH", "read damaged reports anew from the files and folders where they came from", true,
     [](Options& o, const std::string& value) { o.repair_from.push_back(value); }},
    {"quiet", 'q', "", "no summary and no progress; what is wrong is still said", false,
     [](Options& o, const std::string&) { o.quiet = true; }},
    {"help", 'h', "", "say what the command does", false, [](Options& o, const std::string&) { o.help = true; }},
};

po::options_description describe(const Command& command) {
  po::options_description description;
  for (const OptionRow& row : rows) {
    if (!takes(command, row.name)) continue;
    std::string name(row.name);
    if (row.letter) name += std::string(",") + row.letter;
    if (row.argument.empty())
      description.add_options()(name.c_str(), "");
    else
      description.add_options()(name.c_str(), po::value<Values>(), "");
  }
  return description;
}

/// `--sou` shall not mean `--source`, today or when an option is added that makes it ambiguous.
constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

/// Settings from elsewhere as if they had been parsed; those of other commands are left out.
po::parsed_options as_parsed(const std::vector<Setting>& settings, const Command& command,
                             const po::options_description& description) {
  po::parsed_options parsed(&description);
  for (const auto& [name, value] : settings) {
    if (!takes(command, name)) continue;
    if (option_row(name).argument.empty()) {
      if (value == "true")
        parsed.options.emplace_back(name, Values{});
      else if (value != "false")
        throw UsageError(fmt::format("{} in the config file: write true or false", name));
    } else {
      parsed.options.emplace_back(name, Values{value});
    }
  }
  return parsed;
}

std::vector<Setting> from_environment(const Environment& environment) {
  if (const char* database = environment("AVERMENT_DB"); database && *database) return {{"db", database}};
  return {};
}

void take(Options& options, const OptionRow& row, const Values& values) {
  if (values.size() > 1 && !row.repeatable) throw UsageError(fmt::format("--{} is given more than once", row.name));
  for (const std::string& value : values) {
    try {
      row.take(options, value);
    } catch (const UsageError& error) {
      throw UsageError(fmt::format("--{}: {}", row.name, error.what()));
    }
  }
}

void take_all(Options& options, const po::variables_map& given) {
  for (const OptionRow& row : rows) {
    const auto found = given.find(std::string(row.name));
    if (found == given.end()) continue;
    take(options, row, row.argument.empty() ? Values{""} : found->second.as<Values>());
  }
}

void expect_arguments(const Command& command, const Options& options) {
  const std::size_t count = options.arguments.size();
  if (count >= command.least_arguments && count <= command.most_arguments) return;
  throw UsageError(count < command.least_arguments
                       ? fmt::format("something is missing: averment {} {}", command.name, command.usage)
                       : fmt::format("'{}' is too much: averment {} {}", options.arguments[command.most_arguments],
                                     command.name, command.usage));
}

void join_query(const Command& command, Options& options) {
  if (!command.takes_query || options.arguments.size() < command.arguments_before_query) return;
  for (std::size_t i = command.arguments_before_query; i < options.arguments.size(); ++i)
    options.query += std::string(options.query.empty() ? "" : " ") + options.arguments[i];
  options.arguments.resize(command.arguments_before_query);
}

void find_database(Options& options, const Environment& environment) {
  if (!options.databases.empty()) return;
  const std::filesystem::path path = default_database(environment);
  if (path.empty()) throw UsageError("there is no home folder to keep an index in; name one with --db DIR");
  options.databases.push_back(path);
}

}  // namespace

bool takes(const Command& command, std::string_view option) {
  return option == "help" || std::find(command.options.begin(), command.options.end(), option) != command.options.end();
}

std::span<const OptionRow> all_options() { return rows; }

const OptionRow& option_row(std::string_view name) {
  return *std::find_if(std::begin(rows), std::end(rows), [&](const OptionRow& row) { return row.name == name; });
}

Options parse_options(const Command& command, const std::vector<std::string>& arguments,
                      const Environment& environment) {
  Options options;
  const po::options_description description = describe(command);
  po::variables_map given;
  try {
    // The first one that is stored wins.
    const po::parsed_options typed = po::command_line_parser(arguments).options(description).style(style).run();
    for (const po::option& option : typed.options)
      if (option.string_key.empty()) options.arguments.push_back(option.value.at(0));
    po::store(typed, given);
    po::store(as_parsed(from_environment(environment), command, description), given);
    po::store(as_parsed(read_config(config_path(environment)), command, description), given);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  take_all(options, given);
  if (options.help) return options;
  expect_arguments(command, options);
  join_query(command, options);
  if (takes(command, "db")) find_database(options, environment);
  return options;
}

}  // namespace averment::cli
