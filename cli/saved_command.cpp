// averment saved: queries that the index keeps, and the claims that are new to them.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "averment/saved_query.hpp"
#include "cli/alert_teller.hpp"
#include "cli/claim_table.hpp"
#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/last_words.hpp"
#include "cli/program_queue.hpp"
#include "cli/record_table.hpp"
#include "cli/record_writer.hpp"
#include "cli/signals.hpp"
#include "cli/table.hpp"

namespace averment::cli {
namespace {

void complain(std::string_view why) { std::cerr << "averment: " << one_line(why) << '\n'; }

const std::filesystem::path& index_of(const Options& options) {
  if (options.databases.size() > 1) throw UsageError("--db is given more than once: saved queries are of one index");
  return options.databases.front();
}

SavedQueryWriter open_writer(const Options& options) {
  note_index(index_of(options).string(), Use::written);
  return SavedQueryWriter(index_of(options), options.wait);
}

/// What stands behind the action: all of it are names.
std::vector<std::string> names_in(const Options& options) {
  std::vector<std::string> names(options.arguments.begin() + 1, options.arguments.end());
  std::string_view rest = options.query;
  while (!rest.empty()) {
    const std::size_t blank = rest.find(' ');
    names.emplace_back(rest.substr(0, blank));
    rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
  }
  return names;
}

int add(const Options& options) {
  if (options.arguments.size() < 2) throw UsageError("something is missing: averment saved add NAME [QUERY]");
  open_writer(options).add({options.arguments[1], options.query, options.filter}, options.query_limits);
  return exit_done;
}

int remove(const Options& options) {
  const std::vector<std::string> names = names_in(options);
  if (names.empty()) throw UsageError("something is missing: averment saved remove NAME...");
  SavedQueryWriter writer = open_writer(options);
  int status = exit_done;
  for (const std::string& name : names) {
    if (writer.remove(name)) continue;
    complain(fmt::format("there is no saved query '{}'", name));
    status = exit_nothing_found;
  }
  return status;
}

int list(const Options& options) {
  if (options.arguments.size() > 1)
    throw UsageError(fmt::format("'{}' is too much: averment saved list", options.arguments[1]));
  const std::vector<SavedQuery> all = saved_queries(index_of(options));
  if (!is_table(options)) {
    RecordWriter writer(std::cout, *options.format, "saved_queries", options);
    writer.open();
    for (const SavedQuery& saved : all) writer.write(to_json(saved));
    writer.close();
  } else if (!options.fields.empty()) {
    print_fields(std::cout, all, options);
  } else if (!all.empty()) {
    Table table({{.title = "name", .least = 12, .importance = 0},
                 {.title = "query", .least = 20, .importance = 0},
                 {.title = "modality", .least = 8, .importance = 2},
                 {.title = "match", .least = 7, .importance = 1}});
    for (const SavedQuery& saved : all) {
      const Json json = to_json(saved);
      table.add_row({saved.name, saved.query, cell_text(json["modality"]), cell_text(json["match"])});
    }
    table.print(std::cout, output_width(process_environment()), output_style(options));
  }
  return all.empty() ? exit_nothing_found : exit_done;
}

std::vector<SavedQuery> wanted_queries(const Options& options) {
  std::vector<SavedQuery> all = saved_queries(index_of(options));
  const std::vector<std::string> names = names_in(options);
  if (names.empty()) return all;
  std::vector<SavedQuery> wanted;
  for (const std::string& name : names) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const SavedQuery& saved) { return saved.name == name; });
    if (found == all.end())
      throw UsageError(fmt::format("there is no saved query '{}'; 'averment saved list' lists them", name));
    wanted.push_back(*found);
  }
  return wanted;
}

/// What --limit leaves out is not shown, and comes the next time.
void limit(SavedRun& run, const Options& options) {
  const std::size_t most =
      options.limit.value_or(is_table(options) && options.exec.empty() ? default_claims : no_limit);
  if (run.claims.size() > most) run.claims.resize(most);
}

void print_table(const SavedRun& run, std::size_t found, const Options& options) {
  Options of_query = options;
  of_query.query = run.query.query;
  of_query.filter = run.query.filter;
  const Style style = output_style(options);
  std::cout << style.bold(run.query.name) << (options.all ? "" : ", new since it last ran") << ": ";
  if (run.claims.empty()) {
    std::cout << "no claims\n";
    return;
  }
  ClaimAnswer answer;
  answer.total = found;
  answer.hits = run.claims;
  print_claims(std::cout, answer, of_query, page_for(options));
}

/// Keeps in `run.claims` those for which the program did its work.
void run_programs(SavedRun& run, const Options& options) {
  std::cout << std::flush;
  std::erase_if(run.claims, [&](const ClaimRecord& claim) {
    if (interrupted()) return true;
    const std::string why = failure_of(options.exec, run_for({run.query.name, claim}));
    if (!why.empty()) complain(why);
    return !why.empty();
  });
}

void print_records(const std::vector<SavedRun>& runs, const Options& options) {
  RecordWriter writer(std::cout, *options.format, "alerts", options);
  writer.open();
  for (const SavedRun& run : runs)
    for (const ClaimRecord& claim : run.claims) writer.write(to_json(Alert{run.query.name, claim}));
  writer.close();
}

/// What is shown counts as seen once it is printed or, with --exec, once the program has ended well.
int run_queries(const Options& options) {
  const std::vector<SavedQuery> queries = wanted_queries(options);
  if (queries.empty()) {
    complain("there are no saved queries: 'averment saved add NAME QUERY' makes one");
    return exit_nothing_found;
  }
  if (!options.exec.empty()) watch_for_interruption();
  Searcher searcher = open_searcher(options);
  std::vector<SavedRun> runs;
  bool any_found = false, any_failed = false;
  for (const SavedQuery& query : queries) {
    try {
      SavedRun run = run_saved(searcher, index_of(options), query, options.all);
      const std::size_t found = run.claims.size();
      limit(run, options);
      any_found = any_found || found > 0;
      const std::size_t wanted = run.claims.size();
      if (!options.exec.empty()) {
        run_programs(run, options);
      } else if (is_table(options)) {
        if (!runs.empty()) std::cout << '\n';
        print_table(run, found, options);
      }
      any_failed = any_failed || run.claims.size() < wanted;
      runs.push_back(std::move(run));
    } catch (const QueryError& error) {  // the others are asked all the same
      complain(fmt::format("the saved query '{}' could not be asked: {}", query.name, error.what()));
      any_failed = true;
    }
  }
  if (options.exec.empty() && !is_table(options)) print_records(runs, options);
  std::cout << std::flush;
  SavedQueryWriter writer = open_writer(options);
  for (const SavedRun& run : runs) writer.note_seen(run);
  if (interrupted()) return exit_interrupted;
  if (any_failed) return exit_some_rejected;
  return any_found ? exit_done : exit_nothing_found;
}

int run(const Options& options) {
  const std::string& action = options.arguments.front();
  if (action == "add") return add(options);
  if (action == "list") return list(options);
  if (action == "remove") return remove(options);
  if (action == "run") return run_queries(options);
  throw UsageError(fmt::format("'{}' is none of add, list, remove, run", action));
}

constexpr std::string_view description =
    R"(Keeps queries for claims in the index, under names of one word.

  add NAME [QUERY]   keeps the query, with --modality, --match and --derived
  list               lists them
  remove NAME...     takes them out
  run [NAME...]      prints the claims that each finds and did not find when it
                     last ran, or with --all every one; all queries, unless some
                     are named. Exit 1 where there are none

`averment index --alerts`, with --watch or without, asks all of them after each
commit for claims that are new in it, and prints a line for each. --exec PROGRAM
runs a program for each instead, with the query's name and the claim_id as
arguments and the claim as JSON on its standard input; no shell is involved.

  averment saved add losses category:killed 'n>=100'
  averment saved run losses
  averment index --watch --alerts reports/
  averment index --watch --exec ./tell-me reports/)";

}  // namespace

Command saved_command() {
  return {.name = "saved",
          .usage = "[OPTION]... add|list|remove|run [NAME] [QUERY]",
          .summary = "keep queries, and print the claims that are new to them",
          .description = description,
          .options = {"db", "query-limit", "all", "exec", "wait", "modality", "match", "derived", "limit", "format",
                      "fields", "raw", "color", "lexicons"},
          .least_arguments = 1,
          .most_arguments = any_number,
          .run = run,
          .takes_query = true,
          .arguments_before_query = 2};
}

}  // namespace averment::cli
